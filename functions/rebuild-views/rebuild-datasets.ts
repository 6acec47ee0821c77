/**
 * The datasets table anew: each row is replaced by what the log's last change of the dataset says, and rows that the log knows
 * nothing of go. Readers see whole rows all the time, the damaged one or the mended one, and never an older revision.
 */
import { type CatalogueState, emptyState, withDataset } from '#catalogue/state-hash.ts';
import { PROJECTION, writeOf } from '#functions/project/project.ts';
import type { CatalogueStore } from '#functions/shared/catalogue-store.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { type Hold, type HoldPorts, holdPlace, type Worked } from './hold-place.ts';
import { type LogSurvey, lastChanges, surveyLog } from './log-survey.ts';
import { compared, type Rebuilt } from './rebuilt.ts';
import { forgetStand, keepStand, readStand } from './stand.ts';

/** Rows in a page of the list. */
const ROWS = 500;

export interface RebuildDatasetsPorts extends HoldPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly catalogue: Pick<CatalogueStore, 'write' | 'list' | 'remove'>;
  readonly objects: Pick<ObjectStore, 'get' | 'put'>;
  readonly outOfTime: () => boolean;
  readonly clock: () => number;
}

/** What the table shows when all is written: rows that the log does not know are taken away on the way. */
async function settleRows(
  { catalogue }: RebuildDatasetsPorts,
  { last }: LogSurvey,
  renew: Hold['renew'],
): Promise<{ state: CatalogueState; cleared: number }> {
  let state = emptyState;
  let cleared = 0;
  for (let after: string | undefined; ; ) {
    const rows = await catalogue.list({ after, limit: ROWS, consistent: true });
    const unknown = rows.filter(({ id }) => !last.has(id));
    await renew();
    await catalogue.remove(unknown);
    cleared += unknown.length;
    for (const row of rows) if (row.state === 'live' && last.has(row.id)) state = withDataset(state, row);
    if (rows.length < ROWS) return { state, cleared };
    after = rows.at(-1)?.id;
  }
}

async function rebuild(ports: RebuildDatasetsPorts, { head, renew }: Hold): Promise<Worked<Rebuilt>> {
  const { ledger, catalogue, outOfTime } = ports;
  const survey = await surveyLog(ledger, head.seq, renew);
  const from = await readStand(ports, 'datasets', head.epoch);
  for await (const { changes, seq } of lastChanges(ledger, survey, from)) {
    await renew();
    await catalogue.write(changes.map(({ change, entry }) => writeOf(change, entry)));
    await keepStand(ports, 'datasets', { epoch: head.epoch, seq });
    if (outOfTime()) return { isWhole: false, result: { kind: 'behind', view: 'datasets', seq, of: head.seq } };
  }
  const { state, cleared } = await settleRows(ports, survey, renew);
  await forgetStand(ports, 'datasets');
  const { epoch, seq } = head;
  const report = { view: 'datasets' as const, epoch, seq, cleared, ...compared(state, survey.state) };
  return { isWhole: true, result: { kind: 'done', report } };
}

/** Builds the table anew, or goes on where an earlier call ran out of time. */
export async function rebuildDatasets(ports: RebuildDatasetsPorts): Promise<Rebuilt> {
  const held = await holdPlace(ports, PROJECTION, (hold) => rebuild(ports, hold));
  return held.kind === 'busy' ? { kind: 'busy', view: 'datasets' } : held.result;
}
