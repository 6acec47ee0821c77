/** What the properties of a record are called where the record itself is shown as text: in differences and in problems. */

import { partWords } from '../words/parts.ts';
import { type Language, wordText } from '../words/word.ts';
import { type Properties, rowsOf } from './property-rows.ts';

export interface Names {
  /** What a property is called; undefined for a key that no row of the table has, as the language of a text. */
  readonly label: (key: string) => string | undefined;
  /** The names of what stands inside the values of a property. */
  readonly inside: (key: string) => Names;
}

/** While the table is not there, or where there is none: every key is said as it is. */
export const noNames: Names = { label: () => undefined, inside: () => noNames };

/** What changes of a record beside its properties. */
const beside = { kind: partWords['property.kind'], unmapped: partWords['property.unmapped'] } as const;

const isBeside = (key: string): key is keyof typeof beside => Object.hasOwn(beside, key);

/** The names of a class's properties, by the table that the API serves. */
function namesOfClass(properties: Properties, name: string, language: Language): Names {
  const rows = rowsOf(properties, name);
  return {
    label: (key) => rows.get(key)?.label[language],
    inside(key) {
      const row = rows.get(key);
      return row?.kind === 'node' ? namesOfClass(properties, row.range, language) : noNames;
    },
  };
}

/** The names of what a register's record says. A series has what a register has. */
export function namesOf(properties: Properties, language: Language): Names {
  const names = namesOfClass(properties, 'Dataset', language);
  return { ...names, label: (key) => (isBeside(key) ? wordText(beside[key], language) : names.label(key)) };
}

/** A property by its path in the record, `distribution.license` or `distribution/0/license`, each step by its name. */
export function pathText(path: string, names: Names): string {
  const steps: string[] = [];
  let at = names;
  for (const key of path.split(/[./]/)) {
    const isPlace = /^\d+$/.test(key);
    steps.push(isPlace ? String(Number(key) + 1) : (at.label(key) ?? key));
    if (!isPlace) at = at.inside(key);
  }
  return steps.join(' › ');
}
