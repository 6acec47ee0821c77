/** Reads a feed whole and in order with `ldes-client`: `ldes-worker.ts URL`. Sends how many members there were, and the time. */
import { intoConfig, replicateLDES } from 'ldes-client';

const [url = ''] = process.argv.slice(2);
const started = performance.now();
// The shape of the members lies on the web; the client would fetch it and not use it.
const client = replicateLDES(intoConfig({ url, noShape: true }), 'ascending');
client.on('error', (error: unknown) => {
  console.error(error);
  process.exit(1);
});
let members = 0;
for await (const _ of client.stream({ highWaterMark: 10 })) members += 1;
process.send?.({ members, ms: performance.now() - started });
process.on('disconnect', () => process.exit());
