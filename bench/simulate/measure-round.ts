/** One scenario in a process of its own: `measure-round.ts DATASETS PER_PAGE CHANGED`. Prints one JSON object. */
import { playScenario } from './scenario.ts';

const [datasets = 0, perPage = 0, changed = 0] = process.argv.slice(2).map(Number);
const scene = await playScenario({ datasets, perPage, changed });
await new Promise((resolve) => {
  process.stdout.write(JSON.stringify(scene), resolve);
});
// The engines' clients keep connections open for a while.
process.exit();
