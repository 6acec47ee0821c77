import { expect, test } from 'vitest';
import { propertyTable } from '#schemas/property-table.ts';
import { factsOfSection, furtherFacts, headedNode, sections, writtenFor } from '#web/pages/register/description.ts';
import type { Row } from '#web/parts/property-rows.ts';

const rows = new Map<string, Row>(
  propertyTable.Dataset.map(({ key, iri, label, range, many }) => [
    key,
    { key, iri, label, range, many, kind: 'literal', vocabulary: null },
  ]),
);

test('each section names properties that there are, and none stands in two', () => {
  const named = Object.values(sections).flat();
  expect(named.filter((key) => !rows.has(key))).toEqual([]);
  expect(named.length).toBe(new Set(named).size);
});

test('what no section names is among the further facts: nothing of a record is kept back', () => {
  const record = { title: { da: 'Å' }, conformsTo: [{ iri: 'https://x.dk/' }], numberOfRecords: 7, hasVariables: [] };
  expect(factsOfSection(record, 'population', rows).map(({ row, value }) => [row.key, value])).toEqual([
    ['numberOfRecords', 7],
  ]);
  expect(furtherFacts(record, rows).map(({ row }) => row.key)).toEqual(['conformsTo']);
});

test('what the owner wrote of a property and of all inside it stands with it, and of its neighbours not', () => {
  const value = (property: string) => ({ property, written: 'x', mapped: 'y', rule: 'code' });
  const written = [value('publisher'), value('publisher.contactPoint'), value('publisherNote')];
  expect(writtenFor(written, 'publisher').map(({ property }) => property)).toEqual([
    'publisher',
    'publisher.contactPoint',
  ]);
});

test('a node is called by its name and leads to its homepage; all else stays', () => {
  const agent = { iri: 'urn:x', name: { da: 'Styrelsen' }, homepage: 'https://sds.dk/', identifier: ['1'] };
  expect(headedNode(agent)).toEqual({
    name: { da: 'Styrelsen' },
    address: 'https://sds.dk/',
    rest: { identifier: ['1'] },
  });
  expect(headedNode({ bbox: 'POLYGON' })).toEqual({ name: undefined, address: undefined, rest: { bbox: 'POLYGON' } });
});
