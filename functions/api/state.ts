/** `/v1/state`: how many datasets are live and their state hash, by which a follower proves that it is in step. */
import { type CatalogueState, emptyState, readState, stateHashOf } from '#catalogue/state-hash.ts';
import type { LedgerHead } from '#functions/shared/ledger.ts';
import { type StateAt, stateUpTo } from '#functions/shared/ledger-state.ts';
import { changeCursor } from '#publishing/change-cursor.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';
import { latestSnapshot } from './snapshots.ts';

/** Changes that one answer goes through: some seconds. Beyond that the next question goes on from there. */
const MOST_CHANGES = 50_000;

interface Remembered extends StateAt {
  readonly epoch: string;
}

type StatePorts = Pick<ApiPorts, 'links' | 'ledger' | 'objects' | 'presign'>;

async function startOf(ports: StatePorts, epoch: string): Promise<Remembered> {
  const snapshot = await latestSnapshot(ports);
  if (snapshot?.epoch !== epoch) return { epoch, seq: 0, state: emptyState };
  return { epoch, seq: snapshot.seq, state: readState(snapshot.count, snapshot.stateHash) };
}

const documentOf = ({ epoch, published }: LedgerHead, seq: number, state: CatalogueState) => ({
  epoch,
  seq,
  cursor: changeCursor(epoch, seq),
  published,
  count: state.count,
  stateHash: stateHashOf(state),
});

/** How far an instance has come with a log: one that is warm reads only what is new. */
const known = new WeakMap<StatePorts['ledger'], Remembered>();

/** Tells the state at the end of the log. */
export async function showState(ports: StatePorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const { ledger } = ports;
  const head = await ledger.head();
  const before = known.get(ledger);
  const start = before?.epoch === head.epoch ? before : await startOf(ports, head.epoch);
  const reached = await stateUpTo(ledger, start, Math.min(head.seq, start.seq + MOST_CHANGES));
  known.set(ledger, { epoch: head.epoch, ...reached });
  if (reached.seq < head.seq) {
    const detail = `The state is known up to ${reached.seq} of ${head.seq}; ask again.`;
    throw new Refusal('unavailable', { detail, headers: { 'retry-after': '1' } });
  }
  return json(documentOf(head, reached.seq, reached.state));
}
