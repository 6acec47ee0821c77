import { expect, test } from 'vitest';
import { orderOf, sortOwners } from '#web/pages/owners/sort-owners.ts';

const owners = [
  { name: 'Ålborg', datasets: 2, changedAt: '2026-01-01T00:00:00Z', quality: { share: 0.9 } },
  { name: 'Øst', datasets: 9, changedAt: null, quality: null },
  { name: 'Bispebjerg', datasets: 2, changedAt: '2026-05-01T00:00:00Z', quality: { share: 0.4 } },
];

const names = (order: Parameters<typeof sortOwners>[1]) =>
  sortOwners(owners, order, ({ name }) => name).map(({ name }) => name);

test('owners stand by name as Danish sorts it, with å last', () => {
  expect(names('name')).toEqual(['Bispebjerg', 'Øst', 'Ålborg']);
});

test('the most, the best and the newest stand first, and those of whom nothing is known last', () => {
  expect(names('datasets')).toEqual(['Øst', 'Bispebjerg', 'Ålborg']);
  expect(names('grade')).toEqual(['Ålborg', 'Bispebjerg', 'Øst']);
  expect(names('changed')).toEqual(['Bispebjerg', 'Ålborg', 'Øst']);
});

test('an address that names no order has them by name', () => {
  expect([orderOf('grade'), orderOf('constructor'), orderOf(undefined)]).toEqual(['grade', 'name', 'name']);
});
