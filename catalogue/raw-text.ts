/** What an owner wrote, as one text. */
import type { RawNode, RawValue } from '#schemas/reading.ts';
import { canonicalText } from './canonical.ts';

/** Parts of a node that are told. In a graph a node may be reached by many ways, and written out by each it has no end. */
const TOLD_NODES = 1000;
const TOLD_DEPTH = 6;

/** The text of a value; a node as canonical JSON, down to its bounds. */
export const rawText = (value: RawValue): string =>
  value.kind === 'node' ? canonicalText(outline(value.node, { nodes: 0 }, 0)) : value.value;

const outline = (node: RawNode, told: { nodes: number }, depth: number): Record<string, unknown> => {
  told.nodes += 1;
  const object: Record<string, unknown> = {};
  if (node.iri !== undefined && !node.iri.startsWith('_:')) object.iri = node.iri;
  if (depth >= TOLD_DEPTH || told.nodes >= TOLD_NODES) return object;
  for (const group of [node.properties, node.unmapped]) {
    for (const [name, values] of Object.entries(group)) {
      if (values.length === 0 || name === '__proto__') continue;
      object[name] = values.map((value) =>
        value.kind === 'node' ? outline(value.node, told, depth + 1) : plain(value),
      );
    }
  }
  return object;
};

const plain = (value: Exclude<RawValue, { kind: 'node' }>): unknown =>
  value.kind === 'literal' && value.language !== undefined
    ? { value: value.value, language: value.language }
    : value.value;
