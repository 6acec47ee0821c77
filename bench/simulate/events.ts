/** The clock of a discrete-event simulation: things happen in the order of their times, and make others happen later. */

interface Event {
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

export interface Clock {
  /** Seconds since the day began. */
  now(): number;
  /** Lets something happen after so many seconds; what is due at the same time happens in the order of asking. */
  after(seconds: number, happen: () => void): void;
  /** Lets everything happen until nothing is left. */
  run(): void;
}

export function startClock(): Clock {
  const heap: Event[] = [];
  let now = 0;
  let order = 0;
  const isBefore = (one: Event, other: Event): boolean =>
    one.at < other.at || (one.at === other.at && one.order < other.order);

  const push = (event: Event): void => {
    let place = heap.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent];
      if (!above || isBefore(above, event)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = event;
  };

  const pop = (): Event | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      const left = heap[2 * place + 1];
      const right = heap[2 * place + 2];
      const next = left && right && isBefore(right, left) ? 2 * place + 2 : 2 * place + 1;
      const child = heap[next];
      if (!child || isBefore(last, child)) break;
      heap[place] = child;
      place = next;
    }
    heap[place] = last;
    return first;
  };

  return {
    now: () => now,
    after(seconds, happen) {
      push({ at: now + seconds, order, happen });
      order += 1;
    },
    run() {
      for (let event = pop(); event; event = pop()) {
        now = event.at;
        event.happen();
      }
    },
  };
}
