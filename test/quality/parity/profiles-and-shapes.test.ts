/**
 * Our verdicts beside those of two SHACL engines with the official shapes. A sample, since a run over everything takes
 * minutes: `npm run quality:parity` holds all of it together and writes docs/quality.md.
 */
import { Parser, Store } from 'n3';
import { expect, test } from 'vitest';
import { checkProfile } from '#quality/profiles/check-profile.ts';
import type { ProfileId } from '#schemas/profile.ts';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';
import { type Case, type Comparison, compareCase } from './compare.ts';
import { completeEntry } from './complete-record.ts';
import { enginesFor } from './engines.ts';
import { faultyRecords } from './faulty-records.ts';
import { nonPublicShapes } from './official-shapes.ts';
import { keyOf } from './projection.ts';
import { recordsOf, sharedFeeds } from './shared-records.ts';

const profiles: readonly ProfileId[] = ['dcat-ap-3', 'dcat-ap-dk-3', 'healthdcat-ap-r8'];
const levels = ['public', 'restricted', 'nonPublic'] as const;

/** One in so many: primes, so that the samples of levels and engines do not always meet the same properties. */
const EVERY_FAULT = 13;
const EVERY_FILE = 3;
/** Datasets of a file: one producer makes the same faults in all. */
const OF_A_FILE = 2;

const everyNth = <Item>(items: readonly Item[], step: number, start = 0): Item[] =>
  items.filter((_, index) => index % step === start);

const unexplained = ({ case: name, profile, engine, differences }: Comparison): string[] =>
  differences
    .filter(({ reason }) => reason === undefined)
    .map(({ side, named }) => `${profile}, ${engine}: only ${side} names ${keyOf(named)} of ${name}`);

const compareAll = async (cases: readonly Case[], engine?: string): Promise<Comparison[]> => {
  const all: Comparison[] = [];
  for (const one of cases) all.push(...(await compareCase(one, profiles, engine)));
  return all;
};

describeWithSharedData('the engines that examine us', () => {
  const raw = (path: string): Store => new Store(new Parser().parse(sharedText(path)));

  test.each([
    ['standards/healthdcat-ap-r8/examples/ARCA.ttl', 1],
    ['feeds/health-ri/dataset_health.ttl', 9],
  ])('both find in %s the number of violations that is known of it', async (path, count) => {
    // The known numbers were counted without the condition that engines cannot read where it stands.
    for (const engine of enginesFor(nonPublicShapes())) {
      const faults = await engine.faults(raw(path));
      expect(
        faults.filter(({ path: steps }) => steps.length > 0),
        engine.name,
      ).toHaveLength(count);
    }
  });
});

describeWithSharedData('a verdict beside the official shapes', () => {
  test.each(levels)(
    'a complete %s record keeps all three profiles, by both engines too but for what the shapes refuse of a right one',
    async (level) => {
      const all = await compareAll([{ name: level, entry: completeEntry(level) }]);
      expect(all.flatMap(unexplained)).toEqual([]);
      const broken = all
        .flatMap(({ differences }) => differences)
        .filter(({ named }) => named.severity === 'violation');
      // What DCAT-AP's shapes get wrong of a right record is told in the table of reasons.
      expect(new Set(broken.map(({ reason }) => reason))).toEqual(
        new Set(['described-elsewhere', 'checksum-algorithm-by-https']),
      );
      for (const profile of profiles) expect(checkProfile(completeEntry(level), profile).conforms, profile).toBe(true);
    },
  );

  test('at least 500 faults are made of the table at each access level', () => {
    for (const level of levels) expect(faultyRecords(level).length, level).toBeGreaterThanOrEqual(500);
  });

  test.each(levels.map((level, index) => [level, index] as const))(
    'of a %s record with one fault names the same properties',
    async (level, index) => {
      const cases = everyNth(faultyRecords(level), EVERY_FAULT, index);
      const all = await compareAll(cases, index === 0 ? 'rdf-validate-shacl' : 'shacl-engine');
      expect(all.flatMap(unexplained)).toEqual([]);
    },
  );

  test('of datasets that real feeds hold names the same properties', async () => {
    const files = everyNth(
      sharedFeeds().filter((path) => !path.endsWith('.gz')),
      EVERY_FILE,
    );
    const cases: Case[] = [];
    for (const path of files) {
      const entries = (await recordsOf(path)).slice(0, OF_A_FILE);
      cases.push(...entries.map((entry, number) => ({ name: `${path} ${number + 1}`, entry })));
    }
    const all = await compareAll(cases, 'shacl-engine');
    expect(all.length).toBeGreaterThan(200);
    expect(all.flatMap(unexplained)).toEqual([]);
  });
});
