/** What bounds one request. Each bound is a fault that a server once had, or will have. */

export interface HttpLimits {
  readonly firstPauseMs: number;
  readonly connectMs: number;
  readonly idleMs: number;
  readonly totalMs: number;
  readonly headerBytes: number;
  readonly bodyBytes: number;
  readonly ratio: number;
  readonly ratioFromBytes: number;
}

export const httpLimits: HttpLimits = {
  /** The longest first pause before another try; it doubles, and chance picks from nothing up to it, so that many do not come at once. */
  firstPauseMs: 1000,
  /** A host that drops packets answers no connect; the operating system would try for two minutes. */
  connectMs: 10_000,
  /** A server silent for this long is not answering; without a limit a run would wait until its worker is cut off. */
  idleMs: 30_000,
  /** A body that drips a byte a second is never idle. The largest feed known to us (200 MB) has come at 350 KB a second by then. */
  totalMs: 10 * 60_000,
  /** Headers are held in memory whole; cookies make up most of them, and we send none back. */
  headerBytes: 32 * 1024,
  /** The largest page: five times the largest feed known to us, far below a function's temporary disk. */
  bodyBytes: 1024 * 1024 * 1024,
  /** Lists of like records shrink to a fiftieth; gzip can reach a thousandth, and only a bomb does. */
  ratio: 200,
  /** Below this a ratio says nothing, and a bomb would do no harm. */
  ratioFromBytes: 16 * 1024 * 1024,
};
