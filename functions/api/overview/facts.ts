/** How everything is: the facts that the overview tells operators, and `watch` the alarms. */
import type { LedgerHead } from '#functions/shared/ledger.ts';
import type { KeptSource } from '#functions/shared/source-store.ts';
import type { OverviewPorts } from './ports.ts';
import { type SlowFacts, slowFacts } from './slow-facts.ts';
import { healthOf } from './source-health.ts';
import { LatestRuns } from './source-runs.ts';
import type { Facts, View } from './troubles.ts';

/** How long facts are kept that change slowly and cost some reads. */
const SLOW_KEPT_MS = 30_000;

/** The views of the ledger by the names of their checkpoints. */
const VIEWS = ['datasets', 'links', 'assessments', 'search'] as const;

interface Memory {
  readonly runs: LatestRuns;
  slow: { readonly facts: Promise<SlowFacts>; readonly until: number } | undefined;
}

const memories = new WeakMap<OverviewPorts, Memory>();

function memoryOf(ports: OverviewPorts): Memory {
  const memory = memories.get(ports) ?? { runs: new LatestRuns(), slow: undefined };
  memories.set(ports, memory);
  return memory;
}

function rememberedFacts(ports: OverviewPorts, memory: Memory, now: number): Promise<SlowFacts> {
  if (memory.slow && memory.slow.until > now) return memory.slow.facts;
  const facts = slowFacts(ports, now);
  memory.slow = { facts, until: now + SLOW_KEPT_MS };
  // What failed is asked for again at the next call, not kept; whoever asked now is told by the promise itself.
  facts.catch(() => {
    memory.slow = undefined;
  });
  return facts;
}

async function viewsAt({ checkpoints }: OverviewPorts, epoch: string, head: number): Promise<View[]> {
  return Promise.all(
    VIEWS.map(async (name) => {
      const position = await checkpoints.get(name);
      const seq = position?.epoch === epoch ? position.seq : 0;
      return { name, seq, lag: Math.max(0, head - seq) };
    }),
  );
}

const removedSince = (kept: readonly KeptSource[]): ReadonlyMap<string, string> =>
  new Map(
    kept.flatMap(({ source, removedFromFile }) => (removedFromFile === null ? [] : [[source.id, removedFromFile]])),
  );

/** Reads the facts; what was read before of runs and bills is remembered with the ports. @param now epoch milliseconds. */
export async function factsOf(ports: OverviewPorts, now: number): Promise<Facts & { readonly head: LedgerHead }> {
  const memory = memoryOf(ports);
  const [kept, head, slow] = await Promise.all([
    ports.sources.listKept(),
    ports.ledger.head(),
    rememberedFacts(ports, memory, now),
  ]);
  const [views, runs] = await Promise.all([
    viewsAt(ports, head.epoch, head.seq),
    memory.runs.of(
      ports.runs,
      kept.map(({ source }) => source.id),
      now,
    ),
  ]);
  const nothing = { runs: [], lastGood: undefined };
  const sources = kept.map(({ source }) => healthOf(source, runs.get(source.id) ?? nothing, now));
  return { head, sources, removed: removedSince(kept), views, lastPublished: head.published, slow, now };
}
