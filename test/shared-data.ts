/** Real inputs, official tables and shapes that lie beside the project; tests that need them say so when they are absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';

const directory = resolve(import.meta.dirname, '..', process.env.DATALANDKORT_SHARED_DATA ?? '../shared/data');

/** Where the shared data lies, or undefined where it is absent. */
const sharedData: string | undefined = existsSync(directory) ? directory : undefined;

/** A group of tests that reads shared data; skipped, with the reason in its name, where there is none. */
export const describeWithSharedData = (name: string, tests: () => void): void => {
  if (sharedData === undefined) describe.skip(`${name} (skipped: no shared data; set DATALANDKORT_SHARED_DATA)`, tests);
  else describe(name, tests);
};

/** The text of a shared file; only inside describeWithSharedData. */
export const sharedText = (path: string): string => readFileSync(join(sharedData ?? directory, path), 'utf8');

/** The bytes of a shared file; only inside describeWithSharedData. */
export const sharedBytes = (path: string): Buffer => readFileSync(join(sharedData ?? directory, path));

/** The names of the files of a shared folder; none where there is no shared data, for a skipped group still names its tests. */
export const sharedFiles = (path: string): string[] =>
  sharedData === undefined ? [] : readdirSync(join(sharedData, path)).sort();
