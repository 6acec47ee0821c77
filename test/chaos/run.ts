/** `npm run chaos`: plays every fault against the running local system, and prints what came of each. Ends with 1 when one fails. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentOf } from './document.ts';
import { groupNames, playGroup } from './play-group.ts';
import { tableOf } from './table.ts';

const usage = `npm run chaos -- [--write | --rules SEED] [GROUP…] [--fault NAME]

Groups: ${groupNames.join(', ')}
--write   writes the table to docs/chaos.md as well; only with all groups
--rules   plays them under AWS's rules (docs/as-aws.md), with chance that begins at this number
--fault   plays only this fault of the groups; may stand there several times
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean' },
    help: { type: 'boolean' },
    rules: { type: 'string' },
    fault: { type: 'string', multiple: true },
  },
});

/** Groups played at the same time: one a processor of the smallest machine that the suite is meant for. */
const AT_ONCE = 2;

async function playAll(names: readonly string[], faults: readonly string[]) {
  const rows = new Map<string, Awaited<ReturnType<typeof playGroup>>>();
  const waiting = [...names];
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      rows.set(name, await playGroup(name, faults));
      process.stderr.write(`${name}: ${rows.get(name)?.length} faults\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return names.flatMap((name) => rows.get(name) ?? []);
}

if (values.help) process.stdout.write(usage);
else {
  const started = performance.now();
  // The processes that are started for the groups ask their environment.
  if (values.rules !== undefined) process.env.DATALANDKORT_AS_AWS = values.rules;
  const all = positionals.length === 0 && values.fault === undefined;
  const rows = await playAll(positionals.length > 0 ? positionals : groupNames, values.fault ?? []);
  const failed = rows.filter(({ broken }) => broken.length > 0).length;
  process.stdout.write(`${tableOf(rows)}\n`);
  process.stderr.write(
    `${rows.length - failed} of ${rows.length} faults passed, in ${Math.round((performance.now() - started) / 1000)} seconds\n`,
  );
  if (values.write && all && values.rules === undefined)
    await writeFile(join(import.meta.dirname, '../../docs/chaos.md'), documentOf(rows));
  if (failed > 0 || rows.length === 0) process.exitCode = 1;
}
