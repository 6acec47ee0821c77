/**
 * S3, SQS and SNS on one machine: fauxqs on SQLite. It is put together from its parts, because its own start function
 * listens on every network interface, and an object store without a password must not leave this machine.
 */
import type { DatabaseSync } from 'node:sqlite';
import { type BuildAppOptions, buildApp } from 'fauxqs';
import { DEAD_VISIBILITY } from '#infra/topology.ts';
import { deadLetterOf, namesOf, type QueueName, type QueueSpec, type Topology } from '#infra/topology-shape.ts';

export const REGION = 'eu-north-1';
const ACCOUNT = '000000000000';

type Stores = NonNullable<BuildAppOptions['stores']>;

/** The parts of fauxqs that its package does not export; package.json pins the version that they are known from. */
interface Parts {
  readonly SqsStore: new () => Stores['sqsStore'];
  readonly SnsStore: new () => Stores['snsStore'];
  readonly S3Store: new () => Stores['s3Store'];
  readonly PersistenceManager: new (folder: string) => Persistence;
}

/** fauxqs's own SQLite file; its class keeps `db` to itself, so it is described here. */
interface Persistence {
  readonly db: DatabaseSync;
  load(...stores: [Stores['sqsStore'], Stores['snsStore'], Stores['s3Store']]): void;
  close(): void;
}

async function partsOfFauxqs(): Promise<Parts> {
  const base = import.meta.resolve('fauxqs');
  const files = ['./sqs/sqsStore.js', './sns/snsStore.js', './s3/s3Store.js', './persistence.js'];
  const modules: object[] = await Promise.all(files.map((file) => import(new URL(file, base).href)));
  // The compiler cannot follow an address made at run time; the pinned version and the tests of this file vouch for it.
  return Object.assign({}, ...modules) as Parts;
}

export const queueArn = (name: string): string => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
export const topicArn = (name: string): string => `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`;
export const queueUrl = (address: string, name: string): string => `${address}/${ACCOUNT}/${name}`;

/**
 * Gives back to their queues the messages that a dead process was working on: the folder's lock says that no other
 * process works on them, so waiting for their time to run out would only cost a quarter of an hour. The receipt still
 * counts, so a message that kills the process is set aside in the end.
 */
function returnMessagesInFlight(db: DatabaseSync): void {
  db.exec('UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL');
}

/** Creating a queue that exists would empty it (its row is replaced), so only its attributes are set again. */
function ensureQueue(stores: Stores, address: string, name: string, attributes: Record<string, string>): void {
  const existing = stores.sqsStore.getQueueByName(name);
  if (existing) existing.setAttributes(attributes);
  else stores.sqsStore.createQueue(name, queueUrl(address, name), queueArn(name), attributes);
}

const attributesOf = (name: string, { visibility, maxReceive }: QueueSpec): Record<string, string> => ({
  VisibilityTimeout: String(visibility),
  RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn(name), maxReceiveCount: maxReceive }),
});

function ensureResources(stores: Stores, address: string, topology: Topology, bucket: string): void {
  for (const name of namesOf(topology.queues)) {
    const dead = deadLetterOf(name);
    // Fourteen days, the longest SQS keeps a message: a person must have time to look at it.
    ensureQueue(stores, address, dead, {
      MessageRetentionPeriod: '1209600',
      VisibilityTimeout: String(DEAD_VISIBILITY),
    });
    ensureQueue(stores, address, name, attributesOf(dead, topology.queues[name]));
  }
  for (const name of namesOf(topology.topics)) {
    stores.snsStore.createTopic(name, undefined, undefined, REGION);
    for (const subscriber of topology.topics[name].subscribers) {
      stores.snsStore.subscribe(topicArn(name), 'sqs', queueArn(subscriber), { RawMessageDelivery: 'true' });
    }
  }
  if (!stores.s3Store.hasBucket(bucket)) stores.s3Store.createBucket(bucket);
}

export interface ObjectEngine {
  /** `http://127.0.0.1:PORT`, for all three services. */
  readonly address: string;
  /** The bodies of all messages in a queue, also of those being worked on, without receiving them. */
  messagesIn(queue: QueueName): string[];
  stop(): Promise<void>;
}

/** Starts the engine on its folder and makes whatever the topology names and the folder does not have yet. */
export async function startObjectEngine(folder: string, topology: Topology, bucket: string): Promise<ObjectEngine> {
  const parts = await partsOfFauxqs();
  const stores = { sqsStore: new parts.SqsStore(), snsStore: new parts.SnsStore(), s3Store: new parts.S3Store() };
  const persistence = new parts.PersistenceManager(folder);
  // The log is still written before each answer; only the flush to the platter is left to the operating system, as LevelDB does.
  persistence.db.exec('PRAGMA synchronous = NORMAL');
  returnMessagesInFlight(persistence.db);
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
  for (const store of Object.values(stores)) Object.assign(store, { persistence });
  for (const queue of stores.sqsStore.allQueues()) Object.assign(queue, { persistence });

  const app = buildApp({ logger: false, defaultRegion: REGION, stores });
  app.addHook('onClose', async () => persistence.close());
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  ensureResources(stores, address, topology, bucket);
  const messagesIn = (queue: QueueName): string[] => {
    const messages = stores.sqsStore.inspectQueue(queue)?.messages;
    const inFlight = messages?.inflight.map(({ message }) => message) ?? [];
    return [...(messages?.ready ?? []), ...(messages?.delayed ?? []), ...inFlight].map(({ body }) => body);
  };
  return { address, messagesIn, stop: async () => void (await app.close()) };
}
