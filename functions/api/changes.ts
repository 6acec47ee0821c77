/** `/v1/changes`: the log as anyone may follow it. A cursor is a place in the log, so filters may change between two calls. */
import * as z from 'zod';
import { filterOf } from '#functions/shared/change-filter.ts';
import { type LedgerHead, lastBefore } from '#functions/shared/ledger.ts';
import { changeCursor } from '#publishing/change-cursor.ts';
import { ChangeType, type LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { changeItem } from './change-item.ts';
import { changeTriples } from './change-rdf.ts';
import { numberIn, readChangeCursor } from './cursors.ts';
import { logNumber } from './log-numbers.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { contentType, type ResourceFormat, resourceTypes, tripleWriters } from './rdf-writers.ts';
import { CHANGING, IMMUTABLE, json, jsonBytes, nextHeader, PAGE_BYTES, type Reply, text } from './reply.ts';
import { alternateHeaders, chooseFormat, type Offer } from './representation.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';

/** Entries that one answer looks at: a filter that fits nothing would else read the whole log in one call. */
const SCAN_ENTRIES = 5_000;

/** Entries that one answer looks at when it needs their records as well: each may be an object of its own. */
const SCAN_RECORDS = 200;

/** Entries read at a time. */
const READ_ENTRIES = 500;

/**
 * How long a follower that has reached the end waits before it asks again, in seconds. Sources are harvested once a day, and
 * who wants to know at once has a webhook; a thousand followers that ask each minute cost more than everything else together.
 */
const POLL_AFTER = 300;

const types = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(ChangeType));

export const Query = z.strictObject({
  since: z.string().default('0'),
  limit: Limit,
  types: types.optional(),
  source: z.string().min(1).optional(),
  owner: z.string().min(1).optional(),
  theme: z.string().min(1).optional(),
  include: z.literal('data').optional(),
});
type Query = z.infer<typeof Query>;

const Instant = z.iso.datetime({ offset: true });

/** The number after which to read. @throws Refusal for a cursor that is none of this log. */
export async function placeOf(
  since: string,
  head: LedgerHead,
  { ledger, links }: Pick<ApiPorts, 'ledger' | 'links'>,
): Promise<number> {
  if (since === '0') return 0;
  if (since === 'now') return head.seq;
  if (Instant.safeParse(since).success) return lastBefore(ledger, Date.parse(since));
  return readChangeCursor(since, head, links);
}

interface Scan {
  readonly matches: readonly LedgerEntry[];
  /** The last entry that was looked at: where the next call goes on, also when nothing matched. */
  readonly last: number;
  /** The answer ended at one of its own bounds and not at the end of the log: it will be the same for ever. */
  readonly full: boolean;
}

/** Looks through the log until enough entries match, enough were looked at, or the log ends. */
async function scan(
  ports: Pick<ApiPorts, 'ledger' | 'sources'>,
  { after, head }: { readonly after: number; readonly head: number },
  query: Query,
): Promise<Scan> {
  const filter = await filterOf(ports, query);
  const most = query.theme === undefined ? SCAN_ENTRIES : SCAN_RECORDS;
  const matches: LedgerEntry[] = [];
  let last = after;
  while (last - after < most) {
    // The log ended here when the answer was begun: what came since is for the next call, and looking for it costs a read.
    if (last >= head) return { matches, last, full: false };
    const wanted = Math.min(READ_ENTRIES, most - (last - after));
    const entries = await ports.ledger.read(last, filter ? wanted : query.limit - matches.length);
    const end = entries.at(-1);
    if (!end) return { matches, last, full: false };
    const fitting = filter ? await filter(entries) : entries;
    const taken = fitting.slice(0, query.limit - matches.length);
    matches.push(...taken);
    const final = matches.at(-1);
    if (final && matches.length === query.limit) return { matches, last: final.seq, full: true };
    last = end.seq;
  }
  return { matches, last, full: true };
}

/** Entries whose records are read at a time, until the page is full of bytes. */
const DATA_ENTRIES = 100;

/** The records of a scan, and as much of the scan as fits into an answer with them, at least one change. */
async function withData(
  { ledger, links }: ApiPorts,
  scanned: Scan,
): Promise<Scan & { data: (CatalogueEntry | null)[] }> {
  const data: (CatalogueEntry | null)[] = [];
  let left = PAGE_BYTES;
  for (let start = 0; start < scanned.matches.length; start += DATA_ENTRIES) {
    const changes = scanned.matches.slice(start, start + DATA_ENTRIES);
    const records = await ledger.payloads(changes);
    for (const [index, change] of changes.entries()) {
      const record = records[index] ?? null;
      left -= jsonBytes(changeItem(change, links, record));
      const last = scanned.matches[data.length - 1];
      if (left < 0 && last) return { matches: scanned.matches.slice(0, data.length), last: last.seq, full: true, data };
      data.push(record);
    }
  }
  return { ...scanned, data };
}

/**
 * A page of changes. One that ended at its limit never changes again, so its bytes may be kept for ever: it says nothing of
 * what came after it, and its `head` is the last change that it looked at. The page at the end tells the head of the log.
 * Whose a source is may be put right later, so a page by owner may change.
 */
export async function listChanges(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { ledger, links } = ports;
  const query = parseQuery(Query, request.query);
  const from = query.since === '0' ? 0 : numberIn(query.since);
  // A page that ends before an end seen earlier says nothing of the end: it need not be looked for.
  const head = await ledger.head(from === undefined ? undefined : from + SCAN_ENTRIES + 1);
  const after = await placeOf(query.since, head, ports);
  const scanned =
    query.since === 'now'
      ? { matches: [], last: after, full: false }
      : await scan(ports, { after, head: head.seq }, query);
  const { matches, last, full, data } = query.include
    ? await withData(ports, scanned)
    : { ...scanned, data: undefined };
  const filters = {
    limit: query.limit,
    types: query.types?.join(','),
    source: query.source,
    owner: query.owner,
    theme: query.theme,
    include: query.include,
  };
  const cursor = changeCursor(head.epoch, last);
  const next = links.to('/v1/changes', { since: cursor, ...filters });
  const page = {
    items: matches.map((change, index) => changeItem(change, links, data && (data[index] ?? null))),
    cursor,
    hasMore: full,
    head: full ? last : Math.max(last, head.seq),
    epoch: head.epoch,
    links: {
      self: links.to('/v1/changes', { since: changeCursor(head.epoch, after), ...filters }),
      next,
      snapshot: links.snapshot,
    },
    ...(!full && { pollAfter: POLL_AFTER }),
  };
  return json(page, { cache: full && query.owner === undefined ? IMMUTABLE : CHANGING, headers: nextHeader(next) });
}

export const OneQuery = z.strictObject({ format: z.string().optional() });

const formats: Offer<ResourceFormat>['order'] = ['json', 'jsonld', 'ttl', 'nt', 'rdf'];

/** `/v1/changes/{seq}`: one change, with its record; in RDF it is the activity that the feed tells of. It never changes. */
export async function showChange(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { ledger, links } = ports;
  const { format: wished } = parseQuery(OneQuery, request.query);
  const { number, suffix } = logNumber(request.params.seq ?? '', links) ?? {};
  const [change] = number === undefined ? [] : await ledger.read(number - 1, 1);
  if (!change) throw new Refusal('not-found', { detail: 'There is no change of this number.' });
  const offer = { types: resourceTypes, order: formats, href: (each: string) => `${links.change(change.seq)}.${each}` };
  const format = chooseFormat(request, offer, { suffix, format: wished });
  const headers = alternateHeaders(format, offer);
  if (format !== 'json') {
    const body = tripleWriters[format](await changeTriples(ports, change));
    return text(body, { type: contentType(format), cache: IMMUTABLE, headers });
  }
  const [data = null] = await ledger.payloads([change]);
  const neighbours = {
    self: links.change(change.seq),
    previous: change.previous === null ? null : links.change(change.previous),
    history: links.to(`/v1/datasets/${change.dataset}/changes`),
  };
  return json({ ...changeItem(change, links, data), links: neighbours }, { cache: IMMUTABLE, headers });
}
