/**
 * Has the tables' engine read what was written last. LevelDB 1.20, on which dynalite stands, may push the newest version of a
 * key to a lower level than an older one, when it tidies up while somebody reads (google/leveldb#320; mended in 1.22, which
 * no package for Node has). A point read then ends at the older version. A walk over the keys looks into all levels and takes
 * the newest, so point reads are made to be walks of one key (docs/decisions/0049).
 */
import { ClassicLevel } from 'classic-level';

interface ReadOptions {
  readonly keyEncoding?: string;
  readonly valueEncoding?: string;
  readonly snapshot?: unknown;
}

/** The part of a database that is called inside of it; its types show the outside alone. */
interface Inner {
  iterator(range: object): { next(): Promise<[unknown, unknown] | undefined>; close(): Promise<void> };
}

async function newest(this: Inner, key: unknown, options: ReadOptions): Promise<unknown> {
  // Key and encodings come as the engine stores them, so nothing is encoded a second time.
  const { keyEncoding, valueEncoding, snapshot } = options;
  const range = {
    gte: key,
    lte: key,
    limit: 1,
    keyEncoding,
    valueEncoding,
    ...(snapshot !== undefined && { snapshot }),
  };
  const walk = this.iterator(range);
  try {
    return (await walk.next())?.[1];
  } finally {
    await walk.close();
  }
}

/** For every database of this process; a second call changes nothing. */
export function readNewest(): void {
  Object.assign(ClassicLevel.prototype, { _get: newest });
}
