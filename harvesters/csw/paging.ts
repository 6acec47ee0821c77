/** Where a CSW list goes on: what the server says of it is often wrong, and what it sent is not. */

/** What a page says of its list, and what it held. */
export interface PageFacts {
  /** The number of the page's first record, as it was asked for. */
  readonly start: number;
  /** How many records were asked for. */
  readonly asked: number;
  /** Records that stood on the page, read or not. */
  readonly counted: number;
  readonly returned: number | undefined;
  readonly matched: number | undefined;
  readonly next: number | undefined;
}

/** Where to go on, null at the list's end. */
export interface NextPage {
  readonly start: number | null;
  /** Why it is not where the server says. */
  readonly reason?: string | undefined;
  /** The server's total and its next record contradict each other: the page may be none, and that is then no fault. */
  readonly isProbe?: boolean | undefined;
}

/**
 * Where the list goes on. A `nextRecord` that fits what came is believed. One that does not is replaced by what came: rather
 * the same record twice than one not at all. A list that is said to end before its own total goes on.
 */
export const nextPage = (facts: PageFacts): NextPage => {
  const { start, counted, next, matched } = facts;
  // A total that the pages have passed is none.
  const total = matched !== undefined && start - 1 + counted > matched ? undefined : matched;
  if (next === undefined || next === 0) return afterEnd({ ...facts, matched: total });
  if (total === undefined || next <= total || next <= start) return afterNext({ ...facts, next });
  // Some servers write a number beyond their last record at the end; others write a total that is only the page's.
  const isProbe = counted >= facts.asked && next === start + counted;
  return isProbe ? { start: next, isProbe } : afterEnd({ ...facts, matched: total });
};

const afterEnd = ({ start, counted, returned = counted, matched, next }: PageFacts): NextPage => {
  const got = counted > 0 ? counted : returned;
  const last = start - 1 + Math.max(counted, returned);
  if (matched === undefined || last >= matched || got === 0) return { start: null };
  const reason = `nextRecord is ${next ?? 'missing'} after ${last} of ${matched} records; the list was gone on with at ${start + got}.`;
  return { start: start + got, reason };
};

const afterNext = ({ start, counted, returned = counted, next }: PageFacts & { readonly next: number }): NextPage => {
  const fits = next > start && (next === start + counted || next === start + returned);
  if (fits) return { start: next };
  const came = [start + counted, start + returned];
  // The two counts agree: then the server's own number is a slip. If they do not, the least of all three loses nothing.
  const candidates = (counted === returned ? came : [next, ...came]).filter((position) => position > start);
  if (candidates.length === 0) {
    return { start: null, reason: `nextRecord is ${next}, and the page that starts at ${start} holds no record.` };
  }
  const chosen = Math.min(...candidates);
  const reason = `nextRecord is ${next} after ${counted} records from ${start} on; the list was gone on with at ${chosen}.`;
  return { start: chosen, reason };
};
