/** Asks the registry that npm is set up with which of the packages that we deploy have known faults of high severity or above. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { auditVerdict } from './audit-verdict.ts';

/** A registry answers in seconds, or not at all. */
const PATIENCE_MS = 60_000;

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
  cwd: join(import.meta.dirname, '..', '..'),
  encoding: 'utf8',
  timeout: PATIENCE_MS,
});
const { lines, fails } = auditVerdict(stdout ?? '', error?.message);
process.stdout.write(`${lines.join('\n')}\n`);
if (fails) process.exitCode = 1;
