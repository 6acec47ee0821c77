/**
 * Leases: exactly one live run a source (docs/decisions/0009). Whoever holds the lease may write the source's state; a
 * lease that ran out says that its run died.
 */

/** A lease as it stands. Times are epoch milliseconds. */
export interface Lease {
  readonly source: string;
  readonly run: string;
  readonly expiresAt: number;
  readonly heartbeatAt: number;
}

/**
 * How long a lease lasts after its last heartbeat: longer than the longest Lambda (15 minutes), so that a worker that was
 * cut off cannot write after another has taken its place.
 */
export const LEASE_MS = 16 * 60 * 1000;

/**
 * How long the worker of one message may be at work: the longest that a Lambda may run. A queue may deliver a message twice,
 * and two workers of one run would both append its changes; after this time the first of them cannot be alive.
 */
export const WORKER_MS = 15 * 60 * 1000;

/**
 * How long a lease that was seized stays so: longer than the reaper's time limit (infra/topology.ts), after which another may
 * end what the first one began to.
 */
export const SEIZED_MS = 6 * 60 * 1000;

/** The place of one worker at a run. */
export interface Claim {
  readonly source: string;
  readonly run: string;
  /** Of which of the run's messages it is the worker. */
  readonly invocation: number;
  /** What tells it from another worker with the same message. */
  readonly worker: string;
}

export interface LeaseStore {
  /** Takes the source's lease for a run; false when another run holds it. */
  take(source: string, run: string, now: number): Promise<boolean>;
  /**
   * Takes the run up for the worker of its n-th message, and keeps the lease; false when the run has lost it, or when another
   * worker of this message or one of a later message may be at work.
   */
  claim(claim: Claim, now: number): Promise<boolean>;
  /**
   * Leaves the place to whoever gets the same message next, and keeps the lease for it: the worker says that nothing of it goes
   * on. False when the place is not its own any more.
   */
  leave(claim: Claim, now: number): Promise<boolean>;
  /** Keeps it for another LEASE_MS; false when the run has lost it. */
  renew(source: string, run: string, now: number): Promise<boolean>;
  /**
   * Takes a lease that ran out from its run, so that nobody takes the run up while it is ended; false when it is not as it was
   * seen: its message came again, and a worker goes on with it.
   */
  seize(seen: Lease, now: number): Promise<boolean>;
  /** Gives it back; nothing happens when the run does not hold it. */
  release(source: string, run: string): Promise<void>;
  all(): Promise<Lease[]>;
}
