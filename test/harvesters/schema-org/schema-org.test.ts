import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { literal } from '#schemas/reading.ts';
import {
  htmlWith,
  nodes,
  othersOf,
  PAGE,
  pagesOf,
  readingsOf,
  recordOf,
  recordsOf,
  written,
} from './read-schema-org.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures/schema-org', name), 'utf8');

const dataset = (more: object = {}): object => ({
  '@context': 'https://schema.org/',
  '@type': 'Dataset',
  name: 'Register',
  ...more,
});

describe('a dataset of schema.org', () => {
  const read = () => recordOf(fixture('register.jsonld'), { url: 'https://example.dk/feed' });

  test('is known by its address, its identifiers and its other names', async () => {
    const { node, identifier, catalogues } = await read();
    expect(node.iri).toBe('https://example.dk/id/register-1');
    expect(identifier).toBe('LRP-1');
    expect(written(node.properties.identifier)).toEqual(['LRP-1', '10.5072/lrp']);
    expect(nodes(node.properties.otherIdentifier).map(({ properties }) => written(properties.notation))).toEqual([
      ['10.5072/lrp'],
      ['https://doi.org/10.5072/lrp'],
    ]);
    expect(written(node.properties.alternative)).toEqual(['LRP']);
    expect(written(node.properties.landingPage)).toEqual(['https://example.dk/register/1']);
    expect(catalogues).toEqual(['Styrelsens katalog']);
  });

  test('keeps its texts by language and its subjects as words and themes', async () => {
    const { properties } = (await read()).node;
    expect(properties.title).toEqual([literal('Landsregister for prøver', 'da'), literal('Sample register', 'en')]);
    expect(written(properties.keyword)).toEqual(['prøver, blod', 'blod']);
    expect(written(properties.theme)).toEqual(['https://example.dk/term/blod', 'https://example.dk/term/prøver']);
    expect(written(properties.language)).toEqual(['da']);
    expect(written(properties.license)).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(written(properties.rights)).toEqual(['Efter ansøgning']);
  });

  test('names people in the order of the list, and an author only where no creator stands', async () => {
    const { properties, unmapped } = (await read()).node;
    const [first, second] = nodes(properties.creator);
    expect(written(first?.properties.name)).toEqual(['Ada Holm']);
    expect(written(first?.properties.identifier)).toEqual(['https://orcid.org/0000-0001']);
    expect(written(second?.properties.name)).toEqual(['Bo Lund']);
    expect(written(unmapped['http://schema.org/author'])).toEqual(['Somebody else']);
    const [publisher] = nodes(properties.publisher);
    expect(publisher?.iri).toBe('https://example.dk/org');
    expect(written(publisher?.properties.mbox)).toEqual(['mailto:post@example.dk']);
    const [contact] = nodes(publisher?.properties.contactPoint);
    expect(written(contact?.properties.email)).toEqual(['data@example.dk']);
  });

  test('says when and where: a shortened end is written out, boxes and points become well-known text', async () => {
    const { node, repairs } = await read();
    expect(written(node.properties.temporal)).toEqual(['1977-01/1977-05']);
    expect(repairs).toContainEqual({ code: 'value-transformed', property: 'temporal', value: '1977-01/05' });
    expect(written(node.properties.issued)).toEqual(['2020-01-31']);
    expect(written(node.properties.modified)).toEqual(['2024-05-05']);
    expect(written(node.properties.spatial)).toEqual(['Danmark']);
    const [island, point] = nodes(node.properties.spatial);
    expect(written(island?.properties.name)).toEqual(['Fyn']);
    expect(written(island?.properties.bbox)).toEqual(['POLYGON((9.7 55,10.9 55,10.9 55.7,9.7 55.7,9.7 55))']);
    expect(written(point?.properties.centroid)).toEqual(['POINT(10.4 55.4)']);
  });

  test('has its files with addresses made absolute, formats told apart, and checksums', async () => {
    const files = nodes((await read()).node.properties.distribution).map(({ properties }) => properties);
    expect(written(files[0]?.downloadURL)).toEqual(['https://example.dk/files/lrp.csv']);
    expect(written(files[0]?.mediaType)).toEqual(['text/csv']);
    expect(written(files[0]?.byteSize)).toEqual(['1024']);
    expect(nodes(files[0]?.checksum).map(({ properties }) => written(properties.checksumValue))).toEqual([['ab12']]);
    expect(written(files[1]?.accessURL)).toEqual(['https://example.dk/lrp']);
    expect(written(files[1]?.format)).toEqual(['XLSX']);
    expect(written(files[2]?.accessURL)).toEqual(['https://example.dk/lrp.zip']);
  });

  test('has what it measures as columns of a table', async () => {
    const [group] = nodes((await read()).node.properties.hasVariables);
    const [table] = nodes(group?.properties.table);
    const columns = nodes(table?.properties.column);
    expect(columns.map(({ properties }) => written(properties.title))).toEqual([['alder'], ['Hæmoglobin']]);
    expect(written(columns[1]?.properties.propertyUrl)).toEqual(['http://example.dk/npu/1']);
  });

  test('relates to works by address, and keeps what the record has no property for', async () => {
    const { properties, unmapped } = (await read()).node;
    expect(written(properties.relation)).toEqual(['https://doi.org/10.5072/paper']);
    expect(written(properties.source)).toEqual(['https://example.dk/id/source']);
    expect(Object.keys(unmapped).sort()).toEqual([
      'http://schema.org/author',
      'http://schema.org/citation',
      'http://schema.org/isAccessibleForFree',
      'http://schema.org/measurementTechnique',
    ]);
  });

  test('of Croissant has a table a record set, and its files with their checksums', async () => {
    const { properties } = (await recordOf(fixture('croissant.json'))).node;
    const [group] = nodes(properties.hasVariables);
    const tables = nodes(group?.properties.table);
    expect(tables.map((table) => written(table.properties.title))).toEqual([['scan'], ['patient']]);
    const columns = nodes(tables[0]?.properties.column).map((column) => [
      ...written(column.properties.name),
      ...written(column.properties.datatype),
    ]);
    expect(columns).toEqual([
      ['age', 'Integer'],
      ['box', 'cr:BoundingBox'],
      ['width', 'Float'],
    ]);
    const files = nodes(properties.distribution);
    expect(nodes(files[0]?.properties.checksum).map((sum) => written(sum.properties.checksumValue))).toEqual([
      ['cafe'],
    ]);
    // A path inside an archive is no address.
    expect(files[2]?.properties.downloadURL).toBeUndefined();
    expect(written(files[2]?.unmapped['http://schema.org/contentUrl'])).toEqual(['labels.csv']);
    expect(written(properties.conformsTo)).toEqual(['http://mlcommons.org/croissant/1.0']);
  });

  test('without a name of its own is known by the page that it stands alone on', async () => {
    const { node, identifier } = await recordOf(htmlWith(dataset()));
    expect(identifier).toBe(PAGE);
    expect(written(node.properties.landingPage)).toEqual([PAGE]);
    const two = recordsOf(await readingsOf(htmlWith([dataset(), dataset({ name: 'Other' })])));
    expect(two.map((record) => record.identifier)).toEqual([null, null]);
  });

  test('is not what another dataset of a web page mentions, but is in a feed', async () => {
    const whole = dataset({
      '@id': 'https://example.dk/1',
      isPartOf: { '@type': 'Dataset', '@id': 'https://example.dk/2', name: 'Whole' },
    });
    expect(recordsOf(await readingsOf(htmlWith(whole)))).toHaveLength(1);
    expect(recordsOf(await readingsOf(JSON.stringify(whole)))).toHaveLength(2);
  });
});

describe('the JSON-LD of a web page', () => {
  const json = JSON.stringify(dataset({ '@id': 'https://example.dk/1', description: 'A "quoted" text' }));

  test.each([
    ['an HTML comment', `<!--\n${json}\n-->`],
    ['a CDATA section', `//<![CDATA[\n${json}\n//]]>`],
    ['a CDATA section in a comment', `/*<![CDATA[*/${json}/*]]>*/`],
    ['a semicolon', `${json};`],
    ['trailing commas', json.replace(/\}$/, ',}')],
    ['a brace too many', `${json}}`],
    ['comments', json.replace('{', '{ // about the register\n')],
    ['raw line breaks in a text', json.replace('A ', 'A\n\t')],
    ['entities', json.replaceAll('"', '&quot;').replaceAll('\\', '\\')],
    ['a list without its brackets', `${json}, {"@context":"https://schema.org","@type":"Person","name":"Ann"}`],
    ['a byte order mark', `\ufeff${json}`],
  ])('is read through %s', async (_what, block) => {
    expect((await recordOf(htmlWith(block))).node.iri).toBe('https://example.dk/1');
  });

  test.each([
    ['http://schema.org'],
    ['https://schema.org/'],
    ['http://www.schema.org/'],
    ['schema.org'],
    ['//schema.org'],
    [['https://schema.org', { x: 'https://x.dk/' }]],
    [{ '@vocab': 'http://schema.org/' }],
  ])('means schema.org by the context %j', async (context) => {
    expect(
      (await recordOf(htmlWith(dataset({ '@context': context, '@id': 'https://example.dk/1' })))).node.properties.title,
    ).toEqual([literal('Register', 'da')]);
  });

  test('without a context is read as schema.org, and says so', async () => {
    const readings = await readingsOf(htmlWith({ '@type': 'Dataset', name: 'Register' }));
    expect(recordsOf(readings)).toHaveLength(1);
    expect(othersOf(readings)).toMatchObject([{ kind: 'problem', code: 'context-supplied', place: { line: 1 } }]);
  });

  test('may stand in several blocks that speak of each other', async () => {
    const person = {
      '@context': 'https://schema.org',
      '@type': 'Organization',
      '@id': 'https://example.dk/#org',
      name: 'Ejer',
    };
    const page = htmlWith(
      dataset({ publisher: { '@id': 'https://example.dk/#org' } }),
      `<script type="application/ld+json">${JSON.stringify(person)}</script>`,
    );
    const [publisher] = nodes((await recordOf(page)).node.properties.publisher);
    expect(written(publisher?.properties.name)).toEqual(['Ejer']);
  });

  test('that is broken in a block about something else costs nothing', async () => {
    const page = htmlWith(json, '<script type="application/ld+json">{"@type": "BreadcrumbList", "name": </script>');
    expect((await readingsOf(page)).map(({ kind }) => kind)).toEqual(['record']);
  });

  test('that breaks off within the dataset is a rejection with its place, and the page is broken', async () => {
    const readings = await readingsOf(htmlWith(`\n\n${json.slice(0, -12)}`));
    expect(readings).toMatchObject([
      { kind: 'rejection', identifier: 'https://example.dk/1', place: { line: 3 } },
      { kind: 'broken', code: 'truncated' },
    ]);
  });

  test('that breaks before the address of its dataset names nobody: it may be known by that address', async () => {
    const readings = await readingsOf(
      htmlWith('[{"@context":"https://schema.org","@type":"Dataset","name" "x","@id":"https://example.dk/1"}]'),
    );
    expect(readings.filter(({ kind }) => kind === 'rejection')).toMatchObject([{ identifier: null }]);
  });

  test('that breaks before the type of a thing may have lost a dataset, so a record is rejected', async () => {
    const page = htmlWith(
      '{"@context":"https://schema.org","@graph":[{"name" "x","@type":"Dataset"},{"@type":"Dataset","name":"y"}]}',
    );
    const readings = await readingsOf(page);
    expect(readings.filter(({ kind }) => kind === 'rejection')).toMatchObject([
      // Whether it stands alone on the page, and is known by it, cannot be told either.
      { code: 'incomplete-record', identifier: null },
      { code: 'syntax-error', identifier: null },
    ]);
    expect(recordsOf(readings)).toEqual([]);
  });

  test('of one broken dataset among others costs the others nothing', async () => {
    const [one, two, three] = [1, 2, 3].map((id) =>
      JSON.stringify({ '@id': `https://example.dk/${id}`, ...dataset() }),
    );
    const readings = await readingsOf(htmlWith(`[${one},${two?.replace('"name":', '"name" ')},${three}]`));
    expect(recordsOf(readings).map(({ node }) => node.iri)).toEqual(['https://example.dk/1', 'https://example.dk/3']);
    expect(readings.filter(({ kind }) => kind === 'rejection')).toMatchObject([{ identifier: 'https://example.dk/2' }]);
  });
});

describe('markup of a web page', () => {
  const page = (body: string): string => `<!doctype html><html lang="da"><body>${body}</body></html>`;

  test('in Microdata is read with nested items, references, dates and addresses', async () => {
    const { node } = await recordOf(
      page(`<div itemscope itemtype="http://schema.org/Dataset" itemid="/id/1" itemref="more">
        <h1 itemprop="name">Landsregister</h1><p itemprop="description" lang="en">All <b>samples</b></p>
        <meta itemprop="keywords" content="prøver"><time itemprop="dateModified" datetime="2024-05-05">i maj</time>
        <div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><span itemprop="name">Ejer</span></div>
        <ul><li itemprop="distribution" itemscope itemtype="http://schema.org/DataDownload"><a itemprop="contentUrl" href="/x.csv">hent</a></li></ul></div>
        <p id="more"><a itemprop="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY</a></p>`),
    );
    const { properties } = node;
    expect(node.iri).toBe('https://example.dk/id/1');
    expect(properties.title).toEqual([literal('Landsregister', 'da')]);
    expect(properties.description).toEqual([literal('All samples', 'en')]);
    expect(written(properties.modified)).toEqual(['2024-05-05']);
    expect(written(properties.license)).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(written(nodes(properties.publisher)[0]?.properties.name)).toEqual(['Ejer']);
    expect(written(nodes(properties.distribution)[0]?.properties.downloadURL)).toEqual(['https://example.dk/x.csv']);
  });

  test.each([
    ['a vocabulary', 'vocab="https://schema.org/" typeof="Dataset"', (name: string) => name],
    ['a prefix', 'prefix="s: http://schema.org/" typeof="s:Dataset"', (name: string) => `s:${name}`],
    ['a usual prefix', 'typeof="schema:Dataset"', (name: string) => `schema:${name}`],
  ])('in RDFa with %s is read with nested things, contents and addresses', async (_what, head, name) => {
    const { node } = await recordOf(
      page(`<div resource="/id/1" ${head}><h1 property="${name('name')}">Landsregister</h1>
        <span property="${name('dateModified')}" content="2024-05-05">i maj</span><a property="${name('license')}" href="https://x.dk/l">l</a>
        <div property="${name('publisher')}" typeof="${name('Organization')}"><b property="${name('name')}">Ejer</b></div></div>`),
    );
    expect(node.iri).toBe('https://example.dk/id/1');
    expect(node.properties.title).toEqual([literal('Landsregister', 'da')]);
    expect(written(node.properties.modified)).toEqual(['2024-05-05']);
    expect(written(node.properties.license)).toEqual(['https://x.dk/l']);
    expect(written(nodes(node.properties.publisher)[0]?.properties.name)).toEqual(['Ejer']);
  });

  test('of a page that is cut off is no record, for more of it may have followed; a closed script is one', async () => {
    const whole = page(
      '<div itemscope itemtype="https://schema.org/Dataset" itemid="/id/1"><b itemprop="name">Register</b> og så',
    );
    const cut = whole.slice(0, whole.indexOf(' og så'));
    expect(await readingsOf(cut)).toMatchObject([
      { kind: 'rejection', code: 'incomplete-record', identifier: 'https://example.dk/id/1' },
      { kind: 'broken', code: 'truncated' },
    ]);
    const closed = htmlWith(dataset()).replace('</body></html>', '<div>Resten');
    expect((await readingsOf(closed)).map(({ kind }) => kind)).toEqual(['record', 'broken']);
  });

  test('of a packed page, which leaves out the end tags that it may, is whole', async () => {
    const packed =
      '<!doctype html><html lang=da><body><div itemscope itemtype=https://schema.org/Dataset><b itemprop=name>Register</b></div>';
    expect((await readingsOf(packed)).map(({ kind }) => kind)).toEqual(['record']);
  });

  test('counts only where JSON-LD holds no dataset', async () => {
    const markup = '<div itemscope itemtype="https://schema.org/Dataset"><b itemprop="name">In the markup</b></div>';
    expect(written((await recordOf(htmlWith(dataset(), markup))).node.properties.title)).toEqual(['Register']);
    expect(written((await recordOf(htmlWith({ '@type': 'WebSite' }, markup))).node.properties.title)).toEqual([
      'In the markup',
    ]);
  });
});

describe('a catalogue', () => {
  test('holds records where it describes them and leads to the pages of those that it only names', async () => {
    const readings = await readingsOf(
      htmlWith({
        '@context': 'https://schema.org/',
        '@type': 'DataCatalog',
        name: 'Katalog',
        dataset: [dataset({ '@id': 'https://example.dk/1' }), { '@id': 'https://example.dk/2' }],
      }),
    );
    expect(recordsOf(readings)).toMatchObject([{ catalogues: ['Katalog'], node: { iri: 'https://example.dk/1' } }]);
    expect(pagesOf(readings)).toMatchObject([
      { url: 'https://example.dk/2', relation: 'child', context: { role: 'page' } },
    ]);
  });
});

describe('a page without a dataset', () => {
  const page = '<!doctype html><html><body><p>Om os</p></body></html>';
  const context = { role: 'page' };

  test('that a sitemap named is told, and is a rejection where every page must have one', async () => {
    expect(await readingsOf(page, { context })).toMatchObject([{ kind: 'problem', code: 'no-dataset' }]);
    expect(await readingsOf(page, { context, settings: { everyPage: true } })).toMatchObject([
      { kind: 'rejection', code: 'no-dataset', identifier: null },
    ]);
  });

  test('that the source begins with is broken: nothing of the source was seen', async () => {
    expect(await readingsOf(page)).toMatchObject([{ kind: 'broken', code: 'no-records-found' }]);
  });

  test.each([
    ['asks for a password', '<html><body><form><input type="password"></form></body></html>', 'login-page'],
    ['is cut off', '<!doctype html><html><body><p>Om', 'truncated'],
    ['nests without end', `<html><body>${'<div>'.repeat(300)}</body></html>`, 'nested-too-deep'],
    ['is empty', '', 'wrong-media'],
  ])('that %s is broken', async (_what, body, code) => {
    expect((await readingsOf(body, { context })).at(-1)).toMatchObject({ kind: 'broken', code });
  });

  test('that is a document of another kind holds none', async () => {
    expect(await readingsOf('%PDF-1.7 …', { context, contentType: 'application/pdf' })).toMatchObject([
      { kind: 'problem', code: 'no-dataset' },
    ]);
  });
});

describe('a feed in Turtle', () => {
  const prefix = '@prefix s: <https://schema.org/> .\n';
  const named = '<https://example.dk/1> a s:Dataset ; s:name "x" ; s:publisher <https://example.dk/org> .\n';
  const alone = '<https://example.dk/2> a s:Dataset ; s:name "y" .\n';

  test('that breaks off rejects what it only names a part of, and keeps what is whole', async () => {
    const readings = await readingsOf(`${prefix}${alone}${named}<https://example.dk/org> a s:Organiza`, {
      contentType: 'text/turtle',
    });
    expect(recordsOf(readings).map(({ node }) => node.iri)).toEqual(['https://example.dk/2']);
    expect(readings.find(({ kind }) => kind === 'rejection')).toMatchObject({ identifier: 'https://example.dk/1' });
    expect(readings.at(-1)).toMatchObject({ kind: 'broken' });
  });

  test('tells the line of each dataset', async () => {
    const records = recordsOf(await readingsOf(prefix + alone + named, { contentType: 'text/turtle' }));
    expect(records.map(({ place }) => place)).toEqual([{ line: 2 }, { line: 3 }]);
  });
});
