/** `npm run simulate`: how far the system carries and what it costs, by measurement and simulation. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from './measure.ts';
import { readMeasured } from './measured.ts';
import { scalePage } from './page.ts';

const HELP = `npm run simulate [-- --measure | --write | --check]

Simulates four sizes of the catalogue on AWS, with what each action was measured to use, and prints what
docs/scale.md says. The same figures each time.

  --write    writes docs/scale.md
  --check    ends with 1 when docs/scale.md is not what would be written
  --measure  measures anew on the local system (some minutes) and writes bench/simulate/measured.json
  --help     this
`;

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'scale.md');

const { values } = parseArgs({
  options: {
    measure: { type: 'boolean' },
    write: { type: 'boolean' },
    check: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (values.help) console.log(HELP);
else if (values.measure) await measure();
else {
  const page = scalePage(readMeasured());
  if (values.write) writeFileSync(PAGE, page);
  else if (values.check) process.exitCode = readFileSync(PAGE, 'utf8') === page ? 0 : 1;
  else console.log(page);
}
