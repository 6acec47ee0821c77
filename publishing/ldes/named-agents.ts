/** The agents that a record names by an address: they are entities of their own in the feed. */
import { createHash } from 'node:crypto';
import { isAbsoluteIri } from '#schemas/lexical-form.ts';
import { type ClassName, isClassName, type Property } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import { iriTerm } from '../rdf/term.ts';

type Node = Readonly<Record<string, unknown>> & { readonly iri?: string };

export interface NamedAgent {
  readonly iri: string;
  readonly node: Node;
}

/** Classes whose named nodes have events of their own; a dataset's payload only points to them. */
export const apart: ReadonlySet<ClassName> = new Set<ClassName>(['Agent']);

function* agentsIn(name: ClassName, node: Node): Generator<NamedAgent> {
  for (const row of propertyTable[name] as readonly Property[]) {
    const { range, key } = row;
    const value: unknown = node[key];
    if (value === undefined || !isClassName(range)) continue;
    // The record's schema has said that these are nodes of that class.
    for (const child of [value].flat() as unknown as readonly Node[]) {
      if (range === 'Agent' && child.iri !== undefined && isAbsoluteIri(child.iri)) {
        yield { iri: iriTerm(child.iri).value, node: child };
      }
      yield* agentsIn(range, child);
    }
  }
}

/** How much is said of an agent: a record may describe it in one place and only name it in another. */
const fullness = ({ node }: NamedAgent): number => JSON.stringify(node).length;

/** The agents of a record in the order in which it names them, each by its fullest description. */
export function namedAgents(kind: 'Dataset' | 'DatasetSeries', record: Node): readonly NamedAgent[] {
  const agents = new Map<string, NamedAgent>();
  for (const agent of agentsIn(kind, record)) {
    const known = agents.get(agent.iri);
    if (!known || fullness(agent) > fullness(known)) agents.set(agent.iri, agent);
  }
  return [...agents.values()];
}

const sorted = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** Sixteen letters tell some ten thousand agents apart with room to spare, and the list of all of them is read at each look. */
const HASH_LENGTH = 16;

/** A short name for what is said of an agent: of the data and not of its triples, so that a new writer makes no news. */
export const agentHash = ({ node }: NamedAgent): string =>
  createHash('sha256').update(JSON.stringify(node, sorted)).digest('base64url').slice(0, HASH_LENGTH);

/** True for an agent of which nothing is said but its address. */
export const isBare = ({ node }: NamedAgent): boolean => Object.keys(node).every((key) => key === 'iri');
