/** `docs/chaos.md`. */
import type { Row } from './fault.ts';
import { MEMORY_BOUND_MB } from './invariants.ts';
import { tableOf } from './table.ts';

/** The document with its table. */
export const documentOf = (rows: readonly Row[]): string => `# What it survives

Written by \`npm run chaos -- --write\`, which plays each of these ${rows.length} faults against the running local system: the same
functions as on AWS, on the embedded engines, over real HTTP to owners that answer as a script says. Each fault has a good
run before it and a good run after it, in which the owner has changed a record and added one.

After every run with the fault in it, and again after the next good run, these must hold:

- no live record is lost and none invented: the list of datasets, the ledger and the run's own count name the same records, and
  these are the ones that the rules of removal leave;
- the run's sums balance, and its balance sheet has a row for each record;
- each event stands in the ledger once and in order, and followers of the API get the same ones;
- the run ended, within the time for which its lease lasts, and the next run started;
- the process stayed below ${MEMORY_BOUND_MB} MB: engines, API, owners and all harvests at once, where AWS gives one harvest 2048;
- what the operator is told names the cause.

An arrow leads to the next run; the last one is the good run. \`npm run chaos -- --help\` tells how to play some of them,
\`npm run chaos -- --rules 3\` plays them under [AWS's own rules](as-aws.md).

${tableOf(rows)}
`;
