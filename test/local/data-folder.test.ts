import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from '#infra/local/data-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const holderScript = (path: string): string => `
  import { openDataFolder } from ${JSON.stringify(join(import.meta.dirname, '..', '..', 'infra', 'local', 'data-folder.ts'))};
  openDataFolder(${JSON.stringify(path)});
  console.log('held');
  setInterval(() => undefined, 1000);
`;

/** A process of its own that holds the folder. */
async function startHolder(path: string) {
  const holder = spawn(process.execPath, ['--input-type=module', '-e', holderScript(path)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(holder.stdout, 'data');
  return holder;
}

test('a folder in use by another process is refused with that process’s number', async () => {
  const holder = await startHolder(folder);

  expect(() => openDataFolder(folder)).toThrow(
    `The data folder ${folder} is in use by another datalandkort (process ${holder.pid})`,
  );

  holder.kill('SIGKILL');
  await once(holder, 'exit');
});

test('a process that was killed leaves the folder free', async () => {
  const holder = await startHolder(folder);
  holder.kill('SIGKILL');
  await once(holder, 'exit');

  openDataFolder(folder).release();
});

test('the same process cannot hold it twice either', () => {
  const held = openDataFolder(folder);

  expect(() => openDataFolder(folder)).toThrow('is in use');
  held.release();
  openDataFolder(folder).release();
});

test('the operator’s token is the same at the next opening, and only its owner may read it', () => {
  const first = openDataFolder(folder);
  first.release();
  const second = openDataFolder(folder);
  second.release();

  expect(second.settings).toEqual(first.settings);
  expect(first.settings.operatorToken.length).toBeGreaterThanOrEqual(32);
  expect(statSync(join(folder, 'settings.json')).mode & 0o077).toBe(0);
});

test('a file in the folder’s place is one sentence', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');

  expect(() => openDataFolder(file)).toThrow(`The data folder ${file} cannot be used: a file stands in its place.`);
  expect(() => openDataFolder(join(file, 'below'))).toThrow('a file stands in its place');
});
