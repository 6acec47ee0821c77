/** The feeds for people, as the readers of others read them. */
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import type { ChangeDraft } from '#schemas/change.ts';
import { createScene, type Scene } from '../api/scene.ts';
import { draftOf } from '../drafts.ts';
import { changesOfTime, recordOf } from './changes-of-time.ts';

const BASE = 'https://data.example.dk';
const ATOM = '/v1/feeds/atom.xml';

async function sceneOf(count: number): Promise<Scene> {
  const scene = createScene({}, recordOf);
  await scene.append(...changesOfTime(count));
  return scene;
}

/** The documents from the newest back to the oldest, by the links that lead there. */
async function archives(scene: Scene): Promise<string[]> {
  const bodies: string[] = [];
  for (let next: string | undefined = BASE + ATOM; next !== undefined; ) {
    const { status, body } = await scene.ask(next.slice(BASE.length));
    expect(status).toBe(200);
    bodies.push(body);
    next = parseAtomFeed(body).links?.find(({ rel }) => rel === 'prev-archive')?.href;
  }
  return bodies;
}

const newestFirst = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${BASE}/v1/changes/${count - index}`);

describe('the Atom feed', () => {
  it('leads back to the first change, each change once and newest first, for two readers alike', async () => {
    const bodies = await archives(await sceneOf(250));
    expect(bodies).toHaveLength(3);
    const one = bodies.flatMap((body) => parseAtomFeed(body).entries ?? []).map(({ id }) => id);
    const read = await Promise.all(bodies.map((body) => new Parser().parseString(body)));
    const other = read.flatMap(({ items }) => items).map((item) => item.id);
    expect(one).toEqual(newestFirst(250));
    expect(other).toEqual(newestFirst(250));
  });

  it('keeps the bytes of an archive for ever, and has none of a page that still grows', async () => {
    const scene = await sceneOf(200);
    expect((await scene.ask('/v1/feeds/atom/2.xml')).status).toBe(404);
    const before = await scene.ask('/v1/feeds/atom/1.xml');
    expect(before.headers['cache-control']).toBe('public, max-age=604800, immutable');
    expect(before.body).toContain('<fh:archive/>');
    await scene.append(...changesOfTime(120, 'ssi'));
    expect((await scene.ask('/v1/feeds/atom/1.xml')).body).toBe(before.body);
    expect((await scene.ask('/v1/feeds/atom/2.xml')).status).toBe(200);
  });

  it('tells what happened in Danish, and in English when asked', async () => {
    const scene = createScene({}, recordOf);
    const update: Partial<ChangeDraft> = {
      type: 'Update',
      revision: 2,
      previous: 1,
      changed: ['title', 'description'],
      cause: 'source-updated',
    } as const;
    const removal: Partial<ChangeDraft> = {
      type: 'Delete',
      revision: 3,
      previous: 2,
      contentHash: null,
      cause: 'source-removed',
    };
    await scene.append(draftOf('sds.d7'), draftOf('sds.d7', update), draftOf('sds.d7', removal));
    const titles = async (path: string) =>
      (parseAtomFeed((await scene.ask(path)).body).entries ?? []).map(({ title, summary }) => [
        title?.value,
        summary?.value,
      ]);
    expect(await titles(ATOM)).toEqual([
      ['Fjernet datasæt: Register 7 for sårbare, udgave 2', 'Ejeren viser det ikke længere.'],
      ['Ændret datasæt: Register 7 for sårbare, udgave 2', 'Ejeren har ændret det. Ændret er titel, beskrivelse.'],
      [
        'Nyt datasæt: Register 7 for sårbare, udgave 1',
        'Ejeren har tilføjet det. Alle forløb på danske sygehuse: æ, ø og å.',
      ],
    ]);
    expect(await titles(`${ATOM}?lang=en`)).toEqual([
      ['Removed dataset: Register 7, version 2', 'Its owner no longer shows it.'],
      ['Changed dataset: Register 7, version 2', 'Its owner changed it. What changed: title, description.'],
      ['New dataset: Register 7, version 1', 'Its owner added it. Every course in Danish hospitals.'],
    ]);
  });

  it('stays well-formed whatever an owner writes', async () => {
    const nasty = '<b>&amp; "æøå" ]]> \u0007 \ud800';
    const scene = createScene({}, (draft) => {
      const entry = recordOf(draft);
      return { ...entry, record: { ...entry.record, title: { da: nasty } } };
    });
    await scene.append(draftOf('sds.d1'));
    const { body } = await scene.ask(ATOM);
    const [entry] = (await new Parser().parseString(body)).items;
    expect(entry?.title).toContain('<b>&amp; "æøå" ]]>');
  });

  it('has one id over all its pages, and readers that hold it are told in no bytes', async () => {
    const scene = await sceneOf(150);
    const ids = new Set((await archives(scene)).map((body) => parseAtomFeed(body).id));
    expect([...ids]).toEqual([BASE + ATOM]);
    const { headers } = await scene.ask(ATOM);
    const again = await scene.ask(ATOM, { headers: { 'if-none-match': String(headers.etag) } });
    expect(again).toMatchObject({ status: 304, body: '' });
  });

  it.each(['?lang=de', '?page=1'])('refuses %s', async (query) => {
    expect((await (await sceneOf(1)).ask(ATOM + query)).status).toBe(400);
  });
});

describe('the JSON Feed', () => {
  it('leads back to the first change by next_url, deletions among them', async () => {
    const scene = await sceneOf(250);
    const items: { id?: string | undefined; tags?: readonly (string | undefined)[] | undefined }[] = [];
    for (let next: string | undefined = `${BASE}/v1/feeds/feed.json?lang=en`; next !== undefined; ) {
      const { body, headers } = await scene.ask(next.slice(BASE.length));
      expect(headers['content-type']).toBe('application/feed+json; charset=utf-8');
      const feed = parseJsonFeed(body);
      expect(feed.language).toBe('en');
      items.push(...(feed.items ?? []));
      next = feed.next_url;
    }
    expect(items.map(({ id }) => id)).toEqual(newestFirst(250));
    expect(items.filter(({ tags }) => tags?.includes('Delete')).length).toBeGreaterThan(20);
  });

  it('is empty and well while the log is', async () => {
    const scene = createScene();
    expect(parseJsonFeed((await scene.ask('/v1/feeds/feed.json')).body).title).toContain('Datalandkort');
    expect((await new Parser().parseString((await scene.ask(ATOM)).body)).items).toEqual([]);
  });
});
