/** Packages as real portals' forms write them: what of each is understood is known exactly. */
import { expect, test } from 'vitest';
import { type NormalisedRecord, normalise } from '#catalogue/normalise.ts';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';
import { found, readingsOf, recordsOf } from './reading.ts';

const read = async (page: string): Promise<NormalisedRecord[]> =>
  recordsOf(await readingsOf(page)).map((raw) => {
    const result = normalise(raw, { defaults: {} });
    if ('rejected' in result) throw new Error(result.message);
    return result;
  });

/** The one record of a file that holds a package. */
const one = async (name: string): Promise<NormalisedRecord> => {
  const json: unknown = JSON.parse(sharedText(`feeds/ckanext-dcat/ckan/${name}.json`));
  const [record] = await read(found([json].flat()));
  if (record === undefined) throw new Error(`no record in ${name}`);
  return record;
};

const names = ({ unmapped }: NormalisedRecord): string[] => [...new Set(unmapped.map(({ name }) => name))].sort();

describeWithSharedData('packages of ckanext-dcat', () => {
  test('every file of packages gives its record', async () => {
    const identifiers: Record<string, string | null> = {};
    for (const name of [
      'ckan_dataset',
      'ckan_dataset_multilingual',
      'ckan_dcat_ap_dataset_series',
      'ckan_full_dataset_croissant',
      'ckan_full_dataset_dcat_ap',
      'ckan_full_dataset_dcat_ap_legacy',
      'ckan_full_dataset_dcat_ap_vocabularies',
      'ckan_full_dataset_dcat_us_vocabularies',
      'full_ckan_dataset_legacy',
      'health_dcat_ap',
    ]) {
      const { identifier, record } = await one(name);
      identifiers[name] = identifier;
      expect(record.title, name).toBeDefined();
      expect(record.keyword, name).toBeDefined();
    }
    expect(Object.values(identifiers).filter((identifier) => identifier === null)).toEqual([]);
    expect(identifiers.health_dcat_ap).toBe('e7ccf79d-705c-427f-8e96-f87bcd6e5318');
  });

  test('a package in three languages has each text in three', async () => {
    const { record, unmapped, problems } = await one('ckan_dataset_multilingual');
    for (const texts of [record.title, record.description, record.versionNotes, record.keyword]) {
      expect(Object.keys(texts ?? {}).sort()).toEqual(['ca', 'en', 'es']);
    }
    expect(Object.keys(record.contactPoint?.[0]?.fn ?? {}).sort()).toEqual(['ca', 'en', 'es']);
    expect(Object.keys(record.distribution?.[0]?.title ?? {}).sort()).toEqual(['ca', 'en', 'es']);
    expect(unmapped.map(({ value }) => value)).toEqual(['123', '456']);
    expect(problems).toEqual([]);
  });

  test('the same dataset as a form and as extras is told alike', async () => {
    const form = await one('ckan_full_dataset_dcat_ap');
    const extras = await one('ckan_full_dataset_dcat_ap_legacy');
    for (const key of [
      'issued',
      'modified',
      'identifier',
      'accrualPeriodicity',
      'provenance',
      'versionNotes',
      'otherIdentifier',
      'theme',
      'language',
      'page',
      'isReferencedBy',
      'applicableLegislation',
      'temporalResolution',
      'spatialResolutionInMeters',
      'distribution',
    ] as const) {
      const { [key]: value } = form.record;
      // The two forms differ in one resource field: the extras' resource has no resolutions.
      if (key === 'distribution')
        expect(extras.record.distribution).toHaveLength(form.record.distribution?.length ?? 0);
      else expect(extras.record[key], key).toEqual(value);
    }
    expect(form.record.temporal).toHaveLength(2);
    expect(form.record.spatial?.[0]).toMatchObject({ iri: 'https://sws.geonames.org/6361390/' });
    expect(form.record.distribution?.[0]?.accessService?.[0]?.endpointURL).toHaveLength(2);
  });

  test('a health dataset keeps what HealthDCAT-AP asks, and its empty resource is none', async () => {
    const result = await one('health_dcat_ap');
    const { record } = result;
    expect(record).toMatchObject({
      minTypicalAge: 0,
      maxTypicalAge: 110,
      numberOfRecords: 123456789,
      numberOfUniqueIndividuals: 7654321,
      hasPersonalData: expect.arrayContaining(['https://w3id.org/dpv/dpv-pd#Age']),
      retentionPeriod: { startDate: '2020-03-01', endDate: '2034-12-31' },
      publisher: { trustedDataHolder: true },
    });
    expect(record.hdab?.mbox).toBe('mailto:hdab@example.com');
    expect(record.qualifiedAttribution?.[0]?.agent?.[0]?.homepage).toBe('https://healthdata.be');
    expect(record.wasGeneratedBy).toHaveLength(1);
    expect(record.distribution).toBeUndefined();
    // Values that its vocabularies do not have, and two fields that no profile has.
    expect(names(result)).toEqual([
      'hasCodingSystem',
      'healthCategory',
      'healthTheme',
      'type',
      'wasGeneratedBy.seeAlso',
      'wasGeneratedBy.wasAssociatedWith.actedOnBehalfOf',
    ]);
  });

  test('documents of other shapes are no page of a portal', async () => {
    for (const name of ['catalog', 'dataset']) {
      const readings = await readingsOf(sharedText(`feeds/ckanext-dcat/ckan/${name}.json`));
      expect(readings, name).toMatchObject([{ kind: 'broken', code: 'wrong-media' }]);
    }
  });
});

describeWithSharedData('a page of a French DKAN', () => {
  test('is read, with its nested list, published packages and escaped extras', async () => {
    const [result, ...others] = await read(sharedText('feeds/udata-harvest/ckan/data/dkan-french-w-license.json'));
    expect(others).toEqual([]);
    expect(result?.identifier).toBe('04be6288-696d-4331-850d-a144871a7e3a');
    expect(result?.record.distribution).toHaveLength(2);
    expect(result?.record.keyword?.und).toHaveLength(14);
    expect(result?.record.accrualPeriodicity).toContain('AS_NEEDED');
    expect(result?.record.spatial?.[0]?.bbox).toContain('POLYGON');
    expect(result?.unmapped).toContainEqual({
      name: 'dataset-reference-date',
      value: '{"type":"revision","value":"2019-10-01"}',
    });
  });
});
