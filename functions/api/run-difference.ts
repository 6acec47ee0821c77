/**
 * `/v1/runs/{id}/difference`: what a run changed, or would change if it were released; for operators and the owner, as the latter
 * is not published.
 */
import * as z from 'zod';
import { differenceOf } from '#catalogue/difference.ts';
import { differenceKey } from '#functions/harvest/waiting-changes.ts';
import { eachOf } from '#functions/shared/each-of.ts';
import { readLines } from '#functions/shared/json-lines.ts';
import { differenceText, moreText } from '#publishing/difference-text.ts';
import type { TextLanguage } from '#publishing/value-text.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import { RecordDifference } from '#schemas/difference.ts';
import type { Run } from '#schemas/run.ts';
import { authorise, authoriseRunOwner } from './authorise.ts';
import { listCursor, readListCursor } from './cursors.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { fitting, json, jsonBytes, nextHeader, PAGE_BYTES, type Reply, text } from './reply.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';
import { findRun } from './runs.ts';

export const Query = z.strictObject({
  limit: Limit.optional(),
  cursor: z.string().optional(),
  format: z.enum(['json', 'text']).default('json'),
  language: z.enum(['da', 'en']).optional(),
});

const DEFAULT_LIMIT = 100;

/** Records of a text out of the log: each costs reads, and an answer has its time. */
const MOST_IN_TEXT = 2000;

interface Row {
  /** The line of the file, from 1, or the number of the change. */
  readonly line: number;
  readonly difference: RecordDifference;
}

const lineOf = (cursor: string | undefined): number => {
  const [line = '0'] = readListCursor('difference', cursor, 1);
  if (!/^[0-9]{1,9}$/.test(line)) throw new Refusal('invalid-cursor');
  return Number(line);
};

/** Changes of the log that are looked through at a time; each that is the run's costs a read of the one before it. */
const CHANGES_AT_ONCE = 100;

/** What was before a change: the record as of the change before it, which the log names. */
async function differencesOf({ ledger }: ApiPorts, changes: readonly LedgerEntry[]): Promise<Row[]> {
  const earlier = await eachOf(changes, async ({ type, previous }) =>
    type === 'Create' || previous === null ? undefined : (await ledger.read(previous - 1, 1))[0],
  );
  const named = earlier.flatMap((change) => change ?? []);
  const [after, found] = await Promise.all([ledger.payloads(changes), ledger.payloads(named)]);
  const before = new Map(named.map(({ seq }, index) => [seq, found[index] ?? null]));
  return changes.map((change, index) => ({
    line: change.seq,
    difference: differenceOf(change, before.get(earlier[index]?.seq ?? 0) ?? null, after[index] ?? null),
  }));
}

/** What an ended run changed, out of the log between its first and its last change; other runs may have written there too. */
async function changesAfter(ports: ApiPorts, run: Run, after: number, count: number): Promise<Row[]> {
  const { first, last } = run.changes ?? { first: 1, last: 0 };
  const rows: Row[] = [];
  let at = Math.max(after, first - 1);
  while (at < last && rows.length < count) {
    const entries = await ports.ledger.read(at, Math.min(CHANGES_AT_ONCE, last - at));
    const end = entries.at(-1);
    if (!end) break;
    const own = entries.filter((entry) => entry.run === run.id).slice(0, count - rows.length);
    rows.push(...(await differencesOf(ports, own)));
    at = end.seq;
  }
  return rows;
}

/** Whether what the run changed is published; else it is what would be. */
const isInLog = ({ changes, waiting }: Run): boolean => changes !== null && waiting === undefined;

/** The differences after a place, at most `count` of them: the lines of a run that waits, the numbers of changes of one that does not. */
const rowsAfter = (ports: ApiPorts, run: Run, after: number, count: number): Promise<Row[]> =>
  isInLog(run) ? changesAfter(ports, run, after, count) : linesAfter(ports, run.id, after, count);

async function linesAfter({ objects }: ApiPorts, run: string, after: number, count: number): Promise<Row[]> {
  const rows: Row[] = [];
  let line = 0;
  for await (const written of readLines(objects, differenceKey(run))) {
    line += 1;
    if (line <= after) continue;
    rows.push({ line, difference: RecordDifference.parse(JSON.parse(written)) });
    if (rows.length >= count) break;
  }
  return rows;
}

/** What is not published is kept by nobody on the way. */
const PRIVATE = 'no-store';

/** The first language that a browser names; it names the best one first. */
const languageOf = (request: ApiRequest): TextLanguage =>
  /^\s*da\b/i.test(request.headers['accept-language'] ?? '') ? 'da' : 'en';

/** A text is read whole, unless it outgrows an answer. */
async function textOf(ports: ApiPorts, run: Run, after: number, count: number, language: TextLanguage) {
  const parts: string[] = [];
  let bytes = 0;
  let last = after;
  const rows = await rowsAfter(ports, run, after, count + 1);
  for (const { line, difference } of rows.slice(0, count)) {
    const part = differenceText(difference, language);
    bytes += Buffer.byteLength(part);
    if (parts.length > 0 && bytes > PAGE_BYTES) return { body: [...parts, moreText(language)].join('\n'), next: last };
    parts.push(part);
    last = line;
  }
  if (rows.length > count) return { body: [...parts, moreText(language)].join('\n'), next: last };
  return { body: parts.join('\n'), next: null };
}

/** Shows the difference a page at a time as JSON, or as a text that a person reads. */
export async function showRunDifference(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request, 'owner');
  const { limit, cursor, format, language = languageOf(request) } = parseQuery(Query, request.query);
  const run = await findRun(ports, request.params.id);
  await authoriseRunOwner(ports, request, run.source);
  const { links } = ports;
  const path = `/v1/runs/${run.id}/difference`;
  const after = lineOf(cursor);
  if (format === 'text') {
    const { body, next } = await textOf(
      ports,
      run,
      after,
      limit ?? (isInLog(run) ? MOST_IN_TEXT : Number.POSITIVE_INFINITY),
      language,
    );
    const href =
      next === null ? null : links.to(path, { format, language, cursor: listCursor('difference', [String(next)]) });
    return text(body, {
      type: 'text/plain; charset=utf-8',
      cache: PRIVATE,
      headers: { 'content-language': language, ...nextHeader(href) },
    });
  }
  const count = limit ?? DEFAULT_LIMIT;
  const rows = await rowsAfter(ports, run, after, count + 1);
  const page = fitting(rows.slice(0, count), ({ difference }) => jsonBytes(difference));
  const next = rows.length > page.length ? listCursor('difference', [String(page.at(-1)?.line)]) : null;
  const nextHref = next === null ? null : links.to(path, { limit, cursor: next });
  return json(
    {
      items: page.map(({ difference }) => difference),
      cursor: next,
      hasMore: next !== null,
      links: {
        self: links.to(path, { limit, cursor }),
        next: nextHref,
        text: links.to(path, { format: 'text' }),
        run: links.run(run.id),
        held: links.to(`/v1/runs/${run.id}/held`),
      },
    },
    { cache: PRIVATE, headers: nextHeader(nextHref) },
  );
}
