/** RDF/XML with a fault in the middle: what is lost, what is not, and where the fault is said to be. */
import { describe, expect, it } from 'vitest';
import { irisOf, ofKind, readPage, recordsOf } from './read-page.ts';

const ds = (number: number): string => `https://eksempel.dk/ds/${number}`;

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/">
`;

/** A dataset on four lines. */
const dataset = (number: number, title = `<dct:title xml:lang="da">Register på ø ${number}</dct:title>`): string =>
  `<dcat:Dataset rdf:about="${ds(number)}">
  ${title}
  <dct:publisher><foaf:Agent rdf:about="https://eksempel.dk/a"><foaf:name>Styrelsen</foaf:name></foaf:Agent></dct:publisher>
</dcat:Dataset>
`;

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8];
const others = (...lost: number[]): string[] => NUMBERS.filter((number) => !lost.includes(number)).map(ds);

/** Eight datasets beside each other, the third of them as given. */
const flat = (third: string): string =>
  `${HEAD}${NUMBERS.map((number) => (number === 3 ? third : dataset(number))).join('')}</rdf:RDF>`;

/** Eight datasets within a catalogue's properties, and a second catalogue behind it. */
const nested = (third: string): string => {
  const listed = NUMBERS.map((number) => `<dcat:dataset>${number === 3 ? third : dataset(number)}</dcat:dataset>\n`);
  const catalogue = (name: string, content: string) =>
    `<dcat:Catalog rdf:about="https://eksempel.dk/${name}"><dct:title>${name}</dct:title>\n${content}</dcat:Catalog>\n`;
  const other = catalogue('andet', `<dcat:dataset>${dataset(9)}</dcat:dataset>`);
  return `${HEAD}${catalogue('første', listed.join(''))}${other}</rdf:RDF>`;
};

const FAULTS: readonly (readonly [string, string])[] = [
  ['an end tag of another name', '<dct:title>A</dct:titel>'],
  ['an end tag too many', '<dct:title>A</dct:title></dct:title>'],
  ['an end tag too few', '<dct:title>A'],
  ['a "<" that stands for itself', '<dct:title>under 5 < 10 år</dct:title>'],
  ['a quote that is never closed', '<dct:title xml:lang="da>A</dct:title>'],
  ['an attribute written twice', '<dct:title xml:lang="da" xml:lang="da">A</dct:title>'],
  ['a reference to nothing', '<dct:title>&ukendt;</dct:title>'],
];

describe('RDF/XML with one fault', () => {
  it.each(FAULTS)('(%s) loses that record and no other, and says where', async (_, title) => {
    const readings = await readPage(flat(dataset(3, title)));
    expect(irisOf(readings)).toEqual(others(3));
    expect(ofKind(readings, 'rejection')).toMatchObject([
      { identifier: ds(3), code: 'syntax-error', place: { line: expect.any(Number), column: expect.any(Number) } },
    ]);
    const [broken] = ofKind(readings, 'broken');
    expect(broken?.place?.line).toBeGreaterThanOrEqual(12);
    expect(broken?.place?.line).toBeLessThanOrEqual(14);
  });

  it.each(FAULTS)(
    '(%s) in a catalogue that holds its records loses one, and the others are in the catalogue',
    async (_, title) => {
      const readings = await readPage(nested(dataset(3, title)));
      expect(irisOf(readings)).toEqual([...others(3), ds(9)]);
      const catalogues = recordsOf(readings).map(({ catalogues: names }) => names);
      expect(catalogues).toEqual([...others(3).map(() => ['første']), ['andet']]);
    },
  );

  it('in the start tag of a record loses it without its name, and the page is not whole', async () => {
    const readings = await readPage(flat('<dcat:Dataset <<>> \n'));
    expect(irisOf(readings)).toEqual(others(3));
    expect(ofKind(readings, 'broken')).toHaveLength(1);
  });

  it('knows the lines of the records behind it', async () => {
    const text = flat(dataset(3, '<dct:title>A</dct:titel>'));
    const lines = text.split('\n');
    for (const { node, place } of recordsOf(await readPage(text))) {
      expect(lines[(place?.line ?? 0) - 1]).toContain(`"${node.iri}"`);
    }
  });

  it.each([1, 2, 7, 64, 1000])('is read the same in chunks of %i bytes', async (chunk) => {
    // A reader looks at 16 KB before it begins; a comment brings the page there.
    const long = flat(dataset(3, '<dct:title>A</dct:titel>')).replace(
      '<rdf:RDF',
      `<!-- ${'å'.repeat(9000)} -->\n<rdf:RDF`,
    );
    expect(await readPage(long, { chunk })).toEqual(await readPage(long));
  });

  it('keeps the entities that the page declares', async () => {
    const text = flat(dataset(3, '<dct:title>A</dct:titel>'))
      .replace('<rdf:RDF', '<!DOCTYPE rdf:RDF [<!ENTITY st "Styrelse">]>\n<rdf:RDF')
      .replaceAll('Styrelsen', '&st;n');
    const records = recordsOf(await readPage(text));
    expect(records).toHaveLength(7);
    expect(JSON.stringify(records.at(-1))).toContain('Styrelsen');
  });
});

describe('RDF/XML with several faults', () => {
  it('loses those records and no other, each with its place', async () => {
    const bad = dataset(4, '<dct:title>A</dct:titel>');
    const readings = await readPage(flat(dataset(3, '<dct:title>5 < 10</dct:title>')).replace(dataset(4), bad));
    expect(irisOf(readings)).toEqual(others(3, 4));
    const places = ofKind(readings, 'rejection').map(({ identifier, place }) => [identifier, place?.line]);
    expect(places).toEqual([
      [ds(3), 12],
      [ds(4), 16],
    ]);
  });

  it('is given up after fifty', async () => {
    const bad = Array.from({ length: 60 }, (_, index) => dataset(100 + index, '<dct:title>A</dct:titel>')).join('');
    const readings = await readPage(flat(bad));
    expect(irisOf(readings)).toEqual([ds(1), ds(2)]);
    expect(ofKind(readings, 'rejection')).toHaveLength(51);
  });

  it('in its outermost element has nowhere to go on', async () => {
    const readings = await readPage(`<rdf:RDF <<>>${dataset(1)}</rdf:RDF>`, { contentType: 'application/rdf+xml' });
    expect(irisOf(readings)).toEqual([]);
    expect(ofKind(readings, 'broken')).toHaveLength(1);
  });
});
