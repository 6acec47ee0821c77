/** Real inputs, official tables and shapes that lie beside the project; tests that need them say so when they are absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'vitest';

const directory = resolve(import.meta.dirname, '..', process.env.DATALANDKORT_SHARED_DATA ?? '../shared/data');

/** Where the shared data lies, or undefined where it is absent. */
const sharedData: string | undefined = existsSync(directory) ? directory : undefined;

/**
 * A group of tests that reads shared data. Where there is none it is one skipped test whose name says why: the group itself is
 * not even begun, since it may read as it names its tests.
 */
export const describeWithSharedData = (name: string, tests: () => void): void => {
  if (sharedData === undefined) test.skip(`${name} (skipped: no shared data; set DATALANDKORT_SHARED_DATA)`);
  else describe(name, tests);
};

/** The text of a shared file; only inside describeWithSharedData. */
export const sharedText = (path: string): string => readFileSync(join(sharedData ?? directory, path), 'utf8');

/** The bytes of a shared file; only inside describeWithSharedData. */
export const sharedBytes = (path: string): Buffer => readFileSync(join(sharedData ?? directory, path));

/** The names of the files of a shared folder; only inside describeWithSharedData. */
export const sharedFiles = (path: string): string[] => readdirSync(join(sharedData ?? directory, path)).sort();
