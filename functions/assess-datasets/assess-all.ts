/** Assesses records together: what is known of their addresses and their owners' word is read once for all of them. */
import type { Assessed, AssessmentWrite } from '#functions/shared/quality-store.ts';
import type { ScoreIndex } from '#functions/shared/score-index.ts';
import { scoreRow } from '#quality/aggregate.ts';
import { assess } from '#quality/assess.ts';
import type { LinkStatus } from '#quality/links/link-status.ts';
import { linkAddress, recordLinks } from '#quality/links/record-links.ts';
import type { Assessment } from '#schemas/assessment.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { ScoreCause, ScoreSummary } from '#schemas/score-history.ts';
import type { AssessPorts } from './ports.ts';
import { RULES } from './rules.ts';

export interface ToAssess {
  readonly entry: CatalogueEntry;
  /** The number of the change whose record it is. */
  readonly seq: number;
  /** What made it another description; absent when it is the same and only looked at again. */
  readonly cause?: ScoreCause;
}

type AssessAllPorts = Pick<AssessPorts, 'links' | 'clock'> & {
  readonly quality: Pick<AssessPorts['quality'], 'write' | 'get' | 'summaries' | 'confirmations'>;
};

const isSame = (one: ScoreSummary | undefined, other: ScoreSummary): boolean =>
  one !== undefined &&
  one.letter === other.letter &&
  one.mqa === other.mqa &&
  one.rating === other.rating &&
  // The last bits of a mean depend on nothing that anybody did.
  one.share.toFixed(6) === other.share.toFixed(6);

/** The addresses of which something else was measured. */
function changedUrls(before: Assessment, after: Assessment): string[] {
  const had = new Map(before.measurements.map(({ metric, on, url, value }) => [`${metric} ${on} ${url}`, value]));
  const others = after.measurements.filter(
    ({ metric, on, url, value }) => url !== undefined && had.get(`${metric} ${on} ${url}`) !== value,
  );
  return [...new Set(others.flatMap(({ url }) => url ?? []))];
}

/** What made the scores others although the description is the same. */
function silentCause(before: Assessed | undefined, after: Assessment, confirmed: string | undefined): ScoreCause {
  if (!before || before.rules !== RULES) return { kind: 'rules' };
  const urls = changedUrls(before.assessment, after);
  if (urls.length > 0) return { kind: 'link', urls };
  if (confirmed !== undefined && confirmed > before.assessment.assessedAt) return { kind: 'confirmed', on: confirmed };
  return { kind: 'time' };
}

/** Statuses by address, however a record writes it: with a fragment, or without the slash that a host's own address ends in. */
class Statuses extends Map<string, number> {
  override get(written: string): number | undefined {
    return super.get(linkAddress(written) ?? written);
  }

  override has(written: string): boolean {
    return super.has(linkAddress(written) ?? written);
  }
}

/** The last HTTP status of each address that could be asked; 0 where nothing answered. */
const statusesOf = (links: ReadonlyMap<string, LinkStatus>): Statuses =>
  new Statuses(
    [...links].filter(([, { state }]) => state !== 'unknown').map(([url, { status }]) => [url, status ?? 0]),
  );

/** Assesses and writes, and takes the scores into the index. */
export async function assessAll(ports: AssessAllPorts, index: ScoreIndex, all: readonly ToAssess[]): Promise<void> {
  if (all.length === 0) return;
  const ids = all.map(({ entry }) => entry.id);
  const addresses = new Set(all.flatMap(({ entry }) => recordLinks(entry.record).map(({ url }) => url)));
  const links = statusesOf(await ports.links.get([...addresses]));
  const confirmations = await ports.quality.confirmations(ids);
  const summaries = await ports.quality.summaries(ids);
  const now = new Date(ports.clock()).toISOString();
  const writes: AssessmentWrite[] = [];
  for (const { entry, seq, cause } of all) {
    const lastConfirmed = confirmations.get(entry.id);
    const assessment = assess(entry, { now, links, lastConfirmed });
    const row = scoreRow(entry, assessment, seq);
    const { summary } = row;
    index.set(row);
    const write = { assessment, summary, seq, rules: RULES };
    if (isSame(summaries.get(entry.id), summary)) writes.push({ ...write, cause: null });
    else if (cause) writes.push({ ...write, cause });
    else writes.push({ ...write, cause: silentCause(await ports.quality.get(entry.id), assessment, lastConfirmed) });
  }
  await ports.quality.write(writes);
}
