/** The parts of a dataset: who made it, where and of what it is, its files and its variables. */
import type { Term } from '#harvesters/rdf/graph.ts';
import { EXCERPT_LENGTH, literal, type RawNode, type RawValue, rawNode } from '#schemas/reading.ts';
import { boxText, pointText, polygonText } from './geometry.ts';
import {
  address,
  concept,
  email,
  part,
  plain,
  push,
  type Rule,
  type Rules,
  references,
  type ThingReader,
  text,
  told,
} from './thing-reader.ts';
import type { Values } from './things.ts';

const SPDX_ALGORITHM = 'http://spdx.org/rdf/terms#checksumAlgorithm_';

/** What an identifier says: its text, the value of a PropertyValue, or its address. */
export const identifierText = (reader: ThingReader, term: Term): string | undefined => {
  const written = term < 0 ? reader.things.graph.text(term).trim() : undefined;
  if (written !== undefined) return written === '' ? undefined : written;
  return reader.first(reader.values(term), 'value', 'url', 'identifier') ?? reader.things.iri(term);
};

const identifier =
  (key: string): Rule =>
  (reader, term, into) => {
    const found = identifierText(reader, term);
    if (found !== undefined) push(into.properties, key, literal(found));
    return found !== undefined;
  };

const agentContactRules: Rules = {
  email: plain('email'),
  telephone: plain('telephone'),
  url: address('contactPage'),
};

const agentRules: Rules = {
  name: text('name'),
  description: text('description'),
  identifier: identifier('identifier'),
  // ORCID and ROR addresses stand here as often as under `identifier`.
  sameAs: identifier('identifier'),
  url: address('homepage'),
  email: email('mbox'),
  contactPoint: part('contactPoint', 'AgentContactPoint', () => agentContactRules),
};

/** Where the whole name stands, its parts say nothing new. */
const namedAgentRules: Rules = { ...agentRules, givenName: told, familyName: told };

const givenName = (reader: ThingReader, term: Term): string | undefined => {
  const values = reader.values(term);
  const legal = reader.first(values, 'legalName');
  if (legal !== undefined) return legal;
  const names = ['givenName', 'familyName'].flatMap((name) => reader.first(values, name) ?? []);
  return names.length === 0 ? undefined : names.join(' ');
};

/** A person or organisation. */
export const agent =
  (key: string): Rule =>
  (reader, term, into) => {
    const values = reader.values(term);
    const rules = values.has('name') ? namedAgentRules : agentRules;
    const value = reader.part(term, 'Agent', rules);
    if (value === undefined) return false;
    if (value.kind === 'node' && value.node.properties.name === undefined) {
      const name = givenName(reader, term);
      if (name !== undefined) value.node.properties.name = [literal(name)];
    }
    push(into.properties, key, value);
    return true;
  };

/** How the dataset's owner is reached. */
export const contactRules: Rules = {
  name: text('fn'),
  email: email('hasEmail'),
  url: address('hasURL'),
  telephone: plain('hasTelephone'),
};

/** Both files' checksums that are in use; Croissant asks for the first. */
const checksum =
  (algorithm: 'sha256' | 'md5'): Rule =>
  (reader, term, into) => {
    const node = rawNode('Checksum');
    node.properties.algorithm = [{ kind: 'iri', value: SPDX_ALGORITHM + algorithm }];
    node.properties.checksumValue = [literal(reader.things.graph.text(term).trim())];
    push(into.properties, 'checksum', { kind: 'node', node });
    return true;
  };

/** `text/csv` is a media type, `CSV` a format; an address may be either and is looked up as the first. */
const format: Rule = (reader, term, into) => {
  const value = reader.concept(term);
  if (value === undefined || value.kind === 'node') return false;
  push(into.properties, value.kind === 'iri' || value.value.includes('/') ? 'mediaType' : 'format', value);
  return true;
};

const distributionRules: Rules = {
  ...references,
  contentUrl: address('downloadURL'),
  url: address('accessURL'),
  encodingFormat: format,
  fileFormat: format,
  contentSize: plain('byteSize'),
  name: text('title'),
  description: text('description'),
  license: concept('license'),
  conditionsOfAccess: text('rights'),
  datePublished: plain('issued'),
  dateModified: plain('modified'),
  inLanguage: concept('language'),
  identifier: identifier('identifier'),
  sha256: checksum('sha256'),
  'cr:sha256': checksum('sha256'),
  md5: checksum('md5'),
  'cr:md5': checksum('md5'),
};

/** A file inside an archive is named by its path there, which is no address. */
const { contentUrl: _path, ...archivedRules } = distributionRules;

const isArchived = (values: Values): boolean => values.has('cr:containedIn') || values.has('containedIn');

/** A file, described or named by its address alone. */
export const distribution: Rule = (reader, term, into) => {
  if (reader.canRead(term)) {
    const rules = isArchived(reader.values(term)) ? archivedRules : distributionRules;
    push(into.properties, 'distribution', { kind: 'node', node: reader.read(term, 'Distribution', rules) });
    return true;
  }
  const url = reader.address(term);
  if (url === undefined) return false;
  if (term >= 0) {
    // A file that the page names and does not describe.
    push(into.properties, 'distribution', url);
    return true;
  }
  const node = rawNode('Distribution');
  node.properties.accessURL = [url];
  push(into.properties, 'distribution', { kind: 'node', node });
  return true;
};

/** Takes what a shape or point says into a location. */
const addGeometry = (reader: ThingReader, term: Term, into: RawNode): boolean => {
  const values = reader.values(term);
  const wkt = (key: string, value: string | undefined): boolean => {
    if (value !== undefined) push(into.properties, key, literal(value));
    return value !== undefined;
  };
  const box = reader.first(values, 'box');
  const polygon = reader.first(values, 'polygon');
  const latitude = reader.first(values, 'latitude');
  const longitude = reader.first(values, 'longitude');
  const taken = [
    box !== undefined && wkt('bbox', boxText(box)),
    polygon !== undefined && wkt('geometry', polygonText(polygon)),
    latitude !== undefined && longitude !== undefined && wkt('centroid', pointText(latitude, longitude)),
  ];
  if (taken.includes(true)) reader.visited.add(term);
  return taken.includes(true);
};

const placeRules: Rules = {
  name: text('name'),
  geo: (reader, term, into) => addGeometry(reader, term, into),
};

/** A place: by name, by address, or described, with its shape. */
export const place: Rule = (reader, term, into) => {
  const value = reader.part(term, 'Location', placeRules);
  if (value === undefined) return false;
  // A shape may stand where the place should.
  if (value.kind === 'node' && addGeometry(reader, term, value.node)) dropShape(value.node);
  push(into.properties, 'spatial', value);
  return true;
};

const dropShape = ({ unmapped }: RawNode): void => {
  for (const name of ['box', 'polygon', 'latitude', 'longitude']) delete unmapped[`http://schema.org/${name}`];
};

/** `1889-06/07` leaves out of its end what is the same as in its start (ISO 8601). */
const SHORTENED = /^(\d{4}(?:-\d{2}){1,2}(?:T[\d:]+)?)\/((?:\d{2}-)?\d{2})$/;

const wholePeriod = (written: string): string => {
  const [, start, end] = SHORTENED.exec(written) ?? [];
  if (start === undefined || end === undefined || end.length >= start.length) return written;
  return `${start}/${start.slice(0, start.length - end.length)}${end}`;
};

/** A period described by its ends; as a text it is read by the catalogue. */
export const period: Rule = (reader, term, into) => {
  const rules: Rules = { startDate: plain('startDate'), endDate: plain('endDate') };
  const value: RawValue | undefined = term < 0 ? reader.plain(term) : reader.part(term, 'Period', rules);
  if (value === undefined) return false;
  if (value.kind !== 'literal') push(into.properties, 'temporal', value);
  else {
    const whole = wholePeriod(value.value);
    if (whole !== value.value) {
      reader.report({ code: 'value-transformed', property: 'temporal', value: value.value.slice(0, EXCERPT_LENGTH) });
    }
    push(into.properties, 'temporal', literal(whole));
  }
  return true;
};
