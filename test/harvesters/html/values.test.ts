import { describe, expect, it } from 'vitest';
import { readCount } from '#harvesters/html/counts.ts';
import { readDate, readPeriod } from '#harvesters/html/dates.ts';
import { emailsIn, phoneIn } from '#harvesters/html/emails.ts';
import { isOneSlipAway, matchLabel } from '#harvesters/html/synonyms.ts';
import { readPage, told } from './read-html.ts';

describe('a date', () => {
  it.each([
    ['2024', '2024'],
    ['2024-05', '2024-05'],
    ['2024-05-03', '2024-05-03'],
    ['03-05-2024', '2024-05-03'],
    ['3.5.2024', '2024-05-03'],
    ['3/5/2024', '2024-05-03'],
    ['3. maj 2024', '2024-05-03'],
    ['3 May 2024', '2024-05-03'],
    ['d. 3. maj 2024.', '2024-05-03'],
    ['marts 2024', '2024-03'],
    ['03-05-2024 af ABC', '2024-05-03'],
    ['29. februar 2024', '2024-02-29'],
    ['25-maj-2022', '2022-05-25'],
    ['September 15, 2023', '2023-09-15'],
  ])('is read from "%s"', (written, read) => expect(readDate(written)).toBe(read));

  it.each(['29-02-2023', '31. april 2024', '13-13-2024', '0042', '9999', 'i går', '', '2024 eller 2025', '5400000'])(
    'is not made of "%s"',
    (written) => expect(readDate(written)).toBeUndefined(),
  );
});

describe('a period', () => {
  it.each([
    ['1977-', '1977', undefined],
    ['1977 –', '1977', undefined],
    ['1943 – 2016', '1943', '2016'],
    ['1943-2016', '1943', '2016'],
    ['fra 1995', '1995', undefined],
    ['Fra og med 1995', '1995', undefined],
    ['siden 1. maj 1970', '1970-05-01', undefined],
    ['since 1970', '1970', undefined],
    ['1977 og frem', '1977', undefined],
    ['1977 onwards', '1977', undefined],
    ['1977 – i dag', '1977', undefined],
    ['1977-nu', '1977', undefined],
    ['1977 til d.d.', '1977', undefined],
    ['from 1977 to present', '1977', undefined],
    ['fra 1943 til 2016', '1943', '2016'],
    ['mellem 1943 og 2016', '1943', '2016'],
    ['01-01-1977 til 31-12-2016', '1977-01-01', '2016-12-31'],
    ['1977-01-01 - 2016-12-31', '1977-01-01', '2016-12-31'],
    ['til og med 2016', undefined, '2016'],
    ['2016', '2016', '2016'],
    ['Gyldig fra: 01-10-1973 Gyldig til: Gælder stadig', '1973-10-01', undefined],
    ['1. maj 1977 – 3-jun-2016', '1977-05-01', '2016-06-03'],
  ])('is read from "%s"', (written, start, end) => expect(readPeriod(written)).toEqual({ start, end }));

  it.each(['1970’erne', '2016-1943', 'siden krigen', '', '1943, 1950 og 1960', 'fra 12345'])(
    'is not made of "%s"',
    (written) => expect(readPeriod(written)).toBeUndefined(),
  );
});

describe('a count', () => {
  it.each([
    ['5.400.000', 5_400_000],
    ['5,400,000', 5_400_000],
    ['5 400 000', 5_400_000],
    ['350.445 skolebørn', 350_445],
    ['ca. 12 mio.', 12_000_000],
    ['ca. 1,2 mio. personer', 1_200_000],
    ['1.5 million', 1_500_000],
    ['over 65.000', 65_000],
    ['about 100,000', 100_000],
    ['30023', 30_023],
    ['0', 0],
  ])('is read from "%s"', (written, read) => expect(readCount(written)).toBe(read));

  it.each(['1.9 million patients and 105 million records', '12,5', '1.23.456', 'mange', '', '-5', '1-2'])(
    'is not made of "%s"',
    (written) => expect(readCount(written)).toBeUndefined(),
  );
});

describe('a mail address', () => {
  it.each([
    ['skriv til a.b@c-d.dk.', 'a.b@c-d.dk'],
    ['a(at)b.dk', 'a@b.dk'],
    ['a [at] b [dot] dk', 'a@b.dk'],
    ['a snabel-a b.dk', 'a@b.dk'],
  ])('is read from "%s"', (written, address) => expect(emailsIn(written)).toEqual([address]));

  it('is uncovered where Cloudflare hid it', async () => {
    const hidden = [0x42, ...[...'a@b.dk'].map((letter) => letter.charCodeAt(0) ^ 0x42)];
    const hex = hidden.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const page = `<h1>R</h1><dl><dt>E-mail</dt><dd><a href="/cdn" data-cfemail="${hex}">[email protected]</a></dd></dl>`;
    expect(told(await readPage(page, {}, { context: 'register' }))).toMatchObject([
      { contactPoint: { hasEmail: '<mailto:a@b.dk>' } },
    ]);
  });

  it('stands beside a telephone number', () => {
    expect(phoneIn('Tlf.: +45 12 34 56 78')).toBe('+4512345678');
    expect(phoneIn('i 2016 var der 12345678 prøver')).toBeUndefined();
  });
});

describe('a label', () => {
  const propertyOf = (label: string): string | undefined => matchLabel(label, new Map())?.target.property;

  it('is known in Danish and English, whatever its case, colon, accents and way of writing æ, ø and å', () => {
    for (const label of ['Ajourføring', 'AJOURFØRING:', 'Ajourfoering', ' ajourføring ']) {
      expect(propertyOf(label)).toBe('accrualPeriodicity');
    }
    expect(propertyOf('Data owner')).toBe('publisher');
    expect(propertyOf('Periode (år)')).toBe('temporal');
    expect(propertyOf('Navne engelsk:')).toBe('title');
  });

  it('is known with the number that a list gave it', () => {
    expect(propertyOf('4. Population')).toBe('populationCoverage');
  });

  it('is guessed from one slip of the pen, never from two, and never when it is short', () => {
    expect(isOneSlipAway('nationwdie', 'nationwide')).toBe(true);
    expect(isOneSlipAway('monotoring', 'monitoring')).toBe(true);
    expect(isOneSlipAway('nationwide', 'nationwide')).toBe(true);
    expect(isOneSlipAway('monotorign', 'monitoring')).toBe(false);
    expect(propertyOf('Beskrivlese')).toBe('description');
    expect(propertyOf('Dato')).toBeUndefined();
    expect(propertyOf('constructor')).toBeUndefined();
  });
});
