/** Records with one fault each, made from the property table: every property of a complete record is removed, doubled and mangled. */
import { DataFactory, type Quad_Object, type Quad_Subject, type Store } from 'n3';
import type { AccessLevel } from '#schemas/profile.ts';
import { type ClassName, isClassName, type Property } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Case } from './compare.ts';
import { completeEntry } from './complete-record.ts';
import { DATASET, documentOf } from './document.ts';

type Node = Record<string, unknown>;

/** One property of one node of the complete record. */
interface Spot {
  readonly row: Property;
  readonly name: string;
  /** The rows on the way to the node, from the record downwards. */
  readonly way: readonly Property[];
}

const spotsOf = (name: ClassName, node: Node, way: readonly Property[] = []): Spot[] =>
  (propertyTable[name] as readonly Property[]).flatMap((row) => {
    const value = node[row.key];
    if (value === undefined) return [];
    const path = [...way, row].map(({ key }) => key).join('.');
    const [first] = [value].flat() as Node[];
    const inner = isClassName(row.range) && first !== undefined ? spotsOf(row.range, first, [...way, row]) : [];
    return [{ row, name: path, way }, ...inner];
  });

const nodeAt = (entry: CatalogueEntry, way: readonly Property[]): Node =>
  way.reduce<Node>((node, { key }) => ([node[key]].flat()[0] ?? {}) as Node, entry.record as Node);

/** A value of the same property that is as right as the one that is there. */
const anotherOf = ({ range }: Property, value: unknown): unknown => {
  if (isClassName(range)) return structuredClone(value);
  if (typeof value === 'number') return value + 1;
  if (range === 'iri') return 'https://example.dk/en-anden';
  return range === 'duration' ? 'P1Y' : value;
};

const doubled = (row: Property, value: unknown): unknown => {
  if (row.range === 'text') return { ...(value as object), en: 'another' };
  if (row.range === 'texts') return { ...(value as object), en: ['another'] };
  const [first] = [value].flat();
  return row.many ? [first, anotherOf(row, first)] : undefined;
};

/** Values that are wrong for a range, each in its own way. */
const wrongFor = ({ range, datatype }: Property): readonly unknown[] => {
  if (isClassName(range)) return [{}];
  const wrong: Partial<Record<string, readonly unknown[]>> = {
    iri: ['ingen adresse'],
    concept: ['ukendt', 'https://example.dk/begreb/ukendt'],
    date: ['i foråret'],
    duration: ['hver dag'],
    integer: [-5],
  };
  return datatype?.endsWith('hexBinary') ? ['ikke hex'] : (wrong[range] ?? []);
};

const withValue = (level: AccessLevel, { row, way }: Spot, value: unknown): CatalogueEntry => {
  const entry = completeEntry(level);
  const node = nodeAt(entry, way);
  if (value === undefined) delete node[row.key];
  else node[row.key] = row.many && !Array.isArray(value) ? [value] : value;
  return entry;
};

const { literal, namedNode, blankNode, quad } = DataFactory;

/** The node of the document that stands at the end of a way; every way of the complete record is written in its document. */
const subjectAt = (data: Store, way: readonly Property[]): Quad_Subject => {
  let subject: Quad_Subject = namedNode(DATASET);
  for (const { iri } of way) {
    const [next] = data.getObjects(subject, iri, null);
    if (next === undefined || next.termType === 'Literal') throw new Error(`no node at ${iri}`);
    subject = next as Quad_Subject;
  }
  return subject;
};

const besides = (entry: CatalogueEntry, name: string, code: string, value: string): CatalogueEntry => ({
  ...entry,
  unmapped: [{ name, value }],
  problems: [{ code, property: name, value, message: '' }],
});

/** The owner wrote two values where one may stand: the record keeps one, and the other stands beside it and in the owner's graph. */
const secondWritten = (level: AccessLevel, { row, name, way }: Spot): Case | undefined => {
  if (row.many || row.range === 'text' || row.range === 'texts') return undefined;
  const entry = completeEntry(level);
  const graph = (): Store => {
    const data = documentOf(entry);
    const subject = subjectAt(data, way);
    const [there] = data.getObjects(subject, row.iri, null);
    if (there !== undefined) data.addQuad(quad(subject, namedNode(row.iri), addLike(data, there)));
    return data;
  };
  return { name: `${name}: two values written`, entry: besides(entry, name, 'several-values', 'den anden'), graph };
};

/** Another node or value of which the document says all that it says of the first. */
const addLike = (data: Store, there: Quad_Object): Quad_Object => {
  if (there.termType === 'Literal') {
    const more: Record<string, string> = { true: 'false', false: 'true' };
    const text =
      more[there.value] ?? (/^\d+$/.test(there.value) ? `${there.value}0` : there.value.replace(/\d(?=\D*$)/, '1'));
    return literal(text === there.value ? `${text} 2` : text, there.language === '' ? there.datatype : there.language);
  }
  const other = there.termType === 'NamedNode' ? namedNode(`${there.value}-2`) : blankNode();
  for (const { predicate, object } of data.getQuads(there as Quad_Subject, null, null, null))
    data.addQuad(quad(other, predicate, object));
  return other;
};

const rawValues: Partial<Record<string, readonly [code: string, value: string]>> = {
  concept: ['unknown-value', 'noget andet'],
  iri: ['not-an-address', 'se hjemmesiden'],
  date: ['not-a-date', 'i foråret'],
  duration: ['not-a-duration', 'hver dag'],
  integer: ['not-a-number', 'mange'],
};

/** The owner wrote a text that nothing could be made of: it stands beside the record, and as it is in the owner's graph. */
const rawWritten = (level: AccessLevel, spot: Spot): Case | undefined => {
  const { row, name, way } = spot;
  const [code, value] = rawValues[row.range] ?? [];
  if (code === undefined || value === undefined) return undefined;
  const entry = withValue(level, spot, undefined);
  const graph = (): Store => {
    const data = documentOf(entry);
    data.addQuad(quad(subjectAt(data, way), namedNode(row.iri), literal(value)));
    return data;
  };
  return { name: `${name}: a text that means nothing`, entry: besides(entry, name, code, value), graph };
};

/** Every case that the table gives at an access level. */
export const faultyRecords = (level: AccessLevel): Case[] => {
  const spots = spotsOf('Dataset', completeEntry(level).record as Node);
  return spots.flatMap((spot) => {
    const { row, name, way } = spot;
    const value = nodeAt(completeEntry(level), way)[row.key];
    const twice = doubled(row, value);
    const cases: (Case | undefined)[] = [
      { name: `${name}: removed`, entry: withValue(level, spot, undefined) },
      twice === undefined ? undefined : { name: `${name}: twice`, entry: withValue(level, spot, twice) },
      ...wrongFor(row).map((wrong) => ({
        name: `${name}: ${JSON.stringify(wrong)}`,
        entry: withValue(level, spot, wrong),
      })),
      secondWritten(level, spot),
      rawWritten(level, spot),
    ];
    return cases.flatMap((one) => one ?? []);
  });
};
