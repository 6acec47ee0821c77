/** What a system is declared by (infra/topology.ts): the shapes of its tables, queues, topics and functions, and their names. */

/** A global secondary index with all attributes. */
interface IndexSpec {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
}

/** A table with a string partition key and a string sort key. */
export interface TableSpec {
  readonly partition: string;
  readonly sort: string;
  readonly indexes?: readonly IndexSpec[];
}

/** A queue; each has a dead-letter queue of its name with `-dead`, whose visibility is DEAD_VISIBILITY. Times in seconds. */
export interface QueueSpec {
  /** How long a received message stays away: longer than its function's time limit, or it would be worked on twice. */
  readonly visibility: number;
  /** After so many receipts without success a message is set aside; without a bound a poisonous one would return for ever. */
  readonly maxReceive: number;
}

export type TableName = 'ledger' | 'catalogue' | 'control' | 'quality' | 'webhooks';
export type QueueName = 'harvest' | 'project' | 'search' | 'bounces' | 'webhooks';
/** The dead-letter queue of a queue. */
export type DeadQueueName = `${QueueName}-dead`;
export type AnyQueueName = QueueName | DeadQueueName;
export type TopicName = 'ledger-appended' | 'letters-returned';
export type FunctionName =
  | 'start-runs'
  | 'harvest'
  | 'reap-runs'
  | 'set-aside'
  | 'project'
  | 'link-datasets'
  | 'assess-datasets'
  | 'send-reports'
  | 'note-bounces'
  | 'check-links'
  | 'render-feeds'
  | 'take-snapshot'
  | 'rebuild-views'
  | 'erase-contacts'
  | 'index-search'
  | 'deliver-webhooks'
  | 'preview-source'
  | 'watch'
  | 'canary'
  | 'api';

export type Access = 'read' | 'write' | 'read-write';

/** What makes a function run. */
export type Trigger =
  | { readonly kind: 'queue'; readonly queue: QueueName; readonly batchSize: number; readonly concurrency: number }
  /** An operator, by the command line or `aws lambda invoke`. */
  | { readonly kind: 'hand' }
  /** `every` in minutes. */
  | { readonly kind: 'schedule'; readonly every: number }
  | { readonly kind: 'http'; readonly routes: readonly Route[] };

/** One route of the HTTP API, in API Gateway's form. */
export interface Route {
  readonly method: 'ANY' | 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  readonly path: string;
}

/** One Lambda: where its code is, what bounds it, what it may touch, what starts it. */
export interface FunctionSpec {
  readonly entry: string;
  /** Seconds. */
  readonly timeout: number;
  /** Megabytes; Lambda gives processor time in proportion. */
  readonly memory: number;
  /** Megabytes of temporary disk, for bodies that are spooled there; Lambda's own 512 when absent. */
  readonly scratch?: number;
  readonly tables: Partial<Record<TableName, Access>>;
  /** Prefixes of the bucket. */
  readonly objects: Readonly<Record<string, Access>>;
  /** The prefix of the secrets it may read; none where it is absent. */
  readonly secrets?: string;
  /** One instance at a time: a second one would do the same beside the first. */
  readonly alone?: true;
  /** Whether it sends mail. */
  readonly mails?: true;
  readonly sends: readonly QueueName[];
  /** Queues that it takes messages from by itself when the clock starts it; from others Lambda takes them and asks all day. */
  readonly takes?: readonly AnyQueueName[];
  /** Queues whose messages it counts and does not touch. */
  readonly counts?: readonly AnyQueueName[];
  readonly publishes: readonly TopicName[];
  /** Variables that the host sets by its own means, beside those that follow from the rights. */
  readonly settings: readonly Setting[];
  readonly triggers: readonly Trigger[];
}

export type Setting =
  | 'PUBLIC_URL'
  | 'OPERATOR_TOKEN'
  | 'TOKEN_ISSUER'
  | 'TOKEN_AUDIENCE'
  | 'TOKEN_JWKS'
  | 'SIGN_IN'
  | 'ALLOW_HOSTS'
  | 'SECRETS'
  | 'CONTACT'
  | 'LINK_SECRET'
  | 'MAIL_FROM'
  | 'MAIL_FOLDER'
  | 'MAIL_CONFIGURATION_SET'
  | 'METRICS'
  | 'FOLLOW_URL';

export interface Topology {
  readonly tables: Readonly<Record<TableName, TableSpec>>;
  readonly queues: Readonly<Record<QueueName, QueueSpec>>;
  readonly topics: Readonly<Record<TopicName, { readonly subscribers: readonly QueueName[] }>>;
  readonly functions: Readonly<Record<FunctionName, FunctionSpec>>;
}

/** The dead-letter queue of a queue. */
export const deadLetterOf = (queue: QueueName): DeadQueueName => `${queue}-dead`;

/** Keys with their own type: Object.keys forgets it. */
export const namesOf = <Name extends string>(record: Readonly<Partial<Record<Name, unknown>>>): Name[] =>
  // The record's type says that it has no other keys: it is declared above, not read from anywhere.
  Object.keys(record) as Name[];
