/**
 * Renames: an identifier goes while another comes with the same title, owner and links. Told as a deletion and a creation,
 * a follower's copy would lose the dataset's history; told as a move, the dataset keeps its id (docs/decisions/0012).
 */
import { hash } from 'node:crypto';
import * as z from 'zod';
import type { Dataset } from '#schemas/record.ts';
import { plainName } from './plain-name.ts';
import type { RecordState } from './record-state.ts';

/** What an operator is asked, kept with the source's state. Both are dataset ids. */
export const ProposedRename = z.object({
  /** The dataset whose identifier went: its id is the one that is kept. */
  from: z.string(),
  /** The dataset that came in its place. */
  to: z.string(),
  /** The run that saw it first. */
  since: z.string(),
  /** What the match rests on; a rule may only decide about the first. */
  evidence: z.enum(['links', 'title']),
  /** A rejected proposal stays, so that it is not made again. */
  rejected: z.boolean().default(false),
});
export type ProposedRename = z.infer<typeof ProposedRename>;

/** More open questions than these are not a list that a person works off, but a source that changed all its identifiers. */
export const PROPOSALS = 1000;

/** 72 bits in 12 characters: the key stands in the state of every record, of which a source may have a hundred thousand. */
const KEY_LENGTH = 12;

const urlsOf = (record: Dataset): string[] => {
  const urls = new Set<string>();
  for (const { accessURL = [], downloadURL = [] } of record.distribution ?? []) {
    for (const url of [...accessURL, ...downloadURL]) urls.add(url);
  }
  if (urls.size > 0) return [...urls].sort();
  // A landing page often holds the identifier and goes with it; then only title and owner are left to go by.
  for (const url of [...(record.landingPage ?? []), ...(record.page ?? []).map(({ iri }) => iri)]) {
    if (url !== undefined && url !== record.iri) urls.add(url);
  }
  return [...urls].sort();
};

const namesOf = (texts: Readonly<Record<string, string>> | undefined): string[] =>
  Object.entries(texts ?? {})
    .map(([language, text]) => `${language}:${plainName(text)}`)
    .sort();

/**
 * The key by which a record is known again under another identifier: a hash of title, publisher and set of links, led by `l`
 * where there are links and by `t` where only title and publisher speak. Undefined for a record without a title, or with
 * neither links nor publisher: too many records look like that one.
 */
export const matchKey = (record: Dataset): string | undefined => {
  const titles = namesOf(record.title);
  const urls = urlsOf(record);
  const { publisher } = record;
  const owner = publisher?.iri === undefined ? namesOf(publisher?.name) : [publisher.iri];
  if (titles.every((title) => title.endsWith(':')) || (urls.length === 0 && owner.length === 0)) return undefined;
  const digest = hash('sha256', JSON.stringify([titles, owner, urls]), 'base64url').slice(0, KEY_LENGTH);
  return `${urls.length > 0 ? 'l' : 't'}${digest}`;
};

/** A pair that looks like one dataset under two identifiers. */
export type Rename = Pick<ProposedRename, 'from' | 'to' | 'evidence'>;

/**
 * Pairs what went with what came. Only a key that exactly one record of either side has makes a pair: where two could be
 * meant, taking one of them would give a dataset another's history.
 */
export const findRenames = (gone: Iterable<RecordState>, arrived: Iterable<RecordState>): Rename[] => {
  const came = byKey(arrived);
  const pairs: Rename[] = [];
  for (const [key, from] of byKey(gone)) {
    const to = came.get(key);
    if (!from || !to || from.id === to.id || from.kind !== to.kind) continue;
    pairs.push({ from: from.id, to: to.id, evidence: key.startsWith('l') ? 'links' : 'title' });
  }
  return pairs.sort((one, other) => (one.from < other.from ? -1 : 1));
};

/** Records by key; null for a key that several have. */
const byKey = (records: Iterable<RecordState>): Map<string, RecordState | null> => {
  const found = new Map<string, RecordState | null>();
  for (const record of records) {
    if (record.match !== undefined) found.set(record.match, found.has(record.match) ? null : record);
  }
  return found;
};

/** The proposals after a run: those that still ask, those that were rejected, and the new ones, as many as a list holds. */
export const nextProposals = (
  before: readonly ProposedRename[],
  found: readonly Rename[],
  run: string,
  stateOf: (id: string) => RecordState | undefined,
): ProposedRename[] => {
  const kept = before.filter(({ from, to }) => stateOf(to)?.live === true && !isBack(stateOf(from)));
  const known = new Set(kept.map(({ from, to }) => `${from} ${to}`));
  const fresh = found.filter(({ from, to }) => !known.has(`${from} ${to}`));
  return [...kept, ...fresh.map((pair) => ({ ...pair, since: run, rejected: false }))].slice(0, PROPOSALS);
};

/** The old identifier is listed again beside the new one: they are two datasets. */
const isBack = (record: RecordState | undefined): boolean => record?.live === true && record.missingRuns === 0;

/** Identifiers that were given up for others lead to the record that was kept; a longer chain would be a circle. */
const LONGEST_CHAIN = 50;

/** The id under which a record is kept, for the id that its identifier makes. */
export const keptId = (id: string, stateOf: (id: string) => RecordState | undefined): string => {
  let kept = id;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const next = stateOf(kept)?.movedTo;
    if (next === undefined) return kept;
    kept = next;
  }
  return id;
};
