/** Records of older HealthDCAT-AP releases (1 to 6), brought to the shape of Release 8 before they are normalised. */
import { type RawNode, type RawValue, rawNode } from '#schemas/reading.ts';
import type { Findings } from './findings.ts';
import { rawText } from './raw-text.ts';

/** What older releases said about the publisher on the dataset itself, by the end of its name, and its key on the agent. */
const publisherKeys: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[#/])publishertype$/i, 'type'],
  [/(?:^|[#/])publishernote$/i, 'description'],
  [/(?:^|[#/])trusteddataholder$/i, 'trustedDataHolder'],
];

/** A dataset with what it says about its publisher moved to the publisher; the same node when it says nothing of the kind. */
export const upgradeDataset = (findings: Findings, node: RawNode): RawNode => {
  let moved: Record<string, RawValue[]> | undefined;
  for (const name in node.unmapped) {
    const key = publisherKeys.find(([pattern]) => pattern.test(name))?.[1];
    if (key === undefined) continue;
    moved ??= {};
    moved[key] = [...(moved[key] ?? []), ...(node.unmapped[name] ?? [])];
    for (const value of node.unmapped[name] ?? [])
      findings.repaired('older-form', name, rawText(value), `publisher.${key}`);
  }
  return moved === undefined ? node : withPublisher(node, moved);
};

const withPublisher = (node: RawNode, moved: Record<string, RawValue[]>): RawNode => {
  const [first = { kind: 'node', node: rawNode('Agent') } as const, ...others] = node.properties.publisher ?? [];
  const agent = asAgent(first);
  // What the agent says itself goes before what the dataset says of it.
  const publisher: RawNode = { ...agent, properties: { ...moved, ...agent.properties } };
  const unmapped = Object.fromEntries(
    Object.entries(node.unmapped).filter(([name]) => !publisherKeys.some(([pattern]) => pattern.test(name))),
  );
  return {
    ...node,
    properties: { ...node.properties, publisher: [{ kind: 'node', node: publisher }, ...others] },
    unmapped,
  };
};

const asAgent = (value: RawValue): RawNode => {
  if (value.kind === 'node') return value.node;
  if (value.kind === 'iri') return rawNode('Agent', value.value);
  const agent = rawNode('Agent');
  agent.properties.name = [value];
  return agent;
};

/**
 * An agent whose mail address and homepage stand on itself also gets the contact point that Release 8 asks for. They stay
 * where they were too: other profiles look for them there.
 */
export const upgradeAgent = (findings: Findings, node: RawNode, prefix: string): RawNode => {
  const { mbox, homepage, contactPoint } = node.properties;
  if ((mbox === undefined && homepage === undefined) || contactPoint !== undefined) return node;
  const point = rawNode('AgentContactPoint');
  if (mbox !== undefined) point.properties.email = mbox.map(withoutScheme);
  if (homepage !== undefined) point.properties.contactPage = homepage;
  const [written] = mbox ?? homepage ?? [];
  findings.wrote(`${prefix}contactPoint`, written === undefined ? '' : rawText(written), '', 'older-form');
  return { ...node, properties: { ...node.properties, contactPoint: [{ kind: 'node', node: point }] } };
};

/** `cv:email` is a text where `foaf:mbox` is an IRI. */
const withoutScheme = (value: RawValue): RawValue =>
  value.kind === 'node' ? value : { kind: 'literal', value: value.value.replace(/^\s*mailto:/i, '') };
