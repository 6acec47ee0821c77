/** A large OAI-PMH repository on the whole system: how fast it comes in, and whether its size shows in the memory. */
import { child } from './child.ts';
import { median, type Result } from './report.ts';

const FEW = 5_000;
const MANY = 50_000;
const ROUNDS = 3;

interface Round {
  readonly ms: number;
  readonly requests: number;
}

/** The function that harvests, alone in its process. */
interface Alone {
  readonly idleMb: number;
  readonly peakMb: number;
}

/** Records a second, and the peak of memory of a large harvest against that of a small one. */
export async function measureOaiPmh(): Promise<Result[]> {
  const rounds: { readonly whole: Round; readonly few: Alone; readonly many: Alone }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const whole = await child<Round>('oai-round.ts', String(MANY));
    const few = await child<Alone>('oai-worker.ts', String(FEW));
    const many = await child<Alone>('oai-worker.ts', String(MANY));
    rounds.push({ whole, few, many });
  }
  const rates = rounds.map(({ whole }) => (MANY / whole.ms) * 1000);
  const peaks = rounds.map(({ few, many }) => `${few.peakMb.toFixed(0)}, ${many.peakMb.toFixed(0)}`).join('; ');
  return [
    {
      what: `records of a paged OAI-PMH repository of ${MANY}, from its server to visible in changes and datasets`,
      figure: median(rates),
      unit: 'a second',
      target: 1000,
      wanted: 'at least',
      detail: `oai_dc, 500 records a page, ${rounds[0]?.whole.requests} requests, from a server in a process of its own; rounds: ${rates.map((rate) => rate.toFixed(0)).join(', ')} a second`,
    },
    {
      what: `memory for ${MANY} records of an OAI-PMH repository, of that for ${FEW}`,
      figure: median(rounds.map(({ few, many }) => many.peakMb / few.peakMb)),
      unit: 'times',
      target: 1.2,
      wanted: 'at most',
      detail: `peak in MB of the function that harvests, alone in its process as on AWS, which gives it 2048; idle ${rounds[0]?.few.idleMb.toFixed(0)}: ${peaks}. What grows is the state of the source, a line for each record, and more than that what the collector lets lie in a run that is long enough for it`,
    },
  ];
}
