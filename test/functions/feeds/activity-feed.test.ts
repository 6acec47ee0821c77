/** The collection of activities, followed as IIIF Change Discovery tells its clients to. */
import { describe, expect, it } from 'vitest';
import { createScene, type Scene } from '../api/scene.ts';
import { changesOfTime, recordOf } from './changes-of-time.ts';

const BASE = 'https://data.example.dk';
const COLLECTION = '/v1/feeds/activity';

interface Activity {
  readonly id: string;
  readonly type: string;
  readonly object: { readonly id: string };
  readonly endTime: string;
}

/** What the protocol's own algorithm finds: backwards from the last page, the newest activity of each object, until `lastCrawl`. */
async function crawl(scene: Scene, lastCrawl: string): Promise<Map<string, string>> {
  const newest = new Map<string, string>();
  const { json } = await scene.ask(COLLECTION);
  for (let page = json.last as { id: string } | undefined; page; ) {
    const found = (await scene.ask(page.id.slice(BASE.length))).json;
    for (const { type, object, endTime } of (found.orderedItems as Activity[]).toReversed()) {
      if (endTime < lastCrawl) return newest;
      if (!newest.has(object.id)) newest.set(object.id, type);
    }
    page = found.prev as { id: string } | undefined;
  }
  return newest;
}

describe('the activities', () => {
  it('give a follower the latest state of everything that changed since it last came', async () => {
    const scene = createScene({}, recordOf);
    const log = changesOfTime(450);
    await scene.append(...log.slice(0, 250));
    const whole = await crawl(scene, '');
    const latest = new Map(log.slice(0, 250).map(({ dataset, type }) => [`${BASE}/id/dataset/${dataset}`, type]));
    expect(new Map([...whole].sort())).toEqual(new Map([...latest].sort()));
    await scene.append(...log.slice(250));
    const since = await crawl(scene, '2026-11-23T04:00:02.000Z');
    const later = new Map(log.slice(250).map(({ dataset, type }) => [`${BASE}/id/dataset/${dataset}`, type]));
    expect(new Map([...since].sort())).toEqual(new Map([...later].sort()));
  });

  it('stand in pages that keep their bytes once another follows', async () => {
    const scene = createScene({}, recordOf);
    await scene.append(...changesOfTime(200));
    expect((await scene.ask(`${COLLECTION}/2`)).headers['cache-control']).not.toContain('immutable');
    const before = await scene.ask(`${COLLECTION}/1`);
    expect(before.headers['cache-control']).toContain('immutable');
    expect(before.json).toMatchObject({ startIndex: 0, next: { id: `${BASE}${COLLECTION}/2` } });
    await scene.append(...changesOfTime(120, 'ssi'));
    expect((await scene.ask(`${COLLECTION}/1`)).body).toBe(before.body);
    expect((await scene.ask(COLLECTION)).json).toMatchObject({
      totalItems: 320,
      last: { id: `${BASE}${COLLECTION}/4` },
    });
  });

  it.each(['0', '2', 'x', '01'])('have no page %s while the log is empty', async (page) => {
    const scene = createScene();
    expect((await scene.ask(`${COLLECTION}/${page}`)).status).toBe(404);
    expect((await scene.ask(`${COLLECTION}/1`)).json).toMatchObject({ orderedItems: [] });
  });
});
