/** What the runs of this month cost, summed from their bills. */
import type { Run } from '#schemas/run.ts';
import type { RunReader } from '../ports.ts';

/** Runs read in one call; some hundred bytes to some ten kilobytes each. */
const PAGE = 100;
/** Pages read in one answer by an instance that knows nothing yet: 2 000 runs, some seconds. */
const MOST_PAGES = 20;

export interface MonthCost {
  /** `2026-11`, in UTC. */
  readonly month: string;
  readonly usd: number;
  readonly runs: number;
  readonly byKind: Readonly<Record<RunKind, number>>;
  /** False when there were more runs than are read: the sum is then too low. */
  readonly complete: boolean;
}

type RunKind = 'harvest' | 'preview' | 'replay';

const kindOf = ({ preview, replay }: Run): RunKind => (preview ? 'preview' : replay ? 'replay' : 'harvest');

interface Bill {
  readonly kind: RunKind;
  /** Undefined while the run is under way, and for one that was not metered. */
  readonly usd: number | undefined;
  readonly ended: boolean;
}

/** Floats that are summed should not show their sixteenth digit. */
const rounded = (usd: number): number => Math.round(usd * 1e6) / 1e6;

/** Remembers the bills that cannot change any more; one an instance. */
export class MonthBills {
  #month = '';
  #complete = false;
  readonly #bills = new Map<string, Bill>();

  /** Reads from the newest run back to those that are known. */
  async upTo(runs: RunReader, now: number): Promise<MonthCost> {
    const month = new Date(now).toISOString().slice(0, 7);
    if (month !== this.#month) {
      this.#bills.clear();
      this.#complete = false;
      this.#month = month;
    }
    await this.#read(runs, `${month}-01T00:00:00.000Z`);
    return this.#sum(month);
  }

  async #read(runs: RunReader, start: string): Promise<void> {
    let before: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const found = await runs.recent({ limit: PAGE, before });
      const ours = found.filter(({ startedAt }) => startedAt >= start);
      const wasKnown = ours.length > 0 && ours.every(({ id }) => this.#bills.get(id)?.ended === true);
      for (const run of ours) {
        this.#bills.set(run.id, { kind: kindOf(run), usd: run.cost?.usd, ended: run.endedAt !== null });
      }
      before = found.at(-1)?.startedAt;
      if (before === undefined || ours.length < found.length) {
        this.#complete = true;
        return;
      }
      if (wasKnown && this.#complete) return;
    }
  }

  #sum(month: string): MonthCost {
    const byKind = { harvest: 0, preview: 0, replay: 0 };
    for (const { kind, usd = 0 } of this.#bills.values()) byKind[kind] += usd;
    const usd = rounded(byKind.harvest + byKind.preview + byKind.replay);
    return {
      ...{ month, usd, runs: this.#bills.size, complete: this.#complete },
      byKind: { harvest: rounded(byKind.harvest), preview: rounded(byKind.preview), replay: rounded(byKind.replay) },
    };
  }
}
