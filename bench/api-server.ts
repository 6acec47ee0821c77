/**
 * The whole system as `npm start` runs it, with a large catalogue: `api-server.ts FOLDER DATASETS CHANGES [FROZEN]`. The ledger is
 * written to directly, as no source of that size is harvested in a minute. Sends its address when all views have caught up.
 */
import { startHost } from '#infra/local/host.ts';
import { catchUp } from '#infra/local/round.ts';
import type { ChangeDraft } from '#schemas/change.ts';
import { draftOf } from '#test/functions/drafts.ts';
import { searchRecord } from './search-records.ts';

/** FROZEN: the changes that the feed is frozen up to. Freezing all of a long log would take longer than most measures. */
const [folder = '', datasets = '0', changes = '0', frozen = '1000'] = process.argv.slice(2);

/** Drafts handed to the ledger at a time: their records are in memory together. */
const STEP = 1000;

const hashOf = (id: string, revision: number): string => `sha256:${id}-${revision}`;

/** The n-th change of the log: first every dataset comes, then they are updated one after the other. */
function changeAt(index: number): ChangeDraft {
  const count = Number(datasets);
  const { id } = searchRecord(index % count);
  const revision = Math.floor(index / count) + 1;
  const previousHash = revision === 1 ? null : hashOf(id, revision - 1);
  return draftOf(id, {
    ...(revision > 1 && { type: 'Update', cause: 'source-updated', changed: ['modified'] }),
    revision,
    contentHash: hashOf(id, revision),
    previousHash,
    previous: revision === 1 ? null : index + 1 - count,
  });
}

const host = await startHost({
  data: folder,
  ports: () => [0],
  serveApi: true,
  site: async () => undefined,
  allowHosts: [],
  onFailure: (what, error) => console.error(what, error),
});
for (let start = 0; start < Number(changes); start += STEP) {
  const length = Math.min(STEP, Number(changes) - start);
  const drafts = Array.from({ length }, (_, index) => changeAt(start + index));
  const records = drafts.map((_, index) => searchRecord((start + index) % Number(datasets)));
  await host.stores.ledger.append(drafts, records);
  if (start < Number(frozen)) await host.invoke('render-feeds', {});
}
console.error(`  the log is written, ${Math.round(performance.now() / 1000)} s`);
await catchUp(host, new AbortController().signal, ['project']);
console.error(`  the datasets table is there, ${Math.round(performance.now() / 1000)} s`);
const before = performance.now();
await host.invoke('take-snapshot', {});
const snapshotMs = performance.now() - before;
process.send?.({ address: host.address, id: searchRecord(7).id, snapshotMs });
process.on('disconnect', () => process.exit());
