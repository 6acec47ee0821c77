/**
 * A dataset on its way through the documents of its parts. It is read on its own page into a record that travels in the
 * request of its first part, takes each part in as that part's page comes, and is a record to the run with the last of them.
 */
import * as z from 'zod';
import type { PageRequest, RawNode, RawRecord, RawValue, Reading, Repair } from '#schemas/reading.ts';
import { type ListedPart, type PartKey, partKeys } from './links.ts';

/** Parts of one dataset that are fetched. A dataset of more is a folder, and its files stay named by their addresses. */
const MAX_PARTS = 500;

/**
 * Characters of a record on its way. Each request of a run in progress lies in its checkpoint with what it carries, so
 * without a bound a point of 1,000 large datasets would not fit into a worker's memory.
 */
const MAX_CARRIED_LENGTH = 1024 * 1024;

/** What a part's request remembers. */
export interface Carried {
  readonly role: 'part';
  /** The dataset as far as it is known. */
  readonly record: RawRecord;
  /** The parts still to come; the first is the one that is asked for. */
  readonly parts: readonly ListedPart[];
}

const Shape = z.object({
  role: z.literal('part'),
  record: z.object({ kind: z.string(), node: z.object({}).loose() }).loose(),
  parts: z.array(z.object({ key: z.enum(['distribution', 'sample', 'analytics']), url: z.string() })).min(1),
});

/** What a request carries, or undefined where it carries nothing. The shape within is what this very module wrote. */
export const carriedOf = ({ context }: PageRequest): Carried | undefined =>
  Shape.safeParse(context).success ? (context as Carried) : undefined;

const isHttp = (url: string): boolean => /^https?:\/\//.test(url);

/** The parts of a dataset that its own page names and does not describe; members of its containers among them. */
const openParts = ({ node }: RawRecord, listed: readonly ListedPart[]): ListedPart[] => {
  const named = partKeys.flatMap((key) =>
    (node.properties[key] ?? []).flatMap((value) => (value.kind === 'iri' ? { key, url: value.value } : [])),
  );
  const described = partKeys.flatMap((key) =>
    (node.properties[key] ?? []).flatMap((value) => (value.kind === 'node' ? (value.node.iri ?? []) : [])),
  );
  const open: ListedPart[] = [];
  for (const part of [...named, ...listed]) {
    const isKnown = described.includes(part.url) || open.some(({ key, url }) => key === part.key && url === part.url);
    if (isHttp(part.url) && !isKnown) open.push(part);
  }
  return open;
};

const withValues = (record: RawRecord, key: PartKey, values: RawValue[]): RawRecord => ({
  ...record,
  node: { ...record.node, properties: { ...record.node.properties, [key]: values } },
});

/** Names every part in the record, so that one which never comes is still named. */
const withNames = (record: RawRecord, parts: readonly ListedPart[]): RawRecord =>
  parts.reduce((known, { key, url }) => {
    const values = known.node.properties[key] ?? [];
    const isNamed = values.some((value) => value.kind === 'iri' && value.value === url);
    return isNamed ? known : withValues(known, key, [...values, { kind: 'iri', value: url }]);
  }, record);

const repaired = (record: RawRecord, ...repairs: Repair[]): RawRecord => ({
  ...record,
  repairs: [...record.repairs, ...repairs],
});

/** Sends a dataset on its way: to the first of its parts, or straight into the run when it has none to fetch. */
export const setOff = (record: RawRecord, listed: readonly ListedPart[], headers: PageRequest['headers']): Reading => {
  const parts = openParts(record, listed);
  const named = withNames(record, parts);
  if (parts.length <= MAX_PARTS) return onward({ role: 'part', record: named, parts }, headers);
  const told: Repair = { code: 'part-not-read', property: parts[MAX_PARTS]?.key, value: parts[MAX_PARTS]?.url };
  return onward({ role: 'part', record: repaired(named, told), parts: parts.slice(0, MAX_PARTS) }, headers);
};

/** The request of the next part, or the record when there is none. */
const onward = (carried: Carried, headers: PageRequest['headers']): Reading => {
  const { record, parts } = carried;
  const [next] = parts;
  if (next === undefined) return { kind: 'record', record };
  if (JSON.stringify(carried).length > MAX_CARRIED_LENGTH) {
    return { kind: 'record', record: repaired(record, { code: 'part-not-read', property: next.key, value: next.url }) };
  }
  // Two datasets may share a file: each asks for it with its own luggage.
  const purpose = nameOf(record) ?? undefined;
  return { kind: 'page', request: { url: next.url, relation: 'child', headers, context: carried, purpose } };
};

/** Takes a part in and goes on. @param node what the part's page says. */
export const takeIn = (
  { record, parts }: Carried,
  node: RawNode,
  repairs: readonly Repair[],
  headers: PageRequest['headers'],
): Reading => {
  const [part, ...rest] = parts;
  if (part === undefined) return { kind: 'record', record };
  const values = (record.node.properties[part.key] ?? []).map((value) =>
    value.kind === 'iri' && value.value === part.url ? ({ kind: 'node', node } as const) : value,
  );
  return onward(
    { role: 'part', record: repaired(withValues(record, part.key, values), ...repairs), parts: rest },
    headers,
  );
};

/** Goes on without a part that the server says is not there; the record keeps its address and says so. */
export const goOnWithout = ({ record, parts }: Carried, headers: PageRequest['headers']): Reading => {
  const [part, ...rest] = parts;
  const told: Repair = { code: 'part-not-found', property: part?.key, value: part?.url };
  return onward({ role: 'part', record: repaired(record, told), parts: rest }, headers);
};

/** What is said of a dataset one of whose parts did not come: it is not absent, and what is known of it stands. */
export const leaveBehind = ({ record, parts }: Carried, why: string): Reading => ({
  kind: 'rejection',
  code: 'incomplete-record',
  identifier: nameOf(record),
  message: `${parts[0]?.url ?? 'a part'} could not be read (${why}), so the dataset is not whole and was not taken.`,
});

/** What a dataset is known by: its address, else its identifier. */
const nameOf = ({ node, identifier }: RawRecord): string | null => node.iri ?? identifier;
