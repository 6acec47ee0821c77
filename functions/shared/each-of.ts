/** Many reads of which only some are on their way at once: all at once would be throttled, and one by one take minutes. */

/** Reads on their way at once. */
const AT_ONCE = 8;

/** Works on all, some at once, and keeps their order. */
export async function eachOf<Value, Result>(
  values: readonly Value[],
  work: (value: Value) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = values.entries();
  const worker = async () => {
    for (const [place, value] of waiting) results[place] = await work(value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
