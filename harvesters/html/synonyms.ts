/** Labels of owner pages to properties: by name, in two languages, and through one slip of the pen. */
import { labels } from './labels.ts';

/** What a label stands for. */
export interface Target {
  readonly property: string;
  /** The language that the label says its value is in ("Navn engelsk"). */
  readonly language?: string | undefined;
}

/** A label as it is compared: without the number of a list, letters and digits only, in lower case, with æ, ø and å as the ASCII addresses write them. */
export const normaliseLabel = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\s*\d{1,2}[.)]\s+/, '')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const targetOf = (written: string): Target => {
  const [property = '', language] = written.split('@');
  return language === 'da' || language === 'en' ? { property, language } : { property };
};

const known = new Map<string, Target>(
  Object.entries(labels).flatMap(([written, names]) =>
    names.map((name) => [normaliseLabel(name), targetOf(written)] as const),
  ),
);

/** Everything that the built-in labels stand for. */
export const knownTargets = (): Iterable<Target> => known.values();

/** What a label stands for, and whether it had to be guessed from a misspelling. */
export interface LabelMatch {
  readonly target: Target;
  readonly guessed: boolean;
}

/** Words shorter than this have too many neighbours one letter away ("data"/"date") to be guessed. */
const GUESS_FROM = 7;

/** True when a and b differ by one letter put in, left out, changed, or swapped with its neighbour. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.length !== restB.length) return restA.slice(1) === restB || restB.slice(1) === restA;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** Finds what a label stands for: the source's own labels first, then the built-in ones, then one slip of the pen away. */
export function matchLabel(label: string, own: ReadonlyMap<string, Target>): LabelMatch | undefined {
  for (const name of [normaliseLabel(label), normaliseLabel(label.replace(/\([^()]*\)/g, ' '))]) {
    const target = own.get(name) ?? known.get(name);
    if (target) return { target, guessed: false };
  }
  const name = normaliseLabel(label);
  if (name.length < GUESS_FROM) return undefined;
  const near = [...own, ...known].filter(
    ([candidate]) => candidate.length >= GUESS_FROM && isOneSlipAway(name, candidate),
  );
  const targets = new Set(near.map(([, { property, language }]) => `${property}@${language}`));
  return targets.size === 1 && near[0] ? { target: near[0][1], guessed: true } : undefined;
}

/** The source's own labels (`settings.labels`: label → target) in the form that matchLabel asks for. */
export const ownLabels = (written: Readonly<Record<string, string>>): ReadonlyMap<string, Target> =>
  new Map(Object.entries(written).map(([label, target]) => [normaliseLabel(label), targetOf(target)]));

/** Tells whether a label is one of the words of a rule. */
export const isOneOf = (words: string | readonly string[]): ((label: string) => boolean) => {
  const names = new Set([words].flat().map(normaliseLabel));
  return (label) => names.has(normaliseLabel(label));
};
