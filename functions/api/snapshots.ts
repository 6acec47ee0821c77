/** `/v1/snapshots`: the whole catalogue as of one change, as files, and where to read on from there (docs/follow.md). */
import {
  labelOf,
  listSnapshots,
  type Snapshot,
  type SnapshotFile,
  snapshotKey,
} from '#functions/shared/snapshot-store.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { CHANGING, data, IMMUTABLE, json, linkHeader, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

type SnapshotPorts = Pick<ApiPorts, 'links' | 'ledger' | 'objects' | 'presign'>;

/** Files up to this are answered at once; larger ones would not fit into an answer, which is base64 and at most 6 MB. */
const ANSWERED_BYTES = 4_000_000;

/** The address behind it is good for a quarter of an hour; nobody may keep the way to it for longer. */
const REDIRECTED = 'private, max-age=300';

const fileItem = (snapshot: string, file: SnapshotFile, links: Links) => ({
  ...file,
  href: links.to(`/v1/snapshots/${snapshot}/${file.name}`),
});

const itemOf = ({ files, ...snapshot }: Snapshot, links: Links) => ({
  ...snapshot,
  files: files.map((file) => fileItem(snapshot.id, file, links)),
  links: {
    self: links.to(`/v1/snapshots/${snapshot.id}`),
    changes: links.to('/v1/changes', { since: snapshot.cursor }),
    latest: links.snapshot,
  },
});

/** The newest snapshot of the log as it is now: of an earlier log it would lead to a cursor that is void. */
export async function latestSnapshot(ports: SnapshotPorts): Promise<Snapshot | undefined> {
  const [{ epoch }, snapshots] = await Promise.all([
    ports.ledger.head(),
    listSnapshots(ports.objects, ports.links.base),
  ]);
  return snapshots.find((snapshot) => snapshot.epoch === epoch);
}

async function findSnapshot(ports: SnapshotPorts, id: string | undefined): Promise<Snapshot> {
  const snapshot = (await listSnapshots(ports.objects, ports.links.base)).find((one) => one.id === id);
  if (!snapshot) throw new Refusal('not-found', { detail: 'There is no such snapshot, or not any more.' });
  return snapshot;
}

/** `/v1/snapshots`: those that are kept, newest first. */
export async function showSnapshots(ports: SnapshotPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const snapshots = await listSnapshots(ports.objects, ports.links.base);
  const { links } = ports;
  return json({
    items: snapshots.map((snapshot) => itemOf(snapshot, links)),
    links: { self: links.to('/v1/snapshots'), latest: links.snapshot, changes: links.to('/v1/changes') },
  });
}

/** `/v1/snapshots/latest`: where a follower begins. */
export async function showLatestSnapshot(ports: SnapshotPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const snapshot = await latestSnapshot(ports);
  if (!snapshot) {
    const start = ports.links.to('/v1/changes', { since: '0' });
    throw new Refusal('not-found', {
      detail: 'No snapshot was taken yet: read the changes from their start.',
      members: { links: { start } },
      headers: { link: linkHeader([{ href: start, rel: 'first' }]) },
    });
  }
  const { self } = itemOf(snapshot, ports.links).links;
  return json(itemOf(snapshot, ports.links), { cache: CHANGING, headers: { 'content-location': self } });
}

/** `/v1/snapshots/{id}`: a snapshot never changes. */
export async function showSnapshot(ports: SnapshotPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  return json(itemOf(await findSnapshot(ports, request.params.id), ports.links), { cache: IMMUTABLE });
}

/** `/v1/snapshots/{id}/{file}`: the bytes, or the way to them where they are too many for an answer. */
export async function showSnapshotFile(ports: SnapshotPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const snapshot = await findSnapshot(ports, request.params.id);
  const file = snapshot.files.find(({ name }) => name === request.params.file);
  if (!file) throw new Refusal('not-found', { detail: 'The snapshot has no such file.' });
  const key = snapshotKey(ports.links.base, snapshot.id, file.name);
  const type = labelOf(file);
  const fileName = `datalandkort-${snapshot.id}-${file.name}`;
  const labels = { etag: `"${file.sha256}"`, 'content-disposition': `attachment; filename="${fileName}"` };
  const headers = { 'content-type': type, 'cache-control': IMMUTABLE, ...labels };
  // The hash is the validator: who holds the file already costs no reading of it.
  if (request.headers['if-none-match']?.includes(labels.etag)) return { status: 304, headers, body: '' };
  if (request.method === 'HEAD') return { status: 200, headers, body: '' };
  if (file.bytes > ANSWERED_BYTES) {
    const location = await ports.presign(key, { contentType: type, cacheControl: IMMUTABLE, fileName });
    return { status: 307, headers: { location, 'cache-control': REDIRECTED }, body: '' };
  }
  const bytes = await ports.objects.get(key);
  if (!bytes) throw new Refusal('not-found', { detail: 'The snapshot was cleared away just now.' });
  return data(Buffer.from(bytes), { type, cache: IMMUTABLE, headers: labels });
}
