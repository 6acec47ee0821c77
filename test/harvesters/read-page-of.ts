/** Reads texts as pages of any format, in chunks of any size. */
import type { Harvester } from '#harvesters/harvester.ts';
import type { RawRecord, RawValue, Reading } from '#schemas/reading.ts';
import { Source } from '#schemas/source.ts';

interface PageOptions {
  readonly context?: unknown;
  readonly contentType?: string | null;
  readonly chunk?: number;
}

/** A source of a format. */
export const sourceOf = (format: Source['format'], url: string, settings: Record<string, unknown> = {}): Source =>
  Source.parse({ id: 'kilde', owner: { id: 'ejer' }, format, url, settings });

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

/** All readings of a page at the source's address. */
export const readPageOf = async (
  harvester: Harvester,
  source: Source,
  page: string | Uint8Array,
  { context, contentType = null, chunk = 1 << 20 }: PageOptions = {},
): Promise<Reading[]> => {
  const { url } = source;
  const body = chunks(typeof page === 'string' ? Buffer.from(page) : page, chunk);
  return Array.fromAsync(harvester.read(source, { request: { url, context }, url, contentType, body }));
};

/** The records among readings. */
export const recordsAmong = (readings: readonly Reading[]): RawRecord[] =>
  readings.flatMap((reading) => (reading.kind === 'record' ? [reading.record] : []));

/** A value as short text: what it says, with its language; a node by what it holds. */
const short = (value: RawValue): unknown => {
  if (value.kind === 'iri') return `<${value.value}>`;
  if (value.kind === 'literal') return value.language === undefined ? value.value : `${value.value}@${value.language}`;
  const { iri, properties } = value.node;
  const entries = Object.entries(properties).map(([key, values]) => [key, values.map(short)] as const);
  return { ...(iri !== undefined && { iri }), ...Object.fromEntries(entries) };
};

/** The properties of a record as short texts. */
export const shortOf = (record: RawRecord | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record?.node.properties ?? {}).map(([key, values]) => [key, values.map(short)]));
