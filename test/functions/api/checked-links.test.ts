import { describe, expect, it } from 'vitest';
import { afterCheck } from '#quality/links/after-check.ts';
import type { LinkKind, Sighting } from '#quality/links/link-status.ts';
import type { LinkUse } from '#quality/links/record-links.ts';
import { draftOf } from '../drafts.ts';
import { memoryLinks } from '../memory-links.ts';
import { BASE, createScene } from './scene.ts';

const start = Date.parse('2026-11-23T04:00:00.000Z');

const use = (url: string, place: string): LinkUse => ({
  url,
  property: place.replace(/^.*\./, ''),
  place,
  mediaTypes: [],
});

const nothing: Omit<Sighting, 'kind'> = {
  status: null,
  message: null,
  movedTo: null,
  certificateEnds: null,
  mediaType: null,
  askAgainAt: null,
};

/** A dataset with a link that works, one that does not, and one that was not looked at yet. */
async function scene() {
  const linkStatuses = memoryLinks();
  const made = createScene({ linkStatuses });
  await made.append(draftOf('sds.car'), draftOf('ssi.mis'));
  const see = async (url: string, kind: LinkKind, over: Partial<Sighting> = {}) => {
    const before = (await linkStatuses.get([url])).get(url);
    if (before) await linkStatuses.save(afterCheck(before, { ...nothing, ...over, kind }, start), before);
  };
  await linkStatuses.replace(
    [
      {
        dataset: 'sds.car',
        uses: [
          use('https://sds.example/car', 'landingPage'),
          use('https://sds.example/car.csv', 'distribution[0].downloadURL'),
          use('https://sds.example/ny', 'page'),
        ],
      },
    ],
    start,
  );
  await linkStatuses.replace([{ dataset: 'ssi.mis', uses: [use('https://sds.example/car', 'page')] }], start);
  await see('https://sds.example/car', 'certificate-ending', {
    status: 200,
    certificateEnds: '2026-11-30T16:00:00.000Z',
  });
  await see('https://sds.example/car.csv', 'not-found', { status: 404, message: 'The server answered 404.' });
  return { ...made, linkStatuses };
}

const itemsOf = (answer: { json: Record<string, unknown> }) => answer.json.items as Record<string, unknown>[];

describe('/v1/links', () => {
  it('shows a link with what is wrong in both languages, since when, and who names it', async () => {
    const { ask } = await scene();

    const answer = await ask('/v1/links?status=failing');

    expect(answer.status).toBe(200);
    expect(itemsOf(answer)).toEqual([
      {
        url: 'https://sds.example/car.csv',
        status: 'failing',
        kind: 'not-found',
        says: { da: 'Siden findes ikke.', en: 'There is no such page.' },
        httpStatus: 404,
        message: 'The server answered 404.',
        checkedAt: '2026-11-23T04:00:00.000Z',
        changedAt: '2026-11-23T04:00:00.000Z',
        lastOk: null,
        firstFailure: '2026-11-23T04:00:00.000Z',
        failures: 1,
        due: expect.stringMatching(/^2026-11-24T0[4-6]/),
        movedTo: null,
        mediaType: null,
        certificate: null,
        history: [{ at: '2026-11-23T04:00:00.000Z', kind: 'not-found', status: 404 }],
        datasets: [
          {
            id: 'sds.car',
            href: `${BASE}/v1/datasets/sds.car`,
            places: [{ property: 'downloadURL', place: 'distribution[0].downloadURL' }],
          },
        ],
        hasMoreDatasets: false,
      },
    ]);
    expect(answer.json).toMatchObject({ cursor: null, hasMore: false });
  });

  it('tells how many days a certificate has left', async () => {
    const { ask } = await scene();
    const [link] = itemsOf(await ask('/v1/links?kind=certificate-ending'));
    expect(link).toMatchObject({ certificate: { ends: '2026-11-30T16:00:00.000Z', daysLeft: 7 } });
  });

  it('lists by status, kind, source and dataset', async () => {
    const { ask } = await scene();
    const urls = async (query: string) => itemsOf(await ask(`/v1/links${query}`)).map(({ url }) => url);
    expect((await urls('')).length).toBe(3);
    expect(await urls('?status=unknown')).toEqual(['https://sds.example/ny']);
    expect(await urls('?source=ssi')).toEqual(['https://sds.example/car']);
    expect(await urls('?dataset=sds.car&status=ok')).toEqual(['https://sds.example/car']);
    expect(await urls('?status=dead')).toEqual([]);
  });

  it('refuses what it does not know', async () => {
    const { ask } = await scene();
    for (const query of ['?status=broken', '?kind=x', '?stauts=dead', '?limit=0']) {
      const answer = await ask(`/v1/links${query}`);
      expect([query, answer.status, answer.json.type]).toEqual([query, 400, `${BASE}/problems/unknown-parameter`]);
    }
  });

  it('refuses a cursor of another list, or of this one in another order', async () => {
    const { ask } = await scene();
    const cursorOf = (...keys: string[]) => Buffer.from(keys.join(' ')).toString('base64url');
    const place = `dead|2026-11-23T04:00:00.000Z#${'k'.repeat(22)}`;
    for (const query of [
      'cursor=nonsens',
      `cursor=${cursorOf('datasets', 'sds.a')}`,
      `cursor=${cursorOf('links', place)}&source=sds`,
      `cursor=${cursorOf('links', place)}&status=ok`,
      `cursor=${cursorOf('links', 'k'.repeat(22))}`,
    ]) {
      const answer = await ask(`/v1/links?${query}`);
      expect([query, answer.status, answer.json.type]).toEqual([query, 400, `${BASE}/problems/invalid-cursor`]);
    }
    expect((await ask(`/v1/links?cursor=${cursorOf('links', place)}&status=dead`)).status).toBe(200);
  });
});

describe('/v1/datasets/{id}/links', () => {
  it('shows each link of the dataset with its place in the record, also one that was not looked at yet', async () => {
    const { ask } = await scene();
    const answer = await ask('/v1/datasets/sds.car/links');
    expect(answer.json).toMatchObject({ id: 'sds.car', links: { dataset: `${BASE}/v1/datasets/sds.car` } });
    expect(itemsOf(answer)).toMatchObject([
      {
        property: 'downloadURL',
        label: { da: 'download-URL' },
        place: 'distribution[0].downloadURL',
        status: 'failing',
      },
      { property: 'landingPage', place: 'landingPage', status: 'ok', kind: 'certificate-ending' },
      { property: 'page', label: { da: 'dokumentation' }, status: 'unknown', kind: 'unchecked', checkedAt: null },
    ]);
  });

  it('is empty for a dataset without links, 404 for one that is none, and 410 for one that was removed', async () => {
    const { ask, append } = await scene();
    await append(draftOf('sds.uden'), draftOf('sds.vaek'));
    await append(draftOf('sds.vaek', { type: 'Delete', contentHash: null, revision: 2 }));
    expect(itemsOf(await ask('/v1/datasets/sds.uden/links'))).toEqual([]);
    expect((await ask('/v1/datasets/sds.intet/links')).status).toBe(404);
    expect((await ask('/v1/datasets/sds.vaek/links')).status).toBe(410);
  });
});
