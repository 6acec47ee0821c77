/** A large OAI-PMH repository on the whole system: how fast it comes in, and whether its size shows in the memory. */
import { child } from './child.ts';
import { median, type Result } from './report.ts';

const FEW = 5_000;
const MANY = 50_000;
const ROUNDS = 3;

interface Round {
  readonly ms: number;
  /** The whole process at its highest: harvest, engines and projection. */
  readonly peakMb: number;
  readonly requests: number;
}

/** Records a second, and the peak of memory of a large harvest against that of a small one. */
export async function measureOaiPmh(): Promise<Result[]> {
  const rounds: { readonly few: Round; readonly many: Round }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const few = await child<Round>('oai-round.ts', String(FEW));
    const many = await child<Round>('oai-round.ts', String(MANY));
    rounds.push({ few, many });
  }
  const rates = rounds.map(({ many }) => (MANY / many.ms) * 1000);
  const peaks = rounds.map(({ few, many }) => `${few.peakMb.toFixed(0)}, ${many.peakMb.toFixed(0)}`).join('; ');
  return [
    {
      what: `records of a paged OAI-PMH repository of ${MANY}, from its server to visible in changes and datasets`,
      figure: median(rates),
      unit: 'a second',
      target: 1000,
      wanted: 'at least',
      detail: `oai_dc, 500 records a page, ${rounds[0]?.many.requests} requests, from a server in a process of its own; rounds: ${rates.map((rate) => rate.toFixed(0)).join(', ')} a second`,
    },
    {
      what: `memory for ${MANY} records of an OAI-PMH repository, of that for ${FEW}`,
      figure: median(rounds.map(({ few, many }) => many.peakMb / few.peakMb)),
      unit: 'times',
      target: 1.2,
      wanted: 'at most',
      detail: `peak of the whole process in MB, engines and projection included: ${peaks}`,
    },
  ];
}
