/**
 * Documents of the DCAT-AP feed in the formats that can hold named graphs. The order is that of the TREE profile, so that a
 * client may read them as they come: first where the document stands, then each member with all that is said of it, oldest first.
 */
import { jsonLdContext } from '#schemas/json-ld-context.ts';
import { namespaces } from '#schemas/namespaces.ts';
import type { Addresses } from '../addresses.ts';
import type { Triple } from '../rdf/term.ts';
import { jsonLdNodes } from '../rdf/write-json-ld.ts';
import { quadLines } from '../rdf/write-n-quads.ts';
import { prefixLines, turtleBlocks } from '../rdf/write-turtle.ts';
import { activityTriples, type FeedEvent } from './feed-event.ts';
import { type FeedNode, memberTriple, nodeTriples } from './feed-node.ts';

export const feedFormats = ['trig', 'jsonld', 'nq'] as const;
export type FeedFormat = (typeof feedFormats)[number];

export interface FeedDocument {
  readonly node: FeedNode;
  readonly events: readonly FeedEvent[];
}

type Writer = (document: FeedDocument, addresses: Addresses) => string;

function writeTriG({ node, events }: FeedDocument, addresses: Addresses): string {
  const used = new Set<string>();
  const blocks = (triples: readonly Triple[]): string => turtleBlocks(triples, used);
  const members = events.map((event) => {
    const graph = event.payload.length === 0 ? '' : `<${event.activity}> {\n${blocks(event.payload)}}\n`;
    return `\n${blocks([memberTriple(addresses, event.activity), ...activityTriples(event)])}${graph}`;
  });
  const body = `${blocks(nodeTriples(node, addresses))}${members.join('')}`;
  return `${prefixLines(used)}\n${body}`;
}

const writeQuads: Writer = ({ node, events }, addresses) =>
  [
    quadLines(nodeTriples(node, addresses)),
    ...events.map(
      (event) =>
        quadLines([memberTriple(addresses, event.activity), ...activityTriples(event)]) +
        quadLines(event.payload, event.activity),
    ),
  ].join('');

const { as, tree, xsd } = namespaces;

/** The activity as one object: its own statements, and inside it the graph that it names. */
const activityObject = ({ activity, type, object, published, payload }: FeedEvent) => ({
  '@id': activity,
  '@type': as + type,
  [`${as}object`]: { '@id': object },
  [`${as}published`]: { '@value': published, '@type': `${xsd}dateTime` },
  ...(payload.length > 0 && { '@graph': jsonLdNodes(payload) }),
});

/** Every document carries its context: one behind an address is one more thing to fail. */
const writeFeedJsonLd: Writer = ({ node, events }, addresses) => {
  const members = events.flatMap((event) => [
    { '@id': addresses.stream, [`${tree}member`]: { '@id': event.activity } },
    activityObject(event),
  ]);
  const graph = [...jsonLdNodes(nodeTriples(node, addresses)), ...members];
  return `${JSON.stringify({ '@context': jsonLdContext, '@graph': graph }, null, 1)}\n`;
};

/** A document of the feed in one format. */
export const feedWriters: Readonly<Record<FeedFormat, Writer>> = {
  trig: writeTriG,
  jsonld: writeFeedJsonLd,
  nq: writeQuads,
};
