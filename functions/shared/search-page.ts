/** The best of many, a page at a time. */
import type { Place } from './search-index.ts';
import type { Ranking } from './search-ranking.ts';

export interface PageOf {
  readonly limit: number;
  readonly after?: Place | undefined;
}

export interface Placed {
  readonly no: number;
  readonly id: string;
  readonly score: number;
}

/** Best first, and by id among equals. */
const order = (a: Placed, b: Placed): number => b.score - a.score || (a.id < b.id ? -1 : 1);

/**
 * The best of those that were added. Only twice as many as are wanted are ever in order together: of twenty thousand that
 * suit a question alike, most are told apart from the last of the wanted by one comparison.
 */
class Best {
  readonly #wanted: number;
  #kept: Placed[] = [];
  /** Whoever is behind it is not wanted. */
  #last: Placed | undefined;

  constructor(wanted: number) {
    this.#wanted = wanted;
  }

  add(one: Placed): void {
    if (this.#last && order(one, this.#last) > 0) return;
    this.#kept.push(one);
    if (this.#kept.length >= 2 * this.#wanted) this.#cut();
  }

  inOrder(): readonly Placed[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept = this.#kept.sort(order).slice(0, this.#wanted);
    this.#last = this.#kept[this.#wanted - 1];
  }
}

/** The rows after a place, best first and by id among equals, one more than the limit if there are so many. */
export function bestOf(
  { nos, scoreOf }: Ranking,
  idOf: (no: number) => string,
  { limit, after }: PageOf,
): readonly Placed[] {
  const behind = after && { no: -1, id: after.id, score: Number(after.by) };
  const best = new Best(limit + 1);
  for (const no of nos) {
    const one = { no, id: idOf(no), score: scoreOf(no) };
    if (!behind || order(behind, one) < 0) best.add(one);
  }
  return best.inOrder();
}
