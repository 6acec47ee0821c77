import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oaiPmh } from '#harvesters/oai-pmh/oai-pmh.ts';
import type { Reading } from '#schemas/reading.ts';
import { readPageOf, recordsAmong, shortOf, sourceOf } from '../read-page-of.ts';

const BASE = 'https://example.dk/oai';
const source = (settings = {}) => sourceOf('oai-pmh', BASE, settings);
const list = (more = {}) => ({
  step: 'list',
  repository: { deletedRecord: 'persistent', granularity: 'YYYY-MM-DDThh:mm:ssZ' },
  token: null,
  attempt: 0,
  ...more,
});

const answer = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">\n${content}\n</OAI-PMH>`;
const record = (id: string, payload: string, status = ''): string =>
  `<record><header${status}><identifier>oai:x:${id}</identifier></header>${payload === '' ? '' : `<metadata>${payload}</metadata>`}</record>\n`;
const dc = (content: string): string =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">${content}</oai_dc:dc>`;
const listed = (records: string, token = ''): string => answer(`<ListRecords>\n${records}${token}</ListRecords>`);

const read = (
  page: string | Uint8Array,
  settings = {},
  context: unknown = list(),
  chunk?: number,
): Promise<Reading[]> => readPageOf(oaiPmh, source(settings), page, { context, ...(chunk !== undefined && { chunk }) });
const urlsIn = (readings: readonly Reading[]): string[] =>
  readings.flatMap((reading) => (reading.kind === 'page' ? [reading.request.url] : []));
const codesIn = (readings: readonly Reading[]): string[] =>
  readings.flatMap((reading) => ('code' in reading ? [`${reading.kind} ${reading.code}`] : []));

describe('the requests of OAI-PMH', () => {
  const identify = (granularity: string): string =>
    answer(`<Identify><deletedRecord>no</deletedRecord><granularity>${granularity}</granularity></Identify>`);

  it('start with Identify, at an address without the arguments that a browser left in it', () => {
    const urls = oaiPmh.first(sourceOf('oai-pmh', `${BASE}?key=1&verb=ListSets`)).map(({ url }) => url);
    expect(urls).toEqual([`${BASE}?key=1&verb=Identify`]);
  });

  it.each([
    ['YYYY-MM-DD', { from: '2024-01-31T12:00:00Z' }, 'from=2024-01-31'],
    ['YYYY-MM-DDThh:mm:ssZ', { from: '2024-01-31T12:00:00Z' }, 'from=2024-01-31T12%3A00%3A00Z'],
    ['YYYY-MM-DDThh:mm:ssZ', { from: '2024-01-31T12:00:00Z', until: '2024-02-01' }, 'from=2024-01-31&until=2024-02-01'],
    ['YYYY-MM-DD', { set: 'a:b', metadataPrefix: 'oai_datacite' }, 'metadataPrefix=oai_datacite&set=a%3Ab'],
  ])('count time as the repository does: %s %o', async (granularity, settings, asked) => {
    const readings = await read(identify(granularity), settings, { step: 'identify' });
    expect(urlsIn(readings)[0]).toContain(asked);
  });

  it('send the resumption token alone', async () => {
    const readings = await read(
      listed(
        record('1', dc('<dc:title>A</dc:title>')),
        '<resumptionToken completeListSize="7">a/b c</resumptionToken>',
      ),
      { set: 'a' },
    );
    expect(urlsIn(readings)).toEqual([`${BASE}?verb=ListRecords&resumptionToken=a%2Fb+c`]);
    expect(readings).toContainEqual({ kind: 'total', count: 7 });
  });

  it('go on without Identify where the server cannot answer it, and say so', async () => {
    const readings = await read(answer('<error code="badVerb">Nej.</error>'), {}, { step: 'identify' });
    expect(codesIn(readings)).toEqual(['problem identify-incomplete']);
    expect(urlsIn(readings)).toEqual([`${BASE}?verb=ListRecords&metadataPrefix=oai_dc`]);
  });
});

describe('the errors of OAI-PMH', () => {
  const refusal = (code: string): string => answer(`<error code="${code}">Sådan.</error>`);

  it.each([
    ['noRecordsMatch', {}, []],
    ['noRecordsMatch', { token: 't' }, []],
    ['badArgument', {}, ['broken protocol-error']],
    ['cannotDisseminateFormat', {}, ['broken protocol-error']],
    ['badResumptionToken', { token: 't' }, ['problem token-expired']],
    ['badResumptionToken', { token: 't', attempt: 1 }, ['broken token-expired-again']],
    ['badResumptionToken', {}, ['broken protocol-error']],
  ])('%s with %o', async (code, context, codes) => {
    const readings = await read(refusal(code), {}, list(context));
    expect(codesIn(readings)).toEqual(codes);
    if (codes.length > 0) expect(JSON.stringify(readings)).toContain(`${code}: Sådan.`);
  });

  it.each([
    ['a page that names its own token again', listed('', '<resumptionToken>t</resumptionToken>'), 'broken page-loop'],
    ['another XML', '<feed/>', 'broken wrong-media'],
    ['a web page', '<!doctype html><html><body>Log ind</body></html>', 'broken wrong-media'],
    ['an empty page', '', 'broken wrong-media'],
    ['an answer to another question', answer('<ListSets/>'), 'broken wrong-media'],
  ])('%s', async (_what, page, code) => {
    expect(codesIn(await read(page, {}, list({ token: 't' })))).toEqual([code]);
  });
});

describe('a record of OAI-PMH', () => {
  it('is known by its header, also where it is deleted', async () => {
    const readings = await read(listed(record('1', '', ' status="deleted"')));
    expect(readings).toEqual([{ kind: 'deletion', identifier: 'oai:x:1', place: { line: 4, column: 1 } }]);
  });

  it('that is deleted is believed where the repository keeps no note of deletions, and that is told', async () => {
    const context = list({ repository: { deletedRecord: 'no', granularity: 'YYYY-MM-DD' } });
    const readings = await read(
      listed(record('1', '', ' status="deleted"') + record('2', '', ' status="deleted"')),
      {},
      context,
    );
    expect(readings.map(({ kind }) => kind)).toEqual(['problem', 'deletion', 'deletion']);
  });

  it('in Dublin Core stands under the keys of the property table', async () => {
    const [found] = recordsAmong(
      await read(
        listed(
          record(
            '1',
            dc(`<dc:title xml:lang="da">Cancerregisteret</dc:title><dc:creator>Sundhedsdatastyrelsen</dc:creator>
            <dc:subject>kræft</dc:subject><dc:subject>register</dc:subject><dc:description>Alle tilfælde&nbsp;siden 1943</dc:description>
            <dc:publisher>Sundhedsdatastyrelsen</dc:publisher><dc:date>2020-01-01</dc:date><dc:type>Dataset</dc:type>
            <dc:type>Registry</dc:type><dc:format>text/csv</dc:format><dc:identifier>https://example.dk/cancer</dc:identifier>
            <dc:identifier>doi:10.1234/ab</dc:identifier><dc:identifier>CAR-1</dc:identifier><dc:language>dan</dc:language>
            <dc:relation>https://example.dk/b</dc:relation><dc:relation>bog</dc:relation><dc:coverage>1943/2020</dc:coverage>
            <dc:coverage>Danmark</dc:coverage><dc:coverage>start=1950; end=1960</dc:coverage>
            <dc:coverage>name=Sjælland; northlimit=56; southlimit=55; westlimit=11; eastlimit=12.5</dc:coverage>
            <dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights><dc:rights>info:eu-repo/semantics/restrictedAccess</dc:rights>
            <dc:rights>Spørg først</dc:rights><dc:contributor>Nogen</dc:contributor>`),
          ),
        ),
      ),
    );
    expect(found).toMatchObject({ kind: 'Dataset', identifier: 'oai:x:1' });
    expect(found?.node.iri).toBeUndefined();
    expect(shortOf(found)).toEqual({
      title: ['Cancerregisteret@da'],
      creator: ['Sundhedsdatastyrelsen'],
      keyword: ['kræft', 'register'],
      description: ['Alle tilfælde\u00a0siden 1943'],
      publisher: ['Sundhedsdatastyrelsen'],
      issued: ['2020-01-01'],
      type: ['Registry'],
      landingPage: ['<https://example.dk/cancer>', '<https://doi.org/10.1234/ab>'],
      identifier: ['doi:10.1234/ab', 'CAR-1'],
      language: ['dan'],
      relation: ['<https://example.dk/b>'],
      temporal: ['1943/2020', { startDate: ['1950'], endDate: ['1960'] }],
      spatial: ['Danmark', { name: ['Sjælland'], bbox: ['POLYGON((11 55,12.5 55,12.5 56,11 56,11 55))'] }],
      license: ['<https://creativecommons.org/licenses/by/4.0/>'],
      accessRights: ['<info:eu-repo/semantics/restrictedAccess>'],
      rights: ['Spørg først'],
      distribution: [{ accessURL: ['<https://example.dk/cancer>'], mediaType: ['text/csv'] }],
    });
    expect(Object.keys(found?.node.unmapped ?? {}).sort()).toEqual(['dc:contributor', 'dc:relation', 'dc:type']);
  });

  const dataCite = `<oai_datacite xmlns="http://schema.datacite.org/oai/oai-1.1/"><schemaVersion>4</schemaVersion><payload>
    <resource xmlns="http://datacite.org/schema/kernel-4"><identifier identifierType="DOI">10.1234/ab</identifier>
    <creators><creator><creatorName>Hansen, Ida</creatorName><nameIdentifier>0000-0001</nameIdentifier></creator></creators>
    <titles><title xml:lang="en">Cancer</title><title titleType="AlternativeTitle">CAR</title></titles>
    <publisher>SDS</publisher><publicationYear>2020</publicationYear><resourceType resourceTypeGeneral="Dataset">Dataset</resourceType>
    <subjects><subject>cancer</subject></subjects><language>en</language><version>2.1</version>
    <contributors><contributor contributorType="ContactPerson"><contributorName>Jens</contributorName></contributor>
    <contributor contributorType="RightsHolder"><contributorName>SDS</contributorName></contributor></contributors>
    <dates><date dateType="Issued">2020-02-03</date><date dateType="Updated">2021-01-01</date><date dateType="Collected">1943/2020</date></dates>
    <alternateIdentifiers><alternateIdentifier alternateIdentifierType="local">c1</alternateIdentifier></alternateIdentifiers>
    <relatedIdentifiers><relatedIdentifier relatedIdentifierType="DOI" relationType="IsNewVersionOf">10.1234/aa</relatedIdentifier>
    <relatedIdentifier relatedIdentifierType="URL" relationType="References">https://example.dk/b</relatedIdentifier></relatedIdentifiers>
    <sizes><size>3 MB</size></sizes><formats><format>CSV</format></formats>
    <rightsList><rights rightsURI="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</rights></rightsList>
    <descriptions><description descriptionType="Abstract">En<br/>to</description><description descriptionType="Methods">M</description></descriptions>
    <geoLocations><geoLocation><geoLocationPlace>Danmark</geoLocationPlace><geoLocationPoint><pointLongitude>10</pointLongitude><pointLatitude>56</pointLatitude></geoLocationPoint></geoLocation></geoLocations>
    </resource></payload></oai_datacite>`;

  it('in DataCite is read out of the wrapper that DataCite puts around it', async () => {
    const [found] = recordsAmong(await read(listed(record('1', dataCite))));
    expect(shortOf(found)).toEqual({
      identifier: ['10.1234/ab'],
      landingPage: ['<https://doi.org/10.1234/ab>'],
      otherIdentifier: [{ notation: ['c1'], schemaAgency: ['local'] }],
      title: ['Cancer@en'],
      alternative: ['CAR'],
      description: ['En\nto'],
      keyword: ['cancer'],
      language: ['en'],
      version: ['2.1'],
      creator: [{ name: ['Hansen, Ida'], identifier: ['0000-0001'] }],
      publisher: [{ name: ['SDS'] }],
      contactPoint: [{ fn: ['Jens'] }],
      rightsHolder: [{ name: ['SDS'] }],
      issued: ['2020-02-03'],
      modified: ['2021-01-01'],
      temporal: ['1943/2020'],
      isVersionOf: ['<https://doi.org/10.1234/aa>'],
      relation: ['<https://example.dk/b>'],
      license: ['<https://creativecommons.org/licenses/by/4.0/>'],
      spatial: [{ name: ['Danmark'], centroid: ['POINT(10 56)'] }],
      distribution: [{ accessURL: ['<https://doi.org/10.1234/ab>'], format: ['CSV'] }],
    });
  });

  it.each([
    ['Dataset', 1],
    ['dataset', 1],
    ['Text', 0],
  ])('is taken in by what it calls itself: %s', async (type, count) => {
    const article = record('2', dc('<dc:type>info:eu-repo/semantics/article</dc:type>'));
    const readings = await read(listed(record('1', dataCite) + article), { types: [type] });
    expect(recordsAmong(readings)).toHaveLength(count);
    expect(codesIn(readings)).toEqual(Array.from({ length: 2 - count }, () => 'skip not-a-dataset'));
  });

  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#"
    xmlns:dct="http://purl.org/dc/terms/"><dcat:Dataset rdf:about="https://example.dk/d/1">
    <dct:title xml:lang="da">Første</dct:title></dcat:Dataset></rdf:RDF>`;

  it('in RDF is read as DCAT, and known by its header all the same', async () => {
    const [found] = recordsAmong(await read(listed(record('1', rdf))));
    expect(found).toMatchObject({ identifier: 'oai:x:1', place: { line: 5 } });
    expect(found?.node.iri).toBeUndefined();
    expect(shortOf(found)).toMatchObject({ title: ['Første@da'], identifier: ['https://example.dk/d/1'] });
  });

  it.each([
    ['without identifier', '<record><header/></record>\n', 'no-identity', null],
    ['without description', record('1', ''), 'incomplete-record', 'oai:x:1'],
    ['in a format that nobody reads', record('1', '<mods/>'), 'unknown-metadata', 'oai:x:1'],
    ['whose graph holds no dataset', record('1', '<RDF/>'), 'unknown-metadata', 'oai:x:1'],
    ['that is no XML', record('1', dc('<dc:title>A < B</dc:title>')), 'syntax-error', 'oai:x:1'],
    ['that has an open tag too many', record('1', dc('<dc:title>A')), 'syntax-error', 'oai:x:1'],
    ['that uses an entity of its own', record('1', dc('<dc:title>&x;</dc:title>')), 'xml-entities', 'oai:x:1'],
    ['whose end is missing', record('1', dc('')).replace('</record>', ''), 'syntax-error', 'oai:x:1'],
  ])('%s costs only itself', async (_what, bad, code, identifier) => {
    const good = (id: string): string => record(id, dc('<dc:title>God</dc:title>'));
    const readings = await read(
      listed(good('0') + bad + good('2') + good('3'), '<resumptionToken>n</resumptionToken>'),
    );
    expect(recordsAmong(readings).map((found) => found.identifier)).toEqual(['oai:x:0', 'oai:x:2', 'oai:x:3']);
    expect(readings.filter(({ kind }) => kind === 'rejection')).toMatchObject([{ code, identifier }]);
    expect(urlsIn(readings)).toHaveLength(1);
    expect(recordsAmong(readings).at(-1)?.place?.line).toBe(7);
  });
});

describe('any bytes', () => {
  const page = listed(
    record('1', dc('<dc:title xml:lang="da">Æøå &amp; €</dc:title>\r\n')) +
      record('2', dc('<dc:title>A < B</dc:title>')) +
      record('2b', dc('<dc:title>A & B &amp <![CDATA[C & D]]></dc:title>')) +
      record('3', dc('<dc:title>C\u0001&#1;&nbsp;</dc:title>')),
    '<resumptionToken>n</resumptionToken>',
  );

  it('are read the same in chunks of any size', async () => {
    const whole = await read(page);
    expect(whole.map(({ kind }) => kind)).toEqual([
      'record',
      'rejection',
      'record',
      'problem',
      'record',
      'problem',
      'problem',
      'page',
    ]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (chunk) => {
        expect(await read(page, {}, list(), chunk)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('give readings and never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(page.length),
        fc.nat(page.length),
        fc.string({ maxLength: 8 }),
        async (one, other, between) => {
          const mangled = page.slice(0, Math.min(one, other)) + between + page.slice(Math.max(one, other));
          for (const { kind } of await read(mangled))
            expect(kind).toMatch(/record|rejection|problem|broken|page|deletion/);
        },
      ),
      { numRuns: 500 },
    );
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => void (await read(bytes))));
  });

  it('may hold ampersands that stand for themselves, which are repaired and told', async () => {
    const readings = await read(page);
    expect(shortOf(recordsAmong(readings)[1])).toEqual({ title: ['A & B &amp C & D'] });
    expect(codesIn(readings)).toContain('problem ampersand-repaired');
  });

  it('in another charset are read by what the page declares', async () => {
    const latin = Buffer.from(page.replace('UTF-8', 'ISO-8859-1').replace(' &amp; €', ''), 'latin1');
    expect(shortOf(recordsAmong(await read(latin))[0])).toEqual({ title: ['Æøå@da'] });
  });

  it('that declare entities are read no further, however small they are', async () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${page.slice(page.indexOf('<OAI'))}`;
    expect(codesIn(await read(laughs))).toEqual(['broken xml-entities']);
    const external = `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>${page.slice(page.indexOf('<OAI'))}`;
    expect(codesIn(await read(external))).toEqual(['broken xml-entities']);
  });

  it('that end too early leave what was read, and name the place', async () => {
    const readings = await read(page.slice(0, page.indexOf('oai:x:3')));
    expect(recordsAmong(readings).map(({ identifier }) => identifier)).toEqual(['oai:x:1', 'oai:x:2b']);
    expect(readings.at(-1)).toMatchObject({ kind: 'broken', code: 'truncated', place: { line: 8 } });
  });
});
