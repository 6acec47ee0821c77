import { describe, expect, test } from 'vitest';
import { writeCsv } from '#publishing/csv/write-csv.ts';
import { awkwardRecord, fullRecord, published } from './published-examples.ts';

/** A reader of RFC 4180 written for the test: what comes out must be what went in. */
const readCsv = (text: string): Record<string, string>[] => {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  const [headings = [], ...rows] = lines.slice(0, -1);
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])));
};

describe('the CSV writer', () => {
  const text = writeCsv([
    published('eksempel.lungeregister', fullRecord),
    published('eksempel.besvaerlig', awkwardRecord),
  ]);
  const [full, awkward] = readCsv(text);

  test('gives a dataset one row, concepts by their codes and lists in one cell', () => {
    expect(full).toMatchObject({
      id: 'eksempel.lungeregister',
      title_da: 'Dansk Eksempelregister for Lungesygdom',
      owner: 'Eksempelstyrelsen',
      theme: 'HEAL',
      health_category: 'PHDR',
      access_rights: 'NON_PUBLIC',
      frequency: 'ANNUAL',
      period_start: '1998',
      number_of_records: '1300000',
      keyword: 'lunger; ånde drætsværn; lungs',
      contact: 'register@example.dk',
      note: '',
    });
  });

  test('keeps line breaks, quotes and commas as they are', () => {
    expect(awkward?.description).toBe(awkwardRecord.description?.da);
    expect(awkward?.keyword).toBe("a, b; c;d; O'Brien");
  });

  test('lets no text of an owner run as a formula', () => {
    expect(awkward?.title_da).toMatch(/^'=HYPERLINK/);
    expect(awkward?.identifier).toBe("'-1+1");
    expect(awkward?.owner).toBe("'@Styrelsen");
  });

  test('begins with a byte order mark only where a spreadsheet asks for it', () => {
    expect(text.startsWith('id,iri,')).toBe(true);
    expect(writeCsv([], { byteOrderMark: true })).toMatch(/^\ufeffid,iri,.*\r\n$/);
  });
});
