/** Reads texts as pages of a CKAN portal, in chunks of any size. */
import { ckan } from '#harvesters/ckan/ckan.ts';
import type { PageRequest, RawRecord, Reading } from '#schemas/reading.ts';
import { Source } from '#schemas/source.ts';

/** A CKAN source with the given settings. */
export const portal = (settings: Record<string, unknown> = {}, url = 'https://portal.dk'): Source =>
  Source.parse({ id: 's', owner: { id: 'o' }, format: 'ckan', url, settings });

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** The first request of a source. */
export const firstOf = (source: Source, since?: Parameters<typeof ckan.first>[1]): PageRequest => {
  const [request] = ckan.first(source, since);
  if (request === undefined) throw new Error('no first request');
  return request;
};

/** All readings of a page. */
export const readingsOf = async (
  page: string | Uint8Array,
  { source = portal(), request = firstOf(source), chunkSize = 64 * 1024 } = {},
): Promise<Reading[]> => {
  const body = chunks(typeof page === 'string' ? new TextEncoder().encode(page) : page, chunkSize);
  const readings: Reading[] = [];
  for await (const reading of ckan.read(source, { request, url: request.url, contentType: 'application/json', body })) {
    readings.push(reading);
  }
  return readings;
};

/** A page of a search. */
export const found = (packages: readonly unknown[], count = packages.length): string =>
  JSON.stringify({ help: 'https://portal.dk/help', success: true, result: { count, facets: {}, results: packages } });

/** The records among readings. */
export const recordsOf = (readings: readonly Reading[]): RawRecord[] =>
  readings.flatMap((reading) => (reading.kind === 'record' ? [reading.record] : []));

/** The one record of a page that holds one package. */
export const recordOf = async (fields: object): Promise<RawRecord> => {
  const [record] = recordsOf(await readingsOf(found([{ id: 'p1', name: 'package-1', ...fields }])));
  if (record === undefined) throw new Error('no record');
  return record;
};
