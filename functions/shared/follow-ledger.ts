/**
 * A consumer of the ledger: reads it from its own checkpoint to the head, a step at a time. What woke it does not matter: a
 * message that is lost, repeated or late changes nothing about what is read, and doing the same step twice is harmless.
 */
import type { LedgerEntry } from '#schemas/change.ts';
import type { CheckpointStore, Position } from './checkpoint-store.ts';
import type { Ledger } from './ledger.ts';

export interface FollowPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read'>;
  readonly checkpoints: CheckpointStore;
  /** A name for this worker that no other has. */
  readonly holder: () => string;
  /** True when too little time is left for another step. */
  readonly outOfTime: () => boolean;
}

export interface Consumer {
  /** The name of its checkpoint. */
  readonly name: string;
  /** Entries in a step: a lost hold costs the doing of as many again. */
  readonly stepEntries: number;
  /** Begins to work with the checkpoint held; answers what is done with each step. `fromStart` says that nothing is done yet. */
  readonly begin: (fromStart: boolean) => Promise<(entries: readonly LedgerEntry[]) => Promise<void>>;
}

/** `done`: the head was reached. `behind`: time ran out first. `busy`: another worker holds the checkpoint. */
export type Followed = { readonly kind: 'done' | 'behind'; readonly seq: number } | { readonly kind: 'busy' };

/** Follows until the head is reached. */
export async function followLedger(ports: FollowPorts, consumer: Consumer): Promise<Followed> {
  for (;;) {
    const { epoch, seq } = await ports.ledger.head();
    const reached = await ports.checkpoints.get(consumer.name);
    // Nearly every minute of a quiet day: two writes to take the checkpoint and let it go cost twenty times this look.
    if (reached?.epoch === epoch && reached.seq === seq) return { kind: 'done', seq };
    const holder = ports.holder();
    const start = await ports.checkpoints.take(consumer.name, holder, epoch);
    if (!start) return { kind: 'busy' };
    const first = start.epoch === epoch ? start : { epoch, seq: 0 };
    const ended = await followWhileHeld(ports, consumer, { holder, first, stored: start });
    if (ended.kind !== 'done') return ended;
    // A change that came in just before the release woke nobody: its worker found us busy.
    if ((await ports.ledger.head()).seq <= ended.seq) return ended;
  }
}

interface Hold {
  readonly holder: string;
  readonly first: Position;
  readonly stored: Position;
}

async function followWhileHeld(
  { ledger, checkpoints, outOfTime }: FollowPorts,
  { name, stepEntries, begin }: Consumer,
  { holder, first, stored }: Hold,
): Promise<Followed> {
  let position = first;
  let from = stored;
  let step: Awaited<ReturnType<Consumer['begin']>> | undefined;
  try {
    while (!outOfTime()) {
      const entries = await ledger.read(position.seq, stepEntries);
      const last = entries.at(-1);
      if (!last) return { kind: 'done', seq: position.seq };
      step ??= await begin(position.seq === 0);
      await step(entries);
      const to = { epoch: position.epoch, seq: last.seq };
      if (!(await checkpoints.advance({ consumer: name, holder, from, to }))) {
        // Another worker went on meanwhile and we may just have overwritten what it wrote: let it be written again.
        await checkpoints.rewind(name, position);
        return { kind: 'busy' };
      }
      position = to;
      from = to;
    }
    return { kind: 'behind', seq: position.seq };
  } finally {
    await checkpoints.release(name, holder);
  }
}
