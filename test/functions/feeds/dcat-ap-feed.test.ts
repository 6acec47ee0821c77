/** The documents of the DCAT-AP feed themselves: bounds, borders of pages, and what may be kept for how long. */

import type { Quad } from 'n3';
import { parse } from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { feedGeneration, feedStore } from '#functions/shared/feed-store.ts';
import { createScene, creations, type Scene } from '../api/scene.ts';
import { memoryCheckpoints } from '../memory-catalogue.ts';
import { changesOfTime, recordOf } from './changes-of-time.ts';
import { freezePages } from './served.ts';

const BASE = 'https://data.example.dk';
const FEED = '/v1/feeds/dcat-ap';
const STREAM = `${BASE}${FEED}#stream`;
const TREE = 'https://w3id.org/tree#';
const AS = 'https://www.w3.org/ns/activitystreams#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

interface Link {
  readonly node: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** A document of the feed as a client understands it. */
interface Page {
  readonly quads: readonly Quad[];
  readonly immutable: boolean;
  readonly links: readonly Link[];
  readonly members: readonly { readonly id: string; readonly published: string }[];
}

/** Statements by subject: pages have thousands, and every member of them is looked up. */
const indexes = new WeakMap<readonly Quad[], Map<string, Quad[]>>();

function about(quads: readonly Quad[], subject: string): readonly Quad[] {
  const index = indexes.get(quads) ?? Map.groupBy(quads, (quad) => quad.subject.value);
  indexes.set(quads, index);
  return index.get(subject) ?? [];
}

const objectsOf = (quads: readonly Quad[], subject: string, predicate: string): string[] =>
  about(quads, subject)
    .filter((quad) => quad.predicate.value === predicate)
    .map(({ object }) => object.value);

function linksOf(quads: readonly Quad[], address: string): Link[] {
  const relations = objectsOf(quads, address, `${TREE}relation`).map((relation) => {
    const one = (name: string) => objectsOf(quads, relation, name)[0] ?? '';
    expect(one(`${TREE}path`)).toBe(`${AS}published`);
    return { type: one(RDF_TYPE).slice(TREE.length), node: one(`${TREE}node`), value: one(`${TREE}value`) };
  });
  return [...Map.groupBy(relations, ({ node }) => node)].map(([node, both]) => ({
    node,
    from: both.find(({ type }) => type === 'GreaterThanOrEqualToRelation')?.value,
    to: both.find(({ type }) => type === 'LessThanRelation')?.value,
  }));
}

async function get(scene: Scene, path: string): Promise<Page> {
  const answer = await scene.ask(path, { headers: { accept: 'application/n-quads' } });
  expect(answer.status, path).toBe(200);
  const quads = parse(answer.body, { format: 'application/n-quads' }) as unknown as Quad[];
  expect(objectsOf(quads, STREAM, `${TREE}view`)).toEqual([BASE + FEED]);
  expect(quads.filter(({ predicate }) => predicate.value === `${TREE}view`)).toHaveLength(1);
  const header = String(answer.headers['cache-control']).includes('immutable');
  expect(objectsOf(quads, BASE + path, 'https://w3id.org/ldes#immutable')).toEqual(header ? ['true'] : []);
  return {
    quads,
    immutable: header,
    links: linksOf(quads, BASE + path),
    members: objectsOf(quads, STREAM, `${TREE}member`).map((id) => ({
      id,
      published: objectsOf(quads, id, `${AS}published`)[0] ?? '',
    })),
  };
}

/** Every document that the entry leads to, by its path. */
async function crawl(scene: Scene): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  const waiting = [FEED];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    expect(pages.has(path), `${path} has one way to it`).toBe(false);
    const page = await get(scene, path);
    pages.set(path, page);
    waiting.push(...page.links.map(({ node }) => node.slice(BASE.length)));
  }
  return pages;
}

async function sceneOf(count: number): Promise<Scene> {
  const scene = createScene({}, recordOf);
  await scene.append(...changesOfTime(count));
  await freezePages(scene);
  return scene;
}

describe('the documents of the DCAT-AP feed', () => {
  it('hold every member within the bounds by which they were reached, oldest first', async () => {
    const pages = await crawl(await sceneOf(250));
    const links = [...pages.values()].flatMap((page) => page.links);
    expect(links).toHaveLength(3);
    for (const { node, from, to } of links) {
      const times = (pages.get(node.slice(BASE.length))?.members ?? []).map(({ published }) => published);
      expect(times).toEqual(times.toSorted());
      expect(times[0]).toBe(from);
      expect(to === undefined || (times.at(-1) ?? '') < to).toBe(true);
    }
    expect(links.filter(({ to }) => to === undefined).map(({ node }) => node)).toEqual([`${BASE}${FEED}/pages/3`]);
  });

  it('turn immutable only when the page after them is linked, whatever the log has just grown to', async () => {
    const scene = createScene({}, recordOf);
    const checkpoints = memoryCheckpoints();
    const log = changesOfTime(208);
    const borders = [99, 100, 101, 200, 201, 208];
    let done = 0;
    for (const border of borders) {
      await scene.append(...log.slice(done, border));
      done = border;
      // Before the freezing function has woken up, and after.
      for (const freeze of [async () => undefined, () => freezePages(scene, checkpoints)]) {
        await freeze();
        const pages = await crawl(scene);
        const numbers = [...pages].filter(([path]) => path !== FEED);
        for (const [index, [, { immutable }]] of numbers.entries()) {
          if (immutable) expect(index).toBeLessThan(numbers.length - 1);
        }
        expect(numbers.at(-1)?.[1].immutable).toBe(false);
      }
      const seen = [...(await crawl(scene)).values()].flatMap(({ members }) => members);
      expect(seen.filter(({ id }) => id.endsWith('#activity'))).toHaveLength(border);
    }
  });

  it('keep their bytes once they are frozen', async () => {
    const scene = await sceneOf(150);
    const bytes = async () =>
      Promise.all(['trig', 'jsonld', 'nq'].map(async (suffix) => (await scene.ask(`${FEED}/pages/1.${suffix}`)).body));
    const before = await bytes();
    await scene.append(...changesOfTime(150, 'ssi'));
    await freezePages(scene);
    expect(await bytes()).toEqual(before);
    const again = createScene({}, recordOf);
    await again.append(...changesOfTime(150));
    await freezePages(again);
    expect((await again.ask(`${FEED}/pages/1.nq`)).body, 'the same log gives the same page').toBe(before[2]);
  });

  it('say the same members while a page grows and when it is frozen', async () => {
    const scene = createScene({}, recordOf);
    await scene.append(...changesOfTime(100));
    const growing = await get(scene, `${FEED}/pages/1`);
    await scene.append(...changesOfTime(5, 'ssi'));
    await freezePages(scene);
    const frozen = await get(scene, `${FEED}/pages/1`);
    expect([growing.immutable, frozen.immutable]).toEqual([false, true]);
    expect(frozen.members).toEqual(growing.members);
    const graphs = (page: Page) => page.quads.filter(({ graph }) => graph.value !== '').length;
    expect(graphs(frozen)).toBe(graphs(growing));
  });

  it('lead to pages by way of index nodes when there are more than two hundred', async () => {
    const scene = createScene();
    await scene.append(...creations(101));
    // As if the first hundred changes had filled two hundred pages: what is looked at is where the entry leads.
    const starts = Array.from({ length: 200 }, (_, page) => ({
      seq: page + 1,
      published: new Date(Date.parse('2026-11-22T00:00:00.000Z') + page * 60_000).toISOString(),
    }));
    const position = { seq: 100, published: '2026-11-22T05:00:00.000Z', agents: new Map() };
    const nothing = { documents: { trig: '', jsonld: '', nq: '' }, events: [] };
    await feedStore(scene.objects, feedGeneration('e1', BASE)).freeze(200, nothing, { starts, position });
    const entry = await get(scene, FEED);
    expect(entry.links.map(({ node }) => node.slice((BASE + FEED).length))).toEqual([
      '/index/1',
      '/index/2',
      '/pages/201',
    ]);
    for (const { node, from, to } of entry.links.slice(0, 2)) {
      const index = await get(scene, node.slice(BASE.length));
      expect(index.immutable).toBe(true);
      expect(index.links).toHaveLength(100);
      expect([index.links[0]?.from, index.links.at(-1)?.to]).toEqual([from, to]);
    }
    expect((await scene.ask(`${FEED}/index/3`)).status).toBe(404);
  });

  it('tell a growing page that did not change in no bytes', async () => {
    const scene = await sceneOf(120);
    for (const path of [FEED, `${FEED}/pages/2`]) {
      const first = await scene.ask(path);
      const tag = String(first.headers.etag);
      expect(await scene.ask(path, { headers: { 'if-none-match': tag } })).toMatchObject({ status: 304, body: '' });
      await scene.append(...changesOfTime(1, `late${path.length}`));
      const changed = await scene.ask(path, { headers: { 'if-none-match': tag } });
      // The entry tells where pages begin: one more change in the last page is no news to it.
      expect(changed.status).toBe(path === FEED ? 304 : 200);
    }
  });

  it('are empty and well while the log is', async () => {
    const scene = createScene();
    expect((await get(scene, FEED)).links).toEqual([]);
    expect((await scene.ask(`${FEED}/pages/1`)).status).toBe(404);
  });

  it.each(['0', '01', '4', 'x', '1.ttl', '999999999999'])('know no page %s', async (page) => {
    const scene = await sceneOf(250);
    expect((await scene.ask(`${FEED}/pages/${page}`)).status).toBe(404);
  });

  it.each([
    [undefined, '', 200, 'application/trig'],
    ['*/*', '', 200, 'application/trig'],
    ['application/ld+json', '', 200, 'application/ld+json'],
    ['application/n-quads, application/trig;q=0.95', '', 200, 'application/n-quads'],
    ['application/trig', '.nq', 200, 'application/n-quads'],
    [undefined, '?format=jsonld', 200, 'application/ld+json'],
    ['text/html', '', 406, 'application/problem+json'],
    ['text/turtle', '', 406, 'application/problem+json'],
    [undefined, '?page=2', 400, 'application/problem+json'],
  ])('are given by Accept %s and address "%s" with %i as %s', async (accept, behind, status, type) => {
    const scene = await sceneOf(3);
    for (const path of [FEED, `${FEED}/pages/1`]) {
      const answer = await scene.ask(path + behind, accept === undefined ? {} : { headers: { accept } });
      expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
      if (status === 200)
        expect(answer.headers).toMatchObject({
          vary: expect.stringMatching(/^Accept\b/),
          link: expect.stringContaining('rel="alternate"'),
        });
    }
  });

  it('begin anew under another public address: pages hold addresses', async () => {
    const scene = await sceneOf(150);
    const keys = [...scene.objects.contents.keys()].filter((key) => key.startsWith('feeds/'));
    expect(keys).toHaveLength(5);
    const other = createScene({
      ...scene.ports,
      links: new (scene.ports.links.constructor as typeof import('#functions/api/links.ts').Links)(
        'https://andet.example.dk',
      ),
    });
    const { body } = await other.ask(`${FEED}/pages/1`);
    expect(body).toContain('https://andet.example.dk/v1/changes/1#activity');
    expect(body).not.toContain(BASE);
  });
});

describe('what the feed names', () => {
  it('was created before, is never named after its deletion, and is created and deleted in turn', async () => {
    const pages = await crawl(await sceneOf(400));
    const alive = new Set<string>();
    const standalone = [`${BASE}/id/`, 'https://styrelse-'];
    const members = [...pages.values()].flatMap((page) => {
      const graphs = Map.groupBy(page.quads, ({ graph }) => graph.value);
      return page.members.map((member) => ({ ...member, page, payload: graphs.get(member.id) ?? [] }));
    });
    for (const { id, page, payload } of members.toSorted((a, b) => (a.published < b.published ? -1 : 1))) {
      const [object = ''] = objectsOf(page.quads, id, `${AS}object`);
      const type = objectsOf(page.quads, id, RDF_TYPE)[0]?.slice(AS.length);
      expect(alive.has(object), `${type} of ${object}`).toBe(type !== 'Create');
      if (type === 'Delete') alive.delete(object);
      else alive.add(object);
      const named = payload
        .filter(({ object: { termType } }) => termType === 'NamedNode')
        .map(({ object: { value } }) => value)
        .filter((iri) => standalone.some((start) => iri.startsWith(start)) && !iri.includes('#record'));
      for (const iri of named) expect(alive.has(iri), `${iri} in ${id}`).toBe(true);
    }
    expect(alive.size).toBeGreaterThan(100);
  });

  it('tells an agent once, and again only when a record says something else of it', async () => {
    const pages = await crawl(await sceneOf(250));
    const agents = [...pages.values()].flatMap((page) =>
      page.members
        .filter(({ id }) => id.includes('#agent-'))
        .map(({ id }) => [
          objectsOf(page.quads, id, `${AS}object`)[0],
          objectsOf(page.quads, id, RDF_TYPE)[0]?.slice(AS.length),
        ]),
    );
    expect(agents.filter(([, type]) => type === 'Create').map(([iri]) => iri)).toEqual([
      'https://styrelse-0.example.dk/',
      'https://styrelse-1.example.dk/',
      'https://styrelse-2.example.dk/',
    ]);
    // The new name of one of them comes with two datasets, and the old one with their neighbours.
    expect(agents.filter(([, type]) => type === 'Update').length).toBeGreaterThan(0);
    expect(agents.length).toBeLessThan(20);
  });
});
