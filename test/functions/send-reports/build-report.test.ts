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
