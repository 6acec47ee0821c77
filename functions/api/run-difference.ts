/** `/v1/runs/{id}/difference`: what would change if a run that waits were released; for operators, as it is not published. */
import { z } from 'zod';
import { differenceKey } from '#functions/harvest/waiting-changes.ts';
import { readLines } from '#functions/shared/json-lines.ts';
import { differenceText, moreText } from '#publishing/difference-text.ts';
import type { TextLanguage } from '#publishing/value-text.ts';
import { RecordDifference } from '#schemas/difference.ts';
import { listCursor, readListCursor } from './cursors.ts';
import { authorise, authoriseRunOwner } from './operate.ts';
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

interface Row {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly difference: RecordDifference;
}

const lineOf = (cursor: string | undefined): number => {
  const [line = '0'] = readListCursor('difference', cursor, 1);
  if (!/^[0-9]{1,9}$/.test(line)) throw new Refusal('invalid-cursor');
  return Number(line);
};

/** The lines after a number, at most `count` of them. */
async function rowsAfter({ objects }: ApiPorts, run: string, after: number, count: number): Promise<Row[]> {
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
async function textOf(ports: ApiPorts, run: string, after: number, count: number, language: TextLanguage) {
  const parts: string[] = [];
  let bytes = 0;
  let last = after;
  for (const { line, difference } of await rowsAfter(ports, run, after, count)) {
    const part = differenceText(difference, language);
    bytes += Buffer.byteLength(part);
    if (parts.length > 0 && bytes > PAGE_BYTES) return { body: [...parts, moreText(language)].join('\n'), next: last };
    parts.push(part);
    last = line;
  }
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
    const { body, next } = await textOf(ports, run.id, after, limit ?? Number.POSITIVE_INFINITY, language);
    const href =
      next === null ? null : links.to(path, { format, language, cursor: listCursor('difference', [String(next)]) });
    return text(body, {
      type: 'text/plain; charset=utf-8',
      cache: PRIVATE,
      headers: { 'content-language': language, ...nextHeader(href) },
    });
  }
  const count = limit ?? DEFAULT_LIMIT;
  const rows = await rowsAfter(ports, run.id, after, count + 1);
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
