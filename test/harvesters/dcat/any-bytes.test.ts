import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture, readPage } from './read-page.ts';

const fixtures = [
  'two-datasets-one-catalogue.ttl',
  'two-datasets-one-catalogue.rdf',
  'two-datasets-one-catalogue.jsonld',
  'two-datasets-one-catalogue.nq',
  'two-datasets-one-catalogue.trig',
  'kinds-of-records.ttl',
  'dirty-addresses.rdf',
  'one-broken-member.jsonld',
].map((name) => fixture(name));

const starts = [
  '',
  '@prefix a: <b> .',
  '<rdf:RDF ',
  '<?xml version="1.0"?><a ',
  '{"@context":',
  '[{',
  '<a> <b> ',
  '_:a <b> "',
  '\ufeff',
];

/** A fixture with some of its bytes replaced, doubled or left out. */
const damaged = fc
  .tuple(
    fc.constantFrom(...fixtures),
    fc.array(fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 4 }), fc.nat({ max: 30 })), { maxLength: 4 }),
  )
  .map(([bytes, edits]) =>
    edits.reduce((whole, [at, inserted, removed]) => {
      const position = at % whole.length;
      return Buffer.concat([
        whole.subarray(0, position),
        inserted,
        whole.subarray(position + removed),
        Buffer.from(' '),
      ]);
    }, Buffer.from(bytes)),
  );

const anything = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(fc.constantFrom(...starts), fc.string({ unit: 'binary', maxLength: 200 }))
    .map(([a, b]) => Buffer.from(a + b)),
  damaged,
);

describe('any bytes', () => {
  it('give readings and never a throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        anything,
        fc.constantFrom(null, 'text/turtle', 'application/n-quads', 'text/xml;charset=utf-16'),
        async (bytes, contentType) => {
          const readings = await readPage(bytes, { contentType });
          for (const { kind } of readings) {
            expect(['record', 'page', 'total', 'rejection', 'problem', 'broken']).toContain(kind);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('give the same records and losses whole and in chunks', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.integer({ min: 1, max: 64 }), async (bytes, chunk) => {
        const [whole, chunked] = [await readPage(bytes), await readPage(bytes, { chunk })];
        // Columns and excerpts of XML faults are counted by the tokeniser within its chunk.
        const told = (readings: typeof whole): unknown =>
          readings.map((reading) => ({ ...reading, excerpt: undefined, place: undefined, message: undefined }));
        expect(told(chunked)).toEqual(told(whole));
      }),
      { numRuns: 1_000 },
    );
  });
});
