/** Links to files as distributions: address, name, kind and size, as the page tells them. */
import { literal, type RawValue, rawNode } from '#schemas/reading.ts';
import { absolute, type Element, lineOf } from './dom.ts';

const extensions = new Set(
  'csv txt tsv pdf xls xlsx ods xml json jsonld ttl rdf zip gz html htm doc docx sas7bdat sav dta parquet geojson'.split(
    ' ',
  ),
);

/** The extension of the file that an address names, in lower case. */
const extensionOf = (url: string): string | undefined => {
  const name = /\.([a-z0-9]{2,8})$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase();
  return name !== undefined && extensions.has(name) ? name : undefined;
};

const units: Record<string, number> = { b: 1, bytes: 1, kb: 1000, mb: 1_000_000, gb: 1_000_000_000 };

const sizeIn = (text: string): number | undefined => {
  const [, digits, unit = ''] = /(?<!\d)(\d+(?:[.,]\d+)?)\s*(bytes|kb|mb|gb|b)\b/i.exec(text) ?? [];
  return digits === undefined
    ? undefined
    : Math.round(Number(digits.replace(',', '.')) * (units[unit.toLowerCase()] ?? 1));
};

/** The file that a link leads to, or nothing when it leads to no file. The size stands in the link or right behind it. */
function distributionOf(anchor: Element, base: string, language: string | undefined): RawValue[] {
  const url = absolute(anchor.attribs.href, base);
  const extension = url === undefined ? undefined : extensionOf(url);
  if (!url || !extension) return [];
  const node = rawNode('Distribution');
  const title = lineOf(anchor.children);
  const behind = anchor.next?.type === 'text' ? anchor.next.data : '';
  const size = sizeIn(`${title} ${behind}`);
  if (title) node.properties.title = [literal(title, language)];
  node.properties.accessURL = [{ kind: 'iri', value: url }];
  node.properties.downloadURL = [{ kind: 'iri', value: url }];
  node.properties.format = [literal(extension)];
  if (size !== undefined) node.properties.byteSize = [literal(String(size))];
  return [{ kind: 'node', node }];
}

/** The files that links lead to, each once. */
export const fileDistributions = (
  anchors: readonly Element[],
  base: string,
  language: string | undefined,
): RawValue[] => {
  const byUrl = new Map(anchors.map((anchor) => [absolute(anchor.attribs.href, base), anchor]));
  return [...byUrl.values()].flatMap((anchor) => distributionOf(anchor, base, language));
};
