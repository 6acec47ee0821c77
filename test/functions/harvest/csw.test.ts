import { describe, expect, it } from 'vitest';
import { type SitePage, sumsOf, World } from './world.ts';

const SERVICE = 'https://example.dk/csw';

const record = (id: string, level = 'dataset'): string => `<gmd:MD_Metadata>
 <gmd:fileIdentifier><gco:CharacterString>${id}</gco:CharacterString></gmd:fileIdentifier>
 <gmd:hierarchyLevel><gmd:MD_ScopeCode codeListValue="${level}"/></gmd:hierarchyLevel>
 <gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>
  <gmd:title><gco:CharacterString>Kort ${id}</gco:CharacterString></gmd:title>
 </gmd:CI_Citation></gmd:citation></gmd:MD_DataIdentification></gmd:identificationInfo></gmd:MD_Metadata>`;

interface Said {
  readonly matched?: number;
  readonly returned?: number;
  readonly next?: number | null;
}

const answer = (records: readonly string[], { matched = 6, returned = records.length, next = 0 }: Said): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:gmd="http://www.isotc211.org/2005/gmd"
  xmlns:gco="http://www.isotc211.org/2005/gco">
<csw:SearchResults numberOfRecordsMatched="${matched}" numberOfRecordsReturned="${returned}"${next === null ? '' : ` nextRecord="${next}"`}>
${records.join('\n')}</csw:SearchResults></csw:GetRecordsResponse>`;

const all = ['a', 'b', 'c', 'd', 'e', 'f'];

const startOf = (body: string | undefined): number => Number(/startPosition="(\d+)"/.exec(body ?? '')?.[1]);

/** A server of six records that gives two at a time, and says of each page what the test wants it to say. */
const serve = (world: World, said: (start: number) => Said = () => ({}), ids: readonly string[] = all): void => {
  world.site.set(SERVICE, ({ body }) => {
    const start = startOf(body);
    const last = start + 2 > ids.length;
    return answer(
      ids.slice(start - 1, start + 1).map((id) => record(id)),
      { matched: ids.length, next: last ? 0 : start + 2, ...said(start) },
    );
  });
};

const world = (said?: (start: number) => Said): World => {
  const made = new World({ format: 'csw', url: SERVICE, settings: { maxRecords: 2 } });
  serve(made, said);
  return made;
};

describe('a catalogue service', () => {
  it.each([
    ['says where its next page begins', undefined, []],
    ['is off by one: too low', (start: number) => (start < 5 ? { next: start + 1 } : {}), ['paging-corrected']],
    ['is off by one: too high', (start: number) => (start < 5 ? { next: start + 3 } : {}), ['paging-corrected']],
    ['says too early that there is no next page', () => ({ next: 0 }), ['paging-corrected']],
    ['never says where its next page begins', () => ({ next: null }), ['paging-corrected']],
    ['points at a record after its last', (start: number) => ({ next: start + 2 }), []],
    ['counts what it returned wrongly', (start: number) => ({ returned: 6, next: start < 5 ? start + 2 : 0 }), []],
    ['claims fewer records than it has', () => ({ matched: 4 }), []],
  ] as const)('that %s is walked to its end', async (_what, said, codes) => {
    const made = world(said as (start: number) => Said);
    const run = await made.harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 6, duplicate: 0 } });
    expect([...new Set(run.problems.map(({ code }) => code))].filter((code) => code === 'paging-corrected')).toEqual(
      codes,
    );
    expect(sumsOf(run)).toEqual([]);
  });

  it('may be asked by parameters where it knows no POST', async () => {
    const made = new World({
      format: 'csw',
      url: `${SERVICE}?service=CSW`,
      settings: { method: 'GET', maxRecords: 10 },
    });
    const get = made.site.get.bind(made.site);
    made.site.get = (url) =>
      url.startsWith(`${SERVICE}?`)
        ? answer(
            all.map((id) => record(id)),
            {},
          )
        : get(url);
    expect(await made.harvest()).toMatchObject({ state: 'succeeded', counts: { created: 6 } });
    expect(made.asked[0]).toContain('request=GetRecords');
    expect(made.asked[0]).toContain('startPosition=1');
  });

  it('keeps its services out of the catalogue, and counts them', async () => {
    const made = world();
    made.site.set(SERVICE, answer([record('a'), record('s', 'service')], { matched: 2 }));
    const run = await made.harvest();
    expect(run).toMatchObject({ state: 'succeeded', coverage: 'complete', counts: { created: 1, rejected: 0 } });
    expect(run.problems.map(({ code }) => code)).toEqual(['not-a-dataset']);
  });

  const good = (start: number): string =>
    answer([record(all[start - 1] ?? ''), record(all[start] ?? '')], { next: start < 5 ? start + 2 : 0 });
  const troubles: [string, () => SitePage, number][] = [
    ['claims more than it lists', () => answer([], { matched: 9 }), 5],
    [
      'refuses a page',
      () =>
        '<ows:ExceptionReport><ows:Exception exceptionCode="NoApplicableCode"><ows:ExceptionText>Databasen sover.</ows:ExceptionText></ows:Exception></ows:ExceptionReport>',
      3,
    ],
    ['ignores where a page begins', () => good(1), 3],
    ['breaks off', () => good(3).slice(0, 700), 3],
    [
      'has a record that cannot be named',
      () => good(3).replace('<gco:CharacterString>c</gco:CharacterString>', '<gco:x>'),
      3,
    ],
    ['shows a login page', () => '<html><body>Log ind</body></html>', 1],
    ['answers 500', () => 500, 5],
    ['loses its SearchResults', () => '<csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"/>', 3],
  ];
  it.each(troubles)('that %s loses nothing, says why, and is mended by its next good run', async (_what, bad, at) => {
    const made = world();
    await made.harvest();
    made.site.set(SERVICE, ({ body }) => (startOf(body) === at ? bad() : good(startOf(body))));
    for (let again = 0; again < 3; again += 1) {
      const run = await made.harvest();
      expect(run.state).toMatch(/partial|failed/);
      expect(run).toMatchObject({ counts: { removed: 0, missing: 0, held: 0 }, live: { after: 6 } });
      expect(run.problems.some(({ severity }) => severity === 'error')).toBe(true);
      expect(sumsOf(run)).toEqual([]);
    }
    serve(made);
    expect(await made.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 6 } });
  });

  it('loses one record to a fault in its XML, and goes on with the next', async () => {
    const made = world();
    made.site.set(
      SERVICE,
      answer([record('a'), record('b').replace('Kort b', 'Kort <b & c'), record('c')], { matched: 3 }),
    );
    const run = await made.harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 2, rejected: 1 } });
    expect((await made.rows(run)).find(({ outcome }) => outcome === 'rejected')).toMatchObject({ identifier: 'b' });
  });
});
