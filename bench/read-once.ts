/** Reads a Turtle feed in a process of its own and prints processor time and memory: `read-once.ts FILE [TIMES]`; the last time counts. */
import { dcat } from '#harvesters/dcat/dcat.ts';
import { pass } from './pipeline.ts';

const [path = '', times = '1'] = process.argv.slice(2);
/** In kilobytes, on Linux and macOS alike since Node says so. */
const peak = (): number => process.resourceUsage().maxRSS;

const idleKb = peak();
const measured: number[] = [];
let records = 0;
for (let round = 0; round < Number(times); round += 1) {
  const before = process.cpuUsage();
  const result = await pass(dcat, { path, contentType: 'text/turtle', format: 'dcat' }, new Map());
  // The processor's time: what others do on a shared machine in the meantime is not in it.
  const { user, system } = process.cpuUsage(before);
  measured.push((user + system) / 1000);
  records = result.records;
}
const sorted = measured.toSorted((a, b) => a - b);
console.log(JSON.stringify({ ms: sorted[Math.floor(sorted.length / 2)], idleKb, peakKb: peak(), records }));
