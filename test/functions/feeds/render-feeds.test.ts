/** Freezing pages: what becomes of it when workers die, meet or come late, and what of records that no page can hold. */
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { renderFeeds } from '#functions/render-feeds/render-feeds.ts';
import { Addresses } from '#publishing/addresses.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { createScene, creations, type Scene } from '../api/scene.ts';
import { entryOf } from '../drafts.ts';
import { memoryCheckpoints } from '../memory-catalogue.ts';
import { changesOfTime, recordOf } from './changes-of-time.ts';
import { freezePages } from './served.ts';

const feedObjects = ({ objects }: Scene): [string, string][] =>
  [...objects.contents]
    .filter(([key]) => key.startsWith('feeds/'))
    .map(([key, bytes]): [string, string] => [key, gunzipSync(bytes).toString()])
    .sort(([one], [other]) => (one < other ? -1 : 1));

async function sceneOf(count: number): Promise<Scene> {
  const scene = createScene({}, recordOf);
  await scene.append(...changesOfTime(count));
  return scene;
}

describe('freezing the pages of the feed', () => {
  it('comes to the same pages in one go and change by change', async () => {
    const whole = await sceneOf(330);
    await freezePages(whole);
    const parts = createScene({}, recordOf);
    const log = changesOfTime(330);
    const checkpoints = memoryCheckpoints();
    // The clock of the scene moves with each call, so all is appended at once and read by one worker after the other.
    await parts.append(...log);
    for (let run = 0; run < 5; run += 1) {
      let steps = 0;
      const { ledger, links: addresses } = parts.ports;
      const outOfTime = () => steps++ > 0;
      await renderFeeds({
        ledger,
        objects: parts.objects,
        addresses,
        checkpoints,
        holder: () => `worker ${run}`,
        outOfTime,
      });
    }
    expect(feedObjects(parts)).toEqual(feedObjects(whole));
    expect(feedObjects(whole).filter(([key]) => key.endsWith('.trig.gz'))).toHaveLength(3);
  });

  it('is done again to the same end by the successor of a worker that died between a page and the state', async () => {
    const scene = await sceneOf(250);
    const { ledger, links: addresses } = scene.ports;
    const dying = {
      ...scene.objects,
      put: async (key: string, body: Uint8Array) => {
        if (key.endsWith('state.json.gz')) throw new Error('the worker died');
        await scene.objects.put(key, body);
      },
    };
    const ports = { ledger, addresses, holder: () => 'first', outOfTime: () => false };
    await expect(renderFeeds({ ...ports, objects: dying, checkpoints: memoryCheckpoints() })).rejects.toThrow('died');
    // A page that was written and that no state tells of is still the growing one.
    const page = await scene.ask('/v1/feeds/dcat-ap/pages/1');
    expect(page.headers['cache-control']).not.toContain('immutable');
    await freezePages(scene);
    const untroubled = await sceneOf(250);
    await freezePages(untroubled);
    expect(feedObjects(scene)).toEqual(feedObjects(untroubled));
  });

  it('goes on from the frozen pages where the checkpoint was lost or ran ahead', async () => {
    const scene = await sceneOf(250);
    await freezePages(scene);
    const before = feedObjects(scene);
    await freezePages(scene, memoryCheckpoints());
    expect(feedObjects(scene)).toEqual(before);
    for (const [key] of before) if (key.endsWith('state.json.gz')) scene.objects.contents.delete(key);
    await freezePages(scene, memoryCheckpoints());
    expect(feedObjects(scene)).toEqual(before);
  });

  it('leaves a page that is full and the last one unfrozen: nothing leads on from it yet', async () => {
    const scene = await sceneOf(100);
    await freezePages(scene);
    expect(feedObjects(scene)).toEqual([]);
  });
});

/** A register that says something of each of very many variables. */
function withVariables(dataset: string, count: number, description = 'x'): CatalogueEntry {
  const entry = entryOf(dataset);
  const column = Array.from({ length: count }, (_, index) => ({
    name: `v${index}`,
    title: { da: `Variabel nummer ${index}` },
    description: { da: 'Hvad variablen siger om en indlæggelse på et sygehus.' },
    datatype: 'integer',
  }));
  const record = { ...entry.record, description: { da: description }, hasVariables: [{ table: [{ column }] }] };
  return { ...entry, record };
}

describe('a record that is too large for the feed', () => {
  const pageOf = async (entry: CatalogueEntry): Promise<string> => {
    const scene = createScene({}, () => entry);
    await scene.append(...creations(1));
    return (await scene.ask('/v1/feeds/dcat-ap/pages/1.nq')).body;
  };
  const SEE_ALSO = 'http://www.w3.org/2000/01/rdf-schema#seeAlso';
  const more = `<${SEE_ALSO}> <${new Addresses('https://data.example.dk').dataset('sds.d0000')}>`;

  it('is told without its variables, and says where they are', async () => {
    const small = await pageOf(withVariables('sds.d0000', 10));
    expect(small).toContain('Variabel nummer 9');
    expect(small).not.toContain(SEE_ALSO);
    const large = await pageOf(withVariables('sds.d0000', 6_000));
    expect(large).toContain('Title of sds.d0000');
    expect(large).toContain(more);
    expect(large).not.toContain('Variabel nummer');
  });

  it('closes a page early when a hundred like it would not fit into one answer', async () => {
    const scene = createScene({}, ({ dataset }) => withVariables(dataset, 3_000));
    await scene.append(...creations(12));
    await freezePages(scene);
    const pages: number[] = [];
    for (let page = 1; ; page += 1) {
      const { status, body } = await scene.ask(`/v1/feeds/dcat-ap/pages/${page}`, {
        headers: { 'accept-encoding': 'gzip' },
      });
      if (status !== 200) break;
      expect(body.length).toBeLessThan(6_000_000);
      pages.push(page);
    }
    expect(pages.length).toBeGreaterThan(1);
    const last = await scene.ask(`/v1/feeds/dcat-ap/pages/${pages.at(-1)}.nq`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(last.status).toBe(200);
    expect((await scene.ask('/v1/changes/12.nt', { headers: { 'accept-encoding': 'gzip' } })).status).toBe(200);
  });
});
