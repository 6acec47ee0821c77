/** Leads to the part of a page that the address names behind `#`. */

/** @returns whether there is such a part. */
export function toPart(): boolean {
  const part = document.getElementById(location.hash.slice(1));
  part?.scrollIntoView();
  part?.focus({ preventScroll: true });
  return part !== null;
}
