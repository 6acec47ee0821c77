import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizes } from '#web/pages/map/address.ts';
import { layoutOf, NOBODY, type RegisterArea } from '#web/pages/map/area-layout.ts';
import { landscapeOf, mapped } from './mapped.ts';

const frame = { width: 900, height: 640, size: 'equal', zoom: undefined } as const;
const areaOf = ({ width, height }: RegisterArea): number => width * height;
const byId = (registers: readonly RegisterArea[]) => new Map(registers.map((area) => [area.dataset.id, area]));

describe('the areas of the map', () => {
  it('hold every register within its owner, and none over another', () => {
    const owners = fc.constantFrom('ssi', 'sds', null);
    const kinds = fc.constantFrom('STATISTICAL', null);
    const numbers = fc.option(fc.integer({ min: 1, max: 5_000_000 }), { nil: null });
    const parts = fc.record({ owner: owners, kind: kinds, individuals: numbers });
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 30 }), fc.constantFrom(...sizes), (all, size) => {
        const datasets = all.map((part, place) => mapped(`r${place}`, part));
        const { owners: groups, registers } = layoutOf(datasets, { ...frame, size });
        expect(new Set(registers.map(({ dataset }) => dataset.id))).toEqual(new Set(datasets.map(({ id }) => id)));
        for (const area of registers) {
          const owner = groups.find(({ id }) => id === (area.dataset.owner ?? NOBODY));
          expect(owner && area.x >= owner.x - 0.01 && area.x + area.width <= owner.x + owner.width + 0.01).toBe(true);
          for (const other of registers) {
            const isApart =
              other === area ||
              other.x >= area.x + area.width - 0.01 ||
              area.x >= other.x + other.width - 0.01 ||
              other.y >= area.y + area.height - 0.01 ||
              area.y >= other.y + other.height - 0.01;
            expect(isApart).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are the larger the more persons a register has; those that do not say are drawn small and counted', () => {
    const { registers, unknown } = layoutOf(
      [mapped('stor', { individuals: 8_000_000 }), mapped('lille', { individuals: 80_000 }), mapped('tavs')],
      { ...frame, size: 'individuals', zoom: 'ssi' },
    );
    const areas = byId(registers);
    const [large, small, silent] = ['stor', 'lille', 'tavs'].map((id) => areas.get(id));
    expect(unknown).toBe(1);
    expect(silent?.isKnown).toBe(false);
    expect(large && small && silent && areaOf(large) > areaOf(small) && areaOf(small) >= areaOf(silent) - 1).toBe(true);
  });

  it('take no record without variables for one that has none', () => {
    const { unknown } = layoutOf([mapped('a', { variables: 15 }), mapped('b')], { ...frame, size: 'variables' });
    expect(unknown).toBe(1);
  });

  it('are all equal where nobody tells the number', () => {
    const { registers, unknown } = layoutOf([mapped('a'), mapped('b'), mapped('c'), mapped('d')], {
      ...frame,
      size: 'records',
      zoom: 'ssi',
    });
    const [first = 0, ...others] = registers.map(areaOf);
    expect(unknown).toBe(4);
    expect(others.map((area) => Math.round((100 * area) / first))).toEqual([100, 100, 100]);
  });

  it('show one owner alone, by kind of register, and everything for an owner of whom nothing was found', () => {
    const datasets = [
      mapped('a', { kind: 'STATISTICAL' }),
      mapped('b', { kind: null, themes: ['SOCI'] }),
      mapped('c', { owner: 'sds' }),
    ];
    const zoomed = layoutOf(datasets, { ...frame, zoom: 'ssi' });
    expect(zoomed.owners).toEqual([]);
    expect(zoomed.registers.map(({ dataset }) => dataset.id).sort()).toEqual(['a', 'b']);
    expect(zoomed.kinds.map(({ by, id, count }) => ({ by, id, count })).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [
        { by: 'theme', id: 'SOCI', count: 1 },
        { by: 'type', id: 'STATISTICAL', count: 1 },
      ],
    );
    const all = layoutOf(datasets, { ...frame, zoom: 'nobody' });
    expect(all.owners.map(({ id, count }) => [id, count])).toEqual([
      ['ssi', 2],
      ['sds', 1],
    ]);
  });

  it('hold five thousand registers of forty owners', () => {
    const { owners, registers } = layoutOf(landscapeOf(5_000).datasets, { ...frame, size: 'individuals' });
    expect([owners.length, registers.length]).toEqual([40, 5_000]);
  });
});
