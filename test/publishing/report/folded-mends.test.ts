import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedMends, joinedPaths } from '#publishing/report/content/folded-mends.ts';
import type { Mend } from '#schemas/owner-report.ts';

const mendAt = (path: string, more: Partial<Mend> = {}): Mend => ({
  property: 'Column.title',
  label: { da: 'titel', en: 'title' },
  fault: 'missing',
  severity: 'violation',
  path,
  place: { da: path, en: path },
  text: { da: 'Der mangler en værdi.', en: 'There is no value.' },
  askedBy: [{ set: 'healthdcat-ap-r8', severity: 'violation', code: 'x' }],
  gain: null,
  standing: null,
  ...more,
});

describe('the same fault at many places', () => {
  it('is one row, with the places that follow each other as a range', () => {
    const column = (table: number, place: number) => `hasVariables[0].table[${table}].column[${place}].title`;
    const mends = [0, 1, 2, 10].map((place) => mendAt(column(0, place))).concat(mendAt(column(2, 0)));
    const keyword = mendAt('keyword', { property: 'Dataset.keyword' });

    expect(foldedMends([mends[3], keyword, ...mends.slice(0, 3), ...mends.slice(4)] as Mend[])).toEqual([
      {
        mend: mends[3],
        count: 5,
        paths: [
          'hasVariables[0].table[0].column[0-2].title',
          'hasVariables[0].table[0].column[10].title',
          'hasVariables[0].table[2].column[0].title',
        ],
      },
      { mend: keyword, count: 1, paths: ['keyword'] },
    ]);
  });

  it('is no row with another fault, with what is new, or with another value', () => {
    const mends = [
      mendAt('distribution[0].format'),
      mendAt('distribution[1].format', { fault: 'vocabulary' }),
      mendAt('distribution[2].format', { standing: 'new' }),
      mendAt('distribution[3].format', { value: 'csv' }),
    ];

    expect(foldedMends(mends).map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  });

  it('has every place of its ranges and no other', () => {
    const place = fc.tuple(fc.nat(3), fc.nat(12)).map(([table, column]) => `table[${table}].column[${column}].title`);
    const expanded = (path: string): string[] => {
      const [, before, from, to, after] = /^(.*?)\[(\d+)-(\d+)\](.*)$/.exec(path) ?? [];
      if (from === undefined || to === undefined) return [path];
      const all = Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
      return all.flatMap((index) => expanded(`${before}[${index}]${after}`));
    };
    fc.assert(
      fc.property(fc.uniqueArray(place, { minLength: 1 }), (paths) => {
        expect(joinedPaths(paths).flatMap(expanded).sort()).toEqual(paths.toSorted());
      }),
    );
  });
});
