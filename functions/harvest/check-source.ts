/** Checks the definition of a source: every fault with its place, before anything is kept or asked of anybody. */
import type * as z from 'zod';
import { addressFaults } from '#schemas/credentials.ts';
import { Source } from '#schemas/source.ts';
import type { Texts } from '#schemas/texts.ts';
import { settingsIssues } from './format-settings.ts';

/** Kinds of faults; the codes are stable. */
export const sourceFaults = {
  missing: { da: 'Skal angives.', en: 'Has to be given.' },
  'unknown-key': { da: 'Nøglen kendes ikke.', en: 'This key is not known.' },
  'wrong-type': { da: 'Er af en forkert type.', en: 'Is of the wrong type.' },
  'not-allowed': { da: 'Er ikke en af de værdier, der kan vælges.', en: 'Is none of the values there are.' },
  'out-of-bounds': { da: 'Er for stor eller for lille.', en: 'Is too large or too small.' },
  'wrong-format': { da: 'Er skrevet forkert.', en: 'Is not written as it has to be.' },
  'not-sound': { da: 'Kan ikke bruges sådan.', en: 'Cannot be used like this.' },
} as const satisfies Readonly<Record<string, Texts>>;

export type SourceFaultCode = keyof typeof sourceFaults;

/** A fault: where (a JSON pointer, RFC 6901), which kind, what exactly in English, and the kind in both languages. */
export interface SourceFault {
  readonly pointer: string;
  readonly code: SourceFaultCode;
  readonly detail: string;
  readonly text: Texts;
}

export type CheckedSource =
  | { readonly kind: 'sound'; readonly source: Source }
  | { readonly kind: 'faulty'; readonly faults: readonly SourceFault[] };

/**
 * A definition is an item of a table, which holds 400 KB with its marks; the largest profile of web pages we know has 6 000
 * characters.
 */
const DEFINITION_CHARACTERS = 100_000;

const CODES: Readonly<Partial<Record<z.core.$ZodIssue['code'], SourceFaultCode>>> = {
  invalid_type: 'wrong-type',
  invalid_value: 'not-allowed',
  invalid_format: 'wrong-format',
  too_small: 'out-of-bounds',
  too_big: 'out-of-bounds',
};

type Path = readonly PropertyKey[];

/** A path as a JSON pointer (RFC 6901). */
const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
    value,
  );
}

const faultOf = (path: Path, code: SourceFaultCode, detail: string): SourceFault => ({
  pointer: pointerOf(path),
  code,
  detail,
  text: sourceFaults[code],
});

function faultsOf(issue: z.core.$ZodIssue, value: unknown): SourceFault[] {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => faultOf([...path, key], 'unknown-key', sourceFaults['unknown-key'].en));
  }
  const isMissing = path.length > 0 && valueAt(value, path) === undefined;
  return [faultOf(path, isMissing ? 'missing' : (CODES[issue.code] ?? 'not-sound'), message)];
}

/** Reads a definition that somebody wrote: the source with its defaults, or all that is wrong with it. */
export function checkSource(value: unknown): CheckedSource {
  const parsed = Source.safeParse(value);
  if (!parsed.success)
    return { kind: 'faulty', faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, value)) };
  const source = parsed.data;
  const size = JSON.stringify(source).length;
  const faults = [
    ...addressFaults(source.url, source.credentials).map(({ path, message }) => faultOf(path, 'not-sound', message)),
    ...settingsIssues(source).flatMap((issue) => faultsOf(issue, source)),
    ...(size > DEFINITION_CHARACTERS
      ? [faultOf([], 'out-of-bounds', `${size} characters; a definition has at most ${DEFINITION_CHARACTERS}.`)]
      : []),
  ];
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'sound', source };
}
