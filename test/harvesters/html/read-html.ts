/** Reads pages of the tests by the html harvester, and tells readings briefly enough to be written down whole. */
import { readFileSync } from 'node:fs';
import { html } from '#harvesters/html/html.ts';
import type { RawNode, RawRecord, RawValue, Reading } from '#schemas/reading.ts';
import { type Source, SourceFile } from '#schemas/source.ts';

const pageUrl = 'https://owner.example/registre/proeve';

/** A source with settings; the settings are what each test is about. */
export const sourceWith = (settings: Record<string, unknown>): Source => {
  const input = { id: 'owner', owner: { id: 'owner' }, format: 'html', url: pageUrl, settings };
  const [source] = SourceFile.parse({ sources: [input] }).sources;
  if (!source) throw new Error('the source file held no source');
  return source;
};

/** A fixture by the name of its case. */
export const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/html/${name}.html`, import.meta.url));

interface Answer {
  readonly contentType?: string | null;
  readonly url?: string;
  readonly context?: unknown;
  /** Bytes a chunk; the whole body at once where it is left out. */
  readonly chunk?: number;
}

/** Every reading of a page. */
export async function readPage(
  body: Uint8Array | string,
  settings: Record<string, unknown>,
  { contentType = 'text/html', url = pageUrl, context, chunk }: Answer = {},
): Promise<Reading[]> {
  const bytes = Buffer.from(body);
  const size = chunk ?? Math.max(1, bytes.length);
  const stream = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
  const page = { request: { url, context }, url, contentType, body: stream() };
  return Array.fromAsync(html.read(sourceWith(settings), page));
}

const tellValue = (value: RawValue): unknown => {
  if (value.kind === 'iri') return `<${value.value}>`;
  if (value.kind === 'literal') return value.language ? `${value.value}@${value.language}` : value.value;
  return tellNode(value.node);
};

const tellNode = ({ iri, properties, unmapped }: RawNode): unknown => {
  const all = [
    ...Object.entries(properties),
    ...Object.entries(unmapped).map(([name, values]) => [`? ${name}`, values] as const),
  ];
  const told = all.map(([key, values]) => [
    key,
    values.length === 1 && values[0] ? tellValue(values[0]) : values.map(tellValue),
  ]);
  return { ...(iri && { iri }), ...Object.fromEntries(told) };
};

/** A record in brief: texts as `text@language`, addresses in angle brackets, unmapped values under `? label`. */
const tell = ({ identifier, node, repairs, place }: RawRecord): unknown => ({
  identifier,
  ...(tellNode(node) as object),
  repairs: repairs.map(({ code, property, value }) => `${code} ${property}: ${value}`),
  ...(place?.path !== undefined && { place: place.path }),
});

/** Readings in brief. */
export const told = (readings: readonly Reading[]): unknown[] =>
  readings.map((reading) => {
    if (reading.kind === 'record') return tell(reading.record);
    if (reading.kind === 'page') return `${reading.request.relation} ${reading.request.url}`;
    return 'code' in reading ? `${reading.kind} ${reading.code}: ${reading.message}` : reading;
  });
