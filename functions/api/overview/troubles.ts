/** What an operator should look at, worst first: each says what happened, where, and what to do. */
import type { DeadLetter } from '#schemas/dead-letter.ts';
import { isProblemCode, problemCode } from '#schemas/problem-codes.ts';
import type { Texts } from '#schemas/texts.ts';
import type { Links } from '../links.ts';
import type { SlowFacts } from './slow-facts.ts';
import type { SourceHealth } from './source-health.ts';

export const troubleKinds = [
  'view-behind',
  'source-failing',
  'dead-letters',
  'source-overdue',
  'source-drift',
  'run-held',
  'run-waiting',
  'source-partial',
  'source-removed-from-file',
  'webhooks-failing',
] as const;

export interface Trouble {
  readonly kind: (typeof troubleKinds)[number];
  readonly severity: 'error' | 'warning';
  readonly source?: string;
  readonly run?: string;
  readonly since?: string;
  readonly text: Texts;
  readonly links: Readonly<Record<string, string>>;
}

export interface View {
  readonly name: string;
  readonly seq: number;
  /** Changes of the ledger that are not in it yet. */
  readonly lag: number;
}

export interface Facts {
  readonly sources: readonly SourceHealth[];
  /** Sources that left the source file, and since when. */
  readonly removed: ReadonlyMap<string, string>;
  readonly views: readonly View[];
  readonly lastPublished: string | null;
  readonly slow: SlowFacts;
  readonly now: number;
}

/** Views come after within a minute by their sweep; one that is behind for longer stands still. */
const BEHIND_MS = 5 * 60_000;

const nameOf = ({ id, title }: SourceHealth, language: 'da' | 'en'): string =>
  title[language] ?? title.da ?? title.en ?? id;

/** A text in both languages with the source's name in each. */
const named = (source: SourceHealth, da: (name: string) => string, en: (name: string) => string): Texts => ({
  da: da(nameOf(source, 'da')),
  en: en(nameOf(source, 'en')),
});

const hours = (seconds: number): string => (seconds / 3600).toFixed(1);

/** A run says in English what became of it; by its code the same is told in Danish, if not of which page. */
const danishReason = ({ code, reason }: { readonly code: string; readonly reason: string }): string =>
  isProblemCode(code) ? problemCode(code).da : reason;

function failing(source: SourceHealth, links: Links): Trouble | undefined {
  const { failure, lastRun, id } = source;
  if (!failure || !lastRun || !source.enabled) return undefined;
  return {
    ...{ kind: 'source-failing', severity: 'error', source: id, run: lastRun.id },
    ...(lastRun.endedAt !== null && { since: lastRun.endedAt }),
    text: named(
      source,
      (name) => `${name} kunne ikke høstes: ${danishReason(failure)} Se kørslens problemer; ret kilden, og høst igen.`,
      (name) =>
        `${name} could not be harvested: ${failure.reason} Look at the run's problems; mend the source and harvest again.`,
    ),
    links: {
      source: links.source(id),
      run: links.run(lastRun.id),
      problems: links.to(`/v1/runs/${lastRun.id}/problems`),
    },
  };
}

function undecided(source: SourceHealth, links: Links): Trouble | undefined {
  const { id, lastRun, waiting, held, drift } = source;
  if (lastRun?.state !== 'held') return undefined;
  const kind = drift ? 'source-drift' : waiting > 0 ? 'run-waiting' : 'run-held';
  const told = {
    'source-drift': named(
      source,
      (name) =>
        `${name} ser ud til at være bygget om: ${problemCode('scraper-drift').da} Se forskellen; ret profilen, eller frigiv.`,
      (name) =>
        `${name} looks as if it had been built anew: ${lastRun.reason ?? ''} Look at the difference; mend the profile, or release.`,
    ),
    'run-waiting': named(
      source,
      (name) => `${waiting} ændringer af ${name} venter på godkendelse. Se forskellen; frigiv eller afvis.`,
      (name) => `${waiting} changes of ${name} wait for approval. Look at the difference; release or reject.`,
    ),
    'run-held': named(
      source,
      (name) => `${held} fjernelser fra ${name} er holdt tilbage. Se hvilke; frigiv eller afvis.`,
      (name) => `${held} removals from ${name} are held back. Look which; release or reject.`,
    ),
  } as const;
  return {
    ...{ kind, severity: 'warning', source: id, run: lastRun.id, text: told[kind] },
    ...(lastRun.endedAt !== null && { since: lastRun.endedAt }),
    links: {
      source: links.source(id),
      run: links.run(lastRun.id),
      held: links.to(`/v1/runs/${lastRun.id}/held`),
      ...(kind === 'run-held'
        ? { records: links.to(`/v1/runs/${lastRun.id}/records`, { outcome: 'held' }) }
        : { difference: links.to(`/v1/runs/${lastRun.id}/difference`) }),
    },
  };
}

function overdue(source: SourceHealth, links: Links): Trouble | undefined {
  const { id, overdueSeconds, dueAt } = source;
  if (overdueSeconds === 0) return undefined;
  return {
    ...{ kind: 'source-overdue', severity: 'error', source: id, ...(dueAt !== null && { since: dueAt }) },
    text: named(
      source,
      (name) =>
        `${name} skulle være høstet for ${hours(overdueSeconds)} timer siden. Se, om start-runs og harvest kører.`,
      (name) =>
        `${name} should have been harvested ${hours(overdueSeconds)} hours ago. See whether start-runs and harvest work.`,
    ),
    links: { source: links.source(id), runs: links.to(`/v1/sources/${id}/runs`) },
  };
}

function partial(source: SourceHealth, links: Links): Trouble | undefined {
  const { id, lastRun } = source;
  if (!source.partial || !lastRun || !source.enabled) return undefined;
  return {
    ...{ kind: 'source-partial', severity: 'warning', source: id, run: lastRun.id },
    ...(lastRun.endedAt !== null && { since: lastRun.endedAt }),
    text: named(
      source,
      (name) => `En del af ${name} mangler ved hver høst, så intet under den kan fjernes. Se kørslens problemer.`,
      (name) =>
        `A part of ${name} is missed at each harvest, so nothing below it can be removed. Look at the run's problems.`,
    ),
    links: {
      source: links.source(id),
      run: links.run(lastRun.id),
      problems: links.to(`/v1/runs/${lastRun.id}/problems`),
    },
  };
}

function removed(source: SourceHealth, since: string | undefined, links: Links): Trouble | undefined {
  const { id, live } = source;
  if (since === undefined || live === 0) return undefined;
  return {
    ...{ kind: 'source-removed-from-file', severity: 'warning', source: id, since },
    text: named(
      source,
      (name) =>
        `${name} står ikke længere i kildefilen og høstes ikke; ${live} datasæt er stadig i kataloget. Sæt den ind igen, eller genoptag den.`,
      (name) =>
        `${name} is not in the source file any more and not harvested; ${live} datasets are still in the catalogue. Put it back, or let it go on.`,
    ),
    links: { source: links.source(id), datasets: links.to('/v1/datasets', { source: id }) },
  };
}

function viewsBehind({ views, lastPublished, now }: Facts, links: Links): Trouble[] {
  if (lastPublished === null || now - Date.parse(lastPublished) < BEHIND_MS) return [];
  return views
    .filter(({ lag }) => lag > 0)
    .map(({ name, lag }) => ({
      ...{ kind: 'view-behind', severity: 'error', since: lastPublished },
      text: {
        da: `"${name}" mangler ${lag} ændringer fra loggen. Se funktionens log: den kommer efter det, når den kører igen.`,
        en: `"${name}" lacks ${lag} changes of the log. Look at its function's log: it catches up once it runs.`,
      },
      links: { health: links.to('/health') },
    }));
}

/** Letters that somebody has to deal with. Failed runs have letters too; whether their source has recovered is told with the source. */
export function lettersToDealWith({ slow, sources }: Pick<Facts, 'slow' | 'sources'>): readonly DeadLetter[] {
  const known = new Set(sources.map(({ id }) => id));
  return slow.letters.filter(({ run }) => run === undefined || !known.has(run.slice(0, run.indexOf('.'))));
}

function setAside(facts: Facts, links: Links): Trouble[] {
  const { slow } = facts;
  const letters = lettersToDealWith(facts);
  const [first] = letters;
  if (!first) return [];
  const count = `${letters.length}${slow.moreLetters ? '+' : ''}`;
  return [
    {
      ...{ kind: 'dead-letters', severity: 'error', since: first.receivedAt },
      text: {
        da: `${count} beskeder kunne ikke behandles: ${first.reason} Ret årsagen, og prøv dem igen.`,
        en: `${count} messages could not be worked on: ${first.reason} Mend the cause and try them again.`,
      },
      links: { letters: links.to('/v1/dead-letters'), replay: links.to('/v1/dead-letters/replay') },
    },
  ];
}

function webhooksFailing({ slow: { webhooks } }: Facts, links: Links): Trouble[] {
  if (webhooks.failing === 0) return [];
  const { failing: count } = webhooks;
  return [
    {
      ...{ kind: 'webhooks-failing', severity: 'warning' },
      text: {
        da: `${count} abonnementer får ikke deres beskeder. Se, hvad modtageren svarer, og sig det til abonnenten.`,
        en: `${count} subscriptions do not get their messages. See what the receiver answers and tell the subscriber.`,
      },
      links: { subscriptions: links.to('/v1/subscriptions') },
    },
  ];
}

/** All troubles; none means that nobody has to look. */
export function troublesOf(facts: Facts, links: Links): Trouble[] {
  const ofSources = facts.sources.flatMap((source) => [
    failing(source, links) ?? [],
    overdue(source, links) ?? [],
    undecided(source, links) ?? [],
    partial(source, links) ?? [],
    removed(source, facts.removed.get(source.id), links) ?? [],
  ]);
  const all = [
    ...viewsBehind(facts, links),
    ...setAside(facts, links),
    ...ofSources.flat(),
    ...webhooksFailing(facts, links),
  ];
  return all.sort((one, other) => troubleKinds.indexOf(one.kind) - troubleKinds.indexOf(other.kind));
}
