/** A description in RDF/XML inside an OAI-PMH record: read as any DCAT page, and known by the name in the header. */
import { iri } from '#harvesters/xml/raw-values.ts';
import { readRdfUnit } from '#harvesters/xml/rdf-unit.ts';
import type { XmlEvent } from '#harvesters/xml/xml-event.ts';
import { literal, type RawNode, type RawRecord, type Reading } from '#schemas/reading.ts';
import { isWanted } from './description.ts';

interface RdfContext {
  readonly identifier: string;
  readonly url: string;
  readonly types: readonly string[] | undefined;
}

type Unit = Extract<XmlEvent, { kind: 'unit' }>;

/**
 * The readings of one record's graph. Its first dataset gets the header's identifier, so that a deletion names the same
 * record; datasets beside it keep their own names.
 */
export async function* readRdfRecord(unit: Unit, context: RdfContext): AsyncGenerator<Reading> {
  let isFirst = true;
  for await (const moved of readRdfUnit(unit, context.url)) {
    if (moved.kind === 'record') {
      if (!isWanted(typesOf(moved.record), context.types)) {
        yield {
          kind: 'skip',
          code: 'not-a-dataset',
          message: `The record ${context.identifier} is of another type.`,
          place: unit.place,
        };
      } else yield isFirst ? { ...moved, record: named(moved.record, context.identifier) } : moved;
      isFirst = false;
    } else if (moved.kind === 'rejection' && isFirst) {
      yield { ...moved, identifier: context.identifier };
      isFirst = false;
    } else yield moved;
  }
  if (!isFirst) return;
  const message = 'The description is RDF and holds no dataset.';
  const { identifier } = context;
  yield { kind: 'rejection', code: 'unknown-metadata', identifier, message, place: unit.place };
}

/** The dataset's own IRI stays with it as an identifier, and as its page where it is a web address. */
const named = (record: RawRecord, identifier: string): RawRecord => {
  const { iri: own, ...node } = record.node;
  if (own === undefined) return { ...record, identifier };
  const { identifier: known = [], landingPage } = node.properties;
  const properties: RawNode['properties'] = { ...node.properties, identifier: [...known, literal(own)] };
  if (landingPage === undefined && /^https?:/i.test(own)) properties.landingPage = [iri(own)];
  return { ...record, identifier, node: { ...node, properties } };
};

const typesOf = ({ node, kind }: RawRecord): string[] => [
  kind,
  ...(node.properties.type ?? []).flatMap((value) => (value.kind === 'node' ? (value.node.iri ?? []) : value.value)),
];
