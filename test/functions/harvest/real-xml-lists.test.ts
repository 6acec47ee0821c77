import { expect, it } from 'vitest';
import { describeWithSharedData, sharedText } from '../../shared-data.ts';
import { sumsOf, World } from './world.ts';

describeWithSharedData('whole runs over recordings', () => {
  it.each([
    ['geonetwork-iso19139', 'gmd'],
    ['geonetwork-dcat', 'dcat'],
    ['geonetwork-geodcatap', 'http://data.europa.eu/930/'],
  ])('of a catalogue service: %s', async (name, outputSchema) => {
    const url = 'https://example.dk/csw';
    const world = new World({ format: 'csw', url, settings: { maxRecords: 2, outputSchema } });
    const page = (start: string | undefined): string =>
      sharedText(`feeds/udata-harvest/csw_dcat/${name}-page-${start}.xml`);
    world.site.set(url, ({ body }) => page(/startPosition="(\d+)"/.exec(body ?? '')?.[1]));
    const run = await world.harvest();
    expect(run).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      requests: 3,
      counts: { listed: 6, created: 6 },
    });
    expect(sumsOf(run)).toEqual([]);
    // The second page breaks off: nothing is lost.
    world.site.set(url, ({ body }) => {
      const start = /startPosition="(\d+)"/.exec(body ?? '')?.[1];
      return start === '3' ? page(start).slice(0, -2000) : page(start);
    });
    expect(await world.harvest()).toMatchObject({
      state: 'partial',
      counts: { removed: 0, missing: 0 },
      live: { after: 6 },
    });
  });

  it('of an OAI-PMH repository', async () => {
    const url = 'http://dspace.example.org/oai/';
    const world = new World({ format: 'oai-pmh', url, settings: { from: '2003-04-10' } });
    world.site.set(`${url}?verb=Identify`, sharedText('oai-pmh/pyoai/fake1/00001.xml'));
    world.site.set(
      `${url}?verb=ListRecords&metadataPrefix=oai_dc&from=2003-04-10`,
      sharedText('oai-pmh/pyoai/fake1/00005.xml'),
    );
    const run = await world.harvest();
    expect(run).toMatchObject({ state: 'succeeded', coverage: 'complete', counts: { listed: 16, created: 16 } });
    expect(await world.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 16 } });
  });
});
