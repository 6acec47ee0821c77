import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const SCRIPT = join('infra', 'local', 'ensure-installed.mjs');

let project: string;

const lockOf = (version: string) =>
  JSON.stringify({
    packages: {
      '': { name: 'p' },
      'node_modules/zod': { version },
      'node_modules/x-darwin': { version, optional: true },
    },
  });

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'install-'));
  cpSync(join(import.meta.dirname, '..', '..', SCRIPT), join(project, SCRIPT));
  writeFileSync(join(project, 'package-lock.json'), lockOf('4.0.0'));
  // Stands for npm: notes what it was asked to do, and succeeds unless the project says otherwise.
  writeFileSync(
    join(project, 'npm.js'),
    `const fs = require('fs'); fs.writeFileSync('asked', process.argv.slice(2).join(' ')); process.exit(fs.existsSync('broken') ? 1 : 0);`,
  );
});

afterEach(() => rmSync(project, { recursive: true }));

function installed(version: string): void {
  mkdirSync(join(project, 'node_modules', 'node', 'bin'), { recursive: true });
  writeFileSync(
    join(project, 'node_modules', '.package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/zod': { version } } }),
  );
}

function run() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, SCRIPT)], {
    env: { ...process.env, npm_execpath: join(project, 'npm.js') },
    encoding: 'utf8',
  });
  const asked = join(project, 'asked');
  return { status, stdout, stderr, asked: existsSync(asked) ? readFileSync(asked, 'utf8') : undefined };
}

test('installs straight after a clone, and writes nothing to standard output', () => {
  expect(run()).toMatchObject({ status: 0, stdout: '', asked: expect.stringMatching(/^ci --include=dev/) });
});

test('says and does nothing when every package of the lock file is there, whatever its date', () => {
  installed('4.0.0');

  expect(run()).toEqual({ status: 0, stdout: '', stderr: '', asked: undefined });
});

test('installs again when the lock file names another version', () => {
  installed('3.9.9');

  expect(run()).toMatchObject({ status: 0, asked: expect.stringContaining('ci') });
});

test('installs again after an installation that was cut off', () => {
  mkdirSync(join(project, 'node_modules', 'zod'), { recursive: true });

  expect(run()).toMatchObject({ status: 0, asked: expect.stringContaining('ci') });
});

test('ends with 1 when npm does not succeed', () => {
  writeFileSync(join(project, 'broken'), '');

  expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('npm ci did not succeed') });
});
