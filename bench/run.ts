/** `npm run bench`: measures what is claimed, against what is claimed, and says where it falls short. A report, not a test. */
import { parseArgs } from 'node:util';
import { measures } from './measures.ts';
import { printReport, type Result } from './report.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });

if (values.help) {
  console.log(
    `npm run bench -- [NAME…]\n\nMeasures:\n${Object.keys(measures)
      .map((name) => `  ${name}`)
      .join('\n')}`,
  );
} else {
  const wanted = positionals.length > 0 ? positionals : Object.keys(measures);
  const results: Result[] = [];
  for (const name of wanted) {
    const measure = measures[name];
    if (!measure) {
      console.error(`There is no measure "${name}"; there are ${Object.keys(measures).join(', ')}.`);
      process.exitCode = 2;
      continue;
    }
    console.error(`${name} …`);
    results.push(...(await measure()));
  }
  printReport(results);
}
