/** RDF/XML that hides its tags, never ends what it begins, or unfolds beyond measure: it costs what it says and no more. */
import { describe, expect, it } from 'vitest';
import { irisOf, ofKind, readPage } from './read-page.ts';

const page = (content: string, declared = ''): string =>
  `<!DOCTYPE rdf:RDF [ ${declared} ]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">
${content}</rdf:RDF>`;

const ds = (name: string): string => `https://eksempel.dk/ds/${name}`;
const dataset = (name: string, title = '<dct:title>Målinger</dct:title>'): string =>
  `<dcat:Dataset rdf:about="${ds(name)}">${title}</dcat:Dataset>\n`;

const FAULTY = dataset('b', '<dct:title>A</dct:titel>');
const CHUNKS = [1, 2, 3, 7, 64, 100_000];

describe('RDF/XML behind a fault', () => {
  it.each(CHUNKS)('takes no record that is commented out (chunks of %i)', async (chunk) => {
    const body = page(`${dataset('a')}${FAULTY}<!-- ${dataset('gammel')} --->\n--> ${dataset('c')}`);
    expect(irisOf(await readPage(body, { chunk }))).toEqual([ds('a'), ds('c')]);
  });

  it.each(CHUNKS)('takes no record out of a text (chunks of %i)', async (chunk) => {
    const text = `<dct:description><![CDATA[${dataset('tekst')}]]]></dct:description>`;
    const body = page(`${dataset('a')}${dataset('b', `<dct:title>A</dct:titel>${text}`)}${dataset('c')}`);
    expect(irisOf(await readPage(body, { chunk }))).toEqual([ds('a'), ds('c')]);
  });

  it.each(CHUNKS)('within a comment goes on behind the comment (chunks of %i)', async (chunk) => {
    const body = page(`${dataset('a')}<!-- fra -- til ${dataset('gammel')} -->${dataset('c')}`);
    const readings = await readPage(body, { chunk });
    expect(irisOf(readings)).toEqual([ds('a'), ds('c')]);
    expect(ofKind(readings, 'broken')).toHaveLength(1);
  });
});

describe('a comment in RDF/XML', () => {
  it.each(CHUNKS)('that names a CDATA section opens none (chunks of %i)', async (chunk) => {
    const body = page(`<!-- <![CDATA[ -->${dataset('a', '<dct:title>Køn & alder</dct:title>')}`);
    const readings = await readPage(body, { chunk });
    expect(irisOf(readings)).toEqual([ds('a')]);
    expect(ofKind(readings, 'problem')).toMatchObject([{ code: 'ampersand-repaired', place: { line: 3 } }]);
  });
});

describe('RDF/XML that is hostile', () => {
  const long = `<!ENTITY a "${'x'.repeat(4096)}">`;

  it('with a small text of references is not unfolded into gigabytes, and costs that record', async () => {
    const body = page(dataset('a', `<dct:title>${'&a;'.repeat(200_000)}</dct:title>`) + dataset('b'), long);
    const readings = await readPage(body, { chunk: 65_536 });
    expect(irisOf(readings)).toEqual([ds('b')]);
    expect(ofKind(readings, 'rejection')).toMatchObject([{ identifier: ds('a'), code: 'syntax-error' }]);
  });

  it('with an entity of many entities is told which one was not resolved', async () => {
    const declared = `${long}<!ENTITY b "${'&a;'.repeat(200_000)}">`;
    const readings = await readPage(page(dataset('a'), declared), { chunk: 65_536 });
    expect(irisOf(readings)).toEqual([ds('a')]);
    expect(ofKind(readings, 'problem')).toMatchObject([
      { code: 'xml-entities', message: expect.stringContaining('"b"') },
    ]);
  });

  it('is read in a time that its length alone says, however an entity is spaced', async () => {
    // By trying each blank as the end of the blanks this took half a minute.
    const declared = `<!ENTITY${' '.repeat(200_000)};`;
    expect(irisOf(await readPage(page(dataset('a'), declared)))).toEqual([ds('a')]);
  });

  it.each([
    ['text', '<dct:title>'],
    ['comment', '<!-- '],
    ['CDATA section', '<dct:title><![CDATA['],
    ['attribute', '<dct:title xml:lang="'],
  ])('with a %s that never ends is given up there, and no record is taken out of it', async (_, begun) => {
    const endless = 'x'.repeat(17 * 1024 * 1024);
    const readings = await readPage(page(`${dataset('a')}${begun}${endless}`), { chunk: 65_536 });
    expect(irisOf(readings)).toEqual([ds('a')]);
    expect(ofKind(readings, 'broken')).toMatchObject([
      { code: 'syntax-error', message: expect.stringContaining('characters belong together') },
    ]);
  });

  it('with a text in many pieces is given up as with one', async () => {
    const pieces = `${'x'.repeat(1024 * 1024)}<!-- -->`.repeat(17);
    const body = page(dataset('a', `<dct:title>${pieces}</dct:title>`) + dataset('b'));
    const readings = await readPage(body, { chunk: 65_536 });
    expect(irisOf(readings)).toEqual([ds('b')]);
    expect(ofKind(readings, 'rejection')).toMatchObject([{ identifier: ds('a'), code: 'syntax-error' }]);
  });
});
