import { describe, expect, it } from 'vitest';
import { draftOf, entryOf } from '../drafts.ts';
import { BASE, createScene, creations, type Scene } from './scene.ts';

const removal = (dataset: string) =>
  draftOf(dataset, { type: 'Delete', revision: 2, contentHash: null, cause: 'source-removed', previous: 1 });

const ids = (json: Record<string, unknown>): string[] => (json.items as { id: string }[]).map(({ id }) => id);

async function walk(scene: Scene, query: string): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const { json } = await scene.ask(`/v1/datasets?${query}${cursor}`);
    seen.push(...ids(json));
    if (json.cursor === null) return seen;
    cursor = `&cursor=${json.cursor}`;
  }
}

/** The links by which an answer names the profiles that it does not keep to. */
const byProfile = (id: string): string[] =>
  [
    ['jsonld', 'dcat-ap-3', 'application/ld+json', 'https://semiceu.github.io/DCAT-AP/releases/3.0.1/'],
    ['jsonld', 'dcat-ap-dk-3', 'application/ld+json', 'https://digst.github.io/DCAT-AP-DK/releases/v.3.0.0/docs/'],
    [
      'jsonld',
      'healthdcat-ap-r8',
      'application/ld+json',
      'https://healthdataeu.pages.code.europa.eu/healthdcat-ap/releases/release-8/',
    ],
    ['jsonld', 'schema-org', 'application/ld+json', 'https://schema.org/'],
    ['jsonld', 'croissant', 'application/ld+json', 'http://mlcommons.org/croissant/1.0'],
    ['json', 'dcat-us', 'application/json', 'https://project-open-data.cio.gov/v1.1/schema'],
  ].map(
    ([format, profile, type, iri]) =>
      `<${BASE}/v1/datasets/${id}.${format}?profile=${profile}>; rel="alternate"; type="${type}"; formats="${iri}"`,
  );

describe('GET /v1/datasets', () => {
  it('lists what is live, with what a list needs and no more', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'), draftOf('sds.b'), removal('sds.b'));
    const answer = await scene.ask('/v1/datasets');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.json).toEqual({
      items: [
        {
          id: 'sds.a',
          iri: `${BASE}/id/dataset/sds.a`,
          href: `${BASE}/v1/datasets/sds.a`,
          kind: 'Dataset',
          state: 'live',
          revision: 1,
          contentHash: 'sha256:sds.a',
          source: 'sds',
          identifier: 'a',
          title: { da: 'Title of sds.a' },
          publisher: {},
          quality: null,
          example: false,
          changedAt: '2026-11-23T04:00:01.000Z',
          change: `${BASE}/v1/changes/1`,
        },
      ],
      cursor: null,
      hasMore: false,
      links: { self: `${BASE}/v1/datasets?limit=100`, next: null, changes: `${BASE}/v1/changes` },
    });
  });

  it('lists the removed with their tombstones, or all', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'), draftOf('sds.b'), removal('sds.b'));
    expect((await scene.ask('/v1/datasets?status=removed')).json.items).toMatchObject([
      { id: 'sds.b', state: 'removed', tombstone: { lastRevision: 1, cause: 'source-removed' } },
    ]);
    expect(ids((await scene.ask('/v1/datasets?status=all')).json)).toEqual(['sds.a', 'sds.b']);
  });

  it('walks every dataset once in pages of any size, and tells the next page in body and header', async () => {
    const scene = createScene();
    await scene.append(...creations(12, 'a'), ...creations(12, 'a-b'), ...creations(6, 'b'));
    const all = ids((await scene.ask('/v1/datasets?limit=500')).json);
    expect(all.length).toBe(30);
    for (const limit of [1, 7, 30]) expect(await walk(scene, `limit=${limit}`)).toEqual(all);
    expect(await walk(scene, 'limit=5&source=a-b')).toEqual(all.filter((id) => id.startsWith('a-b.')));
    const first = await scene.ask('/v1/datasets?limit=7');
    const { next } = first.json.links as { next: string };
    expect(first.headers.link).toBe(`<${next}>; rel="next"`);
  });

  it('neither skips nor repeats when datasets come and go during the walk', async () => {
    const scene = createScene();
    await scene.append(...creations(10));
    const first = await scene.ask('/v1/datasets?limit=5');
    await scene.append(removal('sds.d0001'), draftOf('sds.a-new-one'), removal('sds.d0007'));
    const second = await scene.ask(`/v1/datasets?limit=5&cursor=${first.json.cursor}`);
    expect(ids(second.json)).toEqual(['sds.d0005', 'sds.d0006', 'sds.d0008', 'sds.d0009']);
  });

  it.each(['cursor=garbage', 'cursor=', 'cursor=aGlzdG9yeSBh'])('refuses %s', async (query) => {
    const answer = await createScene().ask(`/v1/datasets?${query}`);
    expect(answer).toMatchObject({ status: 400, json: { type: `${BASE}/problems/invalid-cursor` } });
  });
});

describe('GET /v1/datasets/{id}', () => {
  it('shows the record, where it comes from and whose it is, without the owner’s mail address', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.lmdb'));
    const answer = await scene.ask('/v1/datasets/sds.lmdb');
    const { record, unmapped, written, origin, problems, identifier } = entryOf('sds.lmdb');
    expect(answer.json).toEqual({
      id: 'sds.lmdb',
      iri: `${BASE}/id/dataset/sds.lmdb`,
      state: 'live',
      revision: 1,
      contentHash: 'sha256:sds.lmdb',
      changedAt: '2026-11-23T04:00:01.000Z',
      kind: 'Dataset',
      identifier,
      source: { id: 'sds', title: { da: 'Sundhedsdatastyrelsen', en: 'Danish Health Data Authority' } },
      owner: {
        id: 'sundhedsdatastyrelsen',
        name: { da: 'Sundhedsdatastyrelsen' },
        homepage: 'https://sds.example/',
      },
      record,
      labels: {},
      unmapped,
      written,
      origin,
      problems,
      sameAs: [],
      links: {
        self: `${BASE}/v1/datasets/sds.lmdb`,
        history: `${BASE}/v1/datasets/sds.lmdb/changes`,
        variables: `${BASE}/v1/datasets/sds.lmdb/variables`,
        sameAs: `${BASE}/v1/datasets/sds.lmdb/same-as`,
        source: `${BASE}/v1/sources/sds`,
        change: `${BASE}/v1/changes/1`,
        run: `${BASE}/v1/runs/sds.20261123T040000Z.abc123`,
      },
    });
    expect(answer.headers).toMatchObject({
      vary: 'Accept, Accept-Profile',
      'content-location': `${BASE}/v1/datasets/sds.lmdb.json`,
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    });
    expect(answer.headers.link).toBe(
      [
        `<${BASE}/v1/datasets/sds.lmdb.jsonld>; rel="alternate"; type="application/ld+json"`,
        `<${BASE}/v1/datasets/sds.lmdb.ttl>; rel="alternate"; type="text/turtle"`,
        `<${BASE}/v1/datasets/sds.lmdb.nt>; rel="alternate"; type="application/n-triples"`,
        `<${BASE}/v1/datasets/sds.lmdb.rdf>; rel="alternate"; type="application/rdf+xml"`,
        ...byProfile('sds.lmdb'),
        `<${BASE}/v1/datasets/sds.lmdb/changes>; rel="version-history"`,
      ].join(', '),
    );
  });

  it.each([
    ['', undefined, 'application/json; charset=utf-8'],
    ['', '*/*', 'application/json; charset=utf-8'],
    ['', 'text/turtle', 'text/turtle; charset=utf-8'],
    ['', 'text/*', 'text/turtle; charset=utf-8'],
    ['', 'application/rdf+xml, text/turtle;q=0.5', 'application/rdf+xml'],
    ['', 'application/json;q=0.2, application/n-triples;q=0.3', 'application/n-triples'],
    ['', 'application/json;q=0, */*;q=0.1', 'application/ld+json'],
    ['', 'text/html, application/xhtml+xml, */*;q=0.8', 'application/json; charset=utf-8'],
    ['.ttl', 'application/json', 'text/turtle; charset=utf-8'],
    ['.jsonld?format=ttl', 'application/json', 'application/ld+json'],
    ['?format=nt', 'application/json', 'application/n-triples'],
    ['?format=text/turtle', undefined, 'text/turtle; charset=utf-8'],
    ['.json', 'text/turtle', 'application/json; charset=utf-8'],
  ])('answers %j with Accept %j as %s', async (rest, accept, type) => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'));
    const answer = await scene.ask(`/v1/datasets/sds.a${rest}`, accept === undefined ? {} : { headers: { accept } });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, type]);
  });

  it.each([
    ['', 'text/html'],
    ['', 'image/*, application/json;q=0'],
    ['?format=xlsx', 'application/json'],
  ])('tells the alternatives when it has no such format: %j %s', async (rest, accept) => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'));
    const answer = await scene.ask(`/v1/datasets/sds.a${rest}`, { headers: { accept } });
    expect(answer.status).toBe(406);
    expect(answer.json.alternatives).toEqual([
      { href: `${BASE}/v1/datasets/sds.a.json`, type: 'application/json' },
      { href: `${BASE}/v1/datasets/sds.a.jsonld`, type: 'application/ld+json' },
      { href: `${BASE}/v1/datasets/sds.a.ttl`, type: 'text/turtle' },
      { href: `${BASE}/v1/datasets/sds.a.nt`, type: 'application/n-triples' },
      { href: `${BASE}/v1/datasets/sds.a.rdf`, type: 'application/rdf+xml' },
    ]);
  });

  it('writes Turtle about the dataset’s own name', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'));
    const { body } = await scene.ask('/v1/datasets/sds.a.ttl');
    expect(body).toContain(`<${BASE}/id/dataset/sds.a>`);
    expect(body).toContain('"Title of sds.a"@da');
  });

  it.each(['', '.ttl', '.json'])('answers 410 with the tombstone when the dataset was removed (%s)', async (suffix) => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'));
    await scene.append(removal('sds.a'));
    const answer = await scene.ask(`/v1/datasets/sds.a${suffix}`);
    expect(answer.status).toBe(410);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json).toEqual({
      type: `${BASE}/problems/dataset-removed`,
      title: 'The dataset was removed from the catalogue.',
      status: 410,
      detail: 'The dataset "sds.a" was removed at 2026-11-23T04:00:02.000Z.',
      instance: `/v1/datasets/sds.a${suffix}`,
      requestId: 'request-1',
      id: 'sds.a',
      iri: `${BASE}/id/dataset/sds.a`,
      tombstone: {
        deletedAt: '2026-11-23T04:00:02.000Z',
        lastRevision: 1,
        cause: 'source-removed',
        replacedBy: null,
      },
      links: {
        self: `${BASE}/v1/datasets/sds.a`,
        history: `${BASE}/v1/datasets/sds.a/changes`,
        source: `${BASE}/v1/sources/sds`,
      },
    });
  });

  it.each(['sds.none', 'nothing', 'sds.a.pdf', 'SDS.A', `sds.${'x'.repeat(2000)}`])('does not know %s', async (id) => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'));
    expect((await scene.ask(`/v1/datasets/${id}`)).status).toBe(404);
  });

  it('takes the name of a format for a dataset when a source has one of that name', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.ttl'));
    expect((await scene.ask('/v1/datasets/sds.ttl')).json.id).toBe('sds.ttl');
  });
});

describe('GET /id/dataset/{id}', () => {
  it('leads from the name of a dataset to its description', async () => {
    const answer = await createScene().ask('/id/dataset/sds.a');
    expect(answer).toMatchObject({ status: 303, body: '', headers: { location: `${BASE}/v1/datasets/sds.a` } });
  });
});
