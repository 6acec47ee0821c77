/**
 * How far each consumer of the ledger has come. One worker at a time holds a consumer's checkpoint; the hold is short and
 * renewed with every step, and a step counts only when nobody else has moved the checkpoint meanwhile.
 */

/** A place in the log: everything up to and including `seq` is done. */
export interface Position {
  readonly epoch: string;
  readonly seq: number;
}

/** A step of a consumer, by the worker that holds its checkpoint. */
interface Step {
  readonly consumer: string;
  readonly holder: string;
  readonly from: Position;
  readonly to: Position;
}

/**
 * How long a hold lasts after its last step. Many times what a step takes; long enough to be sure, short enough that a
 * process that was killed delays its successor by seconds.
 */
export const HOLD_MS = 15_000;

export interface CheckpointStore {
  /** Where the consumer stands; undefined before its first step. */
  get(consumer: string): Promise<Position | undefined>;
  /** Takes the consumer's checkpoint, which stands at the log's start when it is new; undefined while another holds it. */
  take(consumer: string, holder: string, epoch: string): Promise<Position | undefined>;
  /** Moves the checkpoint and renews the hold; false when it no longer stands at `from` or another holds it. */
  advance(step: Step): Promise<boolean>;
  /** Puts the checkpoint back to where a worker stood that lost its hold: what it wrote late is then written again. */
  rewind(consumer: string, to: Position): Promise<void>;
  release(consumer: string, holder: string): Promise<void>;
}
