import { describe, expect, it } from 'vitest';
import { assessDatasets } from '#functions/assess-datasets/assess-datasets.ts';
import type { AssessPorts } from '#functions/assess-datasets/ports.ts';
import { project } from '#functions/project/project.ts';
import { readScoresVersion } from '#functions/shared/score-index.ts';
import { type LinkStatus, newLink } from '#quality/links/link-status.ts';
import type { Dataset } from '#schemas/record.ts';
import { draftOf, entryOf } from './drafts.ts';
import { memoryCatalogue, memoryCheckpoints } from './memory-catalogue.ts';
import { exampleSource } from './memory-control.ts';
import { memoryLedger, memoryLog } from './memory-ledger.ts';
import { memoryObjects } from './memory-objects.ts';
import { memoryQuality } from './memory-quality.ts';

const HEALTH = 'http://publications.europa.eu/resource/authority/data-theme/HEAL';
const PLAIN: Dataset = {
  title: { da: 'Cancerregisteret' },
  description: { da: 'Alle kræfttilfælde i Danmark siden 1943.' },
  theme: [HEALTH],
};

let workers = 0;

/** A catalogue whose clock stands until it is moved. */
function scene() {
  let now = Date.parse('2026-11-23T04:00:00.000Z');
  const ledger = memoryLedger(memoryLog(), () => now);
  const catalogue = memoryCatalogue();
  const links = new Map<string, LinkStatus>();
  const asked: string[][] = [];
  const told: number[] = [];
  const objects = memoryObjects();
  const holder = () => {
    workers += 1;
    return `worker-${workers}`;
  };
  const common = { ledger, checkpoints: memoryCheckpoints(() => now), holder, outOfTime: () => false };
  const ports: AssessPorts = {
    ...common,
    catalogue,
    quality: memoryQuality(),
    links: {
      get: async (urls) => {
        asked.push([...urls]);
        return new Map([...links].filter(([url]) => urls.includes(url)));
      },
    },
    sources: { list: async () => [exampleSource] },
    objects,
    announce: async () => void told.push(now),
    clock: () => now,
  };
  return {
    ports,
    links,
    asked,
    told,
    objects,
    wait: (days: number) => {
      now += days * 24 * 60 * 60 * 1000;
    },
    async tell(id: string, record: Dataset | null, changed: string[] = [], isProjected = true) {
      const had = await catalogue.get(id);
      const type = record === null ? 'Delete' : had ? 'Update' : 'Create';
      const draft = draftOf(id, {
        type,
        changed,
        revision: (had?.revision ?? 0) + 1,
        ...(record === null && { contentHash: null }),
      });
      await ledger.append([draft], [record === null ? null : { ...entryOf(id), record }]);
      if (isProjected) await project({ ...common, catalogue });
    },
    assess: () => assessDatasets(ports),
    historyOf: async (id: string) =>
      (await ports.quality.history(id)).map(({ day, causes }) => [day, ...causes.map(({ kind }) => kind)]),
  };
}

describe('assess-datasets', () => {
  it('assesses what changed, and says what made the scores what they are', async () => {
    const { tell, assess, ports, historyOf, wait } = scene();
    await tell('sds.car', PLAIN);
    expect(await assess()).toEqual({ kind: 'done', seq: 1 });
    const first = await ports.quality.get('sds.car');
    wait(1);
    await tell('sds.car', { ...PLAIN, keyword: { da: ['kræft'] } }, ['keyword']);
    await assess();
    const second = await ports.quality.get('sds.car');

    expect(first?.assessment.measurements).toContainEqual({
      metric: 'keywordAvailability',
      on: 'dataset',
      value: false,
    });
    expect(second?.assessment.measurements).toContainEqual({
      metric: 'keywordAvailability',
      on: 'dataset',
      value: true,
    });
    expect(second?.assessment.grade.share).toBeGreaterThan(first?.assessment.grade.share ?? 1);
    expect(await historyOf('sds.car')).toEqual([
      ['2026-11-23', 'created'],
      ['2026-11-24', 'changed'],
    ]);
    expect((await ports.quality.history('sds.car')).at(-1)?.causes).toEqual([
      { kind: 'changed', run: 'sds.20261123T040000Z.abc123', seq: 2, properties: ['keyword'] },
    ]);
  });

  it('adds nothing to a history whose scores are the same', async () => {
    const { tell, assess, historyOf, wait } = scene();
    await tell('sds.car', PLAIN);
    await assess();
    wait(1);
    await tell('sds.car', { ...PLAIN, version: '2' }, ['version']);
    await assess();

    expect(await historyOf('sds.car')).toEqual([['2026-11-23', 'created']]);
  });

  it('gathers by catalogue, owner, source and theme, and takes removed datasets out again', async () => {
    const { tell, assess, ports } = scene();
    await tell('sds.car', PLAIN);
    await tell('sds.lpr', PLAIN);
    await assess();
    const both = await ports.quality.aggregates('owner');
    await tell('sds.lpr', null);
    await assess();

    expect(both).toMatchObject([{ id: exampleSource.owner.id, datasets: 2 }]);
    expect(await ports.quality.aggregates('catalogue')).toMatchObject([{ id: 'all', datasets: 1 }]);
    expect(await ports.quality.aggregates('source')).toMatchObject([{ id: 'sds', datasets: 1 }]);
    expect(await ports.quality.aggregates('theme')).toMatchObject([{ id: 'HEAL', datasets: 1 }]);
    expect(await ports.quality.get('sds.lpr')).toBeUndefined();
  });

  it('looks at everything again each day, so that an address that died counts without a change of the description', async () => {
    const { tell, assess, links, historyOf, wait, ports } = scene();
    const url = 'https://ejer.example/data';
    links.set(url, { ...newLink(url, 0), state: 'ok', kind: 'ok', status: 200, checkedAt: '2026-11-23T00:00:00.000Z' });
    await tell('sds.car', { ...PLAIN, distribution: [{ accessURL: [url] }] });
    await assess();
    links.set(url, {
      ...newLink(url, 0),
      state: 'dead',
      kind: 'not-found',
      status: 404,
      checkedAt: '2026-11-24T00:00:00.000Z',
    });
    await assess();
    const sameDay = await historyOf('sds.car');
    wait(1);
    await assess();

    expect(sameDay).toEqual([['2026-11-23', 'created']]);
    expect(await historyOf('sds.car')).toEqual([
      ['2026-11-23', 'created'],
      ['2026-11-24', 'link'],
    ]);
    expect((await ports.quality.history('sds.car')).at(-1)?.causes).toEqual([{ kind: 'link', urls: [url] }]);
  });

  it('finds the status of an address however the record writes it', async () => {
    const { tell, assess, links, ports } = scene();
    const url = 'https://ejer.example/';
    links.set(url, { ...newLink(url, 0), state: 'ok', kind: 'ok', status: 200, checkedAt: '2026-11-23T00:00:00.000Z' });
    await tell('sds.car', { ...PLAIN, distribution: [{ accessURL: ['https://ejer.example#tabel'] }] });
    await assess();

    const statuses = (await ports.quality.get('sds.car'))?.assessment.measurements.filter(
      ({ metric }) => metric === 'accessUrlStatusCode',
    );
    expect(statuses).toMatchObject([{ value: 200 }]);
  });

  it('does not look twice on one day, and goes on where an invocation ran out of time', async () => {
    const { tell, ports, asked, wait } = scene();
    for (let index = 0; index < 40; index += 1) await tell(`sds.r${index}`, PLAIN);
    await assessDatasets(ports);
    wait(1);
    let left = 100;
    await assessDatasets({
      ...ports,
      outOfTime: () => {
        left -= 1;
        return left < 0;
      },
    });
    const before = asked.length;
    await assessDatasets(ports);
    const after = asked.length;
    await assessDatasets(ports);

    expect(before).toBeGreaterThan(0);
    expect(after).toBeGreaterThan(before);
    expect(asked.length).toBe(after);
    expect((await ports.quality.aggregates('catalogue'))[0]?.datasets).toBe(40);
  });

  it('knows the owner’s word that a description is right, and says that it was that', async () => {
    const { tell, assess, ports, historyOf, wait } = scene();
    await tell('sds.car', PLAIN);
    await assess();
    wait(1);
    await ports.quality.confirm('sds.car', '2026-11-24T03:00:00.000Z');
    await assess();

    expect(await historyOf('sds.car')).toEqual([
      ['2026-11-23', 'created'],
      ['2026-11-24', 'confirmed'],
    ]);
  });

  it('tells the search when scores are others, and only then', async () => {
    const { tell, assess, told, ports } = scene();
    await tell('sds.car', PLAIN);
    await assess();
    const first = await readScoresVersion(ports.objects);
    await tell('sds.car', { ...PLAIN, version: '2' }, ['version']);
    await assess();
    const same = await readScoresVersion(ports.objects);
    await tell('sds.car', { ...PLAIN, keyword: { da: ['kræft'] } }, ['keyword']);
    await assess();

    expect(told).toHaveLength(2);
    expect(first).toEqual(expect.any(String));
    expect(same).toBe(first);
    expect(await readScoresVersion(ports.objects)).not.toBe(first);
  });

  it('writes an index anew that was kept without telling its version, within a day', async () => {
    const { tell, assess, wait, ports, objects } = scene();
    await tell('sds.car', PLAIN);
    await assess();
    await objects.remove('quality/index.json');
    await assess();
    expect(await readScoresVersion(ports.objects)).toBeUndefined();
    wait(1);
    await assess();
    expect(await readScoresVersion(ports.objects)).toEqual(expect.any(String));
  });

  it('takes no record that is older than the assessed one when it looks at everything again', async () => {
    const { tell, assess, ports, wait, historyOf } = scene();
    await tell('sds.car', PLAIN);
    await assess();
    await tell('sds.car', { ...PLAIN, keyword: { da: ['kræft'] } }, ['keyword'], false);
    await assess();
    wait(1);
    await assess();

    expect(await ports.quality.get('sds.car')).toMatchObject({ seq: 2 });
    expect(await historyOf('sds.car')).toEqual([['2026-11-23', 'created', 'changed']]);
  });

  it('loses no dataset of its index to a worker that looked at everything and was too slow', async () => {
    const { tell, assess, ports, wait, links } = scene();
    const url = 'https://ejer.example/data';
    await tell('sds.car', { ...PLAIN, distribution: [{ accessURL: [url] }] });
    await assess();
    wait(1);
    links.set(url, { ...newLink(url, 0), state: 'ok', kind: 'ok', status: 200, checkedAt: '2026-11-24T00:00:00.000Z' });
    let isSlow = true;
    const list = async () => {
      if (isSlow) {
        isSlow = false;
        // So long that the hold ends: another worker takes the next change meanwhile.
        wait(1 / 24);
        await tell('sds.lpr', PLAIN);
        await assess();
      }
      return ports.sources.list();
    };
    await assessDatasets({ ...ports, sources: { list } });
    await assess();

    expect(await ports.quality.aggregates('catalogue')).toMatchObject([{ id: 'all', datasets: 2 }]);
  });
});
