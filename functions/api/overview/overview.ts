/** `/v1/overview`: how everything is, in one answer that may be asked for every ten seconds; for operators. */
import type { KeptSource } from '#functions/shared/source-store.ts';
import { authorise } from '../authorise.ts';
import type { ApiPorts } from '../ports.ts';
import { json, type Reply } from '../reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from '../request.ts';
import { type SlowFacts, slowFacts } from './slow-facts.ts';
import { healthOf } from './source-health.ts';
import { LatestRuns } from './source-runs.ts';
import { troublesOf, type View } from './troubles.ts';

/** How long an answer is given again: several pages that poll are one look, and none shows what is older than its own pace. */
const KEPT_MS = 4000;
/** How long facts are kept that change slowly and cost some reads. */
const SLOW_KEPT_MS = 30_000;

/** The views of the ledger by the names of their checkpoints. */
const VIEWS = ['datasets', 'links', 'assessments', 'search'] as const;

interface Memory {
  readonly runs: LatestRuns;
  slow: { readonly facts: Promise<SlowFacts>; readonly until: number } | undefined;
  overview: { readonly document: Promise<object>; readonly until: number } | undefined;
}

const memories = new WeakMap<ApiPorts, Memory>();

function memoryOf(ports: ApiPorts): Memory {
  const memory = memories.get(ports) ?? { runs: new LatestRuns(), slow: undefined, overview: undefined };
  memories.set(ports, memory);
  return memory;
}

function rememberedFacts(ports: ApiPorts, memory: Memory, now: number): Promise<SlowFacts> {
  if (memory.slow && memory.slow.until > now) return memory.slow.facts;
  const facts = slowFacts(ports, now);
  memory.slow = { facts, until: now + SLOW_KEPT_MS };
  // What failed is asked for again at the next call, not kept; whoever asked now is told by the promise itself.
  facts.catch(() => {
    memory.slow = undefined;
  });
  return facts;
}

async function viewsAt({ checkpoints }: ApiPorts, epoch: string, head: number): Promise<View[]> {
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

async function documentOf(ports: ApiPorts, memory: Memory, now: number): Promise<object> {
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
  const sources = kept.map(({ source }) => ({ ...healthOf(source, runs.get(source.id) ?? nothing, now) }));
  const facts = { sources, removed: removedSince(kept), views, lastPublished: head.published, slow, now };
  const troubles = troublesOf(facts, ports.links);
  const { letters, moreLetters, changesLastHour, changesLastDay, deadLinks, cost, webhooks } = slow;
  return {
    at: new Date(now).toISOString(),
    well: troubles.length === 0,
    sources,
    troubles,
    deadLetters: { waiting: letters.length, more: moreLetters },
    ledger: { epoch: head.epoch, head: head.seq, lastPublished: head.published, changesLastHour, changesLastDay },
    ...{ views, webhooks, deadLinks, cost },
    links: { self: ports.links.to('/v1/overview'), sources: ports.links.to('/v1/sources') },
  };
}

/** Shows how everything is. `well` says that there is no trouble. */
export async function showOverview(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  authorise(ports, request);
  parseQuery(NoQuery, request.query);
  const memory = memoryOf(ports);
  const now = ports.clock();
  if (!memory.overview || memory.overview.until <= now) {
    const document = documentOf(ports, memory, now);
    memory.overview = { document, until: now + KEPT_MS };
    document.catch(() => {
      memory.overview = undefined;
    });
  }
  return json(await memory.overview.document, { cache: 'no-store' });
}
