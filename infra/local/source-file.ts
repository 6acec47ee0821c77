/** Reads a source file and names every fault in it with its place. */
import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { type Source, SourceFile } from '#schemas/source.ts';
import { JsonFault, type PlacedJson, readJson } from './json-places.ts';
import { codeOf, Refusal, sentenceOf } from './refusal.ts';

/** A fault: where (line, column and, when it is a matter of content, the path), and what. */
export interface SourceFault {
  readonly line: number;
  readonly column: number;
  readonly path?: string;
  readonly message: string;
}

/** `sources[0].owner.id`, as it would be written in JavaScript. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written}[${step}]`;
    const name = String(step);
    return /^\w+$/.test(name) ? `${written}${written && '.'}${name}` : `${written}[${JSON.stringify(name)}]`;
  }, '');

/** A strict object tells of all its unknown keys in one issue; each is a fault of its own, at its own place. */
function faultsOf(issue: z.core.$ZodIssue, json: PlacedJson): SourceFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return { ...json.place(path), path: pathOf(path), message: 'this key is not known' };
    });
  }
  return [{ ...json.place(issue.path), path: pathOf(issue.path), message: issue.message }];
}

/** Checks the settings of one source with its format's schema; where a format has none, gives the reason. */
export type SettingsCheck = (source: Source) => { readonly path: readonly PropertyKey[]; readonly message: string }[];

/** Reads the text of a source file: its sources, or what is wrong with it. */
export function parseSources(
  text: string,
  check: SettingsCheck,
): { readonly sources: Source[] } | { readonly faults: readonly SourceFault[] } {
  let json: PlacedJson;
  try {
    json = readJson(text);
  } catch (error) {
    if (error instanceof JsonFault) return { faults: [{ ...error.place, message: error.message }] };
    throw error;
  }
  const parsed = SourceFile.safeParse(json.value);
  if (!parsed.success) return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, json)) };
  const faults = parsed.data.sources.flatMap((source, index) =>
    check(source).map(({ path, message }) => {
      const whole = ['sources', index, ...path];
      return { ...json.place(whole), path: pathOf(whole), message };
    }),
  );
  return faults.length > 0 ? { faults } : { sources: parsed.data.sources };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal(`The source file ${file} cannot be read: ${REASONS[codeOf(error)] ?? sentenceOf(error)}.`);
  }
}

/**
 * The sources of a file.
 * @throws Refusal with one line a fault: file, line, column, path and what is wrong.
 */
export function readSourceFile(file: string, check: SettingsCheck): Source[] {
  const result = parseSources(readText(file), check);
  if ('sources' in result) return result.sources;
  const lines = result.faults.map(
    ({ line, column, path, message }) => `${file}:${line}:${column}: ${path ? `${path}: ` : ''}${message}`,
  );
  const count = lines.length === 1 ? 'a fault' : `${lines.length} faults`;
  throw new Refusal(`The source file has ${count}.\n${lines.join('\n')}`);
}
