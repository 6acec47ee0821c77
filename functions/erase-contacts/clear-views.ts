/** What older views still hold once the newest are without a contact: snapshots, search files and pages of feeds that were passed. */
import { feedsFolder } from '#functions/shared/feed-store.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import { readPointer } from '#functions/shared/search-files.ts';
import { clearSnapshots, listSnapshots, publishSnapshot } from '#functions/shared/snapshot-store.ts';

/** Only the newest stays: the others are what the catalogue said with the contact in it. */
async function clearOlderSnapshots(objects: ObjectStore, base: string): Promise<void> {
  const [snapshot] = await listSnapshots(objects, base);
  if (snapshot) await publishSnapshot(objects, base, { snapshot, kept: [] });
  await clearSnapshots(objects, base, Number.POSITIVE_INFINITY);
}

/** Files that took turns before: who reads one has it on a disk of its own. */
async function clearOlderFiles(objects: ObjectStore): Promise<void> {
  const latest = await readPointer(objects);
  for await (const key of objects.list('search/')) {
    if (key.endsWith('.sqlite') && key !== latest?.key) await objects.remove(key);
  }
}

/** Pages under another public address, or of a log before this one: nobody makes those anew. */
async function clearOtherFeeds(objects: ObjectStore, base: string, epoch: string): Promise<void> {
  const own = feedsFolder(epoch, base);
  for await (const key of objects.list('feeds/')) if (!key.startsWith(own)) await objects.remove(key);
}

export async function clearViews(
  objects: ObjectStore,
  { base, epoch }: { readonly base: string; readonly epoch: string },
): Promise<void> {
  await clearOlderSnapshots(objects, base);
  await clearOlderFiles(objects);
  await clearOtherFeeds(objects, base, epoch);
}
