#!/usr/bin/env node
/**
 * The command. Plain JavaScript, because an older Node may start it: that one hands over to the Node 24 among the
 * dependencies, which runs TypeScript as it is.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first major version that runs our TypeScript and has SQLite without a flag. */
const FIRST_MAJOR = 24;

const here = dirname(fileURLToPath(import.meta.url));
const node24 = join(
  here,
  '..',
  '..',
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Runs ourselves again under Node 24 and ends as that run ends. */
function handOver() {
  const child = spawn(node24, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, DATALANDKORT_LAUNCHER: String(process.pid) },
  });
  // A terminal sends Ctrl-C to both of us; one that was meant for us alone is passed on. The child tells them apart by time.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`Node 24 could not be started: ${error.message}\n`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** SQLite is marked experimental in Node 24; the user of a command can do nothing about that. */
function silenceSqliteWarning() {
  const printers = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name === 'ExperimentalWarning' && /SQLite/.test(warning.message)) return;
    for (const print of printers) print.call(process, warning);
  });
}

if (!existsSync(node24)) {
  process.stderr.write('The dependencies are not installed: run "npm ci" first, or "npm start", which does it.\n');
  process.exit(2);
} else if (Number(process.versions.node.split('.')[0]) < FIRST_MAJOR) {
  handOver();
} else {
  silenceSqliteWarning();
  const { main } = await import('./main.ts');
  await main(process.argv.slice(2));
}
