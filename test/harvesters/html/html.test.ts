import { describe, expect, it } from 'vitest';
import { fixture, readPage, told } from './read-html.ts';

const register = { context: 'register' };

describe('a register page of labels and values', () => {
  it('is read by its definition list, in Danish and English, with what was written kept beside what was changed', async () => {
    expect(told(await readPage(fixture('definition-list'), { profile: 'label-value' }, register))).toEqual([
      {
        identifier: 'proeve',
        title: ['Prøveregisteret@da', 'Test Register@en'],
        hasPurpose: 'At prøve en læser.\nOg æ, ø & å.@da',
        publisher: { name: 'Prøvemyndigheden@da', homepage: '<https://myndighed.example/>' },
        contactPoint: {
          fn: 'Forskerservice@da',
          hasEmail: '<mailto:service@myndighed.example>',
          hasTelephone: '12345678',
        },
        populationCoverage: 'Alle med en prøve@da',
        temporal: { startDate: '1977' },
        spatial: '<http://publications.europa.eu/resource/authority/country/DNK>',
        accrualPeriodicity: 'årligt',
        numberOfUniqueIndividuals: '1200000',
        numberOfRecords: '5400000',
        keyword: ['prøver@da', 'læsning@da'],
        modified: '2024-05-03',
        landingPage: '<https://owner.example/registre/proeve>',
        '? Yndlingsfarve': 'blå@da',
        repairs: [
          'value-transformed contactPoint: Forskerservice\nTlf. 12 34 56 78\nservice(at)myndighed(dot)example',
          'value-transformed temporal: 1977 –',
          'value-transformed spatial: Nationwdie',
          'value-transformed numberOfUniqueIndividuals: ca. 1,2 mio.',
          'value-transformed numberOfRecords: 5.400.000',
          'value-transformed modified: 03-05-2024 af ABC',
        ],
      },
    ]);
  });

  it('is read the same in one piece and byte by byte', async () => {
    const whole = await readPage(fixture('definition-list'), {}, register);
    expect(await readPage(fixture('definition-list'), {}, { ...register, chunk: 7 })).toEqual(whole);
  });

  it('may hold its labels in table rows, bold starts of paragraphs, plain lines and elements of its own', async () => {
    const settings = { pairs: [{ each: '.field', label: '.field__label', value: '.field__item' }] };
    expect(told(await readPage(fixture('labels-in-tables-and-paragraphs'), settings, register))).toEqual([
      {
        identifier: 'proeve',
        title: 'Register of Labels@en-gb',
        keyword: ['labels@en-gb', 'tables@en-gb'],
        alternative: 'ROL@en-gb',
        temporal: { startDate: '1943', endDate: '2016' },
        publisher: { name: 'The Label Office@en-gb' },
        spatial: '<http://publications.europa.eu/resource/authority/country/DNK>',
        numberOfUniqueIndividuals: '65000',
        accrualPeriodicity: 'annual',
        contactPoint: { fn: 'write to us@en-gb', hasEmail: '<mailto:labels@office.example>' },
        landingPage: '<https://owner.example/registre/proeve>',
        repairs: [
          'value-transformed temporal: 1943 – 2016',
          'value-transformed spatial: Nationwide',
          'value-transformed numberOfUniqueIndividuals: over 65,000 people',
        ],
      },
    ]);
  });

  it('keeps a second value of a property that holds one under its label', async () => {
    const page = '<h1>R</h1><dl><dt>Ajourføring</dt><dd>årligt</dd><dt>Opdateringsfrekvens</dt><dd>månedligt</dd></dl>';
    expect(told(await readPage(page, { landing: 'none' }, register))).toEqual([
      {
        identifier: 'proeve',
        title: 'R',
        accrualPeriodicity: 'årligt',
        '? Opdateringsfrekvens': 'månedligt',
        repairs: [],
      },
    ]);
  });

  it('joins the parts of a period that stand under labels of their own', async () => {
    const page = '<h1>R</h1><dl><dt>Gyldig fra</dt><dd>1. maj 1943</dd><dt>Gyldig til</dt><dd>2016</dd></dl>';
    expect(told(await readPage(page, { landing: 'none' }, register))).toEqual([
      {
        identifier: 'proeve',
        title: 'R',
        temporal: { startDate: '1943-05-01', endDate: '2016' },
        repairs: ['value-transformed temporal: 1. maj 1943'],
      },
    ]);
  });

  it('reads an end that is still open as no end at all', async () => {
    const page = '<h1>R</h1><dl><dt>Gyldig fra</dt><dd>1980</dd><dt>Gyldig til</dt><dd>Gælder stadig</dd></dl>';
    expect(told(await readPage(page, { landing: 'none' }, register))).toEqual([
      {
        identifier: 'proeve',
        title: 'R',
        temporal: { startDate: '1980' },
        repairs: ['value-transformed temporal: Gælder stadig'],
      },
    ]);
  });

  it('leaves a value that cannot be read as it was written, and says so', async () => {
    const page = '<h1>R</h1><dl><dt>Periode</dt><dd>siden krigen</dd><dt>Antal personer</dt><dd>mange</dd></dl>';
    expect(told(await readPage(page, { landing: 'none' }, register))).toEqual([
      {
        identifier: 'proeve',
        title: 'R',
        '? Periode': 'siden krigen',
        '? Antal personer': 'mange',
        repairs: ['unreadable-value temporal: siden krigen', 'unreadable-value numberOfUniqueIndividuals: mange'],
      },
    ]);
  });

  it('is read through one misspelt letter of a label, and reports it', async () => {
    const page = '<h1>R</h1><dl><dt>Poplulation</dt><dd>x</dd><dt>Opdateringsfrekevns</dt><dd>årligt</dd></dl>';
    expect(told(await readPage(page, { landing: 'none' }, register))).toMatchObject([
      {
        populationCoverage: 'x',
        accrualPeriodicity: 'årligt',
        repairs: [
          'label-misspelt populationCoverage: Poplulation',
          'label-misspelt accrualPeriodicity: Opdateringsfrekevns',
        ],
      },
    ]);
  });

  it('takes labels of its own, and leaves out those that mean nothing', async () => {
    const page = '<h1>R</h1><dl><dt>Hvem er med</dt><dd>alle</dd><dt>Del siden</dt><dd>Facebook</dd></dl>';
    const settings = { labels: { 'Hvem er med': 'populationCoverage' }, skip: ['Del siden'], landing: 'none' };
    expect(told(await readPage(page, settings, register))).toEqual([
      { identifier: 'proeve', title: 'R', populationCoverage: 'alle', repairs: [] },
    ]);
  });

  it('survives labels named like the insides of an object', async () => {
    const page =
      '<h1>R</h1><dl><dt>__proto__</dt><dd>a</dd><dt>constructor</dt><dd>b</dd><dt>toString</dt><dd>c</dd></dl>';
    expect(told(await readPage(page, { landing: 'none' }, register))).toEqual([
      { identifier: 'proeve', title: 'R', '? "__proto__"': 'a', '? constructor': 'b', '? toString': 'c', repairs: [] },
    ]);
  });
});

describe('a register page of prose under headings', () => {
  const settings = {
    profile: 'prose-headings',
    skip: ['Detaljer'],
    fields: [{ property: 'temporal', heading: 'Periode', pattern: '(fra .+ og frem)' }],
  };

  it('gives the text under each heading, as far as the next of the same level or the next known one', async () => {
    expect(told(await readPage(fixture('prose-under-headings'), settings, register))).toEqual([
      {
        identifier: 'proeve',
        temporal: { startDate: '1995-01-01' },
        title: 'Register i prosa@da',
        description: ['Kort fortalt handler det om prosa.@da', 'In short, it is about prose.@en'],
        hasPurpose: 'At fortælle.\nDetaljer\nMed flere ord.@da',
        populationCoverage: 'Læsere.@da',
        landingPage: '<https://owner.example/registre/proeve>',
        '? Mere om registeret': 'Ring til os.@da',
        repairs: ['value-transformed temporal: fra 1. januar 1995 og frem'],
      },
    ]);
  });
});

describe('a register page with variables', () => {
  it('makes a table of each table of variables, and a column of each variable that has a name', async () => {
    const settings = { profile: 'variable-tables', identifier: { query: 'id' } };
    const answer = { context: 'register', url: 'https://owner.example/vis?id=29' };
    expect(told(await readPage(fixture('register-with-variables'), settings, answer))).toEqual([
      {
        identifier: '29',
        title: 'Variabelregisteret@da',
        alternative: 'VAR@da',
        hasVariables: {
          table: [
            {
              title: 't_person@da',
              column: [
                {
                  name: 'KOEN',
                  title: 'Køn@da',
                  description: 'Personens køn@da',
                  datatype: 'Kode',
                  temporal: { startDate: '1977' },
                },
                {
                  name: 'DATO',
                  title: 'Dato@da',
                  datatype: 'date',
                  temporal: { startDate: '1980-01-01', endDate: '2018-12-31' },
                  '? Databrud': '2007@da',
                },
              ],
            },
            { title: 't_tom@da', column: { name: 'X', datatype: 'integer' } },
          ],
        },
        hasStructuredData: 'true',
        landingPage: '<https://owner.example/vis?id=29>',
        repairs: [],
      },
    ]);
  });
});

describe('a page of several records', () => {
  it('gives a record for each row of a list of files, and rejects the row without a name', async () => {
    expect(told(await readPage(fixture('list-of-files'), { profile: 'file-list' }))).toEqual([
      {
        identifier: 'BEF',
        '? Kode': undefined,
        title: 'Befolkningen@da',
        accrualPeriodicity: 'Kvartalsvis',
        distribution: [
          {
            title: 'Variabler@da',
            accessURL: '<https://filer.example/lister/bef.csv>',
            downloadURL: '<https://filer.example/lister/bef.csv>',
            format: 'csv',
            byteSize: '1200000',
          },
          {
            title: 'Vejledning@da',
            accessURL: '<https://filer.example/lister/bef.pdf>',
            downloadURL: '<https://filer.example/lister/bef.pdf>',
            format: 'pdf',
          },
        ],
        repairs: [],
        place: '#bef',
      },
      'rejection missing-field: No title on https://owner.example/registre/proeve: the label "Titel" or "Navn" or "Register" gave nothing.',
      {
        identifier: 'IND',
        title: 'Indkomst@da',
        accrualPeriodicity: 'Årlig',
        '? Filer': 'kommer snart@da',
        repairs: ['unreadable-value distribution: kommer snart'],
        place: '#ind',
      },
    ]);
  });

  it('gives a record for each section under a heading, each with its own labels and place', async () => {
    const settings = {
      record: { sections: 'h2' },
      identifier: { attribute: 'id' },
      read: ['pairs', 'headings'],
      fields: [{ property: 'title', selector: 'h2', required: true }],
    };
    expect(told(await readPage(fixture('sections-of-one-page'), settings))).toEqual([
      {
        identifier: 'a',
        title: 'Register A@da',
        temporal: { startDate: '1995' },
        populationCoverage: 'Alle A’er@da',
        repairs: ['value-transformed temporal: fra 1995'],
        place: '#a',
      },
      {
        identifier: 'b',
        title: 'Register B@da',
        '? Periode': '1970’erne@da',
        repairs: ['unreadable-value temporal: 1970’erne'],
        place: '#b',
      },
    ]);
  });
});

describe('a list page', () => {
  const list = (links: unknown, next?: unknown) =>
    readPage(fixture('list-of-registers'), { links, ...(next !== undefined && { next }) });

  it('names the register pages that fit the pattern, each once and without fragment, and the next page of the list', async () => {
    expect(
      told(await list({ pattern: '^https://owner\\.example/registre/(registre/)?[ab]$' }, { selector: '.next' })),
    ).toEqual([
      'child https://owner.example/registre/registre/a',
      'child https://owner.example/registre/b',
      'next https://owner.example/registre/proeve?side=2',
    ]);
  });

  it('may look below one heading only, and find the next page by what its link says', async () => {
    expect(told(await list({ heading: 'Registre' }, { text: 'Næste side' }))).toEqual([
      'child https://owner.example/registre/registre/a',
      'child https://owner.example/registre/b',
      'child https://andre.example/registre/c',
      'next https://owner.example/registre/proeve?side=2',
    ]);
  });

  it('is broken when no link fits: the site may have changed its shape', async () => {
    expect(told(await list({ pattern: '/gone/' }))).toEqual([
      'broken no-links-found: No link on https://owner.example/registre/proeve fits {"pattern":"/gone/"}.',
    ]);
  });
});

describe('a page that is not what it should be', () => {
  it.each([
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'image/png', 'wrong-media'],
    ['a feed', '<?xml version="1.0"?><rdf:RDF/>', 'application/rdf+xml', 'wrong-media'],
    ['JSON sent as HTML', '{"dataset":[]}', 'text/html', 'wrong-media'],
    ['nothing', '', 'text/html', 'wrong-media'],
    [
      'a page cut off on the way',
      '<!doctype html><html lang="da"><body><h1>R</h1><dl><dt>Per',
      'text/html',
      'truncated',
    ],
    ['a page of endless nesting', '<div>'.repeat(300), 'text/html', 'nested-too-deep'],
    ['a login page', '<h1>Log ind</h1><form><input type="password"></form>', 'text/html', 'login-page'],
    ['a page over the bound', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'text/html', 'page-too-large'],
  ])('is broken when it is %s', async (_name, body, contentType, code) => {
    const readings = await readPage(body, {}, { ...register, contentType });
    expect(readings).toMatchObject([{ kind: 'broken', code }]);
  });

  it('asks for a password where a list was expected', async () => {
    expect(await readPage('<p>Log ind</p><input type="password">', { links: { pattern: 'x' } })).toMatchObject([
      { kind: 'broken', code: 'login-page' },
    ]);
  });

  it('is broken when no element fits the rule of records', async () => {
    expect(await readPage('<h1>R</h1>', { record: { each: '.register' } })).toMatchObject([
      { kind: 'broken', code: 'no-records-found' },
    ]);
  });

  it('is a rejection that names page and selector when a field that must be there is not', async () => {
    expect(await readPage('<p>Ingen overskrift</p>', {}, register)).toEqual([
      {
        kind: 'rejection',
        code: 'missing-field',
        identifier: 'proeve',
        message: 'No title on https://owner.example/registre/proeve: the selector "h1" gave nothing.',
        place: {},
      },
    ]);
  });
});

describe('the charset of a page', () => {
  const page = (meta: string): string => `<html><head>${meta}</head><body><h1>Æblegrød på Ærø</h1></body></html>`;
  const title = async (bytes: Uint8Array, contentType: string | null): Promise<unknown[]> =>
    told(await readPage(bytes, { landing: 'none' }, { ...register, contentType })).map((one) =>
      typeof one === 'string' ? one : (one as { title: string }).title,
    );
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

  it('is what its byte order mark, its header or its meta tag says', async () => {
    expect(await title(Buffer.from(`\ufeff${page('')}`), 'text/html; charset=iso-8859-1')).toEqual(['Æblegrød på Ærø']);
    expect(await title(latin(page('')), 'text/html; charset=ISO-8859-1')).toEqual(['Æblegrød på Ærø']);
    expect(await title(latin(page('<meta charset="windows-1252">')), 'text/html')).toEqual(['Æblegrød på Ærø']);
  });

  it('is told by the bytes where nothing is said', async () => {
    expect(await title(Buffer.from(page('')), null)).toEqual(['Æblegrød på Ærø']);
    expect(await title(latin(page('')), null)).toEqual(['Æblegrød på Ærø']);
  });

  it('is overruled, and told, where the bytes do not follow it', async () => {
    const message = `problem wrong-charset: https://owner.example/registre/proeve says utf-8 and was read as windows-1252.`;
    expect(await title(latin(page('<meta charset="utf-8">')), null)).toEqual([message, 'Æblegrød på Ærø']);
    expect(await title(Buffer.from(page('')), 'text/html; charset=klingon')).toHaveLength(2);
  });
});
