import { describe, expect, test } from 'vitest';
import { htmlWith, nodes, recordOf, written } from './read-schema-org.ts';

describe('a dataset of schema.org', () => {
  test('comes out of a web page under the keys of our table', async () => {
    const { node, identifier } = await recordOf(
      htmlWith({
        '@context': 'https://schema.org/',
        '@type': 'Dataset',
        '@id': 'https://example.dk/id/1',
        name: 'Landsregister',
        description: { '@value': 'A register', '@language': 'en' },
        identifier: { '@type': 'PropertyValue', propertyID: 'doi', value: '10.1/x' },
        temporalCoverage: '1977/..',
        distribution: { '@type': 'DataDownload', contentUrl: '/x.csv', encodingFormat: 'text/csv' },
      }),
    );
    expect(node.iri).toBe('https://example.dk/id/1');
    expect(identifier).toBe('10.1/x');
    expect(node.properties.title).toEqual([{ kind: 'literal', value: 'Landsregister', language: 'da' }]);
    expect(written(node.properties.temporal)).toEqual(['1977/..']);
    const [file] = nodes(node.properties.distribution);
    expect(written(file?.properties.downloadURL)).toEqual(['https://example.dk/x.csv']);
  });
});
