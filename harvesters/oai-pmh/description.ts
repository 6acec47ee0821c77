/** What a record's description was read as, and what it calls itself. */
import type { RawNode, RawRecord } from '#schemas/reading.ts';

/** A description; `types` are its own words for what it is. */
export interface Description {
  readonly node: RawNode;
  readonly types: readonly string[];
  readonly kind?: RawRecord['kind'] | undefined;
}

/** Whether one of a record's types is asked for: by its whole name, or by the last part of an address. */
export const isWanted = (types: readonly string[], wanted: readonly string[] | undefined): boolean => {
  if (wanted === undefined) return true;
  const names = new Set(types.flatMap((type) => [type.toLowerCase(), lastPart(type)]));
  return wanted.some((type) => names.has(type.toLowerCase()));
};

/** The last part of an address, in small letters; a word itself. */
export const lastPart = (type: string): string => (/(?<![^/#])[^/#]*$/.exec(type.trim())?.[0] ?? type).toLowerCase();
