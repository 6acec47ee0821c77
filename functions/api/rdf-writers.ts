/** The RDF formats of what the API shows. */
import type { Triple } from '#publishing/rdf/term.ts';
import { jsonLdOf, writeJsonLd } from '#publishing/rdf/write-json-ld.ts';
import { quadLines, writeNTriples } from '#publishing/rdf/write-n-quads.ts';
import { rdfXmlOf, writeRdfXml } from '#publishing/rdf/write-rdf-xml.ts';
import { turtleOf, writeTurtle } from '#publishing/rdf/write-turtle.ts';
import type { ApiPorts, RdfFormat } from './ports.ts';

export const rdfWriters: ApiPorts['writers'] = {
  ttl: writeTurtle,
  jsonld: writeJsonLd,
  nt: writeNTriples,
  rdf: writeRdfXml,
};

/** Writers of triples that are not a dataset's alone. */
export const tripleWriters: Readonly<Record<RdfFormat, (triples: readonly Triple[]) => string>> = {
  ttl: turtleOf,
  jsonld: jsonLdOf,
  nt: (triples) => quadLines(triples),
  rdf: rdfXmlOf,
};

export type ResourceFormat = 'json' | RdfFormat;

export const resourceTypes: Readonly<Record<ResourceFormat, string>> = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  ttl: 'text/turtle',
  nt: 'application/n-triples',
  rdf: 'application/rdf+xml',
};

/** Turtle is a text, and texts are read as something else than UTF-8 unless that is said. */
export const contentType = (format: ResourceFormat): string =>
  format === 'ttl' ? `${resourceTypes.ttl}; charset=utf-8` : resourceTypes[format];
