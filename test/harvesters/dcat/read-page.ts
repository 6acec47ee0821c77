/** Reads pages as a run does, and says in short what came of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dcat } from '#harvesters/dcat/dcat.ts';
import type { RawNode, RawRecord, Reading } from '#schemas/reading.ts';
import { Source } from '#schemas/source.ts';

const source = Source.parse({ id: 'kilde', owner: { id: 'ejer' }, format: 'dcat', url: 'https://eksempel.dk/feed' });

export interface PageOptions {
  readonly contentType?: string | null;
  /** Bytes a chunk; the whole page in one when left out. */
  readonly chunk?: number;
  readonly url?: string;
}

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All readings of a page. */
export const readPage = async (body: string | Uint8Array, options: PageOptions = {}): Promise<Reading[]> => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const url = options.url ?? 'https://eksempel.dk/feed';
  const page = {
    request: { url },
    url,
    contentType: options.contentType ?? null,
    body: chunks(bytes, options.chunk ?? Math.max(1, bytes.length)),
  };
  return await Array.fromAsync(dcat.read(source, page));
};

export const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures/dcat', name));

export const readFixture = (name: string, options: PageOptions = {}): Promise<Reading[]> =>
  readPage(fixture(name), options);

export const recordsOf = (readings: readonly Reading[]): RawRecord[] =>
  readings.flatMap((reading) => (reading.kind === 'record' ? [reading.record] : []));

export const ofKind = <Kind extends Reading['kind']>(readings: readonly Reading[], kind: Kind) =>
  readings.filter((reading): reading is Extract<Reading, { kind: Kind }> => reading.kind === kind);

/** The IRIs of the records, in order. */
export const irisOf = (readings: readonly Reading[]): (string | undefined)[] =>
  recordsOf(readings).map(({ node }) => node.iri);

/** A node without regard to the order of its values, as two serialisations of one graph may differ in it. */
const sorted = (node: RawNode): unknown => {
  const part = (values: RawNode['properties']): unknown =>
    Object.fromEntries(
      Object.entries(values)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, list]) => [
          name,
          list.map((value) => JSON.stringify(value.kind === 'node' ? sorted(value.node) : value)).toSorted(),
        ]),
    );
  return { iri: node.iri, type: node.type, properties: part(node.properties), unmapped: part(node.unmapped) };
};

/** The records by IRI, without order and without what only one serialisation can tell (places, repairs). */
export const graphOf = (readings: readonly Reading[]): unknown =>
  recordsOf(readings)
    .map(({ kind, identifier, node, catalogues }) => ({
      kind,
      identifier,
      node: sorted(node),
      catalogues: [...(catalogues ?? [])].toSorted(),
    }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
