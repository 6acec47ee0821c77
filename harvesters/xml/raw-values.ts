/** Raw nodes from XML: values put under keys, empty ones left out. */
import { literal, type RawNode, type RawValue } from '#schemas/reading.ts';
import { languageOf, textOf, type XmlElement } from './xml-element.ts';

/** Adds values to a node under a key; nothing for no values. */
export const add = (node: RawNode, key: string, ...values: readonly RawValue[]): void => {
  if (values.length === 0) return;
  const known = node.properties[key];
  if (known === undefined) node.properties[key] = [...values];
  else known.push(...values);
};

/** Adds texts that the property table has no row for, under their own name. */
export const addUnmapped = (node: RawNode, name: string, ...texts: readonly (string | undefined)[]): void => {
  const values = texts.flatMap((text) => (text === undefined ? [] : [literal(text)]));
  if (values.length > 0) node.unmapped[name] = [...(node.unmapped[name] ?? []), ...values];
};

/** A literal of each text that is there. */
export const literals = (...texts: readonly (string | undefined)[]): RawValue[] =>
  texts.flatMap((text) => (text === undefined ? [] : [literal(text)]));

/** An element's text as a literal in the language that it is marked with. */
export const literalOf = (element: XmlElement): RawValue[] => {
  const text = textOf(element);
  return text === undefined ? [] : [literal(text, languageOf(element))];
};

export const iri = (value: string): RawValue => ({ kind: 'iri', value });

export const nodeValue = (node: RawNode): RawValue => ({ kind: 'node', node });

/** Whether a text is a web address. */
export const isUrl = (text: string): boolean => /^https?:\/\/[^\s]+$/i.test(text);

/** The DOI in a text that is one, however it is written. */
export const doiOf = (text: string): string | undefined =>
  /^(?:doi:\s*|info:doi\/|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(text.trim())?.[1];

/** The address that resolves a DOI. */
export const doiUrl = (doi: string): string => `https://doi.org/${doi}`;

/** Whether a text is one of the addresses under which licences stand. */
export const isLicence = (text: string): boolean =>
  /^https?:\/\/(?:(?:www\.)?creativecommons\.org\/|(?:www\.)?opendatacommons\.org\/|publications\.europa\.eu\/resource\/authority\/licence\/|spdx\.org\/licenses\/|(?:www\.)?opensource\.org\/licenses\/)/i.test(
    text,
  );

/** Whether a text says who may have the data: the words of COAR, OpenAIRE and the EU's list. */
export const isAccessRight = (text: string): boolean =>
  /^info:eu-repo\/semantics\/\w+Access$|purl\.org\/coar\/access_right\/|authority\/access-right\//i.test(text);

/** The datatype of a geometry as text. */
export const WKT = 'http://www.opengis.net/ont/geosparql#wktLiteral';

/** A box as WKT from its west, south, east and north; nothing where one of them is no number. */
export const boxLiterals = (limits: readonly (string | undefined)[]): RawValue[] => {
  const [west, south, east, north] = limits.map((limit) =>
    /^[+-]?\d+(?:\.\d*)?$/.test(limit ?? '') ? Number(limit) : undefined,
  );
  if (west === undefined || south === undefined || east === undefined || north === undefined) return [];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const wkt = `POLYGON((${ring.map((point) => point.join(' ')).join(',')}))`;
  return [literal(wkt, undefined, WKT)];
};
