import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  colours,
  facetNames,
  filterCount,
  filtersOf,
  type MapState,
  queryOf,
  sizes,
  sorts,
  stateOf,
  toggled,
  views,
  withoutFilters,
} from '#web/pages/map/address.ts';

const read = (query: string): MapState => stateOf(Object.fromEntries(new URLSearchParams(query)));

const years = fc.record({
  from: fc.option(fc.integer({ min: 1800, max: 2100 }).map(String), { nil: undefined }),
  until: fc.option(fc.integer({ min: 1800, max: 2100 }).map(String), { nil: undefined }),
});
const values = fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9_æøå:/.-]{1,12}$/), { maxLength: 3 });

const states: fc.Arbitrary<MapState> = fc.record({
  view: fc.option(fc.constantFrom(...views), { nil: undefined }),
  q: fc.string({ maxLength: 30 }),
  chosen: fc.record({
    owner: values,
    theme: values,
    healthCategory: values,
    accessLevel: values,
    type: values,
    source: values,
    grade: values,
  }),
  period: years,
  covering: years,
  size: fc.constantFrom(...sizes),
  colour: fc.constantFrom(...colours),
  zoom: fc.option(fc.stringMatching(/^[a-z]{1,8}$/), { nil: undefined }),
  sort: fc.option(fc.constantFrom(...sorts), { nil: undefined }),
});

describe('the address of the first page', () => {
  it('gives back every state that was written to it', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(read(queryOf(state))).toEqual(state);
      }),
    );
  });

  it('is empty while everything is as it is at first', () => {
    expect(queryOf(read(''))).toBe('');
  });

  it('takes what is none of the values as if it were not there', () => {
    expect(read('view=globe&size=weight&colour=red&sort=best&from=77&to=now&since=&zoom=')).toEqual(read(''));
  });

  it('asks the API for the question without the spaces around it, and for nothing that is not chosen', () => {
    expect(filtersOf(read('q=+kr%C3%A6ft+&owner=ssi,sds&from=1977&view=list&sort=title'))).toEqual({
      q: 'kræft',
      owner: 'ssi,sds',
      from: '1977',
    });
  });

  it('counts a period as one filter, and lets all filters go while the question stays', () => {
    const state = read('q=hjerte&theme=HEAL&grade=A,B&from=1977&to=1990&zoom=ssi&view=timeline');
    expect(filterCount(state)).toBe(4);
    expect(queryOf(withoutFilters(state))).toBe('?view=timeline&q=hjerte');
  });

  it('chooses a value at first and lets it go the second time', () => {
    const chosen = toggled(read('grade=A'), 'grade', 'B');
    expect(chosen.chosen.grade).toEqual(['A', 'B']);
    expect(toggled(chosen, 'grade', 'A').chosen.grade).toEqual(['B']);
    expect(facetNames.map((name) => toggled(chosen, 'grade', 'B').chosen[name].length)).toEqual([0, 0, 0, 0, 0, 0, 1]);
  });
});
