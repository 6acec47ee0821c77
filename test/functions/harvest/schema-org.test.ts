import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sumsOf, World } from './world.ts';

const SITE = 'https://example.dk';
const at = (path: string): string => `${SITE}/${path}`;

const page = (id: string, name = `Register ${id}`) => ({
  body: `<!doctype html><html lang="da"><head><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': at(`id/${id}`),
    name,
    description: `Om ${id}`,
    url: at(`d/${id}`),
  })}</script></head><body><h1>${name}</h1></body></html>`,
  type: 'text/html',
});

const plainPage = { body: '<!doctype html><html><body><h1>Om os</h1></body></html>', type: 'text/html' };

const sitemap = (...paths: readonly (readonly [string, string?])[]): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
    .map(([path, lastmod]) => `<url><loc>${at(path)}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`)
    .join('')}</urlset>`;

const index = (...paths: readonly string[]): string =>
  `<sitemapindex>${paths.map((path) => `<sitemap><loc>${at(path)}</loc></sitemap>`).join('')}</sitemapindex>`;

/** A site whose index names two sitemaps, one of them a gzip file: four pages, three of them with a dataset. */
function world(settings: Record<string, unknown> = {}): World {
  const made = new World({ format: 'schema-org', url: at('sitemap.xml'), settings });
  made.site.set(at('sitemap.xml'), index('a.xml', 'b.xml.gz'));
  made.site.set(at('a.xml'), sitemap(['d/1'], ['d/2'], ['om']));
  made.site.set(at('b.xml.gz'), { body: gzipSync(sitemap(['d/3'])), type: 'application/gzip' });
  for (const id of ['1', '2', '3']) made.site.set(at(`d/${id}`), page(id));
  made.site.set(at('om'), plainPage);
  return made;
}

describe('a site with a sitemap', () => {
  it('is walked from its index to its pages, and a page without a dataset is told', async () => {
    const site = world();
    const run = await site.harvest();
    expect(run).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      requests: 7,
      counts: { listed: 3, created: 3, rejected: 0 },
    });
    expect(run.problems).toMatchObject([{ code: 'no-dataset', place: { page: at('om') } }]);
    expect(await site.live()).toEqual([at('id/1'), at('id/2'), at('id/3')]);
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 3 }, notModified: 6 });
  });

  it('where every page must have a dataset counts the page without as rejected', async () => {
    const run = await world({ everyPage: true }).harvest();
    expect(run).toMatchObject({ coverage: 'partial', counts: { listed: 4, created: 3, rejected: 1 } });
    expect(sumsOf(run)).toEqual([]);
  });

  it('may lose a dataset: it is missing, and removed when it is still missing', async () => {
    const site = world();
    await site.harvest();
    site.site.set(at('a.xml'), sitemap(['d/1'], ['om']));
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { missing: 1 } });
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { removed: 1 }, live: { after: 2 } });
  });

  it.each([
    ['a sitemap fails', 'b.xml.gz', 500],
    ['a sitemap is cut off', 'a.xml', '<urlset><url><loc>https://example.dk/d/1</loc></url>'],
    ['a sitemap is a web page', 'a.xml', plainPage],
    ['a page fails', 'd/2', 503],
    ['a page is a login', 'd/2', { body: '<html><body><input type="password"></body></html>', type: 'text/html' }],
    ['a page is cut off', 'd/2', { body: '<!doctype html><html><body><h1>Reg', type: 'text/html' }],
    ['the JSON-LD of a page is cut off', 'd/2', { ...page('2'), body: page('2').body.replace('"url"', '</script>') }],
  ] as const)('loses nothing while %s', async (_what, path, answer) => {
    const site = world();
    await site.harvest();
    site.site.set(at(path), answer);
    for (let again = 0; again < 3; again += 1) {
      const run = await site.harvest();
      expect(run).toMatchObject({ state: 'partial', counts: { removed: 0, missing: 0 }, live: { after: 3 } });
      expect(sumsOf(run)).toEqual([]);
    }
  });

  it('whose lastmod is trusted is asked for changed pages only, until everything is due again', async () => {
    const site = new World({ format: 'schema-org', url: at('sitemap.xml'), settings: { trustLastmod: true } });
    site.site.set(at('sitemap.xml'), sitemap(['d/1', '2025-01-01'], ['d/2', '2025-01-01']));
    for (const id of ['1', '2']) site.site.set(at(`d/${id}`), page(id));
    await site.harvest();
    site.now += 3 * 24 * 60 * 60 * 1000;
    site.site.set(at('sitemap.xml'), sitemap(['d/1', '2025-01-01'], ['d/2', '2026-01-03']));
    site.site.set(at('d/2'), page('2', 'Nyt navn'));
    site.asked.length = 0;
    expect(await site.harvest()).toMatchObject({
      state: 'succeeded',
      counts: { listed: 1, updated: 1, missing: 0 },
      live: { after: 2 },
    });
    expect(site.asked).toEqual([at('sitemap.xml'), at('d/2')]);
    // A dataset that went is found when everything is read again.
    site.site.set(at('sitemap.xml'), sitemap(['d/2', '2026-01-03']));
    expect(await site.harvest()).toMatchObject({ counts: { missing: 0 }, live: { after: 2 } });
    site.now += 8 * 24 * 60 * 60 * 1000;
    expect(await site.harvest()).toMatchObject({ counts: { missing: 1 } });
    expect(await site.harvest()).toMatchObject({ counts: { removed: 1 }, live: { after: 1 } });
  });

  it('goes on in another invocation when one has no time for all pages', async () => {
    const site = world();
    site.pagesPerInvocation = 1;
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
  });
});

describe('a start page', () => {
  it('is walked over its further pages to its datasets', async () => {
    const settings = { links: { pattern: '/d/' }, next: { selector: 'a.next' } };
    const site = new World({ format: 'schema-org', url: at('liste'), settings });
    const list = (body: string) => ({ body: `<!doctype html><html><body>${body}</body></html>`, type: 'text/html' });
    site.site.set(at('liste'), list('<a href="/d/1">1</a><a class="next" href="/liste?side=2">2</a>'));
    site.site.set(at('liste?side=2'), list('<a href="/d/2">2</a>'));
    for (const id of ['1', '2']) site.site.set(at(`d/${id}`), page(id));
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', requests: 4, counts: { created: 2 } });
  });
});

describe('a feed', () => {
  it('of JSON-LD is one page of records', async () => {
    const feed = {
      '@context': 'https://schema.org',
      '@graph': ['1', '2'].map((id) => ({ '@type': 'Dataset', '@id': at(`id/${id}`), name: id })),
    };
    const site = new World({ format: 'schema-org', url: at('feed.jsonld') });
    site.site.set(at('feed.jsonld'), { body: JSON.stringify(feed), type: 'application/ld+json' });
    expect(await site.harvest()).toMatchObject({ state: 'succeeded', requests: 1, counts: { created: 2 } });
    expect(await site.log()).toHaveLength(2);
  });
});
