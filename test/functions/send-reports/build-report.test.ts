import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildReport } from '#functions/send-reports/build-report.ts';
import type { OwnerReport } from '#schemas/owner-report.ts';
import type { Dataset } from '#schemas/record.ts';
import { exampleSource, runOf } from '../memory-control.ts';
import { reportScene } from './scene.ts';

const PLAIN: Dataset = {
  title: { da: 'Cancerregisteret' },
  description: { da: 'Alle kræfttilfælde i Danmark siden 1943.' },
};
const BETTER: Dataset = { ...PLAIN, keyword: { da: ['kræft', 'tumor'] } };

async function reportOf(scene: ReturnType<typeof reportScene>): Promise<OwnerReport> {
  const built = await scene.build();
  if (built.kind !== 'report') throw new Error(built.kind);
  return built.report;
}

describe('an owner’s report', () => {
  it('holds every register of the owner with what is to be mended, and says what to do first', async () => {
    const scene = reportScene();
    await scene.tell('sds.car', PLAIN);
    await scene.tell('sds.lpr', PLAIN);
    const report = await reportOf(scene);

    expect(report.owner).toEqual({ id: 'sds', name: { da: 'Sundhedsdatastyrelsen' } });
    expect(report.registers.map(({ id }) => id).sort()).toEqual(['sds.car', 'sds.lpr']);
    expect(report.registers[0]?.mends.map(({ property }) => property)).toContain('Dataset.keyword');
    expect(report.actions.length).toBeGreaterThanOrEqual(3);
    expect(report.changes).toBeNull();
  });

  it('shows what was mended since the last report as fixed, with what it gained', async () => {
    const scene = reportScene();
    await scene.tell('sds.car', PLAIN);
    await scene.keep(await reportOf(scene));
    scene.wait(7);
    await scene.tell('sds.car', BETTER);
    const { changes } = await reportOf(scene);

    const fixed = changes?.fixed.find(({ property }) => property === 'Dataset.keyword');
    expect(fixed?.gain?.mqa).toBe(30);
    expect(changes?.after.share).toBeGreaterThan(changes?.before.share ?? 1);
    expect(changes?.after.mqa).toBe((changes?.before.mqa ?? 0) + 30);
  });

  it('is the same when it is made twice: what was told last is remembered, not when', async () => {
    const scene = reportScene();
    await scene.tell('sds.car', PLAIN);
    await scene.keep(await reportOf(scene));
    scene.wait(7);
    await scene.tell('sds.car', BETTER);
    const first = await reportOf(scene);
    await scene.keep(first);
    await scene.keep(await reportOf(scene));

    expect(await reportOf(scene)).toEqual(first);
  });

  it('tells of links that died, and of what went wrong at the owner’s site', async () => {
    const problem = { code: 'bad-date', severity: 'warning' as const, place: { line: 3, column: 7 }, message: 'x' };
    const run = runOf('sds.20261123T000000Z.abc123', '2026-11-23T00:00:00.000Z', { problems: [problem] });
    const scene = reportScene({ runs: [run] });
    await scene.tell('sds.car', PLAIN);
    scene.dies('https://sds.example/car');
    const report = await reportOf(scene);

    expect(report.deadLinks).toMatchObject([
      { url: 'https://sds.example/car', register: { id: 'sds.car' }, path: 'landingPage[0]' },
    ]);
    expect(report.problems).toMatchObject([
      { code: 'bad-date', count: 1, problems: [{ place: { line: 3, column: 7 }, source: 'sds' }] },
    ]);
  });

  it('says how many dead links it leaves out, and where they stand', async () => {
    const scene = reportScene();
    await scene.tell('sds.car', PLAIN);
    for (let index = 0; index < 1003; index += 1) scene.dies(`https://sds.example/${index}`);
    const report = await reportOf(scene);

    expect(report.deadLinks).toHaveLength(1000);
    expect(report.leftOut).toEqual([
      { what: 'dead-links', source: 'sds', count: 3, rest: '/v1/links?status=dead&source=sds' },
    ]);
  });

  it.each([
    ['more than it takes up, which stand in the list of the run', 10_002, 10_002, 2],
    ['more than the list of the run has', 9_000, 50_007, 7],
    ['no more than it takes up', 10_000, 10_000, 0],
  ])('says how many problems it leaves out: of %s', async (_, listed, problemCount, count) => {
    const id = 'sds.20261123T000000Z.abc123';
    const scene = reportScene({ runs: [runOf(id, '2026-11-23T00:00:00.000Z', { problemCount })] });
    await scene.tell('sds.car', PLAIN);
    const problem = JSON.stringify({ code: 'bad-date', severity: 'warning', message: 'x', record: 'æøå' });
    await scene.ports.objects.put(`runs/${id}/problems.jsonl.gz`, gzipSync(`${problem}\n`.repeat(listed)));
    const report = await reportOf(scene);

    expect(report.problems.map(({ count: told }) => told)).toEqual([Math.min(listed, 10_000)]);
    const rest = `/v1/runs/${id}/problems.csv`;
    expect(report.leftOut).toEqual(count === 0 ? [] : [{ what: 'problems', source: 'sds', count, rest }]);
  });

  it('says how many problems a run met that kept none but the first', async () => {
    const problem = { code: 'bad-date', severity: 'warning' as const, message: 'x' };
    const id = 'sds.20261123T000000Z.abc123';
    const run = runOf(id, '2026-11-23T00:00:00.000Z', { problems: [problem], problemCount: 41 });
    const scene = reportScene({ runs: [run] });
    await scene.tell('sds.car', PLAIN);

    expect((await reportOf(scene)).leftOut).toEqual([
      { what: 'problems', source: 'sds', count: 40, rest: `/v1/runs/${id}/problems.csv` },
    ]);
  });

  it('tells of a dead link once, though two of the owner’s sources name it', async () => {
    const owner = { id: 'sds', name: { da: 'Sundhedsdatastyrelsen' } };
    const scene = reportScene({
      sources: [
        { ...exampleSource, owner },
        { ...exampleSource, id: 'sds-2', owner },
      ],
    });
    await scene.tell('sds.car', PLAIN);
    scene.dies('https://sds.example/car');

    expect((await reportOf(scene)).deadLinks).toHaveLength(1);
  });

  it('names registers that were not confirmed within a year', async () => {
    const scene = reportScene();
    await scene.tell('sds.car', PLAIN);
    await scene.tell('sds.lpr', PLAIN);
    await scene.quality.confirm('sds.lpr', '2026-11-01T00:00:00.000Z');
    await scene.quality.confirm('sds.car', '2025-11-01T00:00:00.000Z');

    expect((await reportOf(scene)).unconfirmed).toMatchObject([{ id: 'sds.car' }]);
  });

  it('is not made of half of an owner’s registers, nor for an owner that there is not', async () => {
    const scene = reportScene();
    await scene.tell('sds.car', PLAIN);
    await scene.tell('sds.lpr', PLAIN, { assess: false });

    expect(await scene.build()).toEqual({ kind: 'not-assessed', datasets: 1 });
    expect(await scene.build('nobody')).toEqual({ kind: 'unknown' });
  });

  it('is refused, and not made of a part, for an owner with more registers than a report can hold', async () => {
    const scene = reportScene();
    await scene.tell('sds.car', PLAIN);
    const [row] = await scene.ports.catalogue.list({ source: 'sds', state: 'live', limit: 1 });
    if (!row) throw new Error('no row');
    const list = async ({ after, limit }: { after?: string | undefined; limit: number }) =>
      Array.from({ length: limit }, (_, index) => ({ ...row, id: `sds.r${Number(after?.slice(5) ?? 0) + index + 1}` }));
    const catalogue = { ...scene.ports.catalogue, list };

    expect(await buildReport({ ...scene.ports, catalogue }, 'sds')).toEqual({ kind: 'too-many', most: 5000 });
  });
});
