/** `/v1/runs/{id}/records`: a run's balance sheet, every record with what became of it and why; JSON or CSV. */
import * as z from 'zod';
import { readLines } from '#functions/shared/json-lines.ts';
import { Outcome, type Run, RunRecord } from '#schemas/run.ts';
import { csvRow } from './csv.ts';
import { listCursor, readListCursor } from './cursors.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { CHANGING, fitting, IMMUTABLE, json, jsonBytes, PAGE_BYTES, type Reply, text } from './reply.ts';
import { alternateHeaders, chooseFormat, type Offer } from './representation.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';
import { findRun } from './runs.ts';

const shared = {
  cursor: z.string().optional(),
  outcome: Outcome.optional(),
  format: z.string().optional(),
};
export const PageQuery = z.strictObject({ limit: Limit, ...shared });

/** A table is downloaded whole, unless it outgrows an answer. */
export const CsvQuery = z.strictObject({ limit: Limit.optional(), ...shared });

const pathOf = (run: Run): string => `/v1/runs/${run.id}/records`;

const offerOf = (run: Run, outcome: Outcome | undefined, links: Links): Offer<'json' | 'csv'> => ({
  types: { json: 'application/json', csv: 'text/csv' },
  order: ['json', 'csv'],
  href: (format) =>
    format === 'csv' ? links.to(`${pathOf(run)}.csv`, { outcome }) : links.to(pathOf(run), { outcome, format }),
});

interface Row {
  /** The line of the sheet, from 1. */
  readonly line: number;
  readonly record: RunRecord;
}

/** The rows after a line, of one outcome where it is named; nothing for a run that has not written its sheet yet. */
async function* rowsOf(
  objects: ApiPorts['objects'],
  run: string,
  after: number,
  outcome?: Outcome,
): AsyncGenerator<Row> {
  let line = 0;
  for await (const json of readLines(objects, `runs/${run}/records.jsonl.gz`)) {
    line += 1;
    if (line <= after) continue;
    const record = RunRecord.parse(JSON.parse(json));
    if (outcome === undefined || record.outcome === outcome) yield { line, record };
  }
}

const columns = ['outcome', 'id', 'identifier', 'reason', 'page', 'place', 'waits'] as const;

const csvLine = (record: RunRecord): string => csvRow(columns.map((column) => record[column]));

/** A sheet is written once, when its run ends. */
const cacheOf = (run: Run): string => (run.endedAt === null || run.state === 'held' ? CHANGING : IMMUTABLE);

const lineOf = (cursor: string | undefined): number => {
  const [line = '0'] = readListCursor('records', cursor, 1);
  if (!/^[0-9]{1,9}$/.test(line)) throw new Refusal('invalid-cursor');
  return Number(line);
};

async function pageOfRows(ports: ApiPorts, run: Run, request: ApiRequest): Promise<Reply> {
  const { links, objects } = ports;
  const { limit, cursor, outcome, format } = parseQuery(PageQuery, request.query);
  const rows: Row[] = [];
  for await (const row of rowsOf(objects, run.id, lineOf(cursor), outcome)) {
    rows.push(row);
    if (rows.length > limit) break;
  }
  const shown = fitting(rows.slice(0, limit), ({ record }) => jsonBytes(record));
  const next = rows.length > shown.length ? listCursor('records', [String(shown.at(-1)?.line)]) : null;
  const offer = offerOf(run, outcome, links);
  const path = pathOf(run);
  const filters = { limit, outcome, format };
  const nextHref = next === null ? null : links.to(path, { ...filters, cursor: next });
  const page = {
    items: shown.map(({ record }) => record),
    cursor: next,
    hasMore: next !== null,
    links: {
      self: links.to(path, { ...filters, cursor }),
      next: nextHref,
      csv: offer.href('csv'),
      run: links.run(run.id),
    },
  };
  const more = nextHref === null ? [] : [{ href: nextHref, rel: 'next' }];
  return json(page, { cache: cacheOf(run), headers: alternateHeaders('json', offer, more) });
}

async function tableOfRows(ports: ApiPorts, run: Run, request: ApiRequest): Promise<Reply> {
  const { links, objects } = ports;
  const { limit = Number.POSITIVE_INFINITY, cursor, outcome } = parseQuery(CsvQuery, request.query);
  const lines = [`${columns.join(',')}\r\n`];
  let bytes = 0;
  let last: Row | undefined;
  let next: string | undefined;
  for await (const row of rowsOf(objects, run.id, lineOf(cursor), outcome)) {
    const line = csvLine(row.record);
    bytes += Buffer.byteLength(line);
    if (last && (lines.length > limit || bytes > PAGE_BYTES)) {
      next = listCursor('records', [String(last.line)]);
      break;
    }
    lines.push(line);
    last = row;
  }
  const nextHref = links.to(`${pathOf(run)}.csv`, { outcome, cursor: next });
  const more = next === undefined ? [] : [{ href: nextHref, rel: 'next' }];
  const headers = {
    ...alternateHeaders('csv', offerOf(run, outcome, links), more),
    'content-disposition': `attachment; filename="${run.id}.csv"`,
  };
  return text(lines.join(''), { type: 'text/csv; charset=utf-8; header=present', cache: cacheOf(run), headers });
}

/** Shows the sheet in the format that the suffix, `?format=` or Accept asks for. */
export async function listRunRecords(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const run = await findRun(ports, request.params.id);
  const suffix = request.path.endsWith('.csv') ? 'csv' : undefined;
  const { outcome, format } = parseQuery(CsvQuery, request.query);
  const chosen = chooseFormat(request, offerOf(run, outcome, ports.links), { suffix, format });
  return chosen === 'csv' ? tableOfRows(ports, run, request) : pageOfRows(ports, run, request);
}
