/** Words that differ by one slip of the finger: a letter too many, too few, another one, or two that changed places. */

/** How many letters two texts have in common at their start. */
function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let index = 0;
  while (index < most && a[index] === b[index]) index += 1;
  return index;
}

/** Whether one edit makes `b` of `a`, or none does. O(length). */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const at = commonStart(a, b);
  const restA = a.slice(at);
  const restB = b.slice(at);
  if (a.length !== b.length) return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/**
 * The shortest beginning of a word that one edit makes of `written`, undefined when there is none: `lægemidel` is meant for
 * every word that begins with `lægemiddel`.
 */
export function beginningWithin(written: string, word: string): string | undefined {
  for (const length of [written.length, written.length + 1, written.length - 1]) {
    if (length > 0 && length <= word.length && isOneEdit(written, word.slice(0, length))) return word.slice(0, length);
  }
  return undefined;
}

/** With one edit somewhere, so many letters at the start of a word or so many at its end are still as they should be. */
export const untouched = (written: string): number => Math.floor((written.length - 1) / 2);
