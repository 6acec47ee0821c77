/** A path of a record in words: nobody but us knows what `distribution[0].accessURL` is. */
import { type ClassName, isClassName } from '#schemas/property.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import type { Texts } from '#schemas/texts.ts';

const STEP = /^(?<key>[^[\]]+)(?:\[(?<index>\d+)\])?$/;

/** A text stands in the record by language. */
const languages: Readonly<Record<string, Texts>> = {
  da: { da: 'dansk', en: 'Danish' },
  en: { da: 'engelsk', en: 'English' },
};

const BETWEEN = ' › ';

interface Walk {
  readonly inside: ClassName | undefined;
  readonly steps: readonly Texts[];
}

function stepInto({ inside, steps }: Walk, segment: string): Walk {
  const { key = segment, index } = STEP.exec(segment)?.groups ?? {};
  const row = inside && propertyByKey(inside, key);
  // People count from one.
  const number = index === undefined ? '' : ` ${Number(index) + 1}`;
  const language = inside === undefined && Object.hasOwn(languages, key) ? languages[key] : undefined;
  const { da, en } = row?.label ?? language ?? { da: key, en: key };
  return {
    inside: row && isClassName(row.range) ? row.range : undefined,
    steps: [...steps, { da: `${da}${number}`, en: `${en}${number}` }],
  };
}

/** `distribution[0].licence` as `distribution 1 › licens`; a key that the property table does not know stays as it is. */
export function placeText(path: string): Texts {
  const { steps } = path.split('.').reduce<Walk>(stepInto, { inside: 'Dataset', steps: [] });
  return { da: steps.map(({ da }) => da).join(BETWEEN), en: steps.map(({ en }) => en).join(BETWEEN) };
}
