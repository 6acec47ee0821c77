/** What must hold after every fault and again after the next good run, whatever the fault was. */
import { discrepanciesOf } from '#catalogue/balance.ts';
import { LEASE_MS } from '#functions/shared/lease-store.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { Run, RunRecord } from '#schemas/run.ts';
import { iriOf, titleOf } from './feeds.ts';
import type { LiveDataset, System } from './system.ts';

/**
 * What the process may take at its highest, in megabytes: engines, API, projection, scripted owners and up to eight harvests
 * at once together, where AWS gives one harvest 2048. Without a bound a fault that fills the memory would pass unseen.
 */
export const MEMORY_BOUND_MB = 1536;

/** What a step says must be there. */
export interface Wanted {
  readonly live: readonly string[];
  readonly titles?: boolean;
  readonly later: boolean;
}

const sorted = (values: Iterable<string>): string => [...values].sort().join(' ');

/** No live record lost, and none invented: by the ledger, by the list of datasets, and by the run's own count. */
function liveFaults(run: Run, live: readonly LiveDataset[], log: readonly LedgerEntry[], wanted: Wanted): string[] {
  const faults: string[] = [];
  const listed = live.map(({ identifier }) => identifier ?? '?');
  const expected = wanted.live.map(iriOf);
  if (sorted(listed) !== sorted(expected)) faults.push(`live are ${sorted(listed)} and not ${sorted(expected)}`);
  const byLedger = new Set<string>();
  for (const { type, dataset } of log) {
    if (type === 'Delete') byLedger.delete(dataset);
    else byLedger.add(dataset);
  }
  if (sorted(byLedger) !== sorted(live.map(({ id }) => id))) faults.push('the ledger and the list of datasets differ');
  // A run that could not even be started has counted nothing.
  const hasCounted = !run.reason?.startsWith('The run could not be started');
  if (hasCounted && run.live.after !== live.length)
    faults.push(`the run counts ${run.live.after} live, ${live.length} are`);
  return faults;
}

function titleFaults(live: readonly LiveDataset[], { titles, later }: Wanted): string[] {
  if (!titles) return [];
  return live.flatMap(({ identifier, title }) => {
    const name = identifier?.split('/').at(-1) ?? '';
    // A record that the owner has under another address by now is as it was when it stood there.
    if (identifier !== iriOf(name)) return [];
    const expected = titleOf(name, later);
    const written = Object.values(title).join(' | ');
    return written === expected ? [] : [`the title of ${name} is "${written}" and not "${expected}"`];
  });
}

/** The sum balances, and the balance sheet has a row for each record that it counts. */
function sumFaults(run: Run, rows: readonly RunRecord[]): string[] {
  const faults = discrepanciesOf(run).map(({ equation }) => `the sum "${equation}" does not balance`);
  for (const outcome of ['created', 'updated', 'unchanged', 'returned', 'duplicate', 'rejected', 'removed'] as const) {
    const count = rows.filter((row) => row.outcome === outcome).length;
    if (count !== run.counts[outcome]) faults.push(`${run.counts[outcome]} ${outcome} are counted, ${count} listed`);
  }
  return faults;
}

/** Each event once and in order: the log has no gap and no step back, and each dataset's history follows on itself. */
function orderFaults(log: readonly LedgerEntry[]): string[] {
  const faults: string[] = [];
  const last = new Map<string, LedgerEntry>();
  let published = '';
  for (const [index, entry] of log.entries()) {
    if (entry.seq !== index + 1) faults.push(`after ${index} comes ${entry.seq}`);
    if (entry.published <= published) faults.push(`${entry.seq} was not published after ${entry.seq - 1}`);
    published = entry.published;
    const before = last.get(entry.dataset);
    const isLive = before !== undefined && before.type !== 'Delete';
    if ((entry.type === 'Create') === isLive) faults.push(`${entry.seq} is a ${entry.type} out of order`);
    if (entry.revision !== (before?.revision ?? 0) + 1) faults.push(`${entry.seq} skips or repeats a revision`);
    if (entry.previous !== (before?.seq ?? null)) faults.push(`${entry.seq} does not name the change before it`);
    if (isLive && entry.type === 'Update' && entry.contentHash === before.contentHash) {
      const onlyNames = entry.changed.every((name) => name === 'identifier');
      if (!onlyNames) faults.push(`${entry.seq} says what ${before.seq} said`);
    }
    last.set(entry.dataset, entry);
  }
  return faults;
}

/** The run ended in a terminal state, within the time for which its lease lasts. */
function endFaults(run: Run, mayWait: boolean): string[] {
  if (run.endedAt === null || run.state === 'running') return ['the run has not ended'];
  const ms = Date.parse(run.endedAt) - Date.parse(run.startedAt);
  return mayWait || ms <= LEASE_MS ? [] : [`the run took ${Math.round(ms / 1000)} seconds, longer than a lease lasts`];
}

/** How many entries the whole log of a group may have; a look beyond it would mean that something writes without end. */
const LOG_LIMIT = 100_000;

/** All that does not hold of a run that has ended. */
export async function brokenInvariants(
  system: System,
  source: string,
  runId: string,
  wanted: Wanted & { readonly mayWait: boolean },
): Promise<string[]> {
  await system.catchUp();
  const [run, rows, live, listed, log] = await Promise.all([
    system.run(runId),
    system.records(runId),
    system.live(source),
    system.changes(source),
    system.host.stores.ledger.read(0, LOG_LIMIT),
  ]);
  const own = log.filter((entry) => entry.source === source);
  const inOrder = sorted(own.map(({ seq }) => String(seq))) === sorted(listed.map(({ seq }) => String(seq)));
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  return [
    ...liveFaults(run, live, own, wanted),
    ...titleFaults(live, wanted),
    ...sumFaults(run, rows),
    ...orderFaults(log),
    ...(inOrder ? [] : ['followers of the API get other changes than the ledger has']),
    ...endFaults(run, wanted.mayWait),
    ...(memory > MEMORY_BOUND_MB ? [`the process took ${memory} MB`] : []),
  ];
}
