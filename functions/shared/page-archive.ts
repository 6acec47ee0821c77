/** The archive of pages as they were received (docs/decisions/0007). */
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { ObjectStore } from './object-store.ts';
import type { Spool } from './spool.ts';

export interface PageArchive {
  /** Keeps a page's bytes and says under which key they lie. A page that was kept before is not written again. */
  keep(source: string, body: Spool): Promise<string>;
}

/** Fast rather than small: a run waits for it, and pages of text shrink to a sixth all the same. */
const LEVEL = 1;

/** Pages lie under their hash, `raw/<source>/<sha256>.gz`. */
export const pageArchive = (objects: Pick<ObjectStore, 'exists' | 'putStream'>): PageArchive => ({
  async keep(source, body) {
    const key = `raw/${source}/${body.sha256}.gz`;
    if (await objects.exists(key)) return key;
    const packed = Readable.from(body.open()).pipe(createGzip({ level: LEVEL }));
    await objects.putStream(key, packed, { contentEncoding: 'gzip' });
    return key;
  },
});
