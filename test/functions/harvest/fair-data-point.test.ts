import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '#schemas/record.ts';
import { sumsOf, World } from './world.ts';

const ROOT = 'https://fdp.example.dk';
const PREFIXES = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix ldp: <http://www.w3.org/ns/ldp#> .
@prefix fdp: <https://w3id.org/fdp/fdp-o#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n`;

const at = (path: string): string => `${ROOT}/${path}`;
const turtle = (body: string) => ({ body: PREFIXES + body, type: 'text/turtle' });

/** A container as servers of this kind write it: beside the resource that its members belong to. */
const container = (path: string, relation: string, owner: string, members: readonly string[]): string =>
  `<${at(path)}/> a ldp:DirectContainer ; ldp:hasMemberRelation ${relation} ; ldp:membershipResource <${owner}>${
    members.length > 0 ? ` ; ldp:contains ${members.map((member) => `<${at(member)}>`).join(', ')}` : ''
  } .\n`;

const root = (catalogues: readonly string[]) =>
  turtle(
    `<${ROOT}> a fdp:FAIRDataPoint ; dct:title "Point" .\n${container('catalog', 'fdp:metadataCatalog', ROOT, catalogues)}`,
  );

const catalogue = (path: string, datasets: readonly string[]) =>
  turtle(`<${at(path)}> a dcat:Catalog ; dct:title "Katalog ${path}" ; dct:isPartOf <${ROOT}> .
${container('dataset', 'dcat:dataset', at(path), datasets)}`);

const dataset = (path: string, files: readonly string[], title = `Register ${path}`) =>
  turtle(`<${at(path)}> a dcat:Dataset ; dct:title "${title}"@da ; dct:publisher [ a foaf:Agent ; foaf:name "Ejer" ] .
${container('distribution', 'dcat:distribution', at(path), files)}`);

const file = (path: string, title = `Fil ${path}`) =>
  turtle(`<${at(path)}> a dcat:Distribution ; dct:title "${title}"@da ; dcat:accessURL <https://example.dk/${path}> .`);

/** One point with two catalogues; the first holds two datasets, of three files and of none, the second one of one file. */
function world(): World {
  const made = new World({ format: 'fair-data-point', url: ROOT });
  const pages = {
    '': root(['catalog/1', 'catalog/2']),
    '/catalog/1': catalogue('catalog/1', ['dataset/a', 'dataset/b']),
    '/catalog/2': catalogue('catalog/2', ['dataset/c']),
    '/dataset/a': dataset('dataset/a', ['distribution/1', 'distribution/2', 'distribution/3']),
    '/dataset/b': dataset('dataset/b', []),
    '/dataset/c': dataset('dataset/c', ['distribution/4']),
    '/distribution/1': file('distribution/1'),
    '/distribution/2': file('distribution/2'),
    '/distribution/3': file('distribution/3'),
    '/distribution/4': file('distribution/4'),
  };
  for (const [path, page] of Object.entries(pages)) made.site.set(ROOT + path, page);
  return made;
}

const entryOf = async (made: World, path: string): Promise<CatalogueEntry> => {
  const entries = await Promise.all((await made.log()).map((entry) => made.ledger.payload(entry)));
  const found = entries.findLast((entry) => entry?.identifier === at(path));
  if (!found) throw new Error(`no entry of ${path}`);
  return found;
};

describe('a FAIR Data Point', () => {
  it('is walked from its root to the last distribution, and each dataset is one whole record', async () => {
    const point = world();
    const run = await point.harvest();
    expect(run).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      requests: 10,
      counts: { listed: 3, created: 3 },
    });
    expect(sumsOf(run)).toEqual([]);
    const { record, origin } = await entryOf(point, 'dataset/a');
    expect(record.distribution?.map(({ title }) => title?.da)).toEqual([
      'Fil distribution/1',
      'Fil distribution/2',
      'Fil distribution/3',
    ]);
    expect(record.publisher?.name).toEqual({ und: 'Ejer' });
    expect(origin).toMatchObject({ catalogues: ['Katalog catalog/1'], page: at('dataset/a'), place: 'line 3' });
    expect(origin.archive).toMatch(/^raw\//);
  });

  it('that did not change has no changes, and its pages are not read again', async () => {
    const point = world();
    await point.harvest();
    const run = await point.harvest();
    expect(run).toMatchObject({ state: 'succeeded', notModified: 10, counts: { unchanged: 3, updated: 0 } });
  });

  it('shows a change of a dataset although the pages of its distributions are the same', async () => {
    const point = world();
    await point.harvest();
    point.site.set(
      at('dataset/a'),
      dataset('dataset/a', ['distribution/1', 'distribution/2', 'distribution/3'], 'Nyt navn'),
    );
    expect(await point.harvest()).toMatchObject({ state: 'succeeded', counts: { updated: 1, unchanged: 2 } });
    const { record } = await entryOf(point, 'dataset/a');
    expect(record.title).toEqual({ da: 'Nyt navn' });
    expect(record.distribution).toHaveLength(3);
  });

  it('shows a change of the first distribution of several', async () => {
    const point = world();
    await point.harvest();
    point.site.set(at('distribution/1'), file('distribution/1', 'Ny fil'));
    expect(await point.harvest()).toMatchObject({ counts: { updated: 1, unchanged: 2 } });
    expect((await entryOf(point, 'dataset/a')).record.distribution?.[0]?.title).toEqual({ da: 'Ny fil' });
  });

  it('gives each of two datasets the distribution that they share', async () => {
    const point = world();
    point.site.set(at('dataset/c'), dataset('dataset/c', ['distribution/1']));
    expect(await point.harvest()).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
    expect((await entryOf(point, 'dataset/c')).record.distribution?.[0]?.title).toEqual({ da: 'Fil distribution/1' });
    expect((await entryOf(point, 'dataset/a')).record.distribution).toHaveLength(3);
  });

  it.each([
    ['the first', 'distribution/1'],
    ['the last', 'distribution/3'],
  ])('keeps a dataset as it was when %s of its distributions fails', async (_which, failing) => {
    const point = world();
    await point.harvest();
    point.site.set(at(failing), 500);
    for (let again = 0; again < 3; again += 1) {
      const run = await point.harvest();
      expect(run).toMatchObject({
        state: 'partial',
        counts: { rejected: 1, unchanged: 2, updated: 0, removed: 0, missing: 0 },
        live: { after: 3 },
      });
      expect(sumsOf(run)).toEqual([]);
    }
    const rejected = (await point.rows(await point.harvest())).find(({ outcome }) => outcome === 'rejected');
    expect(rejected).toMatchObject({ identifier: at('dataset/a'), reason: 'incomplete-record' });
    point.site.set(at(failing), file(failing));
    expect(await point.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 3 } });
  });

  it('does not take a new dataset in before all of it can be read', async () => {
    const point = world();
    point.site.set(at('distribution/2'), { body: '<html><body>Log ind</body></html>', type: 'text/html' });
    expect(await point.harvest()).toMatchObject({ state: 'partial', counts: { created: 2, rejected: 1 } });
    point.site.set(at('distribution/2'), file('distribution/2'));
    expect(await point.harvest()).toMatchObject({ state: 'succeeded', counts: { created: 1, unchanged: 2 } });
  });

  it('names a distribution by its address alone when the server says that it does not exist', async () => {
    const point = world();
    point.site.delete(at('distribution/2'));
    const run = await point.harvest();
    expect(run).toMatchObject({ state: 'partial', counts: { created: 3, rejected: 0 } });
    const { record, problems } = await entryOf(point, 'dataset/a');
    expect(record.distribution).toHaveLength(3);
    expect(problems.map(({ code }) => code)).toContain('part-not-found');
  });

  it.each([
    ['a catalogue', 'catalog/1'],
    ['a dataset', 'dataset/a'],
  ])('removes nothing while %s fails', async (_what, failing) => {
    const point = world();
    await point.harvest();
    point.site.set(at(failing), 500);
    for (let again = 0; again < 3; again += 1) {
      expect(await point.harvest()).toMatchObject({
        state: 'partial',
        counts: { removed: 0, missing: 0 },
        live: { after: 3 },
      });
    }
  });

  it('removes a dataset that its catalogue does not name any more', async () => {
    const point = world();
    await point.harvest();
    point.site.set(at('catalog/1'), catalogue('catalog/1', ['dataset/b']));
    expect(await point.harvest()).toMatchObject({ state: 'succeeded', counts: { missing: 1 } });
    expect(await point.harvest()).toMatchObject({ state: 'succeeded', counts: { removed: 1 }, live: { after: 2 } });
    expect(await point.live()).toEqual([at('dataset/b'), at('dataset/c')]);
  });

  it('carries its datasets over from one invocation to the next', async () => {
    const point = world();
    point.pagesPerInvocation = 1;
    const run = await point.harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
    expect((await entryOf(point, 'dataset/a')).record.distribution).toHaveLength(3);
  });

  it('reads a page again whose dataset is too large to be kept with it', async () => {
    const point = world();
    point.site.set(at('dataset/c'), dataset('dataset/c', ['distribution/4'], 'x'.repeat(40_000)));
    await point.harvest();
    expect(await point.harvest()).toMatchObject({ state: 'succeeded', notModified: 9, counts: { unchanged: 3 } });
    point.site.set(at('distribution/4'), file('distribution/4', 'Ny fil'));
    expect(await point.harvest()).toMatchObject({ state: 'succeeded', counts: { updated: 1 } });
  });
});
