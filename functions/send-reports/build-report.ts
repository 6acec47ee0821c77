/** Gathers what is known of an owner's registers into the owner's report, and remembers what was told last. */

import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { CatalogueRow, CatalogueStore } from '#functions/shared/catalogue-store.ts';
import type { Clock } from '#functions/shared/clock.ts';
import { eachOf } from '#functions/shared/each-of.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { QualityStore } from '#functions/shared/quality-store.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';
import { wordFinding } from '#quality/finding-text.ts';
import { gains } from '#quality/gains/gains.ts';
import { ownerReport } from '#quality/report/owner-report.ts';
import { reportSummary } from '#quality/report/report-summary.ts';
import { type OwnerReport, ReportSummary } from '#schemas/owner-report.ts';
import type { AssessedRegister } from '#schemas/owner-report-input.ts';
import type { Source } from '#schemas/source.ts';
import { deadLinksOf, problemsOf, type TroublePorts } from './report-troubles.ts';

export interface BuildReportPorts extends TroublePorts {
  readonly sources: Pick<SourceStore, 'list'>;
  readonly catalogue: Pick<CatalogueStore, 'list' | 'get'>;
  readonly quality: Pick<QualityStore, 'get' | 'history' | 'confirmations'>;
  readonly objects: Pick<ObjectStore, 'get' | 'put' | 'getStream'>;
  readonly clock: Clock;
}

/** What came of building: a report is not made of half of an owner's registers. */
export type Built =
  | { readonly kind: 'report'; readonly report: OwnerReport }
  | { readonly kind: 'unknown' }
  /** So many of the owner's datasets were not assessed yet. */
  | { readonly kind: 'not-assessed'; readonly datasets: number }
  /** More than a report can be made of: a part of it would look like the whole. */
  | { readonly kind: 'too-many'; readonly most: number };

const PAGE = 500;
/** A report of an owner with more registers than this would be read by nobody, and fill the memory that it is made in. */
const MOST_REGISTERS = 5000;
/** Reports that are remembered: which of them the next one is compared with depends on what they told. */
const REMEMBERED = 12;

const keyOf = (owner: string): string => `quality/reports/${owner}.json.gz`;

async function rowsOf({ catalogue }: BuildReportPorts, sources: readonly Source[]): Promise<CatalogueRow[]> {
  const rows: CatalogueRow[] = [];
  for (const { id: source } of sources) {
    let after: string | undefined;
    do {
      const page = await catalogue.list({ source, state: 'live', after, limit: PAGE });
      rows.push(...page);
      after = page.length === PAGE ? page.at(-1)?.id : undefined;
    } while (after !== undefined && rows.length <= MOST_REGISTERS);
  }
  return rows;
}

async function registerOf(
  { catalogue, quality }: BuildReportPorts,
  { id, source, summary }: CatalogueRow,
  lastConfirmed: string | null,
): Promise<AssessedRegister | undefined> {
  const assessed = await quality.get(id);
  if (!assessed) return undefined;
  const { assessment } = assessed;
  const record = (await catalogue.get(id))?.entry?.record;
  const [landingPage] = record?.landingPage ?? [];
  return {
    id,
    title: summary.title,
    source,
    ...(landingPage !== undefined && { landingPage }),
    assessment: { ...assessment, findings: assessment.findings.map(wordFinding) },
    gains: [...gains(assessment)],
    history: await quality.history(id),
    lastConfirmed,
  };
}

async function remembered({ objects }: Pick<BuildReportPorts, 'objects'>, owner: string): Promise<ReportSummary[]> {
  const bytes = await objects.get(keyOf(owner));
  return bytes ? z.array(ReportSummary).parse(JSON.parse(gunzipSync(bytes).toString())) : [];
}

/** Two summaries that differ in nothing but their moment are one: a report that is printed twice is still the same report. */
const tellsSame = ({ at: _, ...one }: ReportSummary, { at: __, ...other }: ReportSummary): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Builds the report as of now, compared with the last one that told something else. */
export async function buildReport(ports: BuildReportPorts, owner: string): Promise<Built> {
  const sources = (await ports.sources.list()).filter((source) => source.owner.id === owner);
  const [first] = sources;
  if (!first) return { kind: 'unknown' };
  const rows = await rowsOf(ports, sources);
  if (rows.length > MOST_REGISTERS) return { kind: 'too-many', most: MOST_REGISTERS };
  const confirmations = await ports.quality.confirmations(rows.map(({ id }) => id));
  const found = await eachOf(rows, (row) => registerOf(ports, row, confirmations.get(row.id) ?? null));
  const registers = found.flatMap((register) => register ?? []);
  if (registers.length < rows.length) return { kind: 'not-assessed', datasets: rows.length - registers.length };
  const deadLinks = await deadLinksOf(ports, sources, new Set(rows.map(({ id }) => id)));
  const problems = await problemsOf(ports, sources);
  const { name, homepage } =
    sources.find((source) => source.owner.name.da ?? source.owner.name.en)?.owner ?? first.owner;
  const input = {
    owner: {
      id: owner,
      name: { ...(name.da !== undefined && { da: name.da }), ...(name.en !== undefined && { en: name.en }) },
      ...(homepage !== undefined && { homepage }),
    },
    at: new Date(ports.clock()).toISOString(),
    registers,
    deadLinks: [...deadLinks.items],
    problems: [...problems.items],
    leftOut: [...deadLinks.leftOut, ...problems.leftOut],
  };
  const now = reportSummary(ownerReport({ ...input, previous: null }));
  const previous = (await remembered(ports, owner)).findLast((one) => !now || !tellsSame(one, now)) ?? null;
  return { kind: 'report', report: ownerReport({ ...input, previous }) };
}

/** Remembers what a report told, unless the last one told the same. */
export async function keepReport({ objects }: Pick<BuildReportPorts, 'objects'>, report: OwnerReport): Promise<void> {
  const summary = reportSummary(report);
  const had = await remembered({ objects }, report.owner.id);
  const last = had.at(-1);
  if (!summary || (last && tellsSame(last, summary))) return;
  const kept = [...had, summary].slice(-REMEMBERED);
  await objects.put(keyOf(report.owner.id), gzipSync(JSON.stringify(kept)), { contentEncoding: 'gzip' });
}
