/** The RDF formats of a dataset. */
import { writeJsonLd } from '#publishing/rdf/write-json-ld.ts';
import { writeNTriples } from '#publishing/rdf/write-n-quads.ts';
import { writeRdfXml } from '#publishing/rdf/write-rdf-xml.ts';
import { writeTurtle } from '#publishing/rdf/write-turtle.ts';
import type { ApiPorts } from './ports.ts';

export const rdfWriters: ApiPorts['writers'] = {
  ttl: writeTurtle,
  jsonld: writeJsonLd,
  nt: writeNTriples,
  rdf: writeRdfXml,
};
