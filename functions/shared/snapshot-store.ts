/**
 * Snapshots in the object store, under `snapshots/<address>/<epoch>-<seq>/`: the files hold addresses, so under another
 * public address they are other files. A list beside them, written last, tells which there are: what it does not name is
 * unfinished or passed, and may be cleared away.
 */
import * as z from 'zod';
import { addressName } from './feed-store.ts';
import type { ObjectStore } from './object-store.ts';

export const SnapshotFormat = z.enum(['jsonl', 'nq', 'jsonld', 'csv', 'parquet']);
export type SnapshotFormat = z.infer<typeof SnapshotFormat>;

export const SnapshotFile = z.object({
  name: z.string(),
  format: SnapshotFormat,
  mediaType: z.string(),
  /** How the file is packed; null for one that packs itself. */
  compression: z.literal('gzip').nullable(),
  /** Of the file as it lies there, packed. */
  bytes: z.number().int(),
  sha256: z.string(),
  count: z.number().int(),
});
export type SnapshotFile = z.infer<typeof SnapshotFile>;

/** What a file's bytes are called when they are fetched: packed bytes are what they are, and no browser unpacks them. */
export const labelOf = ({ compression, mediaType }: Pick<SnapshotFile, 'compression' | 'mediaType'>): string =>
  compression === 'gzip' ? 'application/gzip' : mediaType;

/** What a snapshot is: the live datasets after the change `seq`, all of them and no others. */
export const Snapshot = z.object({
  id: z.string(),
  epoch: z.string(),
  seq: z.number().int(),
  cursor: z.string(),
  takenAt: z.string(),
  count: z.number().int(),
  stateHash: z.string(),
  files: z.array(SnapshotFile),
});
export type Snapshot = z.infer<typeof Snapshot>;

const ROOT = 'snapshots/';

const folderOf = (base: string): string => `${ROOT}${addressName(base)}/`;
const listKeyOf = (base: string): string => `${folderOf(base)}list.json`;

/** Where a file of a snapshot lies. @param base the public address that the files' own addresses begin with. */
export const snapshotKey = (base: string, id: string, file: string): string => `${folderOf(base)}${id}/${file}`;

/** The snapshots that there are under a public address, newest first. */
export async function listSnapshots(objects: Pick<ObjectStore, 'get'>, base: string): Promise<readonly Snapshot[]> {
  const bytes = await objects.get(listKeyOf(base));
  return bytes ? z.array(Snapshot).parse(JSON.parse(Buffer.from(bytes).toString())) : [];
}

const jsonBytes = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** Writes the manifest, and then the list that tells of it. @param kept those that there were and that stay. */
export async function publishSnapshot(
  objects: Pick<ObjectStore, 'put'>,
  base: string,
  { snapshot, kept }: { readonly snapshot: Snapshot; readonly kept: readonly Snapshot[] },
): Promise<void> {
  const labels = { contentType: 'application/json' };
  await objects.put(snapshotKey(base, snapshot.id, 'manifest.json'), jsonBytes(snapshot), labels);
  await objects.put(listKeyOf(base), jsonBytes([snapshot, ...kept]), labels);
}

/** Removes what the list does not name, at most so many objects: passed, unfinished, or of another public address. */
export async function clearSnapshots(
  objects: Pick<ObjectStore, 'get' | 'list' | 'remove'>,
  base: string,
  most: number,
): Promise<void> {
  const named = (await listSnapshots(objects, base)).map(({ id }) => snapshotKey(base, id, ''));
  const passed: string[] = [];
  for await (const key of objects.list(ROOT)) {
    if (key !== listKeyOf(base) && !named.some((prefix) => key.startsWith(prefix))) passed.push(key);
    if (passed.length >= most) break;
  }
  for (const key of passed) await objects.remove(key);
}
