/** The limits that the system can meet, each with where it was read, what a size asks of it, and what to do when it is reached. */
import { topology } from '#infra/topology.ts';
import { ASSUMED, DAY_SECONDS, type Size } from './assumptions.ts';
import type { Day } from './day.ts';
import type { Followed } from './followers.ts';
import type { Measured } from './measured.ts';
import { eachOf, secondsOf, usedBy } from './work.ts';

/** What a limit is held against. */
export interface Simulated {
  readonly measured: Measured;
  readonly size: Size;
  /** The catalogue's first day, and an everyday one. */
  readonly first: Day;
  readonly day: Day;
  readonly followed: Followed;
}

export interface Limit {
  readonly name: string;
  readonly limit: number;
  readonly unit: string;
  /** The documentation's page, or the file of ours that sets it. */
  readonly source: string;
  readonly demand: (simulated: Simulated) => number;
  /** What to do when it is reached. */
  readonly next: string;
  /** Our own code stays below it, whatever the size. */
  readonly bounded?: true;
}

/** When the services' pages were looked up, as stored copies; their own dates are up to a year older. */
export const LOOKED_UP = '2026-11-26';

const { timeout } = topology.functions['take-snapshot'];
/** Datasets that one projection writes in a second. */
const projectionPace = (measured: Measured): number => 1 / secondsOf(eachOf(measured, 'created/project', 'datasets'));
const searchBytes = ({ measured, size }: Simulated): number =>
  (eachOf(measured, 'stored', 'datasets').searchFile ?? 0) * size.datasets;

/** Limits of the services, and those that our own code sets below them. */
export const LIMITS: readonly Limit[] = [
  {
    name: 'Lambda: time of one invocation, for a snapshot',
    limit: timeout,
    unit: 's',
    source: 'docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    demand: ({ measured, size }) => secondsOf(usedBy(measured, 'snapshot/take-snapshot', { datasets: size.datasets })),
    next:
      'take it source by source: a part a source, written when that source changed, and a manifest of ' +
      'parts; most parts are then yesterday’s',
  },
  {
    name: 'The search file: what fits twice on an API instance’s disk',
    limit: 900,
    unit: 'MB',
    source: 'functions/shared/search-files.ts (2 GB of temporary disk; Lambda offers up to 10 GB)',
    demand: (simulated) => searchBytes(simulated) / 1e6,
    next:
      'first more disk (Lambda offers 10 GB), then a file for each part of the ids, asked side by ' +
      'side, or a search service',
  },
  {
    name: 'index-search: one step, the file fetched and sent',
    limit: topology.functions['index-search'].timeout,
    unit: 's',
    source: 'infra/topology.ts (Lambda offers 900 s)',
    demand: ({ first, day }) =>
      Math.max(first.views['index-search'].stepSeconds, day.views['index-search'].stepSeconds),
    next:
      'keep the file between the steps of an instance, and send it once every ten minutes and not ' + 'after each step',
  },
  {
    name: 'The search behind the log, on an everyday day',
    limit: 600,
    unit: 's',
    source: 'our own aim: ten minutes',
    demand: ({ day }) => day.views['index-search'].lagSeconds,
    next: 'as above: what is slow is the file that is written anew for a few changes',
  },
  {
    name: 'DynamoDB: writes a second to a partition, the log’s',
    limit: 1000,
    unit: 'write units/s',
    source:
      'docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html (known, page not at hand)',
    demand: ({ first, day }) => Math.max(first.logWritesPerSecond, day.logWritesPerSecond),
    next:
      'shorter entries (what stands in the payload too need not stand in both); then a log for each ' +
      'group of sources',
  },
  {
    name: 'DynamoDB: writes a second to a partition, one source’s datasets while it is new',
    limit: 1000,
    unit: 'write units/s',
    source: 'bp-partition-key-design.html, as above',
    // As fast as the source may be asked, if the projection is not slower.
    demand: ({ measured, first }) =>
      (eachOf(measured, 'created/project', 'datasets').sourceWriteUnits ?? 0) *
      Math.min(first.largestSource, ASSUMED.perPage * ASSUMED.requestsPerSecond, projectionPace(measured)),
    next:
      'nothing at first: DynamoDB refuses some, the SDK waits, the projection takes longer; later a ' +
      'partition for each part of a source',
  },
  {
    name: 'DynamoDB: reads a second from a partition, the log’s, by followers',
    limit: 3000,
    unit: 'read units/s',
    source: 'bp-partition-key-design.html, as above',
    demand: ({ measured, followed }) =>
      followed.busiestSecond * (eachOf(measured, 'read-page/api', 'once').dynamodbReadUnits ?? 0),
    next: 'the cache in front (it is there); then pages as objects in S3, as the DCAT-AP feed’s are',
  },
  {
    name: 'Harvests at a time',
    limit: topology.functions.harvest.triggers.find((trigger) => trigger.kind === 'queue')?.concurrency ?? 1,
    unit: 'runs',
    source: 'infra/topology.ts; Lambda’s own is 1,000 an account (same page as above)',
    demand: ({ day }) => day.concurrency,
    next:
      'reached whenever more sources are due than that, and harmless: they wait. Raise it when a day ' +
      'of harvests no longer fits into a day',
  },
  {
    name: 'A day for a day’s harvest',
    limit: 24,
    unit: 'h',
    source: 'the sources’ schedule: daily',
    demand: ({ day }) => day.hours,
    next: 'raise the number of harvests at a time from 10 to 50; the owners’ hosts are asked no faster by that',
  },
  {
    name: 'A day for the largest source, at the pace its host is owed',
    limit: 24,
    unit: 'h',
    source: 'politeness: 1 request a second, 100 datasets a page',
    demand: ({ day }) => day.longestRunHours,
    next: 'ask the owner for larger pages, a feed of changes or a faster pace',
  },
  {
    name: 'A day for the daily look at all scores',
    limit: 24,
    unit: 'h',
    source: 'functions/assess-datasets/sweep.ts: one worker',
    demand: ({ measured, size }) =>
      secondsOf(usedBy(measured, 'sweep/assess-datasets', { datasets: size.datasets })) / 3600,
    next:
      'look at those only whose score can change by itself: links checked since, ages that cross a ' +
      'border today; and write those only that changed',
  },
  {
    name: 'SQS: messages in flight',
    limit: 120_000,
    unit: 'messages',
    source: 'docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html',
    demand: ({ day }) => day.messages,
    next: 'nothing: there is one message a run',
  },
  {
    name: 'SQS and SNS: size of a message',
    bounded: true,
    limit: 256,
    unit: 'KB',
    source:
      'sns/latest/dg/large-message-payloads.html: 256 KB unless set otherwise; SQS 1 MB (aws.amazon.com/blogs/compute/more-room-to-build-…)',
    demand: () => 1,
    next: 'nothing: a message says only that there is something, in less than 1 KB',
  },
  {
    name: 'API: requests a second that our gateway lets through',
    limit: 200,
    unit: 'requests/s',
    source:
      'infra/stages/api.ts; API Gateway’s own is 10,000 an account (docs.aws.amazon.com/apigateway/latest/developerguide/limits.html)',
    demand: ({ followed }) => followed.busiestSecond,
    next: 'raise it; the account’s own bound is fifty times as high',
  },
  {
    name: 'API Gateway: size of an answer',
    bounded: true,
    limit: 10,
    unit: 'MB',
    source: 'docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html (Lambda’s own: 6 MB)',
    demand: () => 4,
    next: 'nothing: pages end at 4 MB and files are handed over to S3',
  },
  {
    name: 'DynamoDB: size of an item, a batch of the log',
    bounded: true,
    limit: 400,
    unit: 'KB',
    source: 'docs.aws.amazon.com/amazondynamodb/latest/developerguide/Limits.html',
    demand: ({ measured }) => Math.max(eachOf(measured, 'changed/harvest', 'changed').logWriteUnits ?? 0, 0) * 100,
    next: 'nothing: a batch is cut at 350 KB',
  },
  {
    name: 'S3: writes a second below a prefix',
    limit: 3500,
    unit: 'requests/s',
    source: 'docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html',
    demand: ({ day }) => day.concurrency * ASSUMED.requestsPerSecond,
    next: 'nothing: a page of a source is one object, and a prefix of its own',
  },
  {
    name: 'Cognito: tokens a second',
    limit: 120,
    unit: 'requests/s',
    source: 'known to the authors, not looked up',
    demand: () => ASSUMED.tokens / DAY_SECONDS,
    next: 'nothing: followers need no token',
  },
];
