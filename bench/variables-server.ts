/**
 * The whole system with its pages and a large catalogue: `variables-server.ts FOLDER DATASETS VARIABLES`. Each dataset has twenty
 * variables, and one more has VARIABLES of them. Sends its address and that one's id when all views have caught up.
 */
import { startHost } from '#infra/local/host.ts';
import { catchUp } from '#infra/local/round.ts';
import { webFolder } from '#infra/local/web-build.ts';
import { webSite } from '#infra/local/web-site.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { draftOf } from '#test/functions/drafts.ts';
import { searchRecord } from './search-records.ts';

const [folder = '', datasets = '0', variables = '0'] = process.argv.slice(2);

/** Drafts handed to the ledger at a time: their records are in memory together. */
const STEP = 1000;

/** A register as wide as the widest. */
function wideRecord(): CatalogueEntry {
  const record = searchRecord(Number(datasets));
  const column = Array.from({ length: Number(variables) }, (_, place) => ({
    name: `VAR_${String(place).padStart(5, '0')}`,
    title: { da: `Måling nr. ${place}` },
    description: { da: `Hvad der blev målt på den ${place}. prøve, og hvordan.` },
    temporal: [{ startDate: String(1960 + (place % 60)) }],
  }));
  return { ...record, record: { ...record.record, hasVariables: [{ table: [{ column }] }] } };
}

const host = await startHost({
  data: folder,
  ports: () => [0],
  serveApi: true,
  site: webSite(webFolder),
  allowHosts: [],
  onFailure: (what, error) => console.error(what, error),
});
const records = [wideRecord(), ...Array.from({ length: Number(datasets) }, (_, index) => searchRecord(index))];
for (let start = 0; start < records.length; start += STEP) {
  const part = records.slice(start, start + STEP);
  await host.stores.ledger.append(
    part.map(({ id }) => draftOf(id)),
    part,
  );
}
await catchUp(host, new AbortController().signal, ['project', 'index-search']);
process.send?.({ address: host.address, id: records[0]?.id });
process.on('disconnect', () => process.exit());
