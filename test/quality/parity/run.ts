/**
 * Holds our verdicts beside the official shapes and writes docs/quality.md (`npm run quality:parity`). It ends with an error
 * when a difference has no reason.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileId } from '#schemas/profile.ts';
import { type Case, compareCase } from './compare.ts';
import { completeEntry } from './complete-record.ts';
import { faultyRecords } from './faulty-records.ts';
import { keyOf } from './projection.ts';
import { LARGE_FEED, report, SECOND_ENGINE_EVERY } from './report.ts';
import { recordsOf, sharedFeeds } from './shared-records.ts';
import { Tally } from './tally.ts';

const PROFILES: readonly ProfileId[] = ['dcat-ap-3', 'dcat-ap-dk-3', 'healthdcat-ap-r8'];
const OUTPUT = join(import.meta.dirname, '../../../docs/quality.md');
/** The faster of the two, which examines everything. */
const FIRST_ENGINE = 'shacl-engine';

interface Held {
  readonly tally: Tally;
  readonly profiles: readonly ProfileId[];
  /** The only engine that is asked; both when left out. */
  readonly engine?: string | undefined;
}

const hold = async (one: Case, { tally, profiles, engine }: Held): Promise<void> => {
  for (const comparison of await compareCase(one, profiles, engine)) {
    tally.add(comparison);
    for (const { side, named, reason } of comparison.differences) {
      const difference = `${comparison.profile}, ${comparison.engine}: only ${side} names ${keyOf(named)} of ${one.name}`;
      if (reason === undefined) process.stderr.write(`${difference}\n`);
    }
  }
};

const seen = new Set<string>();

/** The snapshots of one portal hold nearly the same datasets: what was compared once need not be again. */
const isNew = ({ entry: { kind, record, unmapped } }: Case): boolean => {
  const key = createHash('sha256').update(JSON.stringify({ kind, record, unmapped })).digest('base64');
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
};

const harvested = new Tally();
let datasets = 0;
const feeds = sharedFeeds();
for (const path of feeds) {
  const entries = await recordsOf(path);
  datasets += entries.length;
  const cases = entries.map((entry, index) => ({ name: `${path} ${index + 1}`, entry })).filter(isNew);
  for (const [index, one] of cases.entries()) {
    const isForBoth = entries.length < LARGE_FEED || index % SECOND_ENGINE_EVERY === 0;
    await hold(one, { tally: harvested, profiles: PROFILES, engine: isForBoth ? undefined : FIRST_ENGINE });
  }
  process.stderr.write(`${path}: ${cases.length} of ${entries.length}\n`);
}

const generated = new Tally();
for (const level of ['nonPublic', 'public', 'restricted'] as const) {
  const cases = [{ name: 'complete', entry: completeEntry(level) }, ...faultyRecords(level)];
  // Only HealthDCAT-AP looks at the level: what the others and the other engine say of it was heard at the first.
  const isFirst = level === 'nonPublic';
  const held = {
    tally: generated,
    profiles: isFirst ? PROFILES : (['healthdcat-ap-r8'] as const),
    engine: isFirst ? undefined : FIRST_ENGINE,
  };
  for (const one of cases) await hold({ ...one, name: `${level} ${one.name}` }, held);
  process.stderr.write(`${level}: ${cases.length} generated\n`);
}

writeFileSync(OUTPUT, report({ datasets, distinct: seen.size, files: feeds.length, harvested, generated }));
process.exitCode = harvested.unexplained + generated.unexplained > 0 ? 1 : 0;
