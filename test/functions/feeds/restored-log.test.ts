/** After a restore the log gives out the same numbers again: whatever they name is told apart by the name of the log. */
import { describe, expect, it } from 'vitest';
import { BASE, createScene, creations, type Scene } from '../api/scene.ts';
import { memoryLog } from '../memory-ledger.ts';
import { freezePages } from './served.ts';

const EPOCH = 'e2tmf3k9x1a';
const CHANGES = 250;

/** A scene of a restored log, with its full pages frozen. */
async function restored(): Promise<Scene> {
  const scene = createScene({}, undefined, undefined, memoryLog(EPOCH));
  await scene.append(...creations(CHANGES));
  await freezePages(scene);
  return scene;
}

describe('a log that was restored', () => {
  it.each([
    ['/v1/changes?since=0', '$.items[0].id', `${BASE}/v1/changes/${EPOCH}-1`],
    [`/v1/changes/${EPOCH}-2`, '$.id', `${BASE}/v1/changes/${EPOCH}-2`],
    ['/v1/feeds/activity', '$.last.id', `${BASE}/v1/feeds/activity/${EPOCH}-3`],
    [`/v1/feeds/activity/${EPOCH}-2`, '$.next.id', `${BASE}/v1/feeds/activity/${EPOCH}-3`],
    [`/v1/feeds/activity/${EPOCH}-2`, '$.orderedItems[0].id', `${BASE}/v1/changes/${EPOCH}-101#activity`],
    ['/v1/feeds/feed.json', '$.items[0].id', `${BASE}/v1/changes/${EPOCH}-250`],
    ['/v1/feeds/feed.json', '$.next_url', `${BASE}/v1/feeds/feed.json?page=${EPOCH}-2`],
    [`/v1/feeds/feed.json?page=${EPOCH}-2`, '$.items[0].id', `${BASE}/v1/changes/${EPOCH}-200`],
  ])('names in %s what it numbers by its own name', async (path, place, name) => {
    const scene = await restored();
    const { status, json } = await scene.ask(path);
    expect(status).toBe(200);
    const keys = place
      .split(/[.[\]]+/)
      .slice(1)
      .filter((key) => key !== '');
    expect(keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], json)).toBe(name);
  });

  it.each([
    ['/v1/feeds/dcat-ap.nq', `${BASE}/v1/feeds/dcat-ap/pages/${EPOCH}-1>`],
    [`/v1/feeds/dcat-ap/pages/${EPOCH}-1.nq`, `<${BASE}/v1/changes/${EPOCH}-1#activity>`],
    [`/v1/feeds/dcat-ap/pages/${EPOCH}-3.nq`, `<${BASE}/v1/changes/${EPOCH}-250#activity>`],
    [`/v1/changes/${EPOCH}-7.nt`, `<${BASE}/v1/changes/${EPOCH}-7#activity>`],
    ['/v1/feeds/atom.xml', `<id>${BASE}/v1/changes/${EPOCH}-250</id>`],
    ['/v1/feeds/atom.xml', `/v1/feeds/atom/${EPOCH}-2.xml`],
    [`/v1/feeds/atom/${EPOCH}-2.xml`, `<id>${BASE}/v1/changes/${EPOCH}-200</id>`],
  ])('says in %s what it is of', async (path, name) => {
    const scene = await restored();
    const { status, body } = await scene.ask(path);
    expect(status).toBe(200);
    expect(body).toContain(name);
    expect(body).not.toMatch(/\/v1\/changes\/[0-9]/);
  });

  it.each([
    '/v1/changes/1',
    '/v1/changes/e2other-1.ttl',
    '/v1/feeds/dcat-ap/pages/1',
    '/v1/feeds/dcat-ap/index/1',
    '/v1/feeds/activity/1',
    '/v1/feeds/atom/1.xml',
    '/v1/feeds/feed.json?page=1',
  ])('says of %s that it was of the log before', async (path) => {
    const scene = await restored();
    const { status, json } = await scene.ask(path);
    expect([status, json]).toEqual([
      410,
      expect.objectContaining({
        type: expect.stringContaining('log-replaced'),
        detail: expect.stringContaining(EPOCH),
      }),
    ]);
  });
});

it('a log that was never restored knows no number of another one', async () => {
  const scene = createScene();
  await scene.append(...creations(2));
  expect((await scene.ask(`/v1/changes/${EPOCH}-1`)).status).toBe(410);
  expect((await scene.ask('/v1/changes/1')).status).toBe(200);
});
