import fc from 'fast-check';
import { parse } from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { writeCroissant } from '#publishing/croissant/write-croissant.ts';
import { dcatUsItem } from '#publishing/dcat-us/write-dcat-us.ts';
import { shortened, webAddress } from '#publishing/profiles/plain-values.ts';
import { writeSchemaOrg } from '#publishing/schema-org/write-schema-org.ts';
import { schemaOf } from '#schemas/record.ts';
import { published } from '../published-examples.ts';
import { croissantFaults } from './croissant-rules.ts';
import { addresses } from './examples.ts';

describe('whatever a record holds', () => {
  const texts = fc.dictionary(
    fc.constantFrom('da', 'en', 'und', 'x y', '__proto__', 'toString'),
    fc.string({ unit: 'binary' }),
  );
  const words = fc.constantFrom(
    '',
    ' ',
    'http://',
    'https://a.dk/æ ø',
    'javascript:x',
    '2020-13',
    '2020',
    'POINT(1 2)',
    '</script>',
    '\ud800',
  );
  const text = fc.oneof(words, fc.string({ unit: 'binary' }));
  const some = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });
  const agent = fc.record({ iri: text, name: texts, homepage: text, mbox: text }, { requiredKeys: [] });
  const record = fc.record(
    {
      iri: text,
      title: texts,
      description: texts,
      keyword: fc.dictionary(fc.constantFrom('da', 'en'), some(text)),
      identifier: some(text),
      theme: some(text),
      language: some(text),
      issued: text,
      modified: text,
      license: text,
      accessRights: text,
      accrualPeriodicity: text,
      landingPage: some(text),
      publisher: agent,
      creator: some(agent),
      contactPoint: some(fc.record({ fn: texts, hasEmail: text }, { requiredKeys: [] })),
      spatial: some(fc.record({ iri: text, bbox: text, centroid: text, geometry: text }, { requiredKeys: [] })),
      temporal: some(fc.record({ startDate: text, endDate: text }, { requiredKeys: [] })),
      distribution: some(
        fc.record(
          {
            iri: text,
            accessURL: some(text),
            downloadURL: some(text),
            mediaType: text,
            format: text,
            byteSize: fc.nat(),
          },
          { requiredKeys: [] },
        ),
      ),
      hasVariables: some(
        fc.record({
          table: some(
            fc.record({
              url: text,
              column: some(fc.record({ name: text, datatype: text, propertyUrl: text }, { requiredKeys: [] })),
            }),
          ),
        }),
      ),
    },
    { requiredKeys: [] },
  );

  test('the documents are JSON that parsers of JSON-LD take, and Croissant keeps its rules', () => {
    fc.assert(
      fc.property(record, (made) => {
        const of = published('kilde.d', schemaOf('Dataset').parse(made));
        const documents = [writeSchemaOrg(of, addresses), writeCroissant(of, addresses)];
        for (const document of documents)
          expect(parse(document, { format: 'application/ld+json', base_iri: 'https://base.example/' })).toBeDefined();
        expect(croissantFaults(documents[1] ?? '').faults).toEqual([]);
        expect(JSON.parse(JSON.stringify(dcatUsItem(of)))).toEqual(dcatUsItem(of));
      }),
      { numRuns: 300 },
    );
  });

  test('a shortened text is never longer than asked, and an address is one that every reader takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 5, max: 40 }), (long, most) => {
        expect(shortened(long, most).length).toBeLessThanOrEqual(most);
        expect(webAddress(`https://a.dk/${long}`) ?? '').toMatch(/^[!-~]*$/);
      }),
    );
  });
});
