import { describe, expect, test } from 'vitest';
import { normalise } from '#catalogue/normalise.ts';
import { writeCroissant } from '#publishing/croissant/write-croissant.ts';
import { dcatUsCatalogue, dcatUsItem } from '#publishing/dcat-us/write-dcat-us.ts';
import { writeSchemaOrg } from '#publishing/schema-org/write-schema-org.ts';
import type { RawRecord } from '#schemas/reading.ts';
import type { Dataset } from '#schemas/record.ts';
import * as dcatUsReading from '../../harvesters/dcat-us/reading.ts';
import { recordOf } from '../../harvesters/schema-org/read-schema-org.ts';
import { published } from '../published-examples.ts';
import { addresses, iri, open, openRecord, SHA256 } from './examples.ts';

const minimal = published('eksempel.lille', { title: { da: 'Ærøregistret' } });

const CC_BY = 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0';
const CSV = 'https://example.dk/data/d%C3%B8ds%C3%A5rsager.csv';

describe('what our own harvesters read of it', () => {
  const normalised = (raw: RawRecord | undefined): Dataset => {
    const made = raw && normalise(raw, { defaults: {} });
    if (made === undefined || 'rejected' in made) throw new Error('the record was refused');
    return made.record;
  };
  const pick = (record: Dataset, keys: readonly (keyof Dataset)[]) =>
    Object.fromEntries(keys.map((key) => [key, record[key]]));

  test('schema.org: texts in both languages, dates, people, files and variables come back', async () => {
    const record = normalised(await recordOf(writeSchemaOrg(open, addresses), { contentType: 'application/ld+json' }));
    const keys = [
      'title',
      'description',
      'keyword',
      'issued',
      'modified',
      'version',
      'temporal',
      'language',
      'theme',
      'landingPage',
      'contactPoint',
    ] as const;
    // The normaliser takes markup out of texts, and gives agents a contact point of the address that they have.
    expect(pick(record, keys)).toEqual({
      ...pick(openRecord, keys),
      description: { da: 'Årsager til alle dødsfald.', en: 'Causes of all deaths.' },
    });
    expect(record.publisher).toMatchObject(openRecord.publisher ?? {});
    expect(record.creator).toMatchObject(openRecord.creator ?? []);
    expect(record.distribution).toEqual([
      {
        title: { da: 'Alle år', en: 'All years' },
        accessURL: ['https://example.dk/data'],
        downloadURL: [CSV],
        mediaType: 'https://www.iana.org/assignments/media-types/text/csv',
        byteSize: 5120,
        license: CC_BY,
        checksum: { algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256', checksumValue: SHA256 },
      },
      { title: { da: 'Ansøg' }, accessURL: ['https://example.dk/ansoeg'], license: CC_BY },
    ]);
    expect(record.hasVariables?.[0]?.table?.[0]?.column?.map(({ name, title }) => [name, title])).toEqual([
      ['aar', { da: 'År', en: 'Year' }],
      ['antal', { da: 'Antal' }],
    ]);
  });

  test('Croissant: the tables come back as tables', async () => {
    const record = normalised(await recordOf(writeCroissant(open, addresses), { contentType: 'application/ld+json' }));
    expect(record.title).toEqual({ en: 'Register of Causes of Death' });
    const [table] = record.hasVariables?.[0]?.table ?? [];
    expect([table?.title, table?.column?.map(({ name }) => name)]).toEqual([{ da: 'Dødsfald' }, ['aar', 'antal']]);
  });

  test('data.json: the dataset comes back in its language', async () => {
    const file = JSON.stringify(
      dcatUsCatalogue([dcatUsItem(open), dcatUsItem(minimal)], 'https://catalogue.example/data.json'),
    );
    const [first, second] = dcatUsReading.recordsOf(await dcatUsReading.readingsOf(file));
    const record = normalised(first);
    const keys = [
      'issued',
      'modified',
      'temporal',
      'language',
      'theme',
      'landingPage',
      'accrualPeriodicity',
      'accessRights',
      'contactPoint',
    ] as const;
    expect(pick(record, keys)).toEqual({
      ...pick(openRecord, keys),
      contactPoint: [{ fn: { und: 'Registret' }, hasEmail: 'mailto:register@example.dk' }],
    });
    expect(Object.values(record.title ?? {})).toEqual(['Register of Causes of Death']);
    expect(Object.values(record.keyword ?? {})).toEqual([['death']]);
    expect(record.identifier).toEqual([iri]);
    expect(record.publisher?.name && Object.values(record.publisher.name)).toEqual(['Example Authority']);
    expect(record.distribution?.map(({ accessURL, downloadURL }) => [accessURL, downloadURL])).toEqual([
      [['https://example.dk/data'], [CSV]],
      [['https://example.dk/ansoeg'], undefined],
    ]);
    expect(second?.identifier).toBe('https://catalogue.example/id/dataset/eksempel.lille');
  });
});
