/** Reads texts as pages of a schema-org source, in chunks of any size. */
import { schemaOrg } from '#harvesters/schema-org/schema-org.ts';
import type { PageRequest, RawNode, RawRecord, RawValue, Reading } from '#schemas/reading.ts';
import { Source } from '#schemas/source.ts';

export const PAGE = 'https://example.dk/d/1';

export interface ReadOptions {
  readonly settings?: Record<string, unknown>;
  readonly contentType?: string | null;
  readonly chunkSize?: number;
  readonly url?: string;
  readonly context?: unknown;
}

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** All readings of a page. */
export const readingsOf = async (page: string | Uint8Array, options: ReadOptions = {}): Promise<Reading[]> => {
  const { settings = {}, contentType = null, chunkSize = 64 * 1024, url = PAGE, context } = options;
  const source = Source.parse({ id: 's', owner: { id: 'o' }, format: 'schema-org', url, settings });
  const body = chunks(typeof page === 'string' ? new TextEncoder().encode(page) : page, chunkSize);
  const readings: Reading[] = [];
  for await (const reading of schemaOrg.read(source, { request: { url, context }, url, contentType, body })) {
    readings.push(reading);
  }
  return readings;
};

/** The records among readings. */
export const recordsOf = (readings: readonly Reading[]): RawRecord[] =>
  readings.flatMap((reading) => (reading.kind === 'record' ? [reading.record] : []));

/** The only record of a page. */
export const recordOf = async (page: string | Uint8Array, options: ReadOptions = {}): Promise<RawRecord> => {
  const readings = await readingsOf(page, options);
  const [record, ...more] = recordsOf(readings);
  if (record === undefined || more.length > 0) throw new Error(`not one record: ${JSON.stringify(readings)}`);
  return record;
};

/** The readings that are no records. */
export const othersOf = (readings: readonly Reading[]): Reading[] => readings.filter(({ kind }) => kind !== 'record');

/** The addresses of the pages that a page leads to. */
export const pagesOf = (readings: readonly Reading[]): PageRequest[] =>
  readings.flatMap((reading) => (reading.kind === 'page' ? [reading.request] : []));

/** The texts and addresses of values. */
export const written = (values: readonly RawValue[] | undefined): string[] =>
  (values ?? []).flatMap((value) => (value.kind === 'node' ? [] : value.value));

/** The nodes among values. */
export const nodes = (values: readonly RawValue[] | undefined): RawNode[] =>
  (values ?? []).flatMap((value) => (value.kind === 'node' ? value.node : []));

/** A web page with a JSON-LD block. */
export const htmlWith = (json: unknown, more = ''): string =>
  `<!doctype html><html lang="da"><head><title>t</title><script type="application/ld+json">${
    typeof json === 'string' ? json : JSON.stringify(json)
  }</script></head><body>${more}</body></html>`;
