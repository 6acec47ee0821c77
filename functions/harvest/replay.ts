/** The pages of an earlier run, from the archive instead of the source: to read them anew after a mapping was mended. */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { PermanentFailure } from '#functions/shared/failures.ts';
import type { Fetcher } from '#functions/shared/fetcher.ts';
import { readLines, writeLines } from '#functions/shared/json-lines.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { ArchivedPage } from '#schemas/archived-page.ts';
import type { PageRequest } from '#schemas/reading.ts';
import { pageKey } from './frontier.ts';

/** Where the list of a run's pages lies. */
export const pagesKey = (run: string): string => `runs/${run}/pages.jsonl.gz`;

/** Keeps the list of the pages that a run read. */
export const writePages = (
  objects: Pick<ObjectStore, 'putStream'>,
  run: string,
  pages: readonly ArchivedPage[],
): Promise<void> => writeLines(objects, pagesKey(run), pages);

/** Whether a run's pages can be read again: it ended in order, in a version that kept their list. */
export const hasPages = (objects: Pick<ObjectStore, 'exists'>, run: string): Promise<boolean> =>
  objects.exists(pagesKey(run));

/** What a run read, by the names of its pages. */
export type Recording = ReadonlyMap<string, ArchivedPage>;

/** @throws PermanentFailure for a run that kept no list of its pages. */
export async function readRecording(objects: Pick<ObjectStore, 'getStream'>, run: string): Promise<Recording> {
  const pages = new Map<string, ArchivedPage>();
  for await (const line of readLines(objects, pagesKey(run))) {
    const page = ArchivedPage.parse(JSON.parse(line));
    pages.set(page.key, page);
  }
  if (pages.size === 0)
    throw new PermanentFailure(`The run ${run} kept no list of its pages, so it cannot be replayed.`);
  return pages;
}

/** The requests that the run began with: not those that its format would begin with now. */
export const firstOf = (recording: Recording): PageRequest[] =>
  [...recording.values()].filter(({ parent }) => parent === null).map(({ request }) => request);

const unpacked = (packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  pipeline(Readable.from(packed), createGunzip(), () => undefined);

/** A page's bytes out of the archive; undefined where it is not there. */
export async function readArchived(
  objects: Pick<ObjectStore, 'getStream'>,
  key: string,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const packed = await objects.getStream(key);
  return packed && unpacked(packed);
}

/** Answers as the source did, from the archive. What the earlier run did not ask for, or did not get, does not come. */
export function archiveFetcher(objects: Pick<ObjectStore, 'getStream'>, recording: Recording): Fetcher {
  const nothing = { kind: 'failed', bytes: 0, requests: 0 } as const;
  return {
    async fetch(request) {
      const page = recording.get(pageKey(request) ?? '');
      if (page?.failure) return { ...nothing, ...page.failure };
      const packed = page?.archive ? await objects.getStream(page.archive) : undefined;
      if (!page?.sha256 || !packed) {
        return { ...nothing, code: 'not-archived', message: `The archive does not have ${request.url}.` };
      }
      return {
        kind: 'page',
        url: page.url,
        contentType: page.contentType,
        validators: {},
        observedAt: page.observedAt,
        bytes: 0,
        requests: 0,
        body: {
          sha256: page.sha256,
          bytes: 0,
          open: () => unpacked(packed),
          dispose: async () => undefined,
        },
      };
    },
  };
}
