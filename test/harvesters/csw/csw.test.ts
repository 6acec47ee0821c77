import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csw } from '#harvesters/csw/csw.ts';
import { nextPage } from '#harvesters/csw/paging.ts';
import type { Reading } from '#schemas/reading.ts';
import { readPageOf, recordsAmong, shortOf, sourceOf } from '../read-page-of.ts';

const SERVICE = 'https://example.dk/csw';
const read = (page: string | Uint8Array, settings = {}, chunk?: number): Promise<Reading[]> =>
  readPageOf(csw, sourceOf('csw', SERVICE, settings), page, chunk === undefined ? {} : { chunk });
const codesIn = (readings: readonly Reading[]): string[] =>
  readings.flatMap((reading) => ('code' in reading ? [`${reading.kind} ${reading.code}`] : []));

const text = (name: string, value: string): string =>
  `<gmd:${name}><gco:CharacterString>${value}</gco:CharacterString></gmd:${name}>`;
const code = (name: string, list: string, value: string): string =>
  `<gmd:${name}><gmd:${list} codeList="x#${list}" codeListValue="${value}"/></gmd:${name}>`;
const anchor = (name: string, href: string, value: string): string =>
  `<gmd:${name}><gmx:Anchor xlink:href="${href}">${value}</gmx:Anchor></gmd:${name}>`;
const both = (name: string, danish: string, english: string): string =>
  `<gmd:${name}><gco:CharacterString>${danish}</gco:CharacterString><gmd:PT_FreeText><gmd:textGroup>
   <gmd:LocalisedCharacterString locale="#EN">${english}</gmd:LocalisedCharacterString></gmd:textGroup></gmd:PT_FreeText></gmd:${name}>`;
const party = (role: string, organisation: string, mail: string, person = ''): string =>
  `<gmd:CI_ResponsibleParty>${person === '' ? '' : text('individualName', person)}${text('organisationName', organisation)}
   <gmd:contactInfo><gmd:CI_Contact><gmd:phone><gmd:CI_Telephone>${text('voice', '+45 1')}</gmd:CI_Telephone></gmd:phone>
   <gmd:address><gmd:CI_Address>${text('electronicMailAddress', mail)}</gmd:CI_Address></gmd:address></gmd:CI_Contact></gmd:contactInfo>
   ${code('role', 'CI_RoleCode', role)}</gmd:CI_ResponsibleParty>`;
const date = (type: string, value: string): string =>
  `<gmd:date><gmd:CI_Date><gmd:date><gco:Date>${value}</gco:Date></gmd:date>${code('dateType', 'CI_DateTypeCode', type)}</gmd:CI_Date></gmd:date>`;
const online = (url: string, protocol: string, name: string, purpose = ''): string =>
  `<gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${url}</gmd:URL></gmd:linkage>${text('protocol', protocol)}${text('name', name)}
   ${purpose === '' ? '' : code('function', 'CI_OnLineFunctionCode', purpose)}</gmd:CI_OnlineResource></gmd:onLine>`;

const iso = (id: string, resource: string, more = ''): string => `<gmd:MD_Metadata>${text('fileIdentifier', id)}
 ${code('language', 'LanguageCode', 'dan')}
 <gmd:locale><gmd:PT_Locale id="EN">${code('languageCode', 'LanguageCode', 'eng')}</gmd:PT_Locale></gmd:locale>
 <gmd:identificationInfo><gmd:MD_DataIdentification>${resource}</gmd:MD_DataIdentification></gmd:identificationInfo>${more}</gmd:MD_Metadata>\n`;
const titled = (title: string): string =>
  `<gmd:citation><gmd:CI_Citation>${text('title', title)}</gmd:CI_Citation></gmd:citation>`;

const NAMESPACES = `xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:gmd="http://www.isotc211.org/2005/gmd"
  xmlns:gco="http://www.isotc211.org/2005/gco" xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/"`;
const answer = (
  records: string,
  said = 'numberOfRecordsMatched="1" numberOfRecordsReturned="1" nextRecord="0"',
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<csw:GetRecordsResponse ${NAMESPACES}><csw:SearchResults ${said}>\n${records}</csw:SearchResults></csw:GetRecordsResponse>`;

describe('the requests of CSW', () => {
  it('are XML in a POST, with the condition and the order of the settings', () => {
    const source = sourceOf('csw', `${SERVICE}?map=1&SERVICE=CSW&request=GetCapabilities`, {
      cql: "type = 'a' & b < 3",
    });
    const [request] = csw.first(source);
    expect(request).toMatchObject({
      url: `${SERVICE}?map=1`,
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
    });
    expect(request?.body).toContain('startPosition="1" maxRecords="100"');
    expect(request?.body).toContain("<csw:CqlText>type = 'a' &#38; b &#60; 3</csw:CqlText>");
    expect(request?.body).toContain('<ogc:PropertyName>dc:identifier</ogc:PropertyName>');
  });

  it('are parameters where the settings say GET', () => {
    const [request] = csw.first(
      sourceOf('csw', SERVICE, { method: 'GET', outputSchema: 'dcat', sortBy: null, cql: 'a' }),
    );
    expect(request?.url).toContain('outputSchema=http%3A%2F%2Fwww.w3.org%2Fns%2Fdcat%23');
    expect(request?.url).toContain('constraintLanguage=CQL_TEXT');
    expect(request?.url).not.toContain('sortBy');
    expect(request?.body).toBeUndefined();
  });
});

describe('the paging of CSW', () => {
  it('always goes forward, or ends', () => {
    const count = fc.option(fc.nat(30), { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({
          start: fc.integer({ min: 1, max: 20 }),
          asked: fc.integer({ min: 1, max: 10 }),
          counted: fc.nat(10),
          returned: count,
          matched: count,
          next: count,
        }),
        (facts) => {
          const { start } = nextPage(facts);
          if (start !== null) expect(start).toBeGreaterThan(facts.start);
        },
      ),
    );
  });

  it('skips no record that came neither on this page nor on those before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9 }), fc.nat(60), (total, size, next) => {
        const counted = Math.min(size, total);
        const { start } = nextPage({ start: 1, asked: size, counted, returned: counted, matched: total, next });
        if (counted < total) expect(start).toBe(counted + 1);
      }),
    );
  });
});

describe('an ISO 19139 record', () => {
  const full = iso(
    'abc-1',
    `<gmd:citation><gmd:CI_Citation>${both('title', 'Støjkort', 'Noise map')}${text('alternateTitle', 'Støj')}
     ${date('creation', '2018-01-01')}${date('publication', '2019-01-01')}${date('revision', '2020-05-06')}${text('edition', '3')}
     <gmd:identifier><gmd:MD_Identifier>${anchor('code', 'https://example.dk/stoej', 'stoej-1')}</gmd:MD_Identifier></gmd:identifier>
     </gmd:CI_Citation></gmd:citation>${both('abstract', 'Om støj', 'On noise')}
     <gmd:pointOfContact>${party('pointOfContact', 'Miljøstyrelsen', 'a@mst.dk', 'Ida')}</gmd:pointOfContact>
     <gmd:pointOfContact>${party('publisher', 'Miljøstyrelsen', 'b@mst.dk')}</gmd:pointOfContact>
     <gmd:pointOfContact>${party('owner', 'Staten', 'c@mst.dk')}</gmd:pointOfContact>
     <gmd:pointOfContact>${party('custodian', 'Arkivet', 'd@mst.dk')}</gmd:pointOfContact>
     <gmd:resourceMaintenance><gmd:MD_MaintenanceInformation>${code('maintenanceAndUpdateFrequency', 'MD_MaintenanceFrequencyCode', 'annually')}</gmd:MD_MaintenanceInformation></gmd:resourceMaintenance>
     <gmd:descriptiveKeywords><gmd:MD_Keywords>${both('keyword', 'støj', 'noise')}</gmd:MD_Keywords></gmd:descriptiveKeywords>
     <gmd:descriptiveKeywords><gmd:MD_Keywords>${anchor('keyword', 'http://inspire.ec.europa.eu/theme/hh', 'Sundhed')}
      <gmd:thesaurusName><gmd:CI_Citation>${text('title', 'GEMET')}</gmd:CI_Citation></gmd:thesaurusName></gmd:MD_Keywords></gmd:descriptiveKeywords>
     <gmd:topicCategory><gmd:MD_TopicCategoryCode>health</gmd:MD_TopicCategoryCode></gmd:topicCategory>
     <gmd:resourceConstraints><gmd:MD_LegalConstraints>${code('accessConstraints', 'MD_RestrictionCode', 'otherRestrictions')}
      ${anchor('otherConstraints', 'http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations', 'Ingen')}
      ${text('otherConstraints', 'https://creativecommons.org/licenses/by/4.0/')}${text('useLimitation', 'Nævn kilden')}</gmd:MD_LegalConstraints></gmd:resourceConstraints>
     <gmd:spatialResolution><gmd:MD_Resolution><gmd:distance><gco:Distance uom="m">10</gco:Distance></gmd:distance></gmd:MD_Resolution></gmd:spatialResolution>
     ${code('language', 'LanguageCode', 'dan')}
     <gmd:extent><gmd:EX_Extent>${text('description', 'Danmark')}<gmd:geographicElement><gmd:EX_GeographicBoundingBox>
      ${['westBoundLongitude:8', 'eastBoundLongitude:15.2', 'southBoundLatitude:54.5', 'northBoundLatitude:57.8']
        .map((side) => side.split(':'))
        .map(([name = '', value = '']) => `<gmd:${name}><gco:Decimal>${value}</gco:Decimal></gmd:${name}>`)
        .join('')}</gmd:EX_GeographicBoundingBox></gmd:geographicElement>
      <gmd:temporalElement><gmd:EX_TemporalExtent><gmd:extent><gml:TimePeriod><gml:beginPosition>2012-01-01</gml:beginPosition>
      <gml:endPosition indeterminatePosition="now"/></gml:TimePeriod></gmd:extent></gmd:EX_TemporalExtent></gmd:temporalElement></gmd:EX_Extent></gmd:extent>`,
    `<gmd:distributionInfo><gmd:MD_Distribution><gmd:distributionFormat><gmd:MD_Format>${text('name', 'GML')}</gmd:MD_Format></gmd:distributionFormat>
      <gmd:transferOptions><gmd:MD_DigitalTransferOptions>${online('https://example.dk/wms', 'OGC:WMS', 'Kort')}
      ${online('https://example.dk/stoej.gml', 'WWW:DOWNLOAD', 'Fil', 'download')}${online('https://example.dk/om', 'WWW:LINK', 'Om', 'information')}
      </gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>
     <gmd:dataQualityInfo><gmd:DQ_DataQuality><gmd:lineage><gmd:LI_Lineage>${text('statement', 'Målt og regnet')}</gmd:LI_Lineage></gmd:lineage>
      <gmd:report><gmd:DQ_DomainConsistency><gmd:result><gmd:DQ_ConformanceResult><gmd:specification><gmd:CI_Citation>${text('title', 'INSPIRE')}</gmd:CI_Citation></gmd:specification>
      <gmd:pass><gco:Boolean>true</gco:Boolean></gmd:pass></gmd:DQ_ConformanceResult></gmd:result></gmd:DQ_DomainConsistency></gmd:report></gmd:DQ_DataQuality></gmd:dataQualityInfo>`,
  );

  it('stands under the keys of the property table, in all its languages', async () => {
    const [found] = recordsAmong(await read(answer(full)));
    expect(found).toMatchObject({ kind: 'Dataset', identifier: 'abc-1', place: { line: 6, column: 1 } });
    expect(shortOf(found)).toEqual({
      title: ['Støjkort@da', 'Noise map@en'],
      alternative: ['Støj@da'],
      description: ['Om støj@da', 'On noise@en'],
      identifier: ['stoej-1'],
      landingPage: ['<https://example.dk/stoej>'],
      version: ['3'],
      issued: ['2019-01-01'],
      modified: ['2020-05-06'],
      contactPoint: [
        {
          fn: ['Ida@da'],
          organizationName: ['Miljøstyrelsen@da'],
          hasEmail: ['<mailto:a@mst.dk>'],
          hasTelephone: ['+45 1'],
        },
      ],
      publisher: [{ name: ['Miljøstyrelsen@da'], contactPoint: [{ email: ['b@mst.dk'], telephone: ['+45 1'] }] }],
      rightsHolder: [{ name: ['Staten@da'], contactPoint: [{ email: ['c@mst.dk'], telephone: ['+45 1'] }] }],
      qualifiedAttribution: [
        {
          agent: [{ name: ['Arkivet@da'], contactPoint: [{ email: ['d@mst.dk'], telephone: ['+45 1'] }] }],
          hadRole: ['<http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/custodian>'],
        },
      ],
      accrualPeriodicity: ['annually'],
      keyword: ['støj@da', 'noise@en', 'Sundhed@da'],
      theme: [
        '<http://inspire.ec.europa.eu/theme/hh>',
        '<http://inspire.ec.europa.eu/metadata-codelist/TopicCategory/health>',
      ],
      accessRights: ['PUBLIC'],
      license: ['<https://creativecommons.org/licenses/by/4.0/>'],
      rights: [
        {
          iri: 'http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations',
          label: ['Ingen@da'],
        },
        { label: ['Nævn kilden@da'] },
      ],
      spatialResolutionInMeters: ['10'],
      language: ['dan'],
      spatial: [{ name: ['Danmark@da'], bbox: ['POLYGON((8 54.5,15.2 54.5,15.2 57.8,8 57.8,8 54.5))'] }],
      temporal: [{ startDate: ['2012-01-01'] }],
      distribution: [
        {
          accessURL: ['<https://example.dk/wms>'],
          title: ['Kort@da'],
          format: ['GML'],
          conformsTo: [{ title: ['OGC:WMS'] }],
        },
        {
          accessURL: ['<https://example.dk/stoej.gml>'],
          downloadURL: ['<https://example.dk/stoej.gml>'],
          title: ['Fil@da'],
          format: ['GML'],
          conformsTo: [{ title: ['WWW:DOWNLOAD'] }],
        },
      ],
      page: [{ iri: 'https://example.dk/om', title: ['Om@da'] }],
      provenance: [{ label: ['Målt og regnet@da'] }],
      conformsTo: [{ title: ['INSPIRE@da'] }],
    });
    expect(found?.node.unmapped).toMatchObject({ 'date creation': [{ value: '2018-01-01' }] });
  });

  it.each([
    ['series', 'DatasetSeries'],
    ['nonGeographicDataset', 'Dataset'],
    ['service', undefined],
    ['tile', undefined],
  ])('that describes a %s is taken in as %s', async (level, kind) => {
    const readings = await read(answer(iso('a', titled('T'), code('hierarchyLevel', 'MD_ScopeCode', level))));
    expect(recordsAmong(readings).map((found) => found.kind)).toEqual(kind === undefined ? [] : [kind]);
    expect(codesIn(readings)).toEqual(kind === undefined ? ['skip not-a-dataset'] : []);
  });

  it('may be a page of its own, as in a folder of files', async () => {
    const file = full.replace('<gmd:MD_Metadata>', `<gmd:MD_Metadata ${NAMESPACES}>`);
    expect(recordsAmong(await read(file)).map(({ identifier }) => identifier)).toEqual(['abc-1']);
  });
});

describe('a page of CSW', () => {
  const rdf = (id: string): string =>
    `<rdf:RDF><dcat:Dataset rdf:about="https://example.dk/${id}"><dct:title>${id}</dct:title></dcat:Dataset></rdf:RDF>\n`;
  const two = 'numberOfRecordsMatched="2" numberOfRecordsReturned="2" nextRecord="0"';

  it('may hold DCAT, read with the namespaces around it and told by the page’s own lines', async () => {
    const found = recordsAmong(await read(answer(rdf('a') + rdf('b'), two)));
    expect(found.map(({ node, place }) => [node.iri, place?.line])).toEqual([
      ['https://example.dk/a', 6],
      ['https://example.dk/b', 7],
    ]);
  });

  it('counts a graph without dataset among what the server lists', async () => {
    const service = '<rdf:RDF><dcat:DataService rdf:about="https://example.dk/s"/></rdf:RDF>';
    expect(codesIn(await read(answer(rdf('a') + service, two)))).toEqual(['skip not-a-dataset']);
  });

  it('that is an exception is broken with the server’s own words', async () => {
    const [reading] = await read(
      '<ows:ExceptionReport><ows:Exception exceptionCode="InvalidParameterValue"><ows:ExceptionText>Kender ikke gmd.</ows:ExceptionText></ows:Exception></ows:ExceptionReport>',
    );
    expect(reading).toMatchObject({
      kind: 'broken',
      code: 'protocol-error',
      message: 'The server says: InvalidParameterValue: Kender ikke gmd.',
    });
  });

  it('of the protocol’s own records says that they are not what was asked for', async () => {
    const readings = await read(answer('<csw:Record><dc:identifier>x</dc:identifier></csw:Record>'));
    expect(readings.filter(({ kind }) => kind === 'rejection')).toMatchObject([
      { code: 'unknown-metadata', identifier: 'x' },
    ]);
  });

  const page = answer(
    iso('a', titled('Æ')) + iso('b', titled('B < C')) + rdf('c') + iso('d', titled('D & E')),
    'numberOfRecordsMatched="9" numberOfRecordsReturned="4" nextRecord="5"',
  );

  it('is read the same in chunks of any size', async () => {
    const whole = await read(page);
    expect(whole.map(({ kind }) => kind)).toEqual([
      'total',
      'record',
      'rejection',
      'record',
      'record',
      'problem',
      'page',
    ]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (chunk) => {
        expect(await read(page, {}, chunk)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it('gives readings and never an exception, whatever its bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(page.length),
        fc.nat(page.length),
        fc.string({ maxLength: 8 }),
        async (one, other, between) => {
          const mangled = page.slice(0, Math.min(one, other)) + between + page.slice(Math.max(one, other));
          for (const { kind } of await read(mangled))
            expect(kind).toMatch(/record|rejection|problem|broken|page|total|skip/);
        },
      ),
      { numRuns: 500 },
    );
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => void (await read(bytes))));
  });
});

it('settings that nobody knows are a mistake', () => {
  expect(csw.settings.safeParse({}).success).toBe(true);
  expect(csw.settings.safeParse({ maxRecord: 10 }).success).toBe(false);
  expect(csw.settings.safeParse({ typeNames: 'a"><b' }).success).toBe(false);
});
