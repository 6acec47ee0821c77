import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEARCH } from '#functions/index-search/index-search.ts';
import { searchFiles } from '#functions/shared/search-files.ts';
import { VARIABLES_PER_DATASET } from '#publishing/search/search-variables.ts';
import type { Dataset } from '#schemas/record.ts';
import { memoryLedger, memoryLog } from './memory-ledger.ts';
import { memoryObjects } from './memory-objects.ts';
import { scoreRowOf, searchScene } from './search-scene.ts';

const titled = (da: string, more: Dataset = {}): Dataset => ({ title: { da }, ...more });

const withVariables = (da: string, names: readonly string[], more: object = {}): Dataset => ({
  title: { da },
  hasVariables: [{ table: [{ column: names.map((name) => ({ name, ...more })) }] }],
});

const everything = { filters: {}, sort: 'title', facets: false, limit: 100 } as const;

describe('index-search', () => {
  it('makes what was appended findable, and what was removed not', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.car': titled('Cancerregisteret'), 'a.lpr': titled('Landspatientregisteret') });
    expect(await scene.index()).toEqual({ kind: 'done', seq: 2 });
    expect(await scene.find('cancerregisteret')).toEqual(['a.car']);
    await scene.tell({ 'a.car': titled('Kræftregisteret'), 'a.lpr': null });
    await scene.index();
    expect(await scene.find('cancerregisteret')).toEqual([]);
    expect(await scene.find('kræftregisteret')).toEqual(['a.car']);
    expect(await scene.find('landspatientregisteret')).toEqual([]);
    expect((await scene.open()).position).toEqual({ epoch: 'e1', seq: 4 });
  });

  it('comes to the same file in many looks as in one', async () => {
    const event = fc.record({
      id: fc.constantFrom('a.1', 'a.2', 'b.1'),
      title: fc.constantFrom('Cancerregisteret', 'Fødselsregisteret', 'Hjerteregisteret', null),
      variables: fc.subarray(['PNR', 'KOEN', 'ALDER']),
      look: fc.boolean(),
    });
    const seen = async (scene: ReturnType<typeof searchScene>) => {
      const index = await scene.open();
      const found = [...'Cancerregisteret Fødselsregisteret register'.split(' ')].map((query) =>
        index.datasets({ ...everything, query }).items.map(({ dataset }) => [dataset.id, dataset.revision]),
      );
      const variables = index
        .variables({ limit: 10 })
        .items.map(({ name, holdings }) => [name, holdings.map(({ dataset }) => dataset).sort()]);
      return { found, variables };
    };
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 10 }), async (events) => {
        const scene = searchScene();
        for (const { id, title, variables, look } of events) {
          await scene.tell({ [id]: title === null ? null : withVariables(title, variables) });
          if (look) await scene.index();
        }
        await scene.index();
        const anew = searchScene(scene.ledger);
        await anew.index();
        expect(await seen(scene)).toEqual(await seen(anew));
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('does a step again without harm when its checkpoint was lost', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': titled('Cancerregisteret'), 'a.2': titled('Hjerteregisteret') });
    await scene.index();
    await scene.ports.checkpoints.rewind(SEARCH, { epoch: 'e1', seq: 0 });
    await scene.index();
    expect(await scene.find('cancerregisteret')).toEqual(['a.1']);
  });

  it('builds the file anew when it was lost, or is of a version that we cannot read', async () => {
    for (const lose of [
      (objects: ReturnType<typeof memoryObjects>) => void objects.contents.clear(),
      (objects: ReturnType<typeof memoryObjects>) =>
        void objects.contents.set('search/latest.json', Buffer.from('{"version":0,"whatever":true}')),
    ]) {
      const scene = searchScene();
      await scene.tell({ 'a.1': titled('Cancerregisteret') });
      await scene.index();
      lose(scene.objects);
      expect(await scene.index({ files: searchFiles(scene.objects) })).toEqual({ kind: 'done', seq: 1 });
      expect(await scene.find('cancerregisteret')).toEqual(['a.1']);
    }
  });

  it('builds the file anew for a log that was rebuilt: what the old one had is not there', async () => {
    const objects = memoryObjects();
    const old = searchScene(memoryLedger(memoryLog('e1')), objects);
    await old.tell({ 'a.1': titled('Cancerregisteret') });
    await old.index();
    const rebuilt = searchScene(memoryLedger(memoryLog('e2')), objects);
    await rebuilt.tell({ 'a.2': titled('Hjerteregisteret') });
    await rebuilt.index({ checkpoints: old.ports.checkpoints });
    expect(await rebuilt.find('cancerregisteret')).toEqual([]);
    expect(await rebuilt.find('hjerteregisteret')).toEqual(['a.2']);
  });

  it('never lets a slower worker’s file stand for what it lacks', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': titled('Cancerregisteret') });
    await scene.index();
    const early = new Map(scene.objects.contents);
    await scene.tell({ 'a.2': titled('Hjerteregisteret') });
    await scene.index();
    // The worker that had seen the first entry alone writes its file last.
    for (const [key, body] of early) scene.objects.contents.set(key, body);
    await scene.tell({ 'a.3': titled('Lungeregisteret') });
    const files = searchFiles(scene.objects);
    while ((await scene.index({ files })).kind === 'busy');
    expect(await scene.find('hjerteregisteret')).toEqual(['a.2']);
    expect(await scene.find('lungeregisteret')).toEqual(['a.3']);
  });

  it('leaves the file as it was when a step fails half-way, and goes on from there', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': titled('Cancerregisteret') });
    await scene.index();
    await scene.tell({ 'a.2': titled('Hjerteregisteret') });
    const payloads = () => Promise.reject(new Error('the store is away'));
    await expect(scene.index({ ledger: { ...scene.ledger, payloads } })).rejects.toThrow('away');
    expect(await scene.find('cancerregisteret')).toEqual(['a.1']);
    expect(await scene.index()).toEqual({ kind: 'done', seq: 2 });
    expect(await scene.find('hjerteregisteret')).toEqual(['a.2']);
  });

  it('searches so many variables of a record and says how many it left out', async () => {
    const scene = searchScene();
    const names = Array.from({ length: VARIABLES_PER_DATASET + 7 }, (_, index) => `VAR_${index}`);
    await scene.tell({ 'a.wide': withVariables('Et bredt register', names) });
    await scene.index();
    expect(scene.leftOut).toEqual([['a.wide', 7]]);
    expect((await scene.open()).variables({ limit: 1 }).total).toBe(VARIABLES_PER_DATASET);
  });

  it('keeps a few places in the store, however often the catalogue changes', async () => {
    const scene = searchScene();
    for (let change = 0; change < 12; change += 1) {
      await scene.tell({ 'a.1': titled(`Register nummer ${change}`) });
      await scene.index();
    }
    expect(scene.objects.contents.size).toBeLessThanOrEqual(9);
    expect(await scene.find('nummer 11')).toEqual(['a.1']);
  });

  it('takes a variable away with the last register that had it', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': withVariables('Et', ['PNR', 'ALDER']), 'a.2': withVariables('To', ['pnr']) });
    await scene.index();
    await scene.tell({ 'a.1': withVariables('Et', ['KOEN']) });
    await scene.index();
    const { items } = (await scene.open()).variables({ limit: 10 });
    expect(items.map(({ name, count }) => [name, count])).toEqual([
      ['KOEN', 1],
      ['PNR', 1],
    ]);
  });
});

describe('the scores in the search file', () => {
  const graded = async (scene: ReturnType<typeof searchScene>) => {
    const { facets } = (await scene.open()).datasets({ ...everything, facets: true });
    return Object.fromEntries((facets?.grade ?? []).map(({ value, count }) => [value, count]));
  };
  const sorted = async (scene: ReturnType<typeof searchScene>, sort: 'grade' | '-grade' | 'mqa' | '-mqa') =>
    (await scene.open()).datasets({ ...everything, sort }).items.map(({ dataset }) => dataset.id);

  it('come with the next look after an assessment, also when no description changed', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': titled('Cancerregisteret'), 'a.2': titled('Hjerteregisteret') });
    await scene.index();
    expect(await graded(scene)).toEqual({});
    await scene.score({ 'a.1': { letter: 'B' }, 'a.2': { letter: 'D' } });
    await scene.index();
    expect(await graded(scene)).toEqual({ B: 1, D: 1 });
    await scene.score({ 'a.1': { letter: 'B' }, 'a.2': { letter: 'C' } });
    expect(await scene.index()).toEqual({ kind: 'done', seq: 2 });
    expect(await graded(scene)).toEqual({ B: 1, C: 1 });
  });

  it('stay with a dataset whose description changes, and go with one that is scored no more', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': titled('Cancerregisteret'), 'a.2': titled('Hjerteregisteret') });
    await scene.score({ 'a.1': { letter: 'A' }, 'a.2': { letter: 'E' } });
    await scene.index();
    await scene.tell({ 'a.1': titled('Kræftregisteret') });
    await scene.index();
    expect(await graded(scene)).toEqual({ A: 1, E: 1 });
    await scene.score({ 'a.1': { letter: 'A' } });
    await scene.index();
    expect(await graded(scene)).toEqual({ A: 1 });
  });

  it('are there for a dataset that is described only after it was scored', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': titled('Cancerregisteret') });
    await scene.score({ 'a.1': { letter: 'B' }, 'a.2': { letter: 'D' } });
    await scene.index();
    await scene.tell({ 'a.2': titled('Hjerteregisteret') });
    await scene.index();
    expect(await graded(scene)).toEqual({ B: 1, D: 1 });
  });

  it('cost nothing when they are the same: the file is not sent again', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': titled('Cancerregisteret') });
    await scene.score({ 'a.1': { letter: 'B' } });
    await scene.index();
    const before = scene.objects.contents.get('search/latest.json');
    await scene.score({ 'a.1': { letter: 'B' } });
    await scene.index();
    expect(scene.objects.contents.get('search/latest.json')).toBe(before);
  });

  it('sort either way, equals by id, and those that have none last', async () => {
    const scene = searchScene();
    const ids = ['a.best', 'a.equal', 'a.good', 'a.none', 'a.poor'];
    await scene.tell(Object.fromEntries(ids.map((id) => [id, titled(id)])));
    await scene.score({
      'a.best': { letter: 'A', share: 0.95, mqa: 300 },
      'a.good': { letter: 'B', share: 0.7, mqa: 350 },
      'a.equal': { letter: 'B', share: 0.7, mqa: 350 },
      'a.poor': { letter: 'E', share: 0, mqa: 0 },
    });
    await scene.index();
    expect(await sorted(scene, 'grade')).toEqual(['a.best', 'a.equal', 'a.good', 'a.poor', 'a.none']);
    expect(await sorted(scene, '-grade')).toEqual(['a.poor', 'a.equal', 'a.good', 'a.best', 'a.none']);
    expect(await sorted(scene, 'mqa')).toEqual(['a.poor', 'a.best', 'a.equal', 'a.good', 'a.none']);
    expect(await sorted(scene, '-mqa')).toEqual(['a.equal', 'a.good', 'a.best', 'a.poor', 'a.none']);
  });

  it('wait for the next look while another worker is at the file', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': titled('Cancerregisteret') });
    await scene.index();
    await scene.score({ 'a.1': { letter: 'B' } });
    await scene.ports.checkpoints.take(SEARCH, 'another', 'e1');
    await scene.index();
    expect(await graded(scene)).toEqual({});
    await scene.ports.checkpoints.release(SEARCH, 'another');
    await scene.index();
    expect(await graded(scene)).toEqual({ B: 1 });
  });

  it('leave the file as it was when they cannot be read to their end', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': titled('Cancerregisteret') });
    await scene.score({ 'a.1': { letter: 'B' } });
    await scene.index();
    await scene.score({ 'a.1': { letter: 'A' } });
    async function* rows() {
      yield scoreRowOf('a.1', { letter: 'A' });
      throw new Error('the store is away');
    }
    await expect(scene.index({ scores: { ...scene.ports.scores, rows } })).rejects.toThrow('away');
    expect(await graded(scene)).toEqual({ B: 1 });
    await scene.index();
    expect(await graded(scene)).toEqual({ A: 1 });
  });
});

describe('a reader of the search file', () => {
  it('finds nothing before there is a file, and the file as soon as there is one', async () => {
    const scene = searchScene();
    expect(await scene.reader.current()).toBeUndefined();
    await scene.tell({ 'a.1': titled('Cancerregisteret') });
    await scene.index();
    expect(await scene.find('cancerregisteret')).toEqual(['a.1']);
  });

  it('changes to the next file while others ask, and all of them get an answer', async () => {
    const scene = searchScene();
    await scene.tell({ 'a.1': titled('Cancerregisteret') });
    await scene.index();
    for (let change = 2; change < 6; change += 1) {
      await scene.tell({ [`a.${change}`]: titled(`Cancerdatabase ${change}`) });
      await scene.index();
      const answers = await Promise.all(Array.from({ length: 8 }, () => scene.find('cancer')));
      for (const answer of answers) expect(answer).toHaveLength(change);
    }
  });
});
