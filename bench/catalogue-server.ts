/**
 * The engines with a catalogue in them, in a process of their own, as AWS has them: `catalogue-server.ts FOLDER DATASETS`. Sends
 * what the API reads of its surroundings, and the id of a dataset, when all views have caught up.
 */
import { startHost } from '#infra/local/host.ts';
import { catchUp } from '#infra/local/round.ts';
import { draftOf } from '#test/functions/drafts.ts';
import { searchRecord } from './search-records.ts';

const [folder = '', datasets = '0'] = process.argv.slice(2);

/** Drafts handed to the ledger at a time: their records are in memory together. */
const STEP = 500;

const host = await startHost({
  data: folder,
  ports: () => [0],
  serveApi: false,
  site: async () => undefined,
  allowHosts: [],
  onFailure: (what, error) => console.error(what, error),
});
for (let start = 0; start < Number(datasets); start += STEP) {
  const records = Array.from({ length: Math.min(STEP, Number(datasets) - start) }, (_, index) =>
    searchRecord(start + index),
  );
  await host.stores.ledger.append(
    records.map(({ id }) => draftOf(id)),
    records,
  );
}
host.poll();
await catchUp(host, new AbortController().signal);
process.send?.({ environment: process.env, id: searchRecord(7).id });
process.on('disconnect', () => process.exit());
