/** What a run of changes costs a CKAN portal and us, against the listing of everything before it, on the whole system. */
import { child } from './child.ts';
import { median, type Result } from './report.ts';

const PACKAGES = 10_000;
const CHANGED = 10;
const ROUNDS = 3;

interface Round {
  readonly full: number;
  readonly changes: number;
  readonly fullAsked: number;
  readonly changesAsked: number;
}

/** Later harvests of a portal in which little changed. */
export async function measureCkanChanges(): Promise<Result[]> {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await child('harvest-round.ts', 'ckan', String(PACKAGES), String(CHANGED)));
  }
  const share = (part: (round: Round) => number): number => median(rounds.map((round) => part(round) * 100));
  const common = { unit: '%', wanted: 'at most' } as const;
  const of = `of a CKAN portal of ${PACKAGES} packages of which ${CHANGED} changed, of the full harvest’s`;
  return [
    {
      ...common,
      what: `requests for a later harvest ${of}`,
      figure: share(({ fullAsked, changesAsked }) => changesAsked / fullAsked),
      target: 3,
      detail: `${rounds[0]?.fullAsked} requests, then ${rounds[0]?.changesAsked}`,
    },
    {
      ...common,
      what: `time for a later harvest ${of}`,
      figure: share(({ full, changes }) => changes / full),
      target: 5,
      detail: `ms for everything, then for the changes: ${rounds.map(({ full, changes }) => `${full.toFixed(0)}, ${changes.toFixed(0)}`).join('; ')}; from a server on this machine, until the changes are visible; each the median of five harvests`,
    },
  ];
}
