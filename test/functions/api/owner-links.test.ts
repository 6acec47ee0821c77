import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { differenceKey } from '#functions/harvest/waiting-changes.ts';
import { writeLines } from '#functions/shared/json-lines.ts';
import { ownerToken } from '#functions/shared/owner-link.ts';
import type { RecordDifference } from '#schemas/difference.ts';
import type { Run } from '#schemas/run.ts';
import { draftOf } from '../drafts.ts';
import { exampleSource, memoryRuns, memorySources, runOf } from '../memory-control.ts';
import { memoryLetters } from '../memory-letters.ts';
import { memoryQuality } from '../memory-quality.ts';
import { BASE, createScene, LINK_SECRET } from './scene.ts';

const NOW = Date.parse('2026-11-23T04:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;

const tokenOf = (owner: string, over: { links?: number; issued?: number; secret?: string } = {}): string =>
  ownerToken(over.secret ?? LINK_SECRET, { owner, links: over.links ?? 1, issued: over.issued ?? NOW });

const sources = memorySources([
  {
    ...exampleSource,
    id: 'sds',
    title: { da: 'Kræftregistre' },
    owner: { id: 'sds', name: { da: 'Sundhedsdatastyrelsen' } },
  },
  { ...exampleSource, id: 'ssi', owner: { id: 'ssi', name: { da: 'Statens Serum Institut' } } },
]);

function sceneOf(latestRun?: string, more: readonly Run[] = []) {
  const letters = memoryLetters();
  const quality = memoryQuality();
  const runs = memoryRuns([...(latestRun ? [runOf('sds.20261123T000000Z.abc123', latestRun)] : []), ...more]);
  const started: string[] = [];
  const starter = {
    start: async (source: string, options: { readonly preview?: true }) => {
      started.push(options.preview ? `${source} preview` : source);
      return { kind: 'started' as const, run: 'sds.20261123T050000Z.abc124' };
    },
    replay: async () => ({ kind: 'busy' as const }),
  };
  return { letters, quality, started, scene: createScene({ letters, quality, sources, runs, starter }) };
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

describe('the link in an owner’s letter', () => {
  it('shows the owner’s own registers and sources, as JSON and as a page with a form for each thing to do', async () => {
    const { scene } = sceneOf();
    await scene.append(draftOf('sds.car'), draftOf('ssi.msis'));
    const { json } = await scene.ask(`/v1/owner-links/${tokenOf('sds')}`);
    const page = await scene.ask(`/v1/owner-links/${tokenOf('sds')}`, { headers: { accept: 'text/html' } });

    expect(json).toMatchObject({
      owner: { id: 'sds' },
      letter: { frequency: 'monthly' },
      registers: [{ id: 'sds.car', lastConfirmed: null }],
      sources: [{ id: 'sds' }],
    });
    const $ = load(page.body);
    expect($('html').attr('lang')).toBe('da');
    expect($('h1').text()).toBe('Jeres registre i Datalandkort: Sundhedsdatastyrelsen');
    const forms = $('form')
      .map((_, form) => $(form).attr('action')?.split('/').at(-1))
      .get();
    expect(forms).toEqual(['confirm', 'harvest', 'preview', 'frequency']);
    expect(page.headers['cache-control']).toBe('no-store');
  });

  it('speaks English to who asks for it', async () => {
    const { scene } = sceneOf();
    const { body } = await scene.ask(`/v1/owner-links/${tokenOf('sds')}?lang=en`, { headers: { accept: 'text/html' } });

    expect(load(body)('h1').text()).toBe('Your registers in Datalandkort: Sundhedsdatastyrelsen');
  });

  it('executes nothing that a harvested title holds', async () => {
    const hostile = createScene({
      sources,
      catalogue: {
        get: async () => undefined,
        list: async () => [
          {
            id: 'sds.car',
            source: 'sds',
            kind: 'Dataset',
            state: 'live',
            revision: 1,
            seq: 1,
            contentHash: null,
            tombstone: null,
            published: '2026-11-23T04:00:00.000Z',
            summary: {
              identifier: null,
              title: { da: '<script>alert(1)</script>"onload="x' },
              publisher: {},
              example: false,
            },
          },
        ],
      },
    });
    const { body } = await hostile.ask(`/v1/owner-links/${tokenOf('sds')}`, { headers: { accept: 'text/html' } });

    expect(load(body)('script')).toHaveLength(0);
    expect(load(body)('th[scope=row]').text()).toBe('<script>alert(1)</script>"onload="x');
  });

  it('is void when it is forged, too old, or of an earlier number', async () => {
    const { scene, letters } = sceneOf();
    const [body, mark] = tokenOf('sds').split('.');
    const [other] = tokenOf('ssi').split('.');
    const statusOf = async (token: string) => (await scene.ask(`/v1/owner-links/${token}`)).status;

    expect(await statusOf(`${other}.${mark}`)).toBe(403);
    expect(await statusOf(`${body}.${mark}x`)).toBe(403);
    expect(await statusOf('x')).toBe(403);
    expect(await statusOf(tokenOf('sds', { secret: 'another secret, also long enough for it' }))).toBe(403);
    expect(await statusOf(tokenOf('sds', { issued: NOW - 181 * DAY }))).toBe(403);
    expect(await statusOf(tokenOf('sds'))).toBe(200);
    await letters.save({ ...(await letters.get('sds')), links: 2 });
    expect(await statusOf(tokenOf('sds'))).toBe(403);
  });

  it('ends the letters with the one click of a mail program', async () => {
    const { scene, letters } = sceneOf();
    const asked = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    };
    const { status } = await scene.ask(`/v1/owner-links/${tokenOf('sds')}/unsubscribe`, asked);

    expect([status, (await letters.get('sds')).frequency]).toEqual([200, 'off']);
  });

  it('takes the owner’s wish from the page’s form, and leads back to the page', async () => {
    const { scene, letters } = sceneOf();
    const asked = { method: 'POST', headers: FORM, body: 'frequency=weekly&always=on' };
    const { status, headers } = await scene.ask(`/v1/owner-links/${tokenOf('sds')}/frequency`, asked);

    expect([status, headers.location]).toEqual([303, `${BASE}/v1/owner-links/${tokenOf('sds')}?done=frequency`]);
    expect(await letters.get('sds')).toMatchObject({ frequency: 'weekly', always: true });
    const wrong = { method: 'POST', headers: FORM, body: 'frequency=hourly' };
    expect((await scene.ask(`/v1/owner-links/${tokenOf('sds')}/frequency`, wrong)).status).toBe(400);
  });

  it('confirms the owner’s own descriptions and nobody else’s', async () => {
    const { scene, quality } = sceneOf();
    await scene.append(draftOf('sds.car'), draftOf('ssi.msis'));
    const confirm = (dataset: string) =>
      scene.ask(`/v1/owner-links/${tokenOf('sds')}/confirm`, { method: 'POST', body: JSON.stringify({ dataset }) });

    expect((await confirm('sds.car')).status).toBe(200);
    expect((await confirm('ssi.msis')).status).toBe(404);
    expect((await confirm('sds.none')).status).toBe(404);
    expect([...(await quality.confirmations(['sds.car', 'ssi.msis'])).keys()]).toEqual(['sds.car']);
  });

  it('starts a harvest of the owner’s own source, at most one an hour', async () => {
    const early = sceneOf('2026-11-23T03:30:00.000Z');
    const harvest = (scene: typeof early.scene, source: string) =>
      scene.ask(`/v1/owner-links/${tokenOf('sds')}/harvest`, { method: 'POST', body: JSON.stringify({ source }) });
    const refused = await harvest(early.scene, 'sds');
    const { scene, started } = sceneOf('2026-11-23T02:30:00.000Z');

    expect([refused.status, refused.headers['retry-after'], early.started]).toEqual([429, '1800', []]);
    expect((await harvest(scene, 'sds')).json).toMatchObject({ run: 'sds.20261123T050000Z.abc124' });
    expect((await harvest(scene, 'ssi')).status).toBe(404);
    expect(started).toEqual(['sds']);
  });

  describe('and a preview of the next harvest', () => {
    const RUN = 'sds.20261123T030000Z.abc125';
    const previewed = (startedAt: string, over: Partial<Run> = {}) =>
      runOf(RUN, startedAt, {
        preview: true,
        waiting: { created: 1, updated: 1, returned: 0, removed: 1 },
        ...over,
      });
    const differences: RecordDifference[] = [
      {
        type: 'Create',
        returns: false,
        kind: 'Dataset',
        id: 'sds.dar',
        identifier: 'dar',
        title: { da: 'Dødsårsagsregisteret' },
        changed: [{ property: 'title', after: { da: 'Dødsårsagsregisteret' } }],
      },
      {
        type: 'Update',
        returns: false,
        kind: 'Dataset',
        id: 'sds.car',
        identifier: 'car',
        title: { da: 'Kræft <b>', en: 'Cancer' },
        changed: [{ property: 'description' }, { property: 'keyword' }],
      },
      {
        type: 'Delete',
        returns: false,
        kind: 'Dataset',
        id: 'sds.mfr',
        identifier: 'mfr',
        title: { da: 'Fødselsregisteret' },
        changed: [],
      },
    ];
    const shown = async (run: Run, language = 'da') => {
      const { scene } = sceneOf('2026-11-22T03:00:00.000Z', [run]);
      await writeLines(scene.objects, differenceKey(RUN), differences);
      const headers = { accept: 'text/html' };
      const { body } = await scene.ask(`/v1/owner-links/${tokenOf('sds')}?lang=${language}`, { headers });
      return load(body);
    };
    const NIGHT = '2026-11-23T03:00:00.000Z';

    it('starts one of the owner’s own source, at most one an hour, whenever the last harvest was', async () => {
      const preview = (scene: ReturnType<typeof sceneOf>['scene'], source: string) =>
        scene.ask(`/v1/owner-links/${tokenOf('sds')}/preview`, { method: 'POST', body: JSON.stringify({ source }) });
      const { scene, started } = sceneOf('2026-11-23T03:59:00.000Z');
      const early = sceneOf(undefined, [previewed('2026-11-23T03:30:00.000Z')]);
      const refused = await preview(early.scene, 'sds');

      expect((await preview(scene, 'sds')).json).toMatchObject({ run: 'sds.20261123T050000Z.abc124' });
      expect((await preview(scene, 'ssi')).status).toBe(404);
      expect(started).toEqual(['sds preview']);
      expect([refused.status, refused.headers['retry-after'], early.started]).toEqual([429, '1800', []]);
    });

    it('does not put off the harvest that the owner asks for after it', async () => {
      const { scene, started } = sceneOf('2026-11-23T01:00:00.000Z', [previewed('2026-11-23T03:59:00.000Z')]);
      const asked = { method: 'POST', body: JSON.stringify({ source: 'sds' }) };

      expect((await scene.ask(`/v1/owner-links/${tokenOf('sds')}/harvest`, asked)).status).toBe(200);
      expect(started).toEqual(['sds']);
    });

    it('shows what would be new, changed and gone in plain words, in Danish and in English', async () => {
      const danish = await shown(previewed(NIGHT));
      expect(danish('details summary').text()).toBe('Forhåndsvisning af næste indsamling, 23. november 2026');
      expect(danish('details p').text()).toBe('1 nye, 1 ændrede, 0 tilbage og 1 fjernet. Intet er offentliggjort.');
      const itemsOf = ($: typeof danish) =>
        $('details li')
          .toArray()
          .map((item) => $(item).text());
      expect(itemsOf(danish)).toEqual([
        'Nyt: Dødsårsagsregisteret',
        'Ændret: Kræft <b> – ændrer beskrivelse, nøgleord',
        'Fjernes: Fødselsregisteret',
      ]);
      expect(danish('details b')).toHaveLength(0);
      expect(itemsOf(await shown(previewed(NIGHT), 'en'))).toEqual([
        'New: Dødsårsagsregisteret',
        'Changed: Cancer – changes description, keyword',
        'Removed: Fødselsregisteret',
      ]);
    });

    it('says why it failed, that it is under way, or that nothing would change', async () => {
      const textOf = async (over: Partial<Run>) => (await shown(previewed(NIGHT, over)))('details p').text();
      const nothing = { created: 0, updated: 0, returned: 0, removed: 0 };

      expect(await textOf({ state: 'failed', reason: 'No page could be read.' })).toBe(
        'Kilden kunne ikke læses: No page could be read.',
      );
      expect(await textOf({ state: 'running', endedAt: null })).toBe('Kilden læses nu. Genindlæs siden om lidt.');
      expect(await textOf({ waiting: nothing })).toBe('Intet ville blive ændret.');
    });

    it('is no longer shown once a harvest has come after it', async () => {
      const $ = await shown(previewed('2026-11-22T02:00:00.000Z'));
      expect($('details')).toHaveLength(0);
    });
  });
});
