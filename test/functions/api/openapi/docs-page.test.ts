import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { routes } from '#functions/api/api.ts';
import { BASE, createScene } from '../scene.ts';

describe('GET /docs', () => {
  const shown = async () => {
    const { body, headers, status } = await createScene().ask('/docs');
    return { page: load(body), body, headers, status };
  };

  test('shows every operation, with its method and address', async () => {
    const { page, status } = await shown();
    expect(status).toBe(200);
    const headings = page('.operation h3 a')
      .map((_, heading) => page(heading).text())
      .get();
    const wanted = Object.entries(routes).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    // A function of its own answers previews.
    expect([...headings].sort()).toEqual([...wanted, 'POST /v1/sources/preview'].sort());
  });

  test('asks nobody for anything: no script, no picture, no style of anybody else', async () => {
    const { page, headers } = await shown();
    expect(page('script, img, iframe, link, [src]').length).toBe(0);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('has an anchor for every schema that it links to', async () => {
    const { page } = await shown();
    const missing = page('a[href^="#"]')
      .map((_, link) => page(link).attr('href')?.slice(1) ?? '')
      .get()
      .filter((id) => page(`[id="${id}"]`).length === 0);
    expect(missing).toEqual([]);
  });

  test('says in text which scope an operation needs', async () => {
    const { page } = await shown();
    expect(page('#decideHeld .need').text()).toContain('owner');
    expect(page('#listDatasets .need').length).toBe(0);
  });
});

describe('GET /', () => {
  test('leads programs to the description of the API', async () => {
    const { headers, json } = await createScene().ask('/');
    expect(headers.link).toContain(`<${BASE}/v1/openapi.json>; rel="service-desc"; type="application/json"`);
    expect(headers.link).toContain(`<${BASE}/docs>; rel="service-doc"; type="text/html"`);
    expect(json.links).toMatchObject({ docs: `${BASE}/docs`, openapi: `${BASE}/v1/openapi.json` });
  });

  test.each([
    ['da-DK,da;q=0.9,en;q=0.5', '/da/'],
    ['en-GB,en;q=0.9', '/en/'],
    ['en-US', '/en/'],
    ['de,fr;q=0.5', '/da/'],
  ])('leads people who ask for a page to the map in their language: %s', async (language, page) => {
    const asked = { accept: 'text/html,*/*;q=0.8', 'accept-language': language };
    const { status, headers } = await createScene().ask('/', { headers: asked });
    expect([status, headers.location, headers.vary]).toEqual([302, page, 'Accept, Accept-Language']);
  });

  test('refuses a format that it has not', async () => {
    const { status } = await createScene().ask('/', { headers: { accept: 'image/png' } });
    expect(status).toBe(406);
  });
});

test('the API catalogue is a linkset that leads to the description of the API (RFC 9727)', async () => {
  const { json, headers } = await createScene().ask('/.well-known/api-catalog');
  expect(headers['content-type']).toContain('application/linkset+json');
  expect(json.linkset).toMatchObject([
    {
      anchor: `${BASE}/`,
      'service-desc': [{ href: `${BASE}/v1/openapi.json`, type: 'application/json' }],
      'service-doc': [{ href: `${BASE}/docs`, type: 'text/html' }],
      status: [{ href: `${BASE}/health` }],
    },
  ]);
});
