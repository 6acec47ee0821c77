import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaOrg } from '#harvesters/schema-org/schema-org.ts';
import { readSitemap } from '#harvesters/schema-org/sitemap.ts';
import { Source } from '#schemas/source.ts';
import { htmlWith, othersOf, pagesOf, readingsOf } from './read-schema-org.ts';

const urlset = (...urls: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>`;
const entry = (path: string, lastmod?: string): string =>
  `<url><loc>https://example.dk/${path}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`;
const urls = async (page: string | Uint8Array, options = {}): Promise<string[]> =>
  pagesOf(await readingsOf(page, options)).map(({ url }) => url);

describe('a sitemap', () => {
  test('leads to its pages, each a part of its own', async () => {
    const [request, ...more] = pagesOf(await readingsOf(urlset(entry('1'), entry('2'))));
    expect(request).toMatchObject({ url: 'https://example.dk/1', relation: 'child', context: { role: 'page' } });
    expect(more).toHaveLength(1);
  });

  test('that is an index leads to sitemaps, each a part of its own', async () => {
    const index = '<sitemapindex><sitemap><loc>https://example.dk/a.xml</loc></sitemap></sitemapindex>';
    expect(pagesOf(await readingsOf(index))).toMatchObject([
      { url: 'https://example.dk/a.xml', relation: 'child', context: { role: 'sitemap' } },
    ]);
  });

  test('is read from a gzip file that is served as such', async () => {
    const options = { contentType: 'application/x-gzip' };
    expect(await urls(gzipSync(urlset(entry('1'))), options)).toEqual(['https://example.dk/1']);
  });

  test('in a gzip file that ends early is read as far as it goes, and is broken', async () => {
    const random = Array.from({ length: 400 }, (_, index) => entry(`${(index * 7919) % 1000}-${index}`));
    const packed = gzipSync(urlset(...random));
    const readings = await readingsOf(packed.subarray(0, packed.length - 200));
    expect(pagesOf(readings).length).toBeGreaterThan(10);
    expect(othersOf(readings).at(-1)).toMatchObject({ kind: 'broken', code: 'truncated' });
  });

  test('that unfolds without end is broken', async () => {
    const bomb = gzipSync(Buffer.alloc(70 * 1024 * 1024));
    expect(await readingsOf(bomb)).toMatchObject([{ kind: 'broken', code: 'page-too-large' }]);
  });

  test('that only begins like a gzip file is broken', async () => {
    expect(await readingsOf(Uint8Array.of(0x1f, 0x8b, 1, 2, 3))).toMatchObject([
      { kind: 'broken', code: 'syntax-error' },
    ]);
  });

  test('that ends early is read as far as it goes, and is broken', async () => {
    const readings = await readingsOf(`<urlset>${entry('1')}<url><loc>https://exam`);
    expect(readings).toMatchObject([{ kind: 'page' }, { kind: 'broken', code: 'truncated' }]);
  });

  test('may have prefixes, entities, CDATA, other namespaces and white space', async () => {
    const page = `<s:urlset xmlns:s="x"><s:url><s:loc>
      https://example.dk/?a=1&amp;b=2 </s:loc><image:loc>https://example.dk/x.png</image:loc></s:url>
      <s:url><s:loc><![CDATA[https://example.dk/2]]></s:loc></s:url></s:urlset>`;
    expect(await urls(page)).toEqual(['https://example.dk/?a=1&b=2', 'https://example.dk/2']);
  });

  test('may be a list of addresses', async () => {
    expect(await urls('https://example.dk/1\r\nhttps://example.dk/2\r\n')).toEqual([
      'https://example.dk/1',
      'https://example.dk/2',
    ]);
  });

  test('names pages by the settings', async () => {
    const page = urlset(entry('dataset/1'), entry('dataset/1/edit'), entry('om'));
    expect(await urls(page, { settings: { include: '/dataset/', exclude: '/edit$' } })).toEqual([
      'https://example.dk/dataset/1',
    ]);
    const index =
      '<sitemapindex><sitemap><loc>https://example.dk/d.xml</loc></sitemap><sitemap><loc>https://example.dk/n.xml</loc></sitemap></sitemapindex>';
    expect(await urls(index, { settings: { sitemaps: '/d\\.xml$' } })).toEqual(['https://example.dk/d.xml']);
  });

  test('that names something else than an address says so and goes on', async () => {
    const page = '<urlset><url><loc>javascript:alert(1)</loc></url><url><loc>https://example.dk/1</loc></url></urlset>';
    expect(await readingsOf(page)).toMatchObject([{ kind: 'problem', code: 'bad-address' }, { kind: 'page' }]);
  });

  test('is not a web page that stands in its place', async () => {
    const page = '<!doctype html><html><body>Fejl</body></html>';
    expect(await readingsOf(page, { context: { role: 'sitemap' } })).toMatchObject([
      { kind: 'broken', code: 'wrong-media' },
    ]);
  });

  test('of more addresses than a sitemap may have is broken', () => {
    const many = Array.from({ length: 50_001 }, (_, index) => entry(String(index)));
    const { locations, fault } = readSitemap(urlset(...many));
    expect(locations).toHaveLength(50_000);
    expect(fault?.code).toBe('too-many-links');
  });
});

describe('lastmod', () => {
  const source = Source.parse({
    id: 's',
    owner: { id: 'o' },
    format: 'schema-org',
    url: 'https://example.dk/sitemap.xml',
    settings: { trustLastmod: true },
  });
  const since = { startedAt: '2026-03-12T12:00:00.000Z', lastComplete: '2026-03-10T12:00:00.000Z' };
  const page = urlset(
    entry('old', '2026-03-01'),
    entry('day', '2026-03-09'),
    entry('new', '2026-03-11'),
    entry('silent'),
    entry('odd', 'i går'),
  );

  test('leaves out what did not change since, and the page then lists changes only', async () => {
    const [request] = schemaOrg.first(source, { ...since, fullDue: false });
    const readings = await readingsOf(page, { context: request?.context });
    expect(readings[0]).toEqual({ kind: 'scope', scope: 'changes-only' });
    expect(pagesOf(readings).map(({ url }) => url)).toEqual(
      ['day', 'new', 'silent', 'odd'].map((path) => `https://example.dk/${path}`),
    );
  });

  test.each([
    ['in the first run', source, undefined],
    ['when everything is due again', source, { ...since, fullDue: true }],
    ['where it is not trusted', { ...source, settings: {} }, { ...since, fullDue: false }],
  ])('counts for nothing %s', async (_when, from, since) => {
    const [request] = schemaOrg.first(from, since);
    expect(pagesOf(await readingsOf(page, { context: request?.context }))).toHaveLength(5);
  });
});

describe('a start page', () => {
  const settings = { links: { pattern: '/d/' }, next: { selector: 'a[rel=next]' } };
  const page =
    '<!doctype html><html><body><a href="/d/1">1</a><a href="/om">om</a><a rel="next" href="?side=2">næste</a></body></html>';

  test('leads to the pages that its settings name, and to its next page', async () => {
    const requests = pagesOf(await readingsOf(page, { settings, url: 'https://example.dk/d' }));
    expect(requests).toMatchObject([
      { url: 'https://example.dk/d/1', relation: 'child', context: { role: 'page' } },
      { url: 'https://example.dk/d?side=2', relation: 'next', context: { role: 'list' } },
    ]);
  });

  test('without any such link is broken', async () => {
    const readings = await readingsOf('<html><body>Tomt</body></html>', { settings });
    expect(readings).toMatchObject([{ kind: 'broken', code: 'no-links-found' }]);
  });
});

describe('any bytes', () => {
  const context = fc.constantFrom(undefined, { role: 'page' }, { role: 'sitemap' });
  const pieces = fc.constantFrom(
    '<urlset>',
    '<url>',
    '<loc>',
    'https://example.dk/1',
    '</loc>',
    '</url>',
    '</urlset>',
    '<html>',
    '<div itemscope itemtype="https://schema.org/Dataset">',
    '<b itemprop="name __proto__">',
    '<script type="application/ld+json">',
    '{"@type":"Dataset",',
    '"name":',
    '"x"',
    '}',
    '[',
    ']',
    ',',
    '</script>',
    '</div>',
    '<p typeof="Dataset" vocab="http://schema.org/">',
    '<i property="name">',
    '"@context":"https://schema.org",',
    '"__proto__":{"a":1},',
    '<!--',
    '-->',
    '\u0000',
    '"distribution":[{"@type":"DataDownload"}]',
    '&quot;',
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => new TextEncoder().encode(parts.join(''))),
    fc
      .jsonValue()
      .map((value) =>
        new TextEncoder().encode(
          htmlWith({ '@context': 'https://schema.org', '@type': 'Dataset', name: value, spatialCoverage: value }),
        ),
      ),
    fc.uint8Array({ maxLength: 300 }).map((inner) => gzipSync(inner)),
  );

  test('give readings and never a throw', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, context, async (page, role) => {
        expect(Array.isArray(await readingsOf(page, { context: role }))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('are read the same whole and in chunks', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 30 }), async (page, chunkSize) => {
        expect(await readingsOf(page, { chunkSize })).toEqual(await readingsOf(page));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['tags without an end', '<url'.repeat(200_000)],
    ['sitemap entries without an end', `<urlset>${'<url><loc>'.repeat(100_000)}`],
    ['white space', htmlWith(`{"@type":"Dataset",${' '.repeat(500_000)}"name":}`)],
    ['semicolons', htmlWith(`{"@type":"Dataset"}${';'.repeat(200_000)}`)],
    ['properties within properties', `<html><body itemscope>${'<div itemprop="a">'.repeat(150)}${'x'.repeat(300_000)}`],
    ['things within things', htmlWith(`{"@type":"Dataset","about":${'{"about":'.repeat(5000)}1${'}'.repeat(5000)}}`)],
  ])('that are hostile by %s take no long time', async (_what, page) => {
    const start = performance.now();
    await readingsOf(page, { context: { role: 'page' } });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
