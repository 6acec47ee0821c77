/** Whether two hosts that are ill hold up the sources of all others, on the whole system. */
import { child } from './child.ts';
import { median, type Result } from './report.ts';

const SOURCES = 200;
const HOSTS = 50;
const RECORDS = 50;
const ROUNDS = 3;

interface Round {
  readonly ms: number;
  readonly sources: number;
}

/** Many small sources at once, with and without a host that hangs and one that answers 429. */
export async function measureManySources(): Promise<Result[]> {
  const rounds: { readonly well: Round; readonly ill: Round }[] = [];
  const parameters = [SOURCES, HOSTS, RECORDS].map(String);
  for (let round = 0; round < ROUNDS; round += 1) {
    const well = await child<Round>('many-round.ts', ...parameters);
    const ill = await child<Round>('many-round.ts', ...parameters, 'ill');
    rounds.push({ well, ill });
  }
  const times = rounds.map(({ well, ill }) => `${well.ms.toFixed(0)}, ${ill.ms.toFixed(0)}`).join('; ');
  return [
    {
      what: `${SOURCES} sources of ${RECORDS} records on ${HOSTS} hosts at once, one hanging and one answering 429: the others’ time, of their time without these two`,
      figure: median(rounds.map(({ well, ill }) => ill.ms / well.ms)),
      unit: 'times',
      target: 1.3,
      wanted: 'at most',
      detail: `${rounds[0]?.well.sources} sources on the other hosts, until their changes are visible; ms without and with the two: ${times}; no pause between requests to one host`,
    },
  ];
}
