import { expect, test } from 'vitest';
import { normalise } from '#catalogue/normalise.ts';
import { describeWithSharedData, sharedBytes, sharedFiles } from '../../shared-data.ts';
import { nodes, othersOf, readingsOf, recordOf, recordsOf, written } from './read-schema-org.ts';

const typeOf = (name: string): string => {
  if (name.endsWith('.html')) return 'text/html';
  return name.endsWith('.ttl') ? 'text/turtle' : 'application/ld+json';
};

const read = (path: string, context?: unknown) => readingsOf(sharedBytes(path), { contentType: typeOf(path), context });

describeWithSharedData('files of the Dutch dataset register', () => {
  const folder = 'feeds/nde-dataset-register';
  const files = sharedFiles(folder).filter((name) => name.includes('schema') && name !== 'requirements-shacl.ttl');

  test('are here', () => {
    expect(files.length).toBeGreaterThanOrEqual(35);
  });

  test.each(files.filter((name) => !name.includes('no-dataset')))(
    '%s gives its datasets, each with a title and an identity',
    async (name) => {
      const readings = await read(`${folder}/${name}`);
      const records = recordsOf(readings);
      expect(records.length).toBe(name.startsWith('datasets-') || name === 'catalog-schema-org-valid.jsonld' ? 2 : 1);
      expect(othersOf(readings)).toEqual([]);
      for (const record of records) {
        const normalised = normalise(record, { defaults: {} });
        expect(normalised).toMatchObject({
          key: expect.stringMatching(/^iri:https:/),
          record: name === 'dataset-http-schema-org-invalid.jsonld' ? {} : { title: expect.anything() },
        });
      }
    },
  );

  test('without a dataset say so', async () => {
    expect(await read(`${folder}/catalog-schema-org-no-dataset.jsonld`)).toMatchObject([
      { kind: 'problem', code: 'no-dataset' },
    ]);
  });

  test.each([
    ['dataset-schema-org-invalid-date-and-iri.ttl', 'not-a-date', 'issued'],
    ['dataset-schema-org-temporal-archaeological.jsonld', 'unknown-value', 'temporal'],
    ['dataset-schema-org-multiple-publishers.jsonld', 'several-values', 'publisher'],
    ['dataset-schema-org-invalid.jsonld', 'date-repaired', 'modified'],
  ])('%s is read with the problem %s of %s', async (name, code, property) => {
    const [record] = recordsOf(await read(`${folder}/${name}`));
    const normalised = record && normalise(record, { defaults: {} });
    expect(normalised).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code, property })]),
    });
  });

  test('say the same dataset in JSON-LD, Microdata and RDFa', async () => {
    const keys = await Promise.all(
      ['jsonld', 'microdata', 'rdfa'].map(async (markup) => {
        const [record] = recordsOf(await read(`${folder}/dataset-schema-org-valid-${markup}.html`));
        const { node } = record ?? {};
        return [
          node?.iri,
          written(node?.properties.title),
          written(node?.properties.license),
          nodes(node?.properties.publisher)[0]?.iri,
        ];
      }),
    );
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
  });
});

describeWithSharedData('real pages', () => {
  test('of PANGAEA give the dataset whole', async () => {
    const { node } = await recordOf(sharedBytes('html/fuji-cassettes/pangaea-902845.html'), {
      contentType: 'text/html',
    });
    const { properties } = node;
    expect(node.iri).toBe('https://doi.org/10.1594/PANGAEA.902845');
    expect(nodes(properties.creator)).toHaveLength(9);
    expect(written(properties.temporal)).toEqual(['2016-09-06T12:13:11/2017-10-15T15:51:13']);
    expect(nodes(properties.spatial).map((place) => written(place.properties.bbox))).toEqual([
      ['POLYGON((6.516988 53.452294,9.158623 53.452294,9.158623 54.993339,6.516988 54.993339,6.516988 53.452294))'],
    ]);
    expect(nodes(properties.distribution)).toHaveLength(1);
  });

  test('and the JSON-LD that they offer beside it name the same dataset', async () => {
    const { node } = await recordOf(sharedBytes('html/fuji-cassettes/pangaea-902845.schemaorg.jsonld'));
    expect(node.iri).toBe('https://doi.org/10.1594/PANGAEA.902845');
  });

  test.each([
    ['zenodo-8347772.html'],
    ['zenodo-8347772.schemaorg.jsonld'],
    ['pangaea-902845.datacite-crosscite.schemaorg.jsonld'],
  ])('%s describes software or a collection and no dataset', async (name) => {
    expect(await read(`html/fuji-cassettes/${name}`, { role: 'page' })).toMatchObject([
      { kind: 'problem', code: 'no-dataset' },
    ]);
  });

  test('of Croissant with a comma too many is read, and the comma is told', async () => {
    const readings = await read('feeds/ckanext-dcat/croissant/full_croissant_dataset.jsonld');
    const [record] = recordsOf(readings);
    const [group] = nodes(record?.node.properties.hasVariables);
    const [table] = nodes(group?.properties.table);
    expect(
      nodes(table?.properties.column).map((column) => [
        ...written(column.properties.name),
        ...written(column.properties.datatype),
      ]),
    ).toEqual([
      ['temperature', 'Float'],
      ['timestamp', 'Date'],
      ['name', 'Text'],
      ['age', 'Integer'],
    ]);
    const sums = nodes(record?.node.properties.distribution).flatMap((file) => nodes(file.properties.checksum));
    expect(sums).toHaveLength(1);
    expect(othersOf(readings)).toMatchObject([{ kind: 'problem', code: 'json-repaired', place: { line: 78 } }]);
  });
});
