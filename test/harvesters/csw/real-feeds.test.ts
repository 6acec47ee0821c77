import { expect, it } from 'vitest';
import { normalise } from '#catalogue/normalise.ts';
import { csw } from '#harvesters/csw/csw.ts';
import type { RawRecord } from '#schemas/reading.ts';
import { describeWithSharedData, sharedBytes } from '../../shared-data.ts';
import { readPageOf, recordsAmong, sourceOf } from '../read-page-of.ts';

const source = sourceOf('csw', 'https://example.dk/csw', { maxRecords: 2 });
const read = (path: string, start = 1) =>
  readPageOf(csw, source, sharedBytes(path), { context: { start, before: null } });
const titlesOf = (records: readonly RawRecord[]): unknown[] =>
  records.map((record) => {
    const normalised = normalise(record, { defaults: {} });
    return 'rejected' in normalised ? normalised.rejected : Object.keys(normalised.record.title ?? {});
  });

describeWithSharedData('real catalogue services', () => {
  it.each(['geonetwork-iso19139', 'geonetwork-dcat', 'geonetwork-geodcatap'])(
    '%s is walked page by page to its end',
    async (name) => {
      const identities = new Set<string>();
      for (const start of [1, 3, 5]) {
        const readings = await read(`feeds/udata-harvest/csw_dcat/${name}-page-${start}.xml`, start);
        const records = recordsAmong(readings);
        expect(records).toHaveLength(2);
        expect(titlesOf(records).every((languages) => Array.isArray(languages) && languages.length > 0)).toBe(true);
        for (const record of records) identities.add(record.identifier ?? record.node.iri ?? '');
        expect(readings).toContainEqual({ kind: 'total', count: 6 });
        const next = readings.flatMap((reading) => (reading.kind === 'page' ? [reading.request.context] : []));
        expect(next).toMatchObject(start < 5 ? [{ start: start + 2 }] : []);
        expect(readings.filter(({ kind }) => kind === 'broken' || kind === 'rejection')).toEqual([]);
      }
      expect(identities.size).toBe(6);
    },
  );

  it.each([
    [
      'feeds/udata-harvest/csw_dcat/geoide-iso19139-single-dataset.xml',
      'fr-120066022-ldd-3f4cc8c8-5c3e-4a0e-8b56-0a569a7e12f6',
    ],
    ['feeds/udata-harvest/csw_dcat/geoplateforme-iso19139-IGNF_RPG.xml', 'IGNF_RPG'],
    ['feeds/gsa-harvester/iso_2_waf/valid_iso1.xml', '{4c6928d8-6ac2-4909-8b3d-a29e2805ce2d}'],
    ['feeds/gsa-harvester/iso_2_waf/valid_iso2.xml', 'gov.noaa.nmfs.inport:47598'],
    ['feeds/gsa-harvester/iso_2_waf/invalid_iso2.xml', 'gov.noaa.nmfs.inport:47662'],
    [
      'feeds/gsa-harvester/iso_2_waf/valid_iso_too_many_keywords.xml',
      'gov.noaa.psl.dataset.NOAACIRESDOE_20th_Century_Reanalysis_V3',
    ],
    ['html/fuji-cassettes/pangaea-902845.iso19139.xml', 'de.pangaea.dataset902845'],
  ])('%s is one record', async (path, identifier) => {
    const records = recordsAmong(await read(path));
    expect(records.map((record) => record.identifier)).toEqual([identifier]);
    const [record] = records;
    expect(Object.keys(record?.node.properties ?? {})).toEqual(
      expect.arrayContaining(['title', 'keyword', 'contactPoint', 'language']),
    );
  });

  it.each(['decode_error', 'to_be_filtered_by_datetime'])(
    'iso_2_waf/%s is no record and no empty list',
    async (name) => {
      const readings = await read(`feeds/gsa-harvester/iso_2_waf/${name}.xml`);
      expect(readings).toMatchObject([{ kind: 'broken', code: 'wrong-media' }]);
    },
  );
});
