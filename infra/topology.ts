/**
 * The whole system, declared once (docs/decisions/0010): tables, bucket, queues, topic, functions with their rights and
 * triggers, routes. The CDK stages and the local host both read it, so neither can drift from the other.
 */
import {
  type AnyQueueName,
  type DeadQueueName,
  deadLetterOf,
  namesOf,
  type QueueName,
  type QueueSpec,
  type Topology,
} from './topology-shape.ts';

const queues: Readonly<Record<QueueName, QueueSpec>> = {
  // A worker that says that it failed makes its message come again sooner: five tries take 23 minutes (functions/shared/come-again.ts).
  harvest: { visibility: 960, maxReceive: 5 },
  project: { visibility: 360, maxReceive: 5 },
  search: { visibility: 360, maxReceive: 5 },
  bounces: { visibility: 60, maxReceive: 5 },
  webhooks: { visibility: 130, maxReceive: 5 },
};

/** Seconds that a message of a dead-letter queue stays away: longer than what sets it aside may work. */
export const DEAD_VISIBILITY = 120;

const deadLetterQueues: readonly DeadQueueName[] = namesOf(queues).map(deadLetterOf);

/** Every queue there is: those that are worked on, and those that dead letters end in. */
export const allQueues: readonly AnyQueueName[] = [...namesOf(queues), ...deadLetterQueues];

const keyed = { partition: 'pk', sort: 'sk' } as const;

/** The longest a Lambda may run on AWS; a harvest hands its frontier to a fresh invocation before that. */
const LONGEST_LAMBDA = 900;

export const topology: Topology = {
  tables: {
    ledger: keyed,
    catalogue: keyed,
    control: { ...keyed, indexes: [{ name: 'by-start', partition: 'gsi', sort: 'startedAt' }] },
    quality: {
      ...keyed,
      indexes: [
        { name: 'by-host', partition: 'host', sort: 'due' },
        { name: 'by-state', partition: 'state', sort: 'changed' },
      ],
    },
    // On its own: the secrets that messages are signed with lie in it, and nobody else has to read them.
    webhooks: keyed,
  },
  queues,
  topics: {
    'ledger-appended': { subscribers: ['project', 'search', 'webhooks'] },
    'letters-returned': { subscribers: ['bounces'] },
  },
  functions: {
    'start-runs': {
      entry: 'functions/start-runs/handler.ts',
      timeout: 50,
      memory: 512,
      tables: { control: 'read-write' },
      objects: {},
      sends: ['harvest'],
      publishes: [],
      settings: [],
      triggers: [{ kind: 'schedule', every: 1 }],
    },
    harvest: {
      entry: 'functions/harvest/handler.ts',
      timeout: LONGEST_LAMBDA,
      memory: 2048,
      scratch: 2048,
      tables: { control: 'read-write', ledger: 'read-write' },
      objects: {
        'raw/': 'read-write',
        'state/': 'read-write',
        'runs/': 'read-write',
        'payloads/': 'read-write',
        'held-back/': 'read-write',
        'dead/': 'write',
      },
      sends: ['harvest'],
      publishes: ['ledger-appended'],
      settings: ['PUBLIC_URL', 'ALLOW_HOSTS', 'SECRETS', 'CONTACT'],
      secrets: 'datalandkort/',
      triggers: [{ kind: 'queue', queue: 'harvest', batchSize: 1, concurrency: 10 }],
    },
    'reap-runs': {
      entry: 'functions/reap-runs/handler.ts',
      timeout: 300,
      memory: 1024,
      tables: { control: 'read-write', ledger: 'read' },
      objects: {
        'state/': 'read-write',
        'runs/': 'read-write',
        'payloads/': 'read',
        'held-back/': 'read-write',
        'dead/': 'write',
      },
      sends: [],
      publishes: [],
      settings: [],
      triggers: [{ kind: 'schedule', every: 5 }],
    },
    // By the clock: a dead letter is rare, and five queues that Lambda asks all day cost more than all that is watched.
    'set-aside': {
      entry: 'functions/set-aside/handler.ts',
      // Below the time that a message of a dead-letter queue stays away.
      timeout: 100,
      memory: 512,
      tables: { control: 'read' },
      objects: { 'dead/': 'read-write' },
      sends: [],
      takes: deadLetterQueues,
      publishes: [],
      settings: [],
      triggers: [{ kind: 'schedule', every: 5 }],
    },
    project: {
      entry: 'functions/project/handler.ts',
      timeout: 300,
      memory: 1024,
      tables: { ledger: 'read', catalogue: 'read-write' },
      objects: { 'payloads/': 'read' },
      sends: [],
      publishes: [],
      settings: [],
      triggers: [
        { kind: 'queue', queue: 'project', batchSize: 10, concurrency: 2 },
        { kind: 'schedule', every: 1 },
      ],
    },
    // By the clock and not by the topic: links are looked at by people, and nobody's harvest should wait for them.
    'link-datasets': {
      entry: 'functions/link-datasets/handler.ts',
      timeout: 300,
      memory: 1024,
      // Its checkpoint is held for seconds, and a step over a large index may take longer: two would undo each other's.
      alone: true,
      tables: { ledger: 'read', catalogue: 'read-write' },
      objects: { 'payloads/': 'read', 'links/': 'read-write' },
      sends: [],
      publishes: [],
      settings: [],
      triggers: [{ kind: 'schedule', every: 1 }],
    },
    // By the clock too: a score may be a minute behind the description that it judges.
    'assess-datasets': {
      entry: 'functions/assess-datasets/handler.ts',
      timeout: 300,
      memory: 1769,
      // As with the links: a step writes a thousand scores, and two that take turns write each of them twice.
      alone: true,
      tables: { ledger: 'read', catalogue: 'read-write', control: 'read', quality: 'read-write' },
      objects: { 'payloads/': 'read', 'quality/': 'read-write' },
      sends: ['search'],
      publishes: [],
      settings: [],
      triggers: [{ kind: 'schedule', every: 1 }],
    },
    'send-reports': {
      entry: 'functions/send-reports/handler.ts',
      timeout: LONGEST_LAMBDA,
      memory: 1769,
      // Two that look at the same moment would each put the same letter together, which takes minutes.
      alone: true,
      tables: { ledger: 'read', catalogue: 'read', control: 'read', quality: 'read-write' },
      objects: { 'payloads/': 'read', 'quality/': 'read-write', 'runs/': 'read' },
      mails: true,
      sends: [],
      publishes: [],
      settings: ['PUBLIC_URL', 'LINK_SECRET', 'MAIL_FROM', 'MAIL_FOLDER', 'MAIL_CONFIGURATION_SET'],
      triggers: [{ kind: 'schedule', every: 30 }],
    },
    // By the clock: the next letter to an owner is weeks away.
    'note-bounces': {
      entry: 'functions/note-bounces/handler.ts',
      timeout: 30,
      memory: 512,
      tables: { control: 'read', quality: 'read-write' },
      objects: {},
      sends: [],
      takes: ['bounces'],
      publishes: [],
      settings: [],
      triggers: [{ kind: 'schedule', every: 5 }],
    },
    'check-links': {
      entry: 'functions/check-links/handler.ts',
      // Shorter than its interval, so that two never run at the same time.
      timeout: 600,
      memory: 512,
      // What a host is asked in a second is counted in one process: two would ask it twice as fast.
      alone: true,
      tables: { ledger: 'read', control: 'read', quality: 'read-write' },
      objects: { 'payloads/': 'read' },
      sends: [],
      publishes: [],
      settings: ['PUBLIC_URL', 'ALLOW_HOSTS', 'CONTACT'],
      triggers: [{ kind: 'schedule', every: 15 }],
    },
    // By the clock as well: what is not frozen yet is shown from the log at each request.
    'render-feeds': {
      entry: 'functions/render-feeds/handler.ts',
      timeout: 300,
      memory: 1024,
      // As with the links: pages are frozen in their order.
      alone: true,
      tables: { ledger: 'read', catalogue: 'read-write' },
      objects: { 'payloads/': 'read', 'feeds/': 'read-write' },
      sends: [],
      publishes: [],
      settings: ['PUBLIC_URL'],
      triggers: [{ kind: 'schedule', every: 1 }],
    },
    // It looks every twenty minutes whether it is time, so that a new catalogue has its first one soon.
    'take-snapshot': {
      entry: 'functions/take-snapshot/handler.ts',
      // Shorter than its interval, so that two never write the same files.
      timeout: LONGEST_LAMBDA,
      memory: 1769,
      // Two would write the same files over each other.
      alone: true,
      tables: { ledger: 'read', catalogue: 'read' },
      objects: { 'payloads/': 'read', 'snapshots/': 'read-write' },
      sends: [],
      publishes: [],
      settings: ['PUBLIC_URL'],
      triggers: [{ kind: 'schedule', every: 20 }],
    },
    // What the functions that keep the views may do, together: it does their work anew.
    'rebuild-views': {
      entry: 'functions/rebuild-views/handler.ts',
      timeout: LONGEST_LAMBDA,
      memory: 2048,
      scratch: 2048,
      tables: { ledger: 'read', catalogue: 'read-write', control: 'read', quality: 'read-write' },
      objects: {
        'payloads/': 'read',
        'links/': 'read-write',
        'quality/': 'read-write',
        'search/': 'read-write',
        'feeds/': 'read-write',
        'snapshots/': 'read-write',
        'rebuilds/': 'read-write',
      },
      sends: ['search'],
      publishes: [],
      settings: ['PUBLIC_URL'],
      triggers: [{ kind: 'hand' }],
    },
    // It has to reach whatever may hold a contact, which is nearly everything; it takes no word from outside but a keyed hash.
    'erase-contacts': {
      entry: 'functions/erase-contacts/handler.ts',
      timeout: LONGEST_LAMBDA,
      memory: 2048,
      scratch: 2048,
      // Two would do the same work beside each other.
      alone: true,
      tables: {
        ledger: 'read-write',
        catalogue: 'read-write',
        control: 'read-write',
        quality: 'read-write',
        webhooks: 'read-write',
      },
      objects: {
        'payloads/': 'read-write',
        'raw/': 'read-write',
        'state/': 'read-write',
        'runs/': 'read-write',
        'held-back/': 'read-write',
        'dead/': 'read-write',
        'links/': 'read-write',
        'quality/': 'read-write',
        'search/': 'read-write',
        'feeds/': 'read-write',
        'snapshots/': 'read-write',
        'rebuilds/': 'read-write',
        'watch/': 'read-write',
        'canary/': 'read-write',
      },
      sends: ['search'],
      publishes: ['ledger-appended'],
      settings: ['PUBLIC_URL', 'MAIL_FOLDER'],
      // Somebody who asks to be erased can wait some minutes, and while nobody does a turn is one read.
      triggers: [{ kind: 'schedule', every: 30 }],
    },
    // Two of the file's copies are on its disk for a moment, and SQLite keeps what a step changes in memory.
    'index-search': {
      entry: 'functions/index-search/handler.ts',
      timeout: 300,
      memory: 2048,
      scratch: 2048,
      tables: { ledger: 'read', catalogue: 'read-write' },
      objects: { 'payloads/': 'read', 'quality/': 'read', 'search/': 'read-write' },
      sends: [],
      publishes: [],
      settings: [],
      triggers: [
        { kind: 'queue', queue: 'search', batchSize: 10, concurrency: 2 },
        { kind: 'schedule', every: 1 },
      ],
    },
    // Short, so that a new change does not wait behind an invocation that waits for a slow receiver.
    'deliver-webhooks': {
      entry: 'functions/deliver-webhooks/handler.ts',
      timeout: 100,
      memory: 512,
      tables: { ledger: 'read', control: 'read', webhooks: 'read-write' },
      objects: { 'payloads/': 'read' },
      sends: [],
      publishes: [],
      settings: ['PUBLIC_URL', 'ALLOW_HOSTS'],
      triggers: [
        { kind: 'queue', queue: 'webhooks', batchSize: 10, concurrency: 4 },
        { kind: 'schedule', every: 1 },
      ],
    },
    // It reads what the overview shows, and counts: also in the webhooks' table, of which it tells nothing else.
    watch: {
      entry: 'functions/watch/handler.ts',
      timeout: 60,
      memory: 512,
      tables: { ledger: 'read', catalogue: 'read', control: 'read', quality: 'read', webhooks: 'read' },
      objects: { 'dead/': 'read', 'feeds/': 'read', 'watch/': 'read-write' },
      sends: [],
      counts: allQueues,
      publishes: [],
      settings: ['PUBLIC_URL', 'METRICS'],
      triggers: [{ kind: 'schedule', every: 5 }],
    },
    // It knows no more of the catalogue than what the public address tells.
    canary: {
      entry: 'functions/canary/handler.ts',
      // Shorter than its interval, so that two never move the same place.
      timeout: 300,
      memory: 256,
      tables: {},
      objects: { 'canary/': 'read-write' },
      sends: [],
      publishes: [],
      settings: ['FOLLOW_URL', 'METRICS'],
      triggers: [{ kind: 'schedule', every: 15 }],
    },
    // Beside the API and not in it: it carries every reader of formats, asks hosts, and may take as long as the gateway waits.
    'preview-source': {
      entry: 'functions/preview-source/handler.ts',
      timeout: 29,
      memory: 2048,
      scratch: 2048,
      // Who asked for what is noted there.
      tables: { control: 'read-write' },
      objects: { 'state/': 'read' },
      secrets: 'datalandkort/',
      sends: [],
      publishes: [],
      settings: [
        'PUBLIC_URL',
        'OPERATOR_TOKEN',
        'TOKEN_ISSUER',
        'TOKEN_AUDIENCE',
        'TOKEN_JWKS',
        'SIGN_IN',
        'ALLOW_HOSTS',
        'SECRETS',
        'CONTACT',
      ],
      // All methods: preflight, and the problem document for one that it does not take.
      triggers: [{ kind: 'http', routes: [{ method: 'ANY', path: '/v1/sources/preview' }] }],
    },
    api: {
      entry: 'functions/api/handler.ts',
      timeout: 29,
      memory: 1024,
      // The search file, and for a moment the one before it.
      scratch: 2048,
      // An operator's decision about held removals is carried out in the request: it appends to the ledger and ends the run.
      tables: {
        ledger: 'read-write',
        catalogue: 'read',
        control: 'read-write',
        quality: 'read-write',
        webhooks: 'read-write',
      },
      objects: {
        'payloads/': 'read-write',
        'runs/': 'read-write',
        'state/': 'read-write',
        'raw/': 'read',
        'dead/': 'read-write',
        'quality/': 'read-write',
        'feeds/': 'read',
        'search/': 'read',
        'snapshots/': 'read',
      },
      sends: ['harvest', 'project', 'search', 'bounces', 'webhooks'],
      publishes: ['ledger-appended'],
      settings: [
        'PUBLIC_URL',
        'OPERATOR_TOKEN',
        'TOKEN_ISSUER',
        'TOKEN_AUDIENCE',
        'TOKEN_JWKS',
        'SIGN_IN',
        'LINK_SECRET',
        'ALLOW_HOSTS',
        'CONTACT',
      ],
      triggers: [
        {
          kind: 'http',
          routes: [
            // Everything: what there is at an address, and the problem document where there is nothing, is the function's to say.
            { method: 'ANY', path: '/' },
            { method: 'ANY', path: '/{proxy+}' },
          ],
        },
      ],
    },
  },
};
