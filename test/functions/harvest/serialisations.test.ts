import { describe, expect, it } from 'vitest';
import { generateJsonLd, generateRdfXml, generateTurtle } from '#bench/feeds.ts';
import { World } from './world.ts';

const URL = 'https://example.dk/catalogue';
const DATASETS = 60;

const page = (pieces: Iterable<string>, type: string) => ({ body: [...pieces].join(''), type });

describe('one graph', () => {
  it('is the same in every serialisation and in any order: no change is written', async () => {
    const world = new World({ format: 'dcat', url: URL });
    world.site.set(URL, page(generateTurtle(DATASETS), 'text/turtle'));
    expect(await world.harvest()).toMatchObject({ counts: { created: DATASETS } });
    const others = [
      page(generateTurtle(DATASETS, { shuffle: 7 }), 'text/turtle'),
      page(generateRdfXml(DATASETS), 'application/rdf+xml'),
      page(generateRdfXml(DATASETS, { shuffle: 8 }), 'text/xml'),
      page(generateJsonLd(DATASETS), 'application/ld+json'),
      page(generateJsonLd(DATASETS, { shuffle: 9 }), 'text/plain'),
    ];
    for (const other of others) {
      world.site.set(URL, other);
      expect(await world.harvest()).toMatchObject({
        state: 'succeeded',
        counts: { listed: DATASETS, unchanged: DATASETS },
        changes: null,
      });
    }
    expect(await world.log()).toHaveLength(DATASETS);
  });
});
