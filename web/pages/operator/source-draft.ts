/** What stands in the form for a source: a definition as texts by place, and back. */
import { type Field, fields } from './source-fields.ts';

/** What is written in each field, by its pointer. A yes-no field is `true` or `false`. */
export type Draft = Readonly<Record<string, string>>;

/** What is wrong with the definition at a place (a JSON pointer). */
export interface Fault {
  readonly pointer: string;
  readonly text: Readonly<Partial<Record<'da' | 'en', string>>>;
  /** More precisely, in English. */
  readonly detail?: string | undefined;
}

/** What keeps a text from being the value of its field. */
export type Unreadable = { readonly pointer: string; readonly kind: 'json' | 'number' };

type Definition = Record<string, unknown>;

const isObject = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stepsOf = (pointer: string): readonly string[] => pointer.split('/').slice(1);

const valueAt = (definition: unknown, pointer: string): unknown =>
  stepsOf(pointer).reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), definition);

function textOf({ kind, isYes = false }: Field, value: unknown): string {
  if (kind === 'yes-no') return String(value ?? isYes);
  if (value === undefined || value === null) return '';
  if (kind === 'json') return isObject(value) && Object.keys(value).length === 0 ? '' : JSON.stringify(value, null, 2);
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** The form of a definition; of an empty one, a form to fill in. */
export const draftOf = (definition: unknown): Draft =>
  Object.fromEntries(fields.map((field) => [field.pointer, textOf(field, valueAt(definition, field.pointer))]));

type Parsed = { readonly value: unknown } | { readonly unreadable: Unreadable['kind'] };

function parsedJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { unreadable: 'json' };
  }
}

/** `undefined` leaves the place to its default. */
function parsed({ kind }: Field, written: string): Parsed {
  const text = written.trim();
  if (kind === 'yes-no') return { value: text === 'true' };
  if (text === '') return { value: undefined };
  if (kind === 'json') return parsedJson(text);
  if (kind === 'list')
    return {
      value: text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    };
  if (kind === 'text') return { value: text };
  // A Danish keyboard has a comma where the number has its point.
  const number = Number(text.replace(',', '.'));
  return Number.isNaN(number) ? { unreadable: 'number' } : { value: number };
}

/** Sets or takes away a value in a definition of our own; objects that become empty go as well. */
function put(definition: Definition, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    if (value === undefined) delete definition[step];
    else definition[step] = value;
    return;
  }
  const inner = isObject(definition[step]) ? definition[step] : {};
  put(inner, rest, value);
  if (Object.keys(inner).length === 0) delete definition[step];
  else definition[step] = inner;
}

/**
 * The definition that a form says.
 * @param base what the form was made of: what it has no field for stays as it is.
 */
export function definitionOf(
  draft: Draft,
  base: unknown,
): { definition: Definition; unreadable: readonly Unreadable[] } {
  const definition: Definition = isObject(base) ? structuredClone(base) : {};
  const unreadable: Unreadable[] = [];
  for (const field of fields) {
    const { pointer } = field;
    const result = parsed(field, draft[pointer] ?? '');
    if ('unreadable' in result) unreadable.push({ pointer, kind: result.unreadable });
    else put(definition, stepsOf(pointer), result.value);
  }
  return { definition, unreadable };
}

/** The field at which a fault is told: that of its place, or the nearest one around it; undefined for a place without. */
export function fieldOf(pointer: string): string | undefined {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    if (fields.some((field) => field.pointer === place)) return place;
  }
  // A whole object that lacks something, as an owner without an id.
  return fields.find((field) => field.pointer.startsWith(`${pointer}/`))?.pointer;
}

/** The id of a field's element. */
export const elementId = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;
