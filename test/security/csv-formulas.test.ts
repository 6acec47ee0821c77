/** What owners write is opened in spreadsheets: no text of theirs may run there, in whichever table it stands. */
import { describe, expect, test } from 'vitest';
import { csvRow } from '#functions/api/csv.ts';
import { csvLine } from '#publishing/csv/csv-line.ts';
import { variableLine } from '#publishing/csv/variables-csv.ts';

const hostile = [
  '=1+1',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '\ufeff=1',
  '\u200b@A1',
];

describe('a text that a spreadsheet would run', () => {
  test.each(hostile)('is a text in every table: %j', (text) => {
    const quoted = /[\r\n]/.test(text) ? `"'${text}"` : `'${text}`;
    expect(csvLine([text])).toBe(`${quoted}\r\n`);
    expect(csvRow([text])).toBe(`${quoted}\r\n`);
    const variable = {
      ...{ place: 1, table: {}, name: text, title: { da: text }, description: { en: text } },
      ...{ datatype: text, since: null, until: null, propertyUrl: null, href: null },
    };
    const line = variableLine(variable);
    expect(line.split(quoted).length - 1).toBe(4);
  });

  test('numbers stay numbers, and Danish texts as they are', () => {
    expect(csvLine([-1, 'Ærø – øst', 'a=b'])).toBe('-1,Ærø – øst,a=b\r\n');
  });
});
