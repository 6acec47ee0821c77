import { describe, expect, it } from 'vitest';
import { sumsOf, World } from './world.ts';

const BASE = 'https://example.dk/catalog';
const page = (number: number): string => (number === 1 ? BASE : `${BASE}?page=${number}`);

interface PageOptions {
  readonly next?: string | undefined;
  readonly total?: number | undefined;
}

/** A page of a Turtle catalogue with Hydra paging. */
function turtle(number: number, ids: readonly string[], { next, total }: PageOptions = {}): string {
  const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix hydra: <http://www.w3.org/ns/hydra/core#> .\n`;
  const view = `<${page(number)}> a hydra:PartialCollectionView ${next ? `; hydra:next <${next}>` : ''}${total ? `; hydra:totalItems ${total}` : ''} .\n`;
  const datasets = ids.map((id) => `<https://example.dk/d/${id}> a dcat:Dataset ; dct:title "Register ${id}"@da .\n`);
  return prefixes + view + datasets.join('');
}

const ids = (number: number): string[] => Array.from({ length: 10 }, (_, index) => `p${number}-${index}`);

/** Four pages of ten datasets. */
function world(): World {
  const made = new World({ format: 'dcat', url: BASE });
  fill(made);
  return made;
}

function fill(made: World): void {
  for (const number of [1, 2, 3, 4]) {
    const next = number < 4 ? page(number + 1) : undefined;
    made.site.set(page(number), { body: turtle(number, ids(number), { next, total: 40 }), type: 'text/turtle' });
  }
}

describe('a source of several pages', () => {
  it('is walked to its end', async () => {
    expect(await world().harvest()).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      requests: 4,
      counts: { listed: 40, created: 40 },
    });
  });

  it.each([
    ['fails on its third page', 500],
    ['has lost its third page', 404],
    [
      'shows a login page for its third',
      { body: '<!doctype html><html><body>Log ind</body></html>', type: 'text/html' },
    ],
    [
      'leads back from its third page to its second',
      { body: turtle(3, ids(3), { next: page(2) }), type: 'text/turtle' },
    ],
    [
      'repeats its second page under the address of its third',
      { body: turtle(2, ids(2), { next: page(3), total: 40 }), type: 'text/turtle' },
    ],
    ['ends on its third page although it claims more', { body: turtle(3, ids(3), { total: 40 }), type: 'text/turtle' }],
  ] as const)('that %s loses nothing, is partial, and is mended by its next good run', async (_what, third) => {
    const site = world();
    await site.harvest();
    site.site.set(page(3), third);
    for (let again = 0; again < 3; again += 1) {
      const run = await site.harvest();
      expect(run).toMatchObject({ state: 'partial', coverage: 'partial', counts: { removed: 0, missing: 0, held: 0 } });
      expect(sumsOf(run)).toEqual([]);
      expect(run.problems.length).toBeGreaterThan(0);
    }
    expect(await site.live()).toHaveLength(40);
    fill(site);
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 40 }, live: { after: 40 } });
  });

  it('may become shorter: what stood on a page that is gone is looked for on those that are left', async () => {
    const site = world();
    await site.harvest();
    site.site.delete(page(4));
    for (const number of [1, 2]) {
      site.site.set(page(number), {
        body: turtle(number, ids(number), { next: page(number + 1), total: 38 }),
        type: 'text/turtle',
      });
    }
    site.site.set(page(3), { body: turtle(3, [...ids(3), ...ids(4).slice(2)], { total: 38 }), type: 'text/turtle' });
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { missing: 2, unchanged: 38 } });
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { removed: 2 }, live: { after: 38 } });
  });

  it('goes on in another invocation when one has no time for all pages', async () => {
    const site = world();
    site.pagesPerInvocation = 1;
    const run = await site.harvest();
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { listed: 40, created: 40 },
      live: { before: 0, after: 40 },
    });
    expect(sumsOf(run)).toEqual([]);
    expect(site.asked).toEqual([page(1), page(2), page(3), page(4)]);
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 40 } });
  });
});
