/** Reads texts as documents of a FAIR Data Point, in chunks of any size. */
import { fairDataPoint } from '#harvesters/fair-data-point/fair-data-point.ts';
import type { PageRequest, RawRecord, Reading } from '#schemas/reading.ts';
import { Source } from '#schemas/source.ts';

export const ROOT = 'https://fdp.example.dk/';

export interface ReadOptions {
  readonly request?: PageRequest;
  readonly settings?: Record<string, unknown>;
  readonly chunkSize?: number;
  readonly contentType?: string | null;
}

export const source = (settings: Record<string, unknown> = {}): Source =>
  Source.parse({ id: 's', owner: { id: 'o' }, format: 'fair-data-point', url: ROOT, settings });

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** All readings of a document. */
export const readingsOf = async (page: string | Uint8Array, options: ReadOptions = {}): Promise<Reading[]> => {
  const { request = { url: ROOT }, settings, chunkSize = 64 * 1024, contentType = 'text/turtle' } = options;
  const body = chunks(typeof page === 'string' ? new TextEncoder().encode(page) : page, chunkSize);
  const readings: Reading[] = [];
  for await (const reading of fairDataPoint.read(source(settings), { request, url: request.url, contentType, body })) {
    readings.push(reading);
  }
  return readings;
};

/** The requests among readings. */
export const requestsOf = (readings: readonly Reading[]): PageRequest[] =>
  readings.flatMap((reading) => (reading.kind === 'page' ? [reading.request] : []));

/** The records among readings. */
export const recordsOf = (readings: readonly Reading[]): RawRecord[] =>
  readings.flatMap((reading) => (reading.kind === 'record' ? [reading.record] : []));
