/** `/v1/runs/{id}/problems`: a run's problems by code, with what is new, fixed or still there; the full list as CSV. */
import * as z from 'zod';
import { problemsKey } from '#functions/harvest/run-problems.ts';
import { readLines } from '#functions/shared/json-lines.ts';
import type { Severity } from '#schemas/problem.ts';
import { problemCode } from '#schemas/problem-codes.ts';
import { PROBLEMS_KEPT, type Run } from '#schemas/run.ts';
import { RunProblem, Standing } from '#schemas/run-problem.ts';
import { csvRow } from './csv.ts';
import { listCursor, readListCursor } from './cursors.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { CHANGING, IMMUTABLE, json, PAGE_BYTES, type Reply, text } from './reply.ts';
import { alternateHeaders, chooseFormat, type Offer } from './representation.ts';
import { type ApiRequest, parseQuery } from './request.ts';
import { findRun } from './runs.ts';

const filters = {
  code: z.string().optional(),
  standing: Standing.optional(),
  format: z.string().optional(),
};
export const GroupQuery = z.strictObject(filters);
export const CsvQuery = z.strictObject({ ...filters, cursor: z.string().optional() });
type Filter = Pick<z.infer<typeof GroupQuery>, 'code' | 'standing'>;

const pathOf = (run: Run): string => `/v1/runs/${run.id}/problems`;

const offerOf = (run: Run, { code, standing }: Filter, links: Links): Offer<'json' | 'csv'> => ({
  types: { json: 'application/json', csv: 'text/csv' },
  order: ['json', 'csv'],
  href: (format) =>
    format === 'csv'
      ? links.to(`${pathOf(run)}.csv`, { code, standing })
      : links.to(pathOf(run), { code, standing, format }),
});

/** As many problems of a code are shown as examples: enough to see what it is about; the table has them all. */
const EXAMPLES = 3;

/** The full list; a run that is under way, or kept none, has only what stands in the run itself. */
async function* problemsOf({ objects }: ApiPorts, run: Run): AsyncGenerator<RunProblem> {
  let any = false;
  for await (const line of readLines(objects, problemsKey(run.id))) {
    any = true;
    yield RunProblem.parse(JSON.parse(line));
  }
  if (!any) yield* run.problems;
}

const isWanted = (problem: RunProblem, { code, standing }: Filter): boolean =>
  (code === undefined || problem.code === code) && (standing === undefined || problem.standing === standing);

interface Group {
  readonly code: string;
  readonly severity: Severity;
  /** As many stand now: new ones and those that are still there. */
  count: number;
  new: number;
  still: number;
  fixed: number;
  readonly examples: RunProblem[];
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

async function groupsOf(ports: ApiPorts, run: Run, filter: Filter): Promise<Group[]> {
  const groups = new Map<string, Group>();
  for await (const problem of problemsOf(ports, run)) {
    if (!isWanted(problem, filter)) continue;
    const { code, severity, standing } = problem;
    const group = groups.get(code) ?? { code, severity, count: 0, new: 0, still: 0, fixed: 0, examples: [] };
    groups.set(code, group);
    if (standing !== undefined) group[standing] += 1;
    if (standing === 'fixed') continue;
    group.count += 1;
    if (group.examples.length < EXAMPLES) group.examples.push(problem);
  }
  return [...groups.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count);
}

/** A list is written once, when its run ends. */
const cacheOf = (run: Run): string => (run.endedAt === null ? CHANGING : IMMUTABLE);

async function groupedReply(ports: ApiPorts, run: Run, request: ApiRequest): Promise<Reply> {
  const { links } = ports;
  const { code, standing } = parseQuery(GroupQuery, request.query);
  const groups = await groupsOf(ports, run, { code, standing });
  const offer = offerOf(run, { code, standing }, links);
  const page = {
    run: run.id,
    /** False when there were more than a list holds. */
    complete: (run.problemCount ?? run.problems.length) <= PROBLEMS_KEPT,
    groups: groups.map((group) => {
      const { da, en } = problemCode(group.code);
      return { ...group, meaning: { da, en }, type: links.to(`/problems/${group.code}`) };
    }),
    links: { self: links.to(pathOf(run), { code, standing }), csv: offer.href('csv'), run: links.run(run.id) },
  };
  return json(page, { cache: cacheOf(run), headers: alternateHeaders('json', offer) });
}

const columns = [
  'standing',
  'severity',
  'code',
  'record',
  'property',
  'page',
  'line',
  'column',
  'path',
  'excerpt',
  'message',
];

const rowOf = ({ standing, severity, code, record, property, place, excerpt, message }: RunProblem): string =>
  csvRow([
    ...[standing, severity, code, record, property, place?.page],
    ...[place?.line?.toString(), place?.column?.toString(), place?.path, excerpt, message],
  ]);

const lineOf = (cursor: string | undefined): number => {
  const [line = '0'] = readListCursor('problems', cursor, 1);
  if (!/^[0-9]{1,9}$/.test(line)) throw new Refusal('invalid-cursor');
  return Number(line);
};

async function tableReply(ports: ApiPorts, run: Run, request: ApiRequest): Promise<Reply> {
  const { links } = ports;
  const { code, standing, cursor } = parseQuery(CsvQuery, request.query);
  const after = lineOf(cursor);
  const lines = [csvRow(columns)];
  let bytes = 0;
  let line = 0;
  let next: string | undefined;
  for await (const problem of problemsOf(ports, run)) {
    line += 1;
    if (line <= after || !isWanted(problem, { code, standing })) continue;
    const row = rowOf(problem);
    bytes += Buffer.byteLength(row);
    if (lines.length > 1 && bytes > PAGE_BYTES) {
      next = listCursor('problems', [String(line - 1)]);
      break;
    }
    lines.push(row);
  }
  const nextHref = links.to(`${pathOf(run)}.csv`, { code, standing, cursor: next });
  const more = next === undefined ? [] : [{ href: nextHref, rel: 'next' }];
  return text(lines.join(''), {
    type: 'text/csv; charset=utf-8; header=present',
    cache: cacheOf(run),
    headers: {
      ...alternateHeaders('csv', offerOf(run, { code, standing }, links), more),
      'content-disposition': `attachment; filename="${run.id}-problems.csv"`,
    },
  });
}

/** Shows the problems in the format that the suffix, `?format=` or Accept asks for. */
export async function listRunProblems(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const run = await findRun(ports, request.params.id);
  const suffix = request.path.endsWith('.csv') ? 'csv' : undefined;
  const { format, ...filter } = parseQuery(CsvQuery, request.query);
  const chosen = chooseFormat(request, offerOf(run, filter, ports.links), { suffix, format });
  return chosen === 'csv' ? tableReply(ports, run, request) : groupedReply(ports, run, request);
}
