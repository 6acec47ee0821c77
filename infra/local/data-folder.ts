/** The data folder: one process at a time, and the few things that must be the same at the next start. */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { codeOf, FolderInUse, Refusal, sentenceOf } from './refusal.ts';
import { newSigningKey, SigningKey } from './token-issuer.ts';

/**
 * How the folder's files lie and what the records in them look like, as a number that only grows. A folder that a newer
 * program wrote is refused: this one would not know what it does not see. An older one is upgraded as its records are read.
 */
export const LAYOUT = 1;

const newSecret = (): string => randomBytes(32).toString('base64url');

const Settings = z.object({
  /** Absent in folders that were begun before it was written down. */
  layout: z.number().int().default(1),
  /** What an operator shows to write; made at the first start. */
  operatorToken: z.string().min(1),
  /** What the links in owners' letters are signed with; made at the first start. */
  linkSecret: z
    .string()
    .min(32)
    .default(() => newSecret()),
  /** What access tokens are signed with on this machine; made at the first start. */
  signingKey: SigningKey.default(newSigningKey),
  /** The port of the last start: the example's addresses hold it, and must not change from run to run. */
  port: z.number().int().optional(),
});
type Settings = z.infer<typeof Settings>;

export interface DataFolder {
  readonly path: string;
  readonly settings: Settings;
  save(settings: Settings): void;
  /** Lets another process in. */
  release(): void;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'a file stands in its place',
  ENOTDIR: 'a file stands in its place',
};

const unusable = (path: string, error: unknown): Refusal =>
  new Refusal(`The data folder ${path} cannot be used: ${REASONS[codeOf(error)] ?? sentenceOf(error)}.`);

function holderOf(path: string): string {
  try {
    return ` (process ${Number(readFileSync(join(path, 'lock.pid'), 'utf8'))})`;
  } catch {
    // The number is only a help to whoever looks for the process; the lock itself says that there is one.
    return '';
  }
}

/**
 * Takes the folder for this process. A lock of the operating system, held through SQLite, rather than a file with a
 * process number: it ends with its process however that died, and numbers are used again.
 */
function lock(path: string): DatabaseSync {
  const database = new DatabaseSync(join(path, 'lock.db'));
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!/locked|busy/i.test(sentenceOf(error))) throw error;
    throw new FolderInUse(
      `The data folder ${path} is in use by another datalandkort${holderOf(path)}: stop that one, or name another folder with --data.`,
    );
  }
  return database;
}

/**
 * The settings, as soon as it is known that they are of a layout that this program knows: those of another could look damaged.
 * @throws Refusal for what a newer program wrote.
 */
function readable(where: string, written: unknown): Settings {
  const { layout } = Settings.pick({ layout: true }).parse(written);
  if (layout <= LAYOUT) return Settings.parse(written);
  throw new Refusal(
    `${where} was written by a newer datalandkort (layout ${layout}; this one knows up to ${LAYOUT}): use that one, or a folder of your own.`,
  );
}

function readSettings(file: string): Settings {
  try {
    return readable(file, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (codeOf(error) !== 'ENOENT') throw new Refusal(`${file} is damaged; delete it, and a new token is made.`);
    return {
      layout: LAYOUT,
      operatorToken: randomBytes(24).toString('base64url'),
      linkSecret: newSecret(),
      signingKey: newSigningKey(),
    };
  }
}

/** The settings of a folder that another process has. @throws Refusal when they are damaged. */
export const settingsOf = (written: string): Settings => readSettings(join(resolve(written), 'settings.json'));

/**
 * Begins a folder with the settings that a backup holds: letters that were sent have links signed with its secret, and pages
 * hold the addresses of its port.
 */
export function restoredSettings(
  written: string,
  backup: { readonly settings?: unknown; readonly layout: number },
): void {
  const path = resolve(written);
  const settings = readable('The backup', { ...z.looseObject({}).parse(backup.settings), layout: backup.layout });
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
}

/** True when a catalogue was begun in the folder: what only reads must not make one. */
export const hasCatalogue = (written: string): boolean => existsSync(join(resolve(written), 'settings.json'));

/**
 * Opens the folder, making it when it is not there.
 * @throws Refusal when it is in use or cannot be written.
 */
export function openDataFolder(written: string): DataFolder {
  const path = resolve(written);
  const file = join(path, 'settings.json');
  // Only its owner may read the token.
  const save = (settings: Settings): void => writeFileSync(file, JSON.stringify(settings), { mode: 0o600 });
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    const held = lock(path);
    writeFileSync(join(path, 'lock.pid'), String(process.pid));
    const settings = { ...readSettings(file), layout: LAYOUT };
    save(settings);
    return { path, settings, save, release: () => held.close() };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unusable(path, error);
  }
}
