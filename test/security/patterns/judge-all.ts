/** Judges every pattern that was not judged before and writes down those that are safe; those that are gone are dropped. */
import { writeFileSync } from 'node:fs';
import { argumentFor, JUDGED, judge, judgedSafe } from './judgement.ts';
import { patternsOf } from './literals.ts';

const known = judgedSafe();
const safe: string[] = [];
for (const [name, { source, flags, places }] of patternsOf()) {
  if (argumentFor(name, places)) continue;
  const { verdict, why } = known.has(name) ? { verdict: 'safe', why: '' } : await judge(source, flags);
  if (verdict === 'safe') safe.push(name);
  else process.stdout.write(`${verdict}: ${places.join(', ')} ${name}\n    ${why}\n`);
}
writeFileSync(JUDGED, `${JSON.stringify(safe.sort(), null, 2)}\n`);
