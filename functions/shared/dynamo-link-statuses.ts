/** The statuses of links in the quality table, for whoever reads them and for the checker. */
import { type DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type LinkStatus, linkStates } from '#quality/links/link-status.ts';
import { linkAddress } from '#quality/links/record-links.ts';
import { dynamo } from './clients/dynamo.ts';
import { tookPlace } from './conditional-write.ts';
import { translated } from './failures.ts';
import { keyOf, partOf, rowsIn, statusItem, statusOf, usesIn } from './link-rows.ts';
import type { LinkChecks, LinkListing, LinkPage, LinkStatuses } from './link-statuses.ts';

/** Rows that one page looks at: a filter that lets few through must not read the whole table for a request. */
const LOOKED_AT = 2000;
/** Rows of a partition that are read together with their statuses. */
const PORTION = 100;

const byState = (state: string, after: string) => ({
  IndexName: 'by-state',
  KeyConditionExpression: '#state = :state AND changed > :after',
  ExpressionAttributeNames: { '#state': 'state' },
  // A sort key in a condition may not be empty; every time is greater than a blank.
  ExpressionAttributeValues: { ':state': { S: state }, ':after': { S: after || ' ' } },
});

const inPartition = (pk: string, after: string) => ({
  KeyConditionExpression: 'pk = :pk AND sk > :after',
  ExpressionAttributeValues: { ':pk': { S: pk }, ':after': { S: after || ' ' } },
});

/** A status and the place in its list behind which the list goes on. */
interface Placed {
  readonly status: LinkStatus;
  readonly place: string;
}

/** @param table the quality table's name. */
export function dynamoLinkStatuses(table: string, client: DynamoDBClient = dynamo): LinkStatuses & LinkChecks {
  const { rows, statuses } = rowsIn(table, client);

  /** State by state; a place names its state. */
  async function* placedByState({ state, after }: LinkListing): AsyncGenerator<Placed> {
    const [from = '', changed = ''] = after?.split('|') ?? [];
    const wanted = state === undefined ? linkStates : [state];
    const first = Math.max(0, wanted.map(String).indexOf(from));
    for (const each of wanted.slice(first)) {
      for await (const item of rows({ ...byState(each, each === from ? changed : ''), Limit: PORTION })) {
        yield { status: statusOf(item), place: `${each}|${item.changed?.S}` };
      }
    }
  }

  async function* placedIn(pk: string, after = ''): AsyncGenerator<Placed> {
    let keys: string[] = [];
    const flush = async function* (): AsyncGenerator<Placed> {
      const found = await statuses(keys);
      for (const key of keys) {
        const status = found.get(key);
        if (status) yield { status, place: key };
      }
      keys = [];
    };
    for await (const item of rows({ ...inPartition(pk, after), Limit: PORTION })) {
      keys.push(item.sk?.S ?? '');
      if (keys.length === PORTION) yield* flush();
    }
    yield* flush();
  }

  const placed = (listing: LinkListing): AsyncGenerator<Placed> => {
    const { dataset, source, after } = listing;
    if (dataset !== undefined) return placedIn(`DATASET-LINKS#${dataset}`, after);
    return source === undefined ? placedByState(listing) : placedIn(`SOURCE-LINKS#${source}`, after);
  };

  const isWanted = (status: LinkStatus, { state, kind, source, dataset }: LinkListing): boolean =>
    (state ?? status.state) === status.state &&
    (kind ?? status.kind) === status.kind &&
    // A dataset of another source has none of this one's links.
    (dataset === undefined || source === undefined || dataset.startsWith(`${source}.`));

  return {
    async get(urls) {
      const keys = new Map(
        urls.flatMap((url) => {
          const address = linkAddress(url);
          return address === undefined ? [] : [[url, keyOf(address)] as const];
        }),
      );
      const found = await statuses([...keys.values()]);
      return new Map(
        [...keys].flatMap(([url, key]) => {
          const status = found.get(key);
          return status ? [[url, status] as const] : [];
        }),
      );
    },

    async list(listing): Promise<LinkPage> {
      const links: LinkStatus[] = [];
      let last: string | null = null;
      let looked = 0;
      for await (const { status, place } of placed(listing)) {
        if (links.length === listing.limit || looked === LOOKED_AT) return { links, next: last };
        if (isWanted(status, listing)) links.push(status);
        last = place;
        looked += 1;
      }
      return { links, next: null };
    },

    async changedSince(since, limit) {
      const found: { readonly status: LinkStatus; readonly changed: string }[] = [];
      for (const state of linkStates) {
        let taken = 0;
        for await (const item of rows({ ...byState(state, since), Limit: limit + 1 })) {
          found.push({ status: statusOf(item), changed: item.changed?.S ?? '' });
          taken += 1;
          if (taken > limit) break;
        }
      }
      found.sort((one, other) => (one.changed < other.changed ? -1 : 1));
      const page = found.slice(0, limit);
      return {
        links: page.map(({ status }) => status),
        cursor: page.at(-1)?.changed ?? since,
        hasMore: found.length > limit,
      };
    },

    async usesOf(url, limit) {
      const found = [];
      const input = inPartition(`URL#${keyOf(url)}`, 'USE#');
      for await (const item of rows({ ...input, Limit: limit })) {
        found.push({ dataset: partOf(item.sk), uses: usesIn(item) });
        if (found.length === limit) break;
      }
      return found;
    },

    async linksOf(dataset) {
      const found = [];
      for await (const item of rows(inPartition(`DATASET-LINKS#${dataset}`, ''))) found.push(...usesIn(item));
      return found.sort((one, other) => (`${one.place} ${one.url}` < `${other.place} ${other.url}` ? -1 : 1));
    },

    async hosts() {
      const found = [];
      for await (const item of rows(inPartition('HOSTS', ''))) {
        found.push({ host: item.sk?.S ?? '', restUntil: Number(item.restUntil?.N ?? 0) });
      }
      return found;
    },

    async due(host, now, limit) {
      const found: LinkStatus[] = [];
      const input = {
        IndexName: 'by-host',
        KeyConditionExpression: 'host = :host AND due <= :now',
        ExpressionAttributeValues: { ':host': { S: host }, ':now': { S: new Date(now).toISOString() } },
        Limit: limit,
      };
      for await (const item of rows(input)) {
        found.push(statusOf(item));
        if (found.length === limit) break;
      }
      return found;
    },

    async save(next, before) {
      const command = new PutItemCommand({
        TableName: table,
        Item: statusItem(next),
        ConditionExpression: 'checked = :before',
        ExpressionAttributeValues: { ':before': { S: before.checkedAt ?? 'never' } },
      });
      return tookPlace(() => client.send(command));
    },

    async rest(host, untilMs) {
      const command = new UpdateItemCommand({
        TableName: table,
        Key: { pk: { S: 'HOSTS' }, sk: { S: host } },
        UpdateExpression: 'SET restUntil = :until',
        ExpressionAttributeValues: { ':until': { N: String(untilMs) } },
      });
      await translated(() => client.send(command));
    },
  };
}
