/** Plays one fault: the good run, the runs with the fault in them, the good run, each with its invariants. */
import type { Run } from '#schemas/run.ts';
import { type Fault, type Row, SECURE, type Step, sourceIdOf } from './fault.ts';
import { LATER, NAMES } from './feeds.ts';
import { brokenInvariants } from './invariants.ts';
import type { System } from './system.ts';

/** The counts of a run in words, those that are nothing left out. */
function didOf({ counts, live }: Run): string {
  const { listed: _listed, ...groups } = counts;
  const named = Object.entries(groups).flatMap(([outcome, count]) => (count > 0 ? [`${count} ${outcome}`] : []));
  return `${named.join(', ') || 'nothing read'}; ${live.after} live`;
}

/** Everything that an operator is told of a run, as one text per thing told. */
async function toldBy(system: System, run: Run): Promise<string[]> {
  const rows = await system.records(run.id);
  return [
    ...run.problems.map(({ code }) => code),
    ...run.problems.map(({ message }) => message),
    ...(run.reason === undefined ? [] : [run.reason]),
    ...rows.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
    ...system.complaints,
  ];
}

function tellingOf(told: readonly string[], wanted: Step['told']): { text: string; broken: string[] } {
  if (wanted === null) return { text: '', broken: [] };
  const isFound = (text: string): boolean => (typeof wanted === 'string' ? text === wanted : wanted.test(text));
  const found = told.find(isFound);
  if (found === undefined) {
    return {
      text: '',
      broken: [`nobody is told ${wanted}, only: ${[...new Set(told)].slice(0, 5).join(' / ') || 'nothing'}`],
    };
  }
  const words = typeof wanted === 'string' ? `\`${wanted}\`` : `"${wanted.exec(found)?.[0] ?? ''}"`;
  return { text: words, broken: [] };
}

/** A run of a fault, with what was found. */
export interface Played {
  readonly run: Run;
  readonly told: string;
  readonly broken: readonly string[];
}

/** Makes one run and looks at everything that must hold after it. */
export async function playStep(system: System, source: string, step: Step, later: boolean): Promise<Played> {
  if (step.answer) system.owners.answer(`${source}.test`, step.answer);
  await step.before?.(system, source);
  const id = await (step.run ?? defaultRun)(system, source);
  await step.after?.(system, source);
  const run = await system.ended(id);
  const telling = tellingOf(await toldBy(system, run), step.told);
  const wanted = { live: step.live, later, mayWait: step.run !== undefined, ...(step.titles && { titles: true }) };
  const broken = [
    ...(run.state === step.state ? [] : [`the run is ${run.state} and not ${step.state} (${run.reason ?? ''})`]),
    ...telling.broken,
    ...(await brokenInvariants(system, source, id, wanted)),
  ];
  return { run, told: telling.text, broken };
}

const defaultRun = (system: System, source: string): Promise<string> => system.harvest(source);

/** The first and the last run, which are like any other but that nothing is wrong with them. */
const goodStep = (fault: Fault, later: boolean): Step => ({
  answer: fault.good(later),
  state: (later ? fault.stateInTheEnd : undefined) ?? 'succeeded',
  told: null,
  live: later ? (fault.liveInTheEnd ?? LATER) : NAMES,
  titles: true,
});

/** Makes the fault's source known. */
export async function prepare(system: System, fault: Fault): Promise<void> {
  const id = sourceIdOf(fault.name);
  const plain = system.owners.urlOf(id, '/feed', system.names);
  const isSecure = fault.source?.url === SECURE;
  if (isSecure) system.owners.serveSecurely(`${id}.test`);
  const politeness = { requestsPerSecond: 1000, concurrency: 1 };
  const url = isSecure ? system.owners.secureUrl : plain;
  await system.addSource({ id, owner: { id: 'owner' }, format: 'dcat', politeness, ...fault.source, url });
}

/** Says of each thing that does not hold in which run it was seen. */
export const inPlace = (where: string, broken: readonly string[]): string[] =>
  broken.map((what) => `${where}: ${what}`);

/** Plays the fault and tells what came of it; never throws. */
export async function play(system: System, fault: Fault): Promise<Row> {
  const source = sourceIdOf(fault.name);
  const broken: string[] = [];
  const steps: Played[] = [];
  try {
    const first = await playStep(system, source, goodStep(fault, false), false);
    broken.push(...inPlace('first run', first.broken));
    for (const [index, step] of fault.steps.entries()) {
      const played = await playStep(system, source, step, false);
      steps.push(played);
      broken.push(...inPlace(`fault run ${index + 1}`, played.broken));
    }
    const last = await playStep(system, source, goodStep(fault, true), true);
    broken.push(...inPlace('next run', last.broken));
    steps.push(last);
  } catch (error) {
    broken.push(error instanceof Error ? error.message : String(error));
  }
  return rowOf(fault.name, steps, broken);
}

/** @param steps the runs with the fault in them, and the next one. */
export function rowOf(fault: string, steps: readonly Played[], broken: readonly string[]): Row {
  const told = [...new Set(steps.map((step) => step.told).filter(Boolean))].join(', ');
  return {
    fault,
    did: steps.map(({ run }) => didOf(run)).join(' → '),
    state: steps.map(({ run }) => run.state).join(' → '),
    told: told || 'nothing: it healed',
    broken,
  };
}
