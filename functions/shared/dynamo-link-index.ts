/** Who names which address, in the quality table. The rows of the dataset are written last and deleted last: a step that died is done again whole. */
import { type DynamoDBClient, UpdateItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { linkStates, newLink } from '#quality/links/link-status.ts';
import type { LinkUse } from '#quality/links/record-links.ts';
import { sourceOf } from '#schemas/run.ts';
import { dynamo } from './clients/dynamo.ts';
import { batchWrite } from './dynamo-batch-write.ts';
import type { Item } from './dynamo-items.ts';
import { translated } from './failures.ts';
import { keyOf, partOf, rowsIn, statusItem, statusKey, usesIn } from './link-rows.ts';
import type { LinkIndex } from './link-statuses.ts';

const put = (item: Item): WriteRequest => ({ PutRequest: { Item: item } });
const remove = (key: Item): WriteRequest => ({ DeleteRequest: { Key: key } });

const useKey = (key: string, dataset: string): Item => ({ pk: { S: `URL#${key}` }, sk: { S: `USE#${dataset}` } });
const datasetKey = (dataset: string, key: string): Item => ({ pk: { S: `DATASET-LINKS#${dataset}` }, sk: { S: key } });
const sourceKey = (source: string, key: string): Item => ({ pk: { S: `SOURCE-LINKS#${source}` }, sk: { S: key } });

/** Uses by the key of their address. */
const grouped = (uses: readonly LinkUse[]): Map<string, LinkUse[]> => Map.groupBy(uses, ({ url }) => keyOf(url));

/** What one dataset says of one address. */
interface Mention {
  readonly dataset: string;
  readonly key: string;
  readonly uses: readonly LinkUse[];
}

/** Datasets that are looked up at once. */
const AT_ONCE = 8;

async function eachAtOnce<Value>(values: readonly Value[], work: (value: Value) => Promise<void>): Promise<void> {
  const waiting = values.values();
  const worker = async () => {
    for (const value of waiting) await work(value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Statuses that are forgotten together when the log is read anew. */
const CLEARED_AT_ONCE = 200;

/** @param table the quality table's name. */
export function dynamoLinkIndex(table: string, client: DynamoDBClient = dynamo): LinkIndex {
  const { rows, statuses } = rowsIn(table, client);
  const write = (requests: readonly WriteRequest[]) => batchWrite({ client, table }, requests);

  /** Hosts that this instance has entered already; they are never taken out, but whoever empties the table takes them all. */
  const hostsEntered = new Set<string>();

  /** What the dataset named until now, by key. */
  async function namedBy(dataset: string): Promise<Map<string, string>> {
    const named = new Map<string, string>();
    const input = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `DATASET-LINKS#${dataset}` } },
      ConsistentRead: true,
    };
    for await (const item of rows(input)) named.set(item.sk?.S ?? '', JSON.stringify(usesIn(item)));
    return named;
  }

  /** What is known of the host already stays: that it asked for rest is no less true for one more link. */
  async function enterHost(host: string): Promise<void> {
    if (hostsEntered.has(host)) return;
    const command = new UpdateItemCommand({
      TableName: table,
      Key: { pk: { S: 'HOSTS' }, sk: { S: host } },
      UpdateExpression: 'SET restUntil = if_not_exists(restUntil, :never)',
      ExpressionAttributeValues: { ':never': { N: '0' } },
    });
    await translated(() => client.send(command));
    hostsEntered.add(host);
  }

  /** Makes a status for each address that has none. */
  async function enterUrls(urls: ReadonlySet<string>, now: number): Promise<void> {
    const known = await statuses([...urls].map(keyOf), true);
    const fresh = [...urls].filter((url) => !known.has(keyOf(url)));
    for (const host of new Set(fresh.map((url) => new URL(url).host))) await enterHost(host);
    // Nobody but this consumer makes a status, so what was missing a moment ago still is.
    await write(fresh.map((url) => put(statusItem(newLink(url, now)))));
  }

  async function enter(mentions: readonly Mention[], now: number): Promise<void> {
    await enterUrls(new Set(mentions.flatMap(({ uses }) => uses.map(({ url }) => url))), now);
    const bySource = new Map(
      mentions.map(({ dataset, key }) => [`${sourceOf(dataset)} ${key}`, sourceKey(sourceOf(dataset), key)]),
    );
    await write([
      ...mentions.map(({ dataset, key, uses }) => put({ ...useKey(key, dataset), uses: { S: JSON.stringify(uses) } })),
      ...[...bySource.values()].map(put),
    ]);
    await write(
      mentions.map(({ dataset, key, uses }) => put({ ...datasetKey(dataset, key), uses: { S: JSON.stringify(uses) } })),
    );
  }

  /** Whether a dataset whose id begins so still names the address. */
  async function isNamed(key: string, prefix: string): Promise<boolean> {
    const input = {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': { S: `URL#${key}` }, ':prefix': { S: `USE#${prefix}` } },
      ConsistentRead: true,
      Limit: 1,
    };
    for await (const _ of rows(input)) return true;
    return false;
  }

  async function leave(dataset: string, keys: readonly string[]): Promise<void> {
    await write(keys.map((key) => remove(useKey(key, dataset))));
    const source = sourceOf(dataset);
    const requests: WriteRequest[] = [];
    for (const key of keys) {
      if (await isNamed(key, `${source}.`)) continue;
      requests.push(remove(sourceKey(source, key)));
      if (!(await isNamed(key, ''))) requests.push(remove(statusKey(key)));
    }
    await write(requests);
    await write(keys.map((key) => remove(datasetKey(dataset, key))));
  }

  /** Everything about one address. */
  async function forget(key: string): Promise<void> {
    const input = {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': { S: `URL#${key}` }, ':prefix': { S: 'USE#' } },
    };
    const datasets: string[] = [];
    for await (const item of rows(input)) datasets.push(partOf(item.sk));
    const sources = new Set(datasets.map(sourceOf));
    await write([
      ...datasets.flatMap((dataset) => [remove(useKey(key, dataset)), remove(datasetKey(dataset, key))]),
      ...[...sources].map((source) => remove(sourceKey(source, key))),
    ]);
    await write([remove(statusKey(key))]);
  }

  async function* allKeys(): AsyncGenerator<string> {
    for (const state of linkStates) {
      const input = {
        IndexName: 'by-state',
        KeyConditionExpression: '#state = :state',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':state': { S: state } },
        Limit: CLEARED_AT_ONCE,
      };
      for await (const item of rows(input)) yield partOf(item.pk);
    }
  }

  return {
    async replace(changes, now) {
      const mentions: Mention[] = [];
      const gone: { readonly dataset: string; readonly keys: readonly string[] }[] = [];
      await eachAtOnce(changes, async ({ dataset, uses }) => {
        const before = await namedBy(dataset);
        const after = grouped(uses);
        for (const [key, named] of after) {
          if (before.get(key) !== JSON.stringify(named)) mentions.push({ dataset, key, uses: named });
        }
        const keys = [...before.keys()].filter((key) => !after.has(key));
        if (keys.length > 0) gone.push({ dataset, keys });
      });
      await enter(mentions, now);
      // One after the other: of two that leave an address, the later one must see that the earlier has left.
      for (const { dataset, keys } of gone) await leave(dataset, keys);
    },

    async clear() {
      hostsEntered.clear();
      for await (const key of allKeys()) await forget(key);
    },
  };
}
