/** What to do first: the same mend over all registers that want it, by what it gains for the effort. */
import type { Action, Mend, RegisterReport } from '#schemas/owner-report.ts';
import type { Texts } from '#schemas/texts.ts';
import { letterOf } from '../score/grade.ts';
import { effortOver } from './effort.ts';
import { propertyLabel } from './property-label.ts';

/** All that `mqa` has to give. */
const MQA_POINTS = 405;

/** More than five are no longer first things; the rest stands on the registers' pages. */
const MOST_ACTIONS = 5;

type GainingMend = Mend & { readonly gain: NonNullable<Mend['gain']> };

interface Wanted {
  readonly register: RegisterReport;
  readonly mends: readonly [GainingMend, ...GainingMend[]];
}

const gains = (mend: Mend): mend is GainingMend => mend.gain !== null && (mend.gain.grade > 0 || mend.gain.mqa > 0);

/** The same property with the same fault: what is missing is mended otherwise than what is wrong. */
const sameAction = ({ gain, fault }: GainingMend): string => `${gain.property} ${fault}`;

/** The mends of the property itself first: they say best what is to be done. */
const itsOwnFirst = (mends: [GainingMend, ...GainingMend[]]): [GainingMend, ...GainingMend[]] =>
  mends.sort((a, b) => Number(b.property === b.gain.property) - Number(a.property === a.gain.property));

/** By register and property: a gain is of the property as a whole, so its fault is the first one that is found. */
function wantedBy(register: RegisterReport): Map<string, Wanted> {
  const byProperty = new Map<string, [GainingMend, ...GainingMend[]]>();
  for (const mend of register.mends.filter(gains)) {
    const mends = byProperty.get(mend.gain.property);
    if (mends) mends.push(mend);
    else byProperty.set(mend.gain.property, [mend]);
  }
  return new Map([...byProperty.values()].map(itsOwnFirst).map((mends) => [sameAction(mends[0]), { register, mends }]));
}

function groupsOf(registers: readonly RegisterReport[]): [Wanted, ...Wanted[]][] {
  const groups = new Map<string, [Wanted, ...Wanted[]]>();
  for (const [key, wanted] of registers.flatMap((register) => [...wantedBy(register)])) {
    const group = groups.get(key);
    if (group) group.push(wanted);
    else groups.set(key, [wanted]);
  }
  return [...groups.values()];
}

const registerOf = ({ register, mends }: Wanted): Action['registers'][number] => ({
  id: register.id,
  title: register.title,
  ...(register.landingPage !== undefined && { landingPage: register.landingPage }),
  gain: { grade: mends[0].gain.grade, mqa: mends[0].gain.mqa },
  before: register.grade.letter,
  after: mends[0].gain.letter,
  places: mends.map(({ path, place, value }) => ({ path, place, ...(value !== undefined && { value }) })),
});

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

interface Owner {
  readonly registers: number;
  readonly share: number;
}

/** Where every place is called the same, that says more than the property: `titel › engelsk`. */
function labelOf(property: string, group: readonly Wanted[]): Texts {
  const places = group.flatMap(({ mends }) => mends.map(({ place }) => place));
  const [first] = places;
  return first && places.every(({ da }) => da === first.da) ? first : propertyLabel(property);
}

function actionOf(group: readonly [Wanted, ...Wanted[]], { registers, share }: Owner): Action {
  const [mend] = group[0].mends;
  const wanting = group.map(registerOf).sort((a, b) => b.gain.grade - a.gain.grade || b.gain.mqa - a.gain.mqa);
  const grade = sumOf(wanting.map(({ gain }) => gain.grade)) / registers;
  return {
    property: mend.gain.property,
    label: labelOf(mend.gain.property, group),
    fault: mend.fault,
    effort: mend.gain.effort,
    text: mend.text,
    ...(mend.shouldBe && { shouldBe: mend.shouldBe }),
    ...(mend.example && { example: mend.example }),
    gain: { grade, mqa: sumOf(wanting.map(({ gain }) => gain.mqa)) / registers },
    after: { share: share + grade, letter: letterOf(share + grade) },
    registers: wanting,
  };
}

/** Gains in our grade and in `mqa` count alike, each as a share of what can be had, as in each register's own gains. */
const worthOf = (action: Action): number =>
  (action.gain.grade + action.gain.mqa / MQA_POINTS) / effortOver(action.effort, action.registers.length);

const byWorth = (a: Action, b: Action): number => worthOf(b) - worthOf(a) || (a.property < b.property ? -1 : 1);

/** The first things to do, and how many more there would be. */
export function actionsOf(
  registers: readonly RegisterReport[],
  share: number,
): { actions: Action[]; furtherActions: number } {
  const all = groupsOf(registers)
    .map((group) => actionOf(group, { registers: registers.length, share }))
    .sort(byWorth);
  return { actions: all.slice(0, MOST_ACTIONS), furtherActions: Math.max(0, all.length - MOST_ACTIONS) };
}
