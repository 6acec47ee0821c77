/**
 * Installs the dependencies when they are missing or not those of package-lock.json, and says nothing when they are there.
 * Runs before `npm start` and `npm test`, so it must work on the oldest Node we name (20), with nothing installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');

/** @param {string} path */
const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages ?? {};

/** True when every package of the lock file stands in node_modules in its version; optional ones depend on the platform. */
function isInstalled() {
  const hidden = join(modules, '.package-lock.json');
  // npm writes its hidden lock file last, so an installation that was cut off has none.
  if (!existsSync(hidden) || !existsSync(join(modules, 'node', 'bin'))) return false;
  const installed = packagesOf(hidden);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** The npm that runs us, or the one on the path. Its output goes to standard error: standard output belongs to the command. */
function install() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [command, commandArgs] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  return spawnSync(command, commandArgs, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
}

if (!isInstalled()) {
  process.stderr.write('Installing the dependencies with npm ci; this happens once and takes about a minute.\n');
  const { status, error } = install();
  if (status !== 0) {
    process.stderr.write(`npm ci did not succeed${error ? ` (${error.message})` : ''}; its messages stand above.\n`);
    process.exit(1);
  }
}
