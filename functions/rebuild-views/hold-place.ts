/**
 * A consumer's checkpoint held by a rebuild, so that the consumer itself does not write meanwhile. Each look forward renews
 * the hold; it is at the log's head in the end, because the rebuilt view has everything up to there.
 */
import type { CheckpointStore, Position } from '#functions/shared/checkpoint-store.ts';
import { TransientFailure } from '#functions/shared/failures.ts';
import type { Ledger, LedgerHead } from '#functions/shared/ledger.ts';

export interface HoldPorts {
  readonly ledger: Pick<Ledger, 'head'>;
  readonly checkpoints: CheckpointStore;
  /** A name for this worker that no other has. */
  readonly holder: () => string;
}

/** What a rebuild works with: where the log ends for it, and what it calls before each portion that it writes. */
export interface Hold {
  readonly head: LedgerHead;
  /** @throws TransientFailure when another worker has the checkpoint now. */
  readonly renew: () => Promise<void>;
}

/** `busy`: the consumer is at work itself; another try a moment later finds it done. */
export type Held<Result> = { readonly kind: 'held'; readonly result: Result } | { readonly kind: 'busy' };

/** What came of the work, and whether the view is whole: only then does the checkpoint move. */
export interface Worked<Result> {
  readonly result: Result;
  readonly isWhole: boolean;
}

const lost = (consumer: string) =>
  new TransientFailure(`Another worker took the checkpoint "${consumer}" during the rebuild; it is to be begun again.`);

/** Works with the consumer's checkpoint held. */
export async function holdPlace<Result>(
  { ledger, checkpoints, holder: nameHolder }: HoldPorts,
  consumer: string,
  work: (hold: Hold) => Promise<Worked<Result>>,
): Promise<Held<Result>> {
  const holder = nameHolder();
  const from = await checkpoints.take(consumer, holder, (await ledger.head()).epoch);
  if (!from) return { kind: 'busy' };
  const move = async (to: Position): Promise<void> => {
    if (await checkpoints.advance({ consumer, holder, from, to })) return;
    // What was written late may have gone over something newer: let the consumer write it again.
    await checkpoints.rewind(consumer, from);
    throw lost(consumer);
  };
  try {
    // Asked for only now: while the checkpoint is held, nobody but this worker writes the view.
    const head = await ledger.head();
    const { result, isWhole } = await work({ head, renew: () => move(from) });
    if (isWhole) await move({ epoch: head.epoch, seq: head.seq });
    return { kind: 'held', result };
  } finally {
    await checkpoints.release(consumer, holder);
  }
}
