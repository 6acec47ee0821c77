/** Cursors: places in a list that clients keep and hand back, opaque to them. */
import type { LedgerHead } from '#functions/shared/ledger.ts';
import { changeCursor } from '#publishing/change-cursor.ts';
import type { Links } from './links.ts';
import { Refusal } from './problem-types.ts';

const invalid = (detail: string, parameter: string): Refusal =>
  new Refusal('invalid-cursor', { detail, errors: [{ parameter, detail }] });

/**
 * The number that a cursor of the log stands for.
 * @throws Refusal `invalid-cursor` when it is malformed or beyond the head, `cursor-expired` when it is of another epoch.
 */
export function readChangeCursor(cursor: string, head: LedgerHead, links: Links, parameter = 'since'): number {
  const [, epoch, digits] = /^c1\.([a-z0-9]{1,20})\.([0-9]{1,12})$/.exec(cursor) ?? [];
  if (epoch === undefined) throw invalid('This is not a cursor of the change log.', parameter);
  const start = links.to('/v1/changes', { since: changeCursor(head.epoch, 0) });
  if (epoch !== head.epoch) {
    throw new Refusal('cursor-expired', {
      detail: `The cursor is of the log ${epoch}; the log is now ${head.epoch}. Copy the latest snapshot, then follow from its cursor.`,
      members: {
        links: {
          snapshot: links.snapshot,
          datasets: links.to('/v1/datasets'),
          start,
          now: links.to('/v1/changes', { since: 'now' }),
        },
      },
      headers: { link: `<${links.to('/v1/datasets')}>; rel="collection", <${start}>; rel="first"` },
    });
  }
  const seq = Number(digits);
  if (seq > head.seq) throw invalid(`The cursor lies beyond the end of the log, which is ${head.seq}.`, parameter);
  return seq;
}

/** The number in a cursor of the log, of whichever log; undefined for what is none. */
export const numberIn = (cursor: string): number | undefined => {
  const [, digits] = /^c1\.[a-z0-9]{1,20}\.([0-9]{1,12})$/.exec(cursor) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

/** A cursor of any other list: which list, and the keys of its last item. */
export const listCursor = (list: string, keys: readonly string[]): string =>
  Buffer.from([list, ...keys].join(' ')).toString('base64url');

/** The keys of the last item, none without a cursor. @throws Refusal `invalid-cursor`. */
export function readListCursor(list: string, cursor: string | undefined, count: number): string[] {
  if (cursor === undefined) return [];
  const [name, ...keys] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const known = name === list && keys.length === count && listCursor(list, keys) === cursor;
  if (!known || keys.includes('')) throw invalid('This is not a cursor of this list.', 'cursor');
  return keys;
}
