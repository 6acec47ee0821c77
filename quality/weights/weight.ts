/** What a metric is worth in a set of scores. Weights stand apart from measurements: changing one asks for no new measuring. */

/** How a number becomes a part of the points: the first step that the value reaches gives its share. */
type Rule =
  | { readonly kind: 'status' }
  | { readonly kind: 'at-least' | 'at-most'; readonly steps: readonly (readonly [bound: number, share: number])[] };

export interface Weight {
  readonly metric: string;
  /** A key of `dimensionLabels`. */
  readonly dimension: string;
  readonly points: number;
  /** How a number is judged; a boolean needs no rule. */
  readonly rule?: Rule;
  /** Facts about the dataset: where one is false, the metric cannot be asked of it. A fact that is not known excuses nothing. */
  readonly needs?: readonly ('expectsDistribution' | 'expectsDownload' | 'expectsVariables')[];
  /** Why this catalogue cannot tell; the points are then listed and not counted. */
  readonly notAssessed?: { readonly da: string; readonly en: string };
}

/** The share of its points that a value earns; null where the value could not be told. */
export function worthOf({ rule }: Weight, value: boolean | number | null): number | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (rule === undefined) return value;
  if (rule.kind === 'status') return value >= 200 && value <= 299 ? 1 : 0;
  const reached = ([bound]: readonly [number, number]): boolean =>
    rule.kind === 'at-least' ? value >= bound : value <= bound;
  return rule.steps.find(reached)?.[1] ?? 0;
}
