/** What two records say differently: the one whose identifier went, and the one that came in its place. */
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';

type DatasetRecord = Readonly<Record<string, unknown>>;

export interface Changed {
  readonly property: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The latest change is a removal at most; the one before it has the record. */
const LATEST = 2;

/** The record as it was last told, also of a dataset that was removed. */
async function lastRecord(id: string, signal: AbortSignal): Promise<DatasetRecord> {
  const query = { limit: LATEST };
  const { items } = await answerOf(api.GET('/v1/datasets/{id}/changes', { params: { path: { id }, query }, signal }));
  const seq = items.find(({ type }) => type !== 'Delete')?.seq;
  if (seq === undefined) return {};
  const change = await answerOf(
    api.GET('/v1/changes/{seq}', { params: { path: { seq: String(seq) } }, signal, parseAs: 'json' }),
  );
  return change.data?.record ?? {};
}

/** Properties in the order in which either record has them; those that say the same are left out. */
function differencesOf(before: DatasetRecord, after: DatasetRecord): readonly Changed[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .map((property) => ({ property, before: before[property], after: after[property] }))
    .filter(({ before: was, after: is }) => JSON.stringify(was) !== JSON.stringify(is));
}

/** What would be told as changed if `to` were `from` under a new identifier. */
export async function loadDifferences(from: string, to: string, signal: AbortSignal): Promise<readonly Changed[]> {
  const [before, after] = await Promise.all([lastRecord(from, signal), lastRecord(to, signal)]);
  return differencesOf(before, after);
}
