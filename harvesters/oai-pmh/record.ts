/** One record of an OAI-PMH list: its header, and its description in whichever format it came. */
import { attributeOf, childOf, textsAt, type XmlElement } from '#harvesters/xml/xml-element.ts';
import type { XmlEvent } from '#harvesters/xml/xml-event.ts';
import { EXCERPT_LENGTH, type Reading } from '#schemas/reading.ts';
import { dataCiteRecord } from './datacite.ts';
import { type Description, isWanted } from './description.ts';
import { dublinCoreRecord } from './oai-dc.ts';
import { readRdfRecord } from './rdf-record.ts';
import type { OaiSettings } from './settings.ts';

type Unit = Extract<XmlEvent, { kind: 'unit' }>;
type BadUnit = Extract<XmlEvent, { kind: 'bad-unit' }>;

/** The reading of a record. Its identifier is that of its header, so that a later deletion names the same record. */
export async function* readOaiRecord(unit: Unit, settings: OaiSettings, url: string): AsyncGenerator<Reading> {
  const { element, place } = unit;
  const header = childOf(element, 'header');
  const identifier = textsAt(header, 'identifier')[0] ?? null;
  const reject = (code: string, message: string): Reading => ({ kind: 'rejection', code, identifier, message, place });
  if (identifier === null) {
    yield reject('no-identity', 'The record has no identifier in its header.');
    return;
  }
  if (attributeOf(header, 'status')?.toLowerCase() === 'deleted') {
    yield { kind: 'deletion', identifier, place };
    return;
  }
  const payload = payloadOf(element);
  if (payload === undefined) {
    yield reject('incomplete-record', 'The record has a header and no description.');
    return;
  }
  const described = describe(payload);
  if (described !== undefined) yield recordReading(described, identifier, place, settings);
  else if (isRdf(payload)) yield* readRdfRecord(unit, { identifier, url, types: settings.types });
  else
    yield reject(
      'unknown-metadata',
      `The description is a <${payload.name.slice(0, EXCERPT_LENGTH)}>, which is not read.`,
    );
}

/** A record that is no XML from some place on; its header stands before that most often. */
export const badRecord = ({ element, code, message, place, excerpt }: BadUnit): Reading => ({
  kind: 'rejection',
  code,
  identifier: textsAt(childOf(element, 'header'), 'identifier')[0] ?? null,
  message,
  place,
  excerpt,
});

/** The description itself, out of the wrappers that DataCite's own repository puts around it. */
const payloadOf = (record: XmlElement): XmlElement | undefined => {
  const payload = childOf(record, 'metadata')?.children[0];
  if (payload?.name !== 'oai_datacite') return payload;
  return childOf(payload, 'payload')?.children[0] ?? payload;
};

const describe = (payload: XmlElement): Description | undefined => {
  if (payload.name === 'dc') return dublinCoreRecord(payload);
  return payload.name === 'resource' ? dataCiteRecord(payload) : undefined;
};

const isRdf = ({ name, attributes }: XmlElement): boolean =>
  ['RDF', 'Dataset', 'DatasetSeries', 'Catalog'].includes(name) || attributeIsAbout(attributes);

const attributeIsAbout = (attributes: XmlElement['attributes']): boolean =>
  Object.keys(attributes).some((key) => key.endsWith(':about'));

const recordReading = (
  { node, types, kind = 'Dataset' }: Description,
  identifier: string,
  place: Unit['place'],
  settings: OaiSettings,
): Reading => {
  if (isWanted(types, settings.types)) {
    return { kind: 'record', record: { kind, identifier, node, repairs: [], place } };
  }
  const message = `The record ${identifier} calls itself ${types.join(', ') || 'nothing'}.`.slice(
    0,
    2 * EXCERPT_LENGTH,
  );
  return { kind: 'skip', code: 'not-a-dataset', message, place };
};
