/** A dataset's description in the feed: whole, unless it would be larger than a page can be. */
import { namespaces } from '#schemas/namespaces.ts';
import type { Published } from '../published.ts';
import { describeDataset } from '../rdf/describe-dataset.ts';
import { iriTerm, type Triple } from '../rdf/term.ts';
import { apart } from './named-agents.ts';

/**
 * Characters of one description as triples. A page holds a hundred changes and must fit into one answer; what the largest
 * registers say of each of their variables would fill it alone, and a client that cannot get one page gets nothing after it.
 */
const PAYLOAD_CHARACTERS = 2_000_000;

/** How large triples are, as lines of N-Quads would be. */
export const charactersOf = (triples: readonly Triple[]): number =>
  triples.reduce(
    (sum, { subject, predicate, object }) => sum + subject.value.length + predicate.length + object.value.length,
    0,
  );

interface Telling {
  readonly published: Published;
  readonly seed: string;
  /** Where the whole description is to be had. */
  readonly whole: string;
}

/** Without the variables, then with the essentials only; what was left out is at the dataset's own address. */
export function boundedPayload({ published, seed, whole }: Telling): readonly Triple[] {
  const described = describeDataset(published, { seed, apart });
  if (charactersOf(described) <= PAYLOAD_CHARACTERS) return described;
  const { hasVariables: _, ...smaller } = published.entry.record;
  const { iri, title, description, identifier, publisher, landingPage, theme } = smaller;
  const essential = { iri, title, description, identifier, publisher, landingPage, theme };
  const more = { subject: iriTerm(published.iri), predicate: `${namespaces.rdfs}seeAlso`, object: iriTerm(whole) };
  const tries = [smaller, Object.fromEntries(Object.entries(essential).filter(([, value]) => value !== undefined))];
  const [fits] = tries
    .map((record) => describeDataset({ ...published, entry: { ...published.entry, record } }, { seed, apart }))
    .filter((triples, index) => index === tries.length - 1 || charactersOf(triples) <= PAYLOAD_CHARACTERS);
  return [...(fits ?? []), more];
}
