/** The addresses of snapshots: where a copy of the catalogue begins, and how it is proved. */
import * as z from 'zod';
import { Snapshot, SnapshotFile } from '#functions/shared/snapshot-store.ts';
import { NoQuery } from '../request.ts';
import { Address, linksTo, Time } from './common.ts';
import { type Descriptions, jsonAnswer } from './operation.ts';

const Item = Snapshot.extend({
  files: z.array(SnapshotFile.extend({ href: Address })),
  links: linksTo({ changes: Address, latest: Address }),
}).meta({ id: 'Snapshot' });

const { epoch, seq, cursor, count, stateHash } = Snapshot.shape;

const State = z.object({
  epoch,
  seq,
  cursor,
  published: Time.nullable(),
  count,
  stateHash,
});

/** Media types of the files. */
const FILE_TYPES = [
  'application/gzip',
  'application/json',
  'application/octet-stream',
  'application/vnd.apache.parquet',
];

export const snapshotDescriptions: Descriptions = {
  '/v1/snapshots': {
    GET: {
      id: 'listSnapshots',
      access: 'everybody',
      tag: 'Changes',
      summary: 'The snapshots that are kept, newest first',
      query: NoQuery,
      answers: jsonAnswer(
        'All of them.',
        z.object({ items: z.array(Item), links: linksTo({ latest: Address, changes: Address }) }),
      ),
    },
  },
  '/v1/snapshots/latest': {
    GET: {
      id: 'showLatestSnapshot',
      access: 'everybody',
      tag: 'Changes',
      summary: 'Where a copy begins: files, and the cursor to read on from',
      query: NoQuery,
      answers: jsonAnswer('The newest snapshot of the log as it is now.', Item),
      problems: ['not-found'],
    },
  },
  '/v1/snapshots/{id}': {
    GET: {
      id: 'showSnapshot',
      access: 'everybody',
      tag: 'Changes',
      summary: 'One snapshot',
      query: NoQuery,
      answers: jsonAnswer('The snapshot; it never changes.', Item),
      problems: ['not-found'],
    },
  },
  '/v1/snapshots/{id}/{file}': {
    GET: {
      id: 'showSnapshotFile',
      access: 'everybody',
      tag: 'Changes',
      summary: 'A file of a snapshot',
      query: NoQuery,
      answers: {
        200: { description: 'The bytes.', contents: Object.fromEntries(FILE_TYPES.map((type) => [type, null])) },
        307: { description: 'The way to the bytes, where they are too many for an answer.' },
      },
      problems: ['not-found'],
    },
  },
  '/v1/state': {
    GET: {
      id: 'showState',
      access: 'everybody',
      tag: 'Changes',
      summary: 'How many datasets are live, and the hash by which a copy proves that it is in step',
      query: NoQuery,
      answers: jsonAnswer('The state at the end of the log.', State),
    },
  },
};
