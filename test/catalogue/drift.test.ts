import { describe, expect, it } from 'vitest';
import { driftRulesOf, type FamilyYield, familyOf, findDrifts } from '#catalogue/drift.ts';

const rules = { drop: 0.5, minRecords: 5 };
const noLinks = { before: 0, after: 0, page: 'list' };

/** A family in which so many records had a field, and so many of them still have it. */
const family = (had: number, has: number, over: Partial<FamilyYield> = {}): FamilyYield => {
  const before = Array.from({ length: 10 }, (_, index) =>
    index < had ? 'temporal=a,title=b,kind=Dataset' : 'title=b,kind=Dataset',
  );
  return {
    family: 'list',
    known: before,
    records: before.map((properties, index) => ({
      page: `page ${index}`,
      before: properties,
      after: index < has ? 'temporal=c,title=d,kind=Dataset' : 'title=d,kind=Dataset',
    })),
    links: noLinks,
    ...over,
  };
};

describe('a page family', () => {
  it('has drifted when a field is found in less than half of the records that had it', () => {
    expect(findDrifts([family(10, 4)], rules)).toEqual([
      { family: 'list', field: 'temporal', before: 10, after: 4, page: 'page 4' },
    ]);
  });

  it.each([
    [10, 5],
    [10, 10],
    [5, 10],
    [0, 0],
  ])('has not drifted when %i records had a field and %i have it', (had, has) => {
    expect(findDrifts([family(had, has)], rules)).toEqual([]);
  });

  it('is not judged by fields that too few records had', () => {
    expect(findDrifts([family(4, 0)], rules)).toEqual([]);
  });

  it('is judged by what it had on the average where all its records are new', () => {
    const records = family(8, 1).records.map((one) => ({ ...one, before: undefined }));
    expect(findDrifts([family(8, 1, { records })], rules)).toMatchObject([{ field: 'temporal', before: 8, after: 1 }]);
  });

  it('has drifted when its records cannot be read any more', () => {
    const records = family(8, 8).records.map((one) => ({ ...one, after: '' }));
    expect(findDrifts([family(8, 8, { records })], rules).map(({ field }) => field)).toEqual(['title', 'temporal']);
  });

  it('has drifted when its lists lead to less than half of the pages', () => {
    const links = { before: 20, after: 9, page: 'list 2' };
    expect(findDrifts([family(0, 0, { links })], rules)).toEqual([
      { family: 'list', field: 'links', before: 20, after: 9, page: 'list 2' },
    ]);
  });

  it('has as few records as the source has: nothing is said of those that were not listed', () => {
    const { records } = family(10, 10);
    expect(findDrifts([family(10, 10, { records: records.slice(0, 3) })], rules)).toEqual([]);
  });
});

describe('the rules of a source', () => {
  it('are on for web pages, off for feeds, and the source’s own where it has any', () => {
    expect(driftRulesOf({ format: 'html' })).toEqual(rules);
    expect(driftRulesOf({ format: 'dcat' })).toBeNull();
    expect(driftRulesOf({ format: 'html', drift: null })).toBeNull();
    expect(driftRulesOf({ format: 'dcat', drift: { drop: 0.2, minRecords: 1 } })).toEqual({ drop: 0.2, minRecords: 1 });
  });
});

describe('the family of a page', () => {
  it('is the list from which it was reached, over all of its pages', () => {
    const parents = new Map([
      ['register', 'list 2'],
      ['list 2', 'list 1'],
    ]);
    expect(familyOf('register', (key) => parents.get(key))).toBe('list 1');
  });

  it('is found also where parents run in a circle', () => {
    const parents = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(familyOf('a', (key) => parents.get(key))).toBe('b');
  });
});
