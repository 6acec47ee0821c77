/** The formats of the catalogue that have addresses of their own; apart from the catalogue, as the table of addresses names them. */
import type { RdfFormat } from './ports.ts';
import type { ResourceFormat } from './rdf-writers.ts';

/** In the order of our preference. */
export const catalogFormats: readonly RdfFormat[] = ['ttl', 'jsonld', 'rdf', 'nt'];

/** The addresses with a suffix: the router knows no parameter but a whole segment. */
export const catalogSuffixes: readonly ResourceFormat[] = [...catalogFormats, 'json'];
