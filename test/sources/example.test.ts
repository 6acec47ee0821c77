import { existsSync, readFileSync } from 'node:fs';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { type NormalisedRecord, normalise } from '#catalogue/normalise.ts';
import { entranceOf } from '#sources/example/example.ts';
import { ownerOf } from '#sources/example/owners.ts';
import { banner, type Register } from '#sources/example/register.ts';
import { registers, registersOf, type SiteName } from '#sources/example/registers.ts';
import { ask, base, crawl, sources } from './crawl.ts';

const siteOf = (sourceId: string): SiteName => sourceId.replace('eksempel-', '') as SiteName; // ids are made of site names

const recordsOf = async (id: string): Promise<NormalisedRecord[]> => {
  const source = sources.find((one) => one.id === id);
  const { readings } = source ? await crawl(source) : { readings: [] };
  return readings.flatMap((reading) => {
    if (reading.kind !== 'record') return [];
    const normalised = normalise(reading.record, { defaults: {} });
    return 'rejected' in normalised ? [] : [normalised];
  });
};

const byRegister = (records: readonly NormalisedRecord[], register: Register): NormalisedRecord | undefined =>
  records.find(({ record }) => Object.values(record.title ?? {}).includes(register.name.da));

const registries = new URL('../../../shared/denmark/registries.json', import.meta.url);

describe('the registers of the example', () => {
  it.skipIf(!existsSync(registries))('are exactly the traceable ones, under their real names, years and types', () => {
    const facts = JSON.parse(readFileSync(registries, 'utf8')) as { registers: Record<string, unknown>[] }; // our own file
    const traceable = facts.registers.filter((one) => one.source_traceable === true);
    expect(traceable).toHaveLength(59);
    expect(registers.map(({ id }) => id).sort()).toEqual(traceable.map(({ id }) => id).sort());
    for (const fact of traceable) {
      const register = registers.find(({ id }) => id === fact.id);
      expect.soft(register?.name.da).toBe(fact.name_da);
      expect.soft(register?.name.en.replaceAll('’', "'")).toBe(fact.name_en);
      expect.soft(register?.abbreviation ?? null, register?.id).toBe(fact.abbreviation);
      expect.soft(register?.first ?? null, register?.id).toBe(fact.start_year);
      expect.soft(register?.last ?? null, register?.id).toBe(fact.end_year);
      const established = fact.established_year === fact.start_year ? null : fact.established_year;
      expect.soft(register?.established ?? null, register?.id).toBe(established);
      expect.soft(register?.about.en).not.toContain(String(fact.note));
    }
  });

  it('stand on at least one site each, and two of them on two', () => {
    const listed = sources.flatMap(({ id }) => registersOf(siteOf(id)).map((register) => register.id));
    expect(new Set(listed).size).toBe(59);
    expect(listed.filter((id, index) => listed.indexOf(id) !== index).sort()).toEqual(['car', 'lpr']);
  });

  it('are told with the years that owners really disagree on', async () => {
    const [authority, documentation, research] = await Promise.all(
      ['eksempel-registeroplysninger', 'eksempel-dokumentation', 'eksempel-forskningsregistre'].map(recordsOf),
    );
    const startOf = (records: readonly NormalisedRecord[] | undefined, name: string): string | undefined =>
      records?.find(({ record }) => record.title?.da === name)?.record.temporal?.[0]?.startDate;
    expect(startOf(authority, 'Cancerregisteret')).toBe('1943');
    expect(startOf(research, 'Cancerregisteret')).toBe('1942');
    expect(startOf(documentation, 'Landspatientregisteret')).toBe('1977');
    expect(startOf(research, 'Landspatientregisteret')).toBe('1976');
  });
});

describe.each(sources.map((source) => [source.id, source] as const))('%s', (id, source) => {
  it('is read whole: every page, no rejection, no broken page', async () => {
    const { readings } = await crawl(source);
    expect(readings.filter(({ kind }) => kind !== 'record' && kind !== 'total')).toEqual([]);
    expect(readings.filter(({ kind }) => kind === 'record')).toHaveLength(registersOf(siteOf(id)).length);
  });

  it('gives every register with its name, owner, years, link and the banner', async () => {
    const records = await recordsOf(id);
    for (const register of registersOf(siteOf(id))) {
      const found = byRegister(records, register);
      expect(found?.record.versionNotes, register.id).toEqual({ da: banner.da, en: banner.en });
      expect(Object.values(found?.record.description ?? {}), register.id).toContain(register.about.da);
      const owner = ownerOf(register.owner)?.name.da;
      expect(Object.values(found?.record.publisher?.name ?? {})).toEqual(owner ? expect.arrayContaining([owner]) : []);
      expect(found?.record.temporal?.[0]?.startDate, register.id).toBe(register.first?.toString());
      if (register.link)
        expect(found?.record.landingPage?.[0]?.replace(/\/$/, '')).toBe(register.link.replace(/\/$/, ''));
    }
  });

  it('leaves nothing unmapped and no problem of more than information', async () => {
    for (const { identifier, unmapped, problems } of await recordsOf(id)) {
      expect(unmapped, identifier ?? '').toEqual([]);
      expect(problems, identifier ?? '').toEqual([]);
    }
  });
});

describe('the pages of the example', () => {
  it('show the banner in both languages, and are Danish', async () => {
    for (const source of sources.filter(({ format }) => format === 'html')) {
      for (const url of (await crawl(source)).pages) {
        const { body } = ask(url);
        expect(body).toContain('<html lang="da">');
        expect(body).toContain(`<p lang="da">${banner.da}</p>`);
        expect(body).toContain(`<p lang="en">${banner.en}</p>`);
      }
    }
  });

  it('give variables as columns with their years of validity', async () => {
    const lpr = (await recordsOf('eksempel-dokumentation')).find(({ identifier }) => identifier === 'lpr');
    const [group] = lpr?.record.hasVariables ?? [];
    expect(group?.table?.map(({ title, column }) => [title?.da, column?.length])).toEqual([
      ['LPR_ADM (LPR2)', 7],
      ['LPR_DIAG (LPR2)', 3],
      ['Kontakter (LPR3)', 6],
    ]);
    expect(group?.table?.[0]?.column?.[0]).toEqual({
      name: 'PNR',
      description: { da: 'Personens nummer i pseudonymiseret form' },
      datatype: 'string',
      temporal: [{ startDate: '1977', endDate: '2018' }],
    });
    expect(lpr?.record.hasStructuredData).toBe(true);
  });

  it('lead to files that are there', async () => {
    for (const { record } of await recordsOf('eksempel-fillister')) {
      const [url = ''] = record.distribution?.[0]?.downloadURL ?? [];
      expect(ask(url)).toMatchObject({ status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' } });
    }
  });
});

describe('the host of the example', () => {
  const url = `${base}${entranceOf('forskningsregistre')}`;

  it('answers 304 to who names the ETag or the day of the last change', () => {
    const { headers } = ask(url);
    expect(headers.etag).toMatch(/^"[0-9a-f]{24}"$/);
    expect(ask(url, { 'if-none-match': headers.etag ?? '' })).toMatchObject({ status: 304, body: '' });
    expect(ask(url, { 'if-none-match': `W/${headers.etag}, "other"` }).status).toBe(304);
    expect(ask(url, { 'if-modified-since': headers['last-modified'] ?? '' }).status).toBe(304);
    expect(ask(url, { 'if-none-match': '"other"' }).status).toBe(200);
  });

  it('lets all robots in, and answers 404 where there is no page', () => {
    expect(ask(`${base}/robots.txt`).body).toBe('User-agent: *\nAllow: /\n');
    for (const path of [
      '/example/none/',
      '/example/constructor/',
      '/example/dokumentation/vis?id=none',
      '/example/fillister/filer/x.csv',
    ]) {
      expect(ask(base + path).status, path).toBe(404);
    }
  });

  it('has a front page that leads to every site', () => {
    const { body } = ask(`${base}/example/`);
    for (const { url: entrance } of sources) expect(body).toContain(`href="${new URL(entrance).pathname}"`);
  });

  it('ties three pages of Turtle together, each of them Turtle', () => {
    const pages = [1, 2, 3].map((page) => ask(`${base}/example/kvalitetsdatabaser/katalog.ttl?page=${page}`).body);
    for (const body of pages) expect(new Parser({ baseIRI: `${base}/x` }).parse(body).length).toBeGreaterThan(100);
    expect(pages[0]).toContain('hydra:next <?page=2>');
    expect(pages[2]).not.toContain('hydra:next');
    expect(ask(`${base}/example/kvalitetsdatabaser/katalog.ttl?page=4`).status).toBe(404);
  });

  it('writes JSON that says whose copy it is', () => {
    for (const site of ['kommunedata', 'undersoegelser'] as const) {
      const { body } = ask(base + entranceOf(site));
      expect(() => JSON.parse(body)).not.toThrow();
      expect(body).toContain(banner.da);
    }
  });
});
