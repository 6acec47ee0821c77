/** The whole system on its embedded engines: from a feed to what the API shows, and what a second harvest costs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { child } from './child.ts';
import { median, type Result } from './report.ts';

const DATASETS = 10_000;
const ROUNDS = 3;

/** New datasets a second, from the feed to `changes` and `datasets`. */
export async function measureThroughput(): Promise<Result[]> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { ms } = await child<{ ms: number }>('harvest-round.ts', 'throughput', String(DATASETS));
    rates.push((DATASETS / ms) * 1000);
  }
  return [
    {
      what: 'new datasets from feed to visible in changes and datasets, embedded engines',
      figure: median(rates),
      unit: 'a second',
      target: 800,
      wanted: 'at least',
      detail: `${DATASETS} datasets of about 40 triples in Turtle over HTTP; rounds: ${rates.map((rate) => rate.toFixed(0)).join(', ')} a second`,
    },
  ];
}

/** The folder of real feeds; the measure is left out, and says so, where it is absent. */
const sharedData = process.env.DATALANDKORT_SHARED_DATA ?? join(import.meta.dirname, '..', '..', 'shared', 'data');

interface SecondHarvest {
  readonly listed: number;
  readonly first: number;
  readonly same: number;
  readonly reordered: number;
}

/** A second harvest of a real portal: its body unchanged, and its bytes re-ordered. */
export async function measureSecondHarvests(): Promise<Result[]> {
  const folder = join(sharedData, 'feeds', 'healthdata-gov');
  if (!existsSync(folder)) {
    console.error(`second-harvest is left out: there are no real feeds in ${sharedData} (DATALANDKORT_SHARED_DATA).`);
    return [];
  }
  const snapshots = ['03-31606f9.json.gz', '04-dd2190f.json.gz'].map((name) => join(folder, name));
  const rounds: SecondHarvest[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await child('harvest-round.ts', 'second', ...snapshots));
  const times = rounds.map((round) => [round.first, round.same, round.reordered].map((ms) => ms.toFixed(0)).join(', '));
  const detail = `${rounds[0]?.listed} datasets of healthdata.gov, 9.3 MB; ms for first, unchanged, re-ordered: ${times.join('; ')}; nothing written but the run's own`;
  const share = (part: (round: SecondHarvest) => number) =>
    median(rounds.map((round) => (part(round) / round.first) * 100));
  const common = { unit: '%', wanted: 'at most', detail } as const;
  return [
    {
      ...common,
      what: 'second harvest, body unchanged and no ETag, of the first run’s time',
      figure: share(({ same }) => same),
      target: 10,
    },
    {
      ...common,
      what: 'second harvest, bytes re-ordered but nothing changed, of the first run’s time',
      figure: share(({ reordered }) => reordered),
      target: 50,
    },
  ];
}
