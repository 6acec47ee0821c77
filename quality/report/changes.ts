/** What came of the last report: what is new, what was fixed and what is still open. */
import type { ChangedMend, Changes, Mend, OwnerReport, RegisterReport, ReportSummary } from '#schemas/owner-report.ts';
import { nameOf, standingOfRegister } from './report-summary.ts';

type RegisterSummary = ReportSummary['registers'][number];
type KnownMend = RegisterSummary['mends'][number];

/**
 * A mend whatever its place in a list: when a distribution is added before another one, the numbers of all behind it change,
 * and nothing of them was fixed.
 */
const withoutNumbers = ({ property, fault, path }: Pick<Mend, 'property' | 'fault' | 'path'>): string =>
  JSON.stringify([property, fault, path.replaceAll(/\[\d+\]/g, '')]);

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Which of `these` are more than `those`: by their path where one is the same, else by their number. */
function surplus<A extends Pick<Mend, 'property' | 'fault' | 'path'>>(
  these: readonly A[],
  those: readonly Pick<Mend, 'property' | 'fault' | 'path'>[],
): A[] {
  const others = groupedBy(those, withoutNumbers);
  return [...groupedBy(these, withoutNumbers)].flatMap(([key, group]) => {
    const paths = new Set(others.get(key)?.map(({ path }) => path));
    const moved = group.filter(({ path }) => !paths.has(path));
    return moved.slice(0, Math.max(0, group.length - (others.get(key)?.length ?? 0)));
  });
}

/** Marks each mend of a register as new or still open; a register that the last report did not have is left unmarked. */
export function withStandings(register: RegisterReport, previous: ReportSummary | null): RegisterReport {
  const before = previous?.registers.find(({ id }) => id === register.id);
  if (!before) return register;
  const fresh = new Set(surplus(register.mends, before.mends));
  return {
    ...register,
    mends: register.mends.map((mend) => ({ ...mend, standing: fresh.has(mend) ? 'new' : 'open' })),
  };
}

const changed = (
  { property, label, fault, path, place }: KnownMend | Mend,
  { id, title }: Pick<RegisterReport, 'id' | 'title'>,
): ChangedMend => ({ property, label, fault, path, place, register: { id, title } });

function fixedIn(register: RegisterReport, before: RegisterSummary): Changes['fixed'] {
  return surplus(before.mends, register.mends).map((mend) => ({ ...changed(mend, register), gain: mend.gain }));
}

function stillOpenOf(registers: readonly RegisterReport[]): Changes['stillOpen'] {
  const open = registers.flatMap(({ id, mends }) =>
    mends.filter(({ standing }) => standing === 'open').map((mend) => ({ id, mend })),
  );
  const groups = groupedBy(open, ({ mend }) => `${mend.property} ${mend.fault}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { property, label, fault } = first.mend;
      return { property, label, fault, places: group.length, registers: new Set(group.map(({ id }) => id)).size };
    })
    .sort((a, b) => b.registers - a.registers || b.places - a.places);
}

/** Less than this is rounding in the sums of weights. */
const NOTHING = 1e-9;

const moved = ({ change }: RegisterReport): boolean =>
  change !== null && (Math.abs(change.grade) > NOTHING || Math.abs(change.mqa) > NOTHING);

/** Null where there was no report before this one, or the owner has no register any more. */
export function changesOf(
  registers: readonly RegisterReport[],
  standing: OwnerReport['standing'],
  previous: ReportSummary | null,
): Changes | null {
  if (previous === null || standing === null) return null;
  const before = new Map(previous.registers.map((register) => [register.id, register]));
  const now = new Set(registers.map(({ id }) => id));
  const known = registers.flatMap((register) => {
    const known = before.get(register.id);
    return known ? [{ register, known }] : [];
  });
  return {
    since: previous.at,
    before: previous.standing,
    after: { share: standing.share, letter: standing.letter, mqa: standing.mqa },
    registers: known
      .filter(({ register }) => moved(register))
      .sort((a, b) => (b.register.change?.grade ?? 0) - (a.register.change?.grade ?? 0))
      .map(({ register, known }) => ({
        register: nameOf(register),
        before: known.standing,
        after: standingOfRegister(register),
      })),
    added: registers.filter(({ id }) => !before.has(id)).map(nameOf),
    gone: previous.registers.filter(({ id }) => !now.has(id)).map(nameOf),
    new: registers.flatMap((register) =>
      register.mends.filter((mend) => mend.standing === 'new').map((mend) => changed(mend, register)),
    ),
    fixed: known.flatMap(({ register, known }) => fixedIn(register, known)),
    stillOpen: stillOpenOf(registers),
  };
}
