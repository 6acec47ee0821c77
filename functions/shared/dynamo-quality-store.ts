/**
 * The quality table. A dataset has one partition, `DATASET#<id>`, with `ASSESSMENT`, `SUMMARY`, `CONFIRMED` and a `DAY#<day>`
 * for each day on which its scores changed. Aggregates stand in `GATHERED#<kind>` / `<id>`, their days in
 * `GATHERED#<kind>#<id>` / `DAY#<day>`.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBClient, GetItemCommand, PutItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Assessment } from '#schemas/assessment.ts';
import {
  Aggregate,
  AggregatePoint,
  type Gathering,
  type ScoreCause,
  ScorePoint,
  ScoreSummary,
} from '#schemas/score-history.ts';
import { dynamo } from './clients/dynamo.ts';
import { batchGet } from './dynamo-batch-get.ts';
import { batchWrite } from './dynamo-batch-write.ts';
import { type Item, queriedItems } from './dynamo-items.ts';
import { PermanentFailure, translated } from './failures.ts';
import type { ObjectStore } from './object-store.ts';
import type { Assessed, AssessmentWrite, DayRange, QualityStore } from './quality-store.ts';
import { recordIn, recordKinds, versionAttribute } from './record-version.ts';

/** An item may hold 400 KB; an assessment that fills more than this lies in the bucket. */
const ASSESSMENT_BYTES = 300_000;

/** Causes that a day keeps: a source that runs every minute would fill the item. The first are kept, they made the day's change. */
const CAUSES_A_DAY = 20;

const keyOf = (pk: string, sk: string): Item => ({ pk: { S: pk }, sk: { S: sk } });
const datasetKey = (dataset: string, sk: string): Item => keyOf(`DATASET#${dataset}`, sk);
const dayKey = (day: string): string => `DAY#${day}`;
const objectKey = (dataset: string): string => `quality/assessments/${dataset}.json.gz`;
const datasetOf = (item: Item): string => (item.pk?.S ?? '').slice('DATASET#'.length);

/** A day's last moment sorts behind each of its points. */
const between = ({ from = '0', to = '9' }: DayRange) => ({
  ':from': { S: dayKey(from) },
  ':to': { S: `${dayKey(to)}~` },
});

const put = (item: Item): WriteRequest => ({ PutRequest: { Item: item } });
const drop = (key: Item): WriteRequest => ({ DeleteRequest: { Key: key } });

const summaryItem = ({ assessment, summary }: AssessmentWrite): Item => ({
  ...datasetKey(assessment.dataset, 'SUMMARY'),
  summary: { S: JSON.stringify(summary) },
});

/** The day's causes with one more; a step that is done again brings none that it has brought already. */
const joined = (causes: readonly ScoreCause[], cause: ScoreCause): ScoreCause[] =>
  causes.some((had) => JSON.stringify(had) === JSON.stringify(cause)) ? [...causes] : [...causes, cause];

/** Whether two aggregates say the same; a mean may differ in its last bits when datasets come in another order. */
const isSame = (one: Aggregate | undefined, other: Aggregate): boolean =>
  one !== undefined && JSON.stringify(rounded(one)) === JSON.stringify(rounded(other));

const rounded = (aggregate: Aggregate): unknown => [
  aggregate.datasets,
  aggregate.share.toFixed(6),
  aggregate.mqa.toFixed(6),
  Object.entries(aggregate.letters).toSorted(),
  Object.entries(aggregate.ratings).toSorted(),
  Object.entries(aggregate.conforms).toSorted(),
];

export interface DynamoQualityOptions {
  readonly table: string;
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly client?: DynamoDBClient | undefined;
}

export function dynamoQualityStore({ table, objects, client = dynamo }: DynamoQualityOptions): QualityStore {
  const batches = { table, client };

  const query = (pk: string, range?: ReturnType<typeof between>): Promise<Item[]> =>
    Array.fromAsync(
      queriedItems(client, {
        TableName: table,
        KeyConditionExpression: range ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk }, ...range },
      }),
    );

  const assessmentItem = async ({ assessment, seq, rules }: Assessed): Promise<Item> => {
    const bytes = gzipSync(JSON.stringify(assessment), { level: 1 });
    const about = { ...datasetKey(assessment.dataset, 'ASSESSMENT'), seq: { N: String(seq) }, rules: { S: rules } };
    if (bytes.length <= ASSESSMENT_BYTES) return { ...about, assessment: { B: bytes } };
    await objects.put(objectKey(assessment.dataset), bytes, { contentEncoding: 'gzip' });
    return { ...about, object: { S: objectKey(assessment.dataset) } };
  };

  /** The points that the writes make of their days, with what the days had already. */
  const pointsOf = async (writes: readonly AssessmentWrite[]): Promise<Item[]> => {
    const caused = writes.flatMap(({ assessment, summary, cause }) =>
      cause ? [{ dataset: assessment.dataset, day: assessment.assessedAt.slice(0, 10), summary, cause }] : [],
    );
    const keys = caused.map(({ dataset, day }) => datasetKey(dataset, dayKey(day)));
    const had = new Map((await batchGet(batches, keys)).map((item) => [datasetOf(item), pointOf(item)]));
    return caused.map(({ dataset, day, summary, cause }) => {
      const causes = joined(had.get(dataset)?.causes ?? [], cause).slice(0, CAUSES_A_DAY);
      const point: ScorePoint = { ...summary, day, causes };
      const key = datasetKey(dataset, dayKey(day));
      return { ...key, point: { S: JSON.stringify(point) }, ...versionAttribute(recordKinds.scorePoint) };
    });
  };

  const aggregates = async (by: Gathering): Promise<Aggregate[]> =>
    (await query(`GATHERED#${by}`)).map((item) => Aggregate.parse(JSON.parse(item.aggregate?.S ?? 'null')));

  return {
    // One kind after the other. Whoever does it again after a worker that died finds scores that differ from the summary until
    // the point is there, and an assessment that is the old one, by which causes are told, until the summary is.
    async write(writes) {
      await batchWrite(batches, (await pointsOf(writes)).map(put));
      await batchWrite(batches, writes.map(summaryItem).map(put));
      const items: Item[] = [];
      for (const write of writes) items.push(await assessmentItem(write));
      await batchWrite(batches, items.map(put));
    },

    async remove(datasets) {
      const keys = datasets.flatMap((dataset) => ['ASSESSMENT', 'SUMMARY'].map((sk) => datasetKey(dataset, sk)));
      await batchWrite(batches, keys.map(drop));
    },

    async get(dataset) {
      const Key = datasetKey(dataset, 'ASSESSMENT');
      const { Item: item } = await translated(() =>
        client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true })),
      );
      if (!item) return undefined;
      const bytes = item.assessment?.B ?? (await objects.get(item.object?.S ?? ''));
      if (!bytes) throw new PermanentFailure(`The assessment of ${dataset} is not in ${item.object?.S}.`);
      const assessment = Assessment.parse(JSON.parse(gunzipSync(bytes).toString()));
      return { assessment, seq: Number(item.seq?.N), rules: item.rules?.S ?? '' };
    },

    async summaries(datasets) {
      const items = await batchGet(
        batches,
        [...new Set(datasets)].map((dataset) => datasetKey(dataset, 'SUMMARY')),
      );
      return new Map(items.map((item) => [datasetOf(item), ScoreSummary.parse(JSON.parse(item.summary?.S ?? 'null'))]));
    },

    history: async (dataset, range = {}) => (await query(`DATASET#${dataset}`, between(range))).map(pointOf),

    async gather(by, gathered, day) {
      const had = new Map((await aggregates(by)).map((aggregate) => [aggregate.id, aggregate]));
      const others = gathered.filter((aggregate) => !isSame(had.get(aggregate.id), aggregate));
      const ids = new Set(gathered.map(({ id }) => id));
      const gone = [...had.keys()].filter((id) => !ids.has(id));
      const points = others.map((aggregate) => ({
        ...keyOf(`GATHERED#${by}#${aggregate.id}`, dayKey(day)),
        point: { S: JSON.stringify({ ...aggregate, day } satisfies AggregatePoint) },
      }));
      const items = others.map((aggregate) => ({
        ...keyOf(`GATHERED#${by}`, aggregate.id),
        aggregate: { S: JSON.stringify(aggregate) },
      }));
      // The points first: once an aggregate is the new one, nothing tells that it changed.
      await batchWrite(batches, points.map(put));
      await batchWrite(batches, [...items.map(put), ...gone.map((id) => drop(keyOf(`GATHERED#${by}`, id)))]);
    },

    aggregates,

    aggregateHistory: async (by, id, range = {}) =>
      (await query(`GATHERED#${by}#${id}`, between(range))).map((item) =>
        AggregatePoint.parse(JSON.parse(item.point?.S ?? 'null')),
      ),

    async confirmations(datasets) {
      const keys = [...new Set(datasets)].map((dataset) => datasetKey(dataset, 'CONFIRMED'));
      const items = await batchGet(batches, keys);
      return new Map(items.map((item) => [datasetOf(item), z.iso.datetime().parse(item.at?.S)]));
    },

    async confirm(dataset, at) {
      const item = { ...datasetKey(dataset, 'CONFIRMED'), at: { S: at } };
      await translated(() => client.send(new PutItemCommand({ TableName: table, Item: item })));
    },
  };
}

const pointOf = (item: Item): ScorePoint => ScorePoint.parse(recordIn(recordKinds.scorePoint, item, 'point'));
