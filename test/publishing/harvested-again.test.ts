import type { Quad } from 'n3';
import { parse } from 'oxigraph';
import { expect, test } from 'vitest';
import { changedProperties, fingerprint } from '#catalogue/fingerprint.ts';
import { normalise } from '#catalogue/normalise.ts';
import { dcat } from '#harvesters/dcat/dcat.ts';
import { writeJsonLd } from '#publishing/rdf/write-json-ld.ts';
import { writeNTriples } from '#publishing/rdf/write-n-quads.ts';
import { writeRdfXml } from '#publishing/rdf/write-rdf-xml.ts';
import { writeTurtle } from '#publishing/rdf/write-turtle.ts';
import type { Reading } from '#schemas/reading.ts';
import type { Dataset } from '#schemas/record.ts';
import { Source } from '#schemas/source.ts';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';
import { fullRecord, published } from './published-examples.ts';
import { shapeFaults } from './shape-check.ts';

const URL_OF_FEED = 'https://feed.example/catalogue';

const source = Source.parse({ id: 'feed', owner: { id: 'owner' }, format: 'dcat', url: URL_OF_FEED });

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** The records that our own harvester and normaliser make of a document. */
const harvest = async (text: string, contentType: string): Promise<Dataset[]> => {
  const page = { request: { url: URL_OF_FEED }, url: URL_OF_FEED, contentType, body: once(text) };
  const settings = dcat.settings.parse({}) as Source['settings'];
  const readings: Reading[] = await Array.fromAsync(dcat.read({ ...source, settings }, page));
  return readings.flatMap((reading) => {
    const made = reading.kind === 'record' ? normalise(reading.record, { defaults: {} }) : undefined;
    return made !== undefined && 'record' in made ? [made.record] : [];
  });
};

/** Statements with blank nodes left nameless: enough to see what came through and what did not. */
const statements = (turtle: string): Set<string> => {
  const quads = parse(turtle, { format: 'text/turtle' }) as unknown as Quad[];
  const name = ({ termType, value }: Quad['object'] | Quad['subject']): string =>
    termType === 'BlankNode' ? '[]' : value;
  return new Set(quads.map((quad) => `${name(quad.subject)} ${quad.predicate.value} ${name(quad.object)}`));
};

test.each([
  ['text/turtle', writeTurtle],
  ['application/n-triples', writeNTriples],
  ['application/ld+json', writeJsonLd],
  ['application/rdf+xml', writeRdfXml],
])('what we publish as %s is harvested as the same record', async (contentType, write) => {
  const dataset = published('eksempel.lungeregister', fullRecord);
  const [record] = await harvest(write([dataset]), contentType);
  const fingerprintOf = (of: Dataset | undefined): string =>
    fingerprint({ kind: 'Dataset', record: { ...of, iri: dataset.iri }, unmapped: [] }).properties;
  expect(record?.iri).toBe(dataset.iri);
  // What a service serves and what a country is called are said in the document and not in the record that it was made of.
  expect(changedProperties(fingerprintOf(fullRecord), fingerprintOf(record))).toEqual(['service', 'spatial']);
});

describeWithSharedData('the official example of HealthDCAT-AP Release 8, harvested and published', () => {
  test('loses no statement of the dataset and its parts', async () => {
    const original = sharedText('standards/healthdcat-ap-r8/examples/ARCA.ttl');
    const [record] = await harvest(original, 'text/turtle');
    const ours = writeTurtle([{ ...published('erdri.arca', record ?? {}), iri: record?.iri ?? '' }]);
    const after = statements(ours);
    // Of concepts we give the labels of our own tables, in two languages.
    const lost = [...statements(original)].filter(
      (statement) =>
        !after.has(statement) && !/^http:\/\/publications\.europa\.eu\/resource\/authority\//.test(statement),
    );
    expect(lost).toEqual([]);
    expect(shapeFaults(ours, [sharedText('standards/healthdcat-ap-r8/non-public-shapes.ttl')])).toEqual([
      expect.stringContaining('accessRights: hasValue'),
    ]);
  });
});
