/** Dublin Core as OAI-PMH has it (oai_dc): fifteen elements, all repeatable, all plain text. */
import {
  add,
  addUnmapped,
  boxLiterals,
  doiOf,
  doiUrl,
  iri,
  isAccessRight,
  isLicence,
  isUrl,
  literalOf,
  literals,
  nodeValue,
} from '#harvesters/xml/raw-values.ts';
import { textOf, textsAt, type XmlElement } from '#harvesters/xml/xml-element.ts';
import { literal, type RawNode, rawNode } from '#schemas/reading.ts';
import { type Description, lastPart } from './description.ts';

/** Elements whose values stand under a key of ours as they are written. */
const PLAIN: Readonly<Record<string, string>> = {
  title: 'title',
  description: 'description',
  subject: 'keyword',
  creator: 'creator',
  publisher: 'publisher',
  language: 'language',
  date: 'issued',
};

/** The record of an <oai_dc:dc> element. */
export const dublinCoreRecord = (dc: XmlElement): Description => {
  const node = rawNode('Dataset');
  for (const element of dc.children) addElement(node, element);
  addDistribution(node, textsAt(dc, 'format'));
  return { node, types: textsAt(dc, 'type') };
};

const addElement = (node: RawNode, element: XmlElement): void => {
  const text = textOf(element);
  if (text === undefined) return;
  const key = PLAIN[element.name];
  if (key !== undefined && Object.hasOwn(PLAIN, element.name)) add(node, key, ...literalOf(element));
  else if (element.name === 'identifier') addIdentifier(node, text);
  else if (element.name === 'rights') addRights(node, element, text);
  else if (element.name === 'coverage') addCoverage(node, element, text);
  else if (element.name === 'type') addType(node, text);
  else if (element.name === 'relation' || element.name === 'source') addRelation(node, element.name, text);
  else if (element.name !== 'format') addUnmapped(node, `dc:${element.name}`, text);
};

/** An address is where the dataset is shown; a DOI names it and leads there; any other text names it elsewhere. */
const addIdentifier = (node: RawNode, text: string): void => {
  const doi = doiOf(text);
  if (doi !== undefined) add(node, 'landingPage', iri(doiUrl(doi)));
  else if (isUrl(text)) add(node, 'landingPage', iri(text));
  if (doi !== undefined || !isUrl(text)) add(node, 'identifier', literal(text));
};

/** `dc:rights` holds licences, access rights and sentences alike. */
export const addRights = (node: RawNode, element: XmlElement, text: string): void => {
  if (isAccessRight(text)) add(node, 'accessRights', iri(text));
  else if (isLicence(text)) add(node, 'license', iri(text));
  else add(node, 'rights', ...literalOf(element));
};

/** That a record is a dataset says nothing more of it. */
const addType = (node: RawNode, text: string): void => {
  if (lastPart(text) === 'dataset') addUnmapped(node, 'dc:type', text);
  else add(node, 'type', literal(text));
};

const addRelation = (node: RawNode, name: 'relation' | 'source', text: string): void => {
  const doi = doiOf(text);
  if (doi !== undefined) add(node, name, iri(doiUrl(doi)));
  else if (isUrl(text)) add(node, name, iri(text));
  else addUnmapped(node, `dc:${name}`, text);
};

/** A year, a date or a range of them, and nothing else. */
const isTime = (text: string): boolean => /\d{4}/.test(text) && !/[^\d\s./:TZ–-]/.test(text);

/** `dc:coverage` holds places and times alike; DCMI writes both as `name=value` pairs. */
const addCoverage = (node: RawNode, element: XmlElement, text: string): void => {
  const pairs = dcmiPairs(text);
  if (pairs.has('start') || pairs.has('end')) {
    const period = rawNode('Period');
    add(period, 'startDate', ...literals(pairs.get('start')));
    add(period, 'endDate', ...literals(pairs.get('end')));
    add(node, 'temporal', nodeValue(period));
  } else if (pairs.has('northlimit')) add(node, 'spatial', nodeValue(boxOf(pairs)));
  else if (isTime(text)) add(node, 'temporal', literal(text));
  else add(node, 'spatial', ...literalOf(element));
};

const dcmiPairs = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(';').flatMap((part) => {
      // Cut at the sign and not by a pattern: one would try every place in a long row of spaces.
      const sign = part.indexOf('=');
      const [name, value] = [part.slice(0, Math.max(0, sign)).trim(), part.slice(sign + 1).trim()];
      return /^\w+$/.test(name) && value !== '' ? [[name.toLowerCase(), value] as const] : [];
    }),
  );

const boxOf = (pairs: ReadonlyMap<string, string>): RawNode => {
  const place = rawNode('Location');
  add(place, 'name', ...literals(pairs.get('name')));
  const limits = ['westlimit', 'southlimit', 'eastlimit', 'northlimit'].map((limit) => pairs.get(limit));
  add(place, 'bbox', ...boxLiterals(limits));
  return place;
};

/** A format belongs to a file; where the record names one format and a page, that page is how the file is got at. */
const addDistribution = (node: RawNode, formats: readonly string[]): void => {
  const [format] = formats;
  const [page] = node.properties.landingPage ?? [];
  if (format === undefined) return;
  if (formats.length > 1 || page === undefined) {
    addUnmapped(node, 'dc:format', ...formats);
    return;
  }
  const distribution = rawNode('Distribution');
  add(distribution, 'accessURL', page);
  add(distribution, format.includes('/') ? 'mediaType' : 'format', literal(format));
  add(node, 'distribution', nodeValue(distribution));
};
