/** Reads texts as pages of data.json, in chunks of any size. */
import { dcatUs } from '#harvesters/dcat-us/dcat-us.ts';
import type { RawRecord, Reading } from '#schemas/reading.ts';
import { Source } from '#schemas/source.ts';

const source: Source = Source.parse({ id: 's', owner: { id: 'o' }, format: 'dcat-us', url: 'https://a.dk/data.json' });

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** All readings of a page. */
export const readingsOf = async (page: string | Uint8Array, chunkSize = 64 * 1024): Promise<Reading[]> => {
  const body = chunks(typeof page === 'string' ? new TextEncoder().encode(page) : page, chunkSize);
  const url = source.url;
  const readings: Reading[] = [];
  for await (const reading of dcatUs.read(source, { request: { url }, url, contentType: 'application/json', body })) {
    readings.push(reading);
  }
  return readings;
};

/** The records among readings. */
export const recordsOf = (readings: readonly Reading[]): RawRecord[] =>
  readings.flatMap((reading) => (reading.kind === 'record' ? [reading.record] : []));

/** The readings that are no records. */
export const othersOf = (readings: readonly Reading[]): Reading[] => readings.filter(({ kind }) => kind !== 'record');
