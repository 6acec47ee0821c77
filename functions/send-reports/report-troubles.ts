/** What an owner's report tells beside its registers: dead links and problems of harvesting, as many as can be told, and what is left out. */
import { problemsKey } from '#functions/harvest/run-problems.ts';
import { readLines } from '#functions/shared/json-lines.ts';
import { isHarvest, latestRun } from '#functions/shared/latest-run.ts';
import type { LinkStatuses } from '#functions/shared/link-statuses.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import { type LinkStatus, linkKinds } from '#quality/links/link-status.ts';
import type { DeadLink, LeftOut, SourceProblem } from '#schemas/owner-report.ts';
import { PROBLEMS_KEPT, type Run } from '#schemas/run.ts';
import { RunProblem } from '#schemas/run-problem.ts';
import type { Source } from '#schemas/source.ts';

export interface TroublePorts {
  readonly links: Pick<LinkStatuses, 'list' | 'usesOf'>;
  readonly runs: Pick<RunStore, 'bySource'>;
  readonly objects: Pick<ObjectStore, 'getStream'>;
}

/** Links of a read, and datasets that are named with one. */
const PAGE = 500;
/** Dead links in a report: those of the same site have one cause. */
const MOST_DEAD_LINKS = 1000;
/** Problems of a source that a report takes up; the run's own list has all. */
const MOST_PROBLEMS = 10_000;

/** As much as is told, and what is not, by source. */
interface Told<Item> {
  readonly items: readonly Item[];
  readonly leftOut: readonly LeftOut[];
}

async function* deadIn({ links }: TroublePorts, source: string): AsyncGenerator<LinkStatus> {
  let after: string | undefined;
  do {
    const page = await links.list({ state: 'dead', source, after, limit: PAGE });
    yield* page.links;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

/** The places of live datasets that name a dead address. */
async function placesOf({ links }: TroublePorts, link: LinkStatus, live: ReadonlySet<string>): Promise<DeadLink[]> {
  const { url, kind, firstFailure, changedAt } = link;
  const { da, en } = linkKinds[kind];
  const since = firstFailure ?? changedAt;
  const users = (await links.usesOf(url, PAGE)).filter(({ dataset }) => live.has(dataset));
  return users.flatMap(({ dataset, uses }) =>
    uses.map(({ place }) => ({ url, dataset, path: place, since, kind, text: { da, en } })),
  );
}

/** The dead links of live datasets. What is more than a report tells is counted by address: who names it is then not looked at. */
export async function deadLinksOf(
  ports: TroublePorts,
  sources: readonly Source[],
  live: ReadonlySet<string>,
): Promise<Told<DeadLink>> {
  const items: DeadLink[] = [];
  const leftOut: LeftOut[] = [];
  const seen = new Set<string>();
  for (const { id: source } of sources) {
    let count = 0;
    for await (const link of deadIn(ports, source)) {
      // An address that two of the owner's sources name is listed by both, and its uses are those of both.
      if (seen.has(link.url)) continue;
      seen.add(link.url);
      if (items.length < MOST_DEAD_LINKS) items.push(...(await placesOf(ports, link, live)));
      else count += 1;
    }
    const rest = `/v1/links?status=dead&source=${source}`;
    if (count > 0) leftOut.push({ what: 'dead-links', source, count, rest });
  }
  return { items, leftOut };
}

/** The problems of a run that are told, and how many more it met. */
async function problemsIn(
  { objects }: TroublePorts,
  run: Run,
): Promise<{ readonly problems: readonly RunProblem[]; readonly more: number }> {
  const met = run.problemCount ?? run.problems.length;
  const problems: RunProblem[] = [];
  let listed = 0;
  for await (const line of readLines(objects, problemsKey(run.id))) {
    listed += 1;
    if (listed <= MOST_PROBLEMS) problems.push(RunProblem.parse(JSON.parse(line)));
  }
  // A run that kept no list has the first of them in itself.
  if (listed === 0) return { problems: run.problems, more: met - run.problems.length };
  // The list has also what was fixed; that the run met more than a list holds is known by its count alone.
  return { problems, more: listed - problems.length + Math.max(0, met - PROBLEMS_KEPT) };
}

/** The problems of each source's latest run that ended. */
export async function problemsOf(ports: TroublePorts, sources: readonly Source[]): Promise<Told<SourceProblem>> {
  const items: SourceProblem[] = [];
  const leftOut: LeftOut[] = [];
  for (const { id: source } of sources) {
    const run = await latestRun(ports.runs, source, (one) => isHarvest(one) && one.state !== 'running');
    if (!run) continue;
    const { problems, more } = await problemsIn(ports, run);
    for (const problem of problems) items.push({ ...problem, source });
    const rest = `/v1/runs/${run.id}/problems.csv`;
    if (more > 0) leftOut.push({ what: 'problems', source, count: more, rest });
  }
  return { items, leftOut };
}
