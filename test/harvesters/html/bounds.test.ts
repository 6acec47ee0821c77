import { describe, expect, it } from 'vitest';
import { readPage } from './read-html.ts';

const numbered = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');

describe('a page over a bound', () => {
  it('names the first 5,000 register pages and is not seen whole', async () => {
    const readings = await readPage(
      numbered(5001, (index) => `<p><a href="/r/${index}">x</a></p>`),
      { links: { pattern: '/r/' } },
    );
    expect(readings.filter(({ kind }) => kind === 'page')).toHaveLength(5000);
    expect(readings.at(-1)).toMatchObject({ kind: 'broken', code: 'too-many-links' });
  });

  it('gives the first 5,000 records and is not seen whole', async () => {
    const rows = numbered(5001, (index) => `<tr><td>${index}</td><td>R</td></tr>`);
    const page = `<table><tr><th>Kode</th><th>Register</th></tr>${rows}</table>`;
    const readings = await readPage(page, { profile: 'file-list' });
    expect(readings.filter(({ kind }) => kind === 'record')).toHaveLength(5000);
    expect(readings.at(-1)).toMatchObject({ kind: 'broken', code: 'too-many-records' });
  });

  it('keeps the first 20,000 variables, and the record says how many were left out', async () => {
    const rows = numbered(20_003, (index) => `<tr><td>V${index}</td><td>int</td></tr>`);
    const page = `<h1>R</h1><table><tr><th>Variabel</th><th>Datatype</th></tr>${rows}</table>`;
    const [reading] = await readPage(page, { profile: 'variable-tables' }, { context: 'register' });
    expect(reading).toMatchObject({
      kind: 'record',
      record: { repairs: [{ code: 'too-many-variables', property: 'hasVariables', value: '3' }] },
    });
  });

  it('keeps the first 500 values of a field and the first 1,000 labels of a record, and says so', async () => {
    const words = numbered(501, (index) => `<li>ord ${index}</li>`);
    const labels = numbered(1001, (index) => `<dt>Felt ${index}</dt><dd>x</dd>`);
    const page = `<h1>R</h1><dl><dt>Emneord</dt><dd><ul>${words}</ul></dd>${labels}</dl>`;
    const [reading] = await readPage(page, {}, { context: 'register' });
    const record = reading?.kind === 'record' ? reading.record : undefined;
    expect(record?.repairs.map(({ code, value }) => `${code}: ${value}`)).toEqual([
      'too-many-values: 1002 labels',
      'too-many-values: 501 values',
    ]);
    expect(record?.node.properties.keyword).toHaveLength(500);
    expect(Object.keys(record?.node.unmapped ?? {})).toHaveLength(999);
  });
});
