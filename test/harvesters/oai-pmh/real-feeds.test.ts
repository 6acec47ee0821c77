import { expect, it } from 'vitest';
import { normalise } from '#catalogue/normalise.ts';
import { oaiPmh } from '#harvesters/oai-pmh/oai-pmh.ts';
import { describeWithSharedData, sharedBytes, sharedText } from '../../shared-data.ts';
import { readPageOf, recordsAmong, sourceOf } from '../read-page-of.ts';

const source = sourceOf('oai-pmh', 'https://example.dk/oai');
const list = { step: 'list', repository: { deletedRecord: 'no', granularity: 'YYYY-MM-DD' }, token: null, attempt: 0 };
const read = (path: string, context: unknown) =>
  readPageOf(oaiPmh, source, sharedBytes(`oai-pmh/pyoai/${path}`), { context });

describeWithSharedData('real OAI-PMH answers', () => {
  it('of Identify tell how deletions and time are kept', async () => {
    const [reading] = await read('fake1/00001.xml', { step: 'identify' });
    expect(reading).toMatchObject({ kind: 'page', request: { context: { repository: { deletedRecord: 'no' } } } });
    const [other] = await read('fake5/00001.xml', { step: 'identify' });
    expect(other).toMatchObject({
      kind: 'page',
      request: { context: { repository: { deletedRecord: 'persistent' } } },
    });
  });

  it.each([
    ['fake3/00001.xml', 'syntax-error'],
    ['fake4/00001.xml', 'xml-entities'],
  ])('%s is broken at the named place', async (path, code) => {
    const readings = await read(path, { step: 'identify' });
    expect(readings).toMatchObject([{ kind: 'broken', code, place: { line: 1, column: expect.any(Number) } }]);
  });

  it('of ListRecords give sixteen records, each with its own handle', async () => {
    const readings = await read('fake1/00005.xml', list);
    const records = recordsAmong(readings);
    expect(readings).toHaveLength(16);
    expect(new Set(records.map(({ identifier }) => identifier)).size).toBe(16);
    for (const record of records) {
      expect(record.identifier).toMatch(/^hdl:1765\//);
      expect(normalise(record, { defaults: {} })).toMatchObject({
        record: { landingPage: [expect.stringContaining('hdl.handle.net')] },
      });
    }
  });

  it.each(['fake1/00000.xml', 'fake1/00002.xml', 'fake1/00003.xml', 'fake1/00006.xml'])(
    '%s is no list of records',
    async (path) => {
      expect(await read(path, list)).toMatchObject([{ kind: 'broken', code: 'wrong-media' }]);
    },
  );

  it('in DataCite 4 become a dataset with its licence, its box and its time', async () => {
    const resource = sharedText('html/fuji-cassettes/pangaea-902845.datacite4.xml').replace(
      /^\ufeff?<\?xml[^>]*\?>/,
      '',
    );
    const page = `<OAI-PMH><ListRecords><record><header><identifier>oai:p:1</identifier></header><metadata>${resource}</metadata></record></ListRecords></OAI-PMH>`;
    const [record] = recordsAmong(await readPageOf(oaiPmh, source, page, { context: list }));
    expect(record === undefined ? undefined : normalise(record, { defaults: {} })).toMatchObject({
      identifier: 'oai:p:1',
      record: {
        landingPage: ['https://doi.org/10.1594/PANGAEA.902845'],
        license: 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0',
        temporal: [{ startDate: '2016-09-06T12:13:11', endDate: '2017-10-15T15:51:13' }],
        spatial: [{ bbox: expect.stringContaining('POLYGON((6.516988 53.452294') }],
      },
    });
  });
});
