import { describe, expect, it } from 'vitest';
import { PROJECTION, type ProjectPorts, project } from '#functions/project/project.ts';
import { TransientFailure } from '#functions/shared/failures.ts';
import type { ChangeDraft } from '#schemas/change.ts';
import { draftOf, entryOf } from './drafts.ts';
import { type MemoryCatalogue, memoryCatalogue, memoryCheckpoints } from './memory-catalogue.ts';
import { memoryLedger, memoryLog } from './memory-ledger.ts';

interface Scene extends ProjectPorts {
  readonly catalogue: MemoryCatalogue;
  append(...drafts: ChangeDraft[]): Promise<unknown>;
}

let workers = 0;
const nextWorker = (): string => {
  workers += 1;
  return `worker-${workers}`;
};

function scene(): Scene {
  const ledger = memoryLedger(memoryLog(), () => Date.parse('2026-11-23T04:00:00.000Z'));
  return {
    ledger,
    catalogue: memoryCatalogue(),
    checkpoints: memoryCheckpoints(),
    holder: nextWorker,
    outOfTime: () => false,
    append: (...drafts) =>
      ledger.append(
        drafts,
        drafts.map(({ type, dataset, revision }) =>
          type === 'Delete' ? null : entryOf(dataset, `revision ${revision}`),
        ),
      ),
  };
}

const update = (dataset: string, revision: number) =>
  draftOf(dataset, { type: 'Update', revision, changed: ['title'], cause: 'source-updated' });

const removal = (dataset: string, revision: number) =>
  draftOf(dataset, { type: 'Delete', revision, contentHash: null, cause: 'source-removed' });

describe('project', () => {
  it('makes each dataset what its change says', async () => {
    const ports = scene();
    await ports.append(draftOf('sds.a'), draftOf('sds.b'));
    expect(await project(ports)).toEqual({ kind: 'done', seq: 2 });
    expect(ports.catalogue.datasets.get('sds.b')).toEqual({
      id: 'sds.b',
      source: 'sds',
      kind: 'Dataset',
      state: 'live',
      revision: 1,
      seq: 2,
      published: '2026-11-23T04:00:00.001Z',
      contentHash: 'sha256:sds.b',
      summary: { identifier: 'b', title: { da: 'revision 1' }, publisher: {}, example: false },
      tombstone: null,
      entry: entryOf('sds.b', 'revision 1'),
      payload: { key: expect.any(String), line: 1 },
    });
  });

  it('lets the last of several changes to one dataset win', async () => {
    const ports = scene();
    await ports.append(draftOf('sds.a'), update('sds.a', 2), draftOf('sds.b'), update('sds.a', 3));
    await project(ports);
    expect(ports.catalogue.datasets.get('sds.a')).toMatchObject({ revision: 3, seq: 4 });
    expect(ports.catalogue.datasets.get('sds.a')?.entry).toEqual(entryOf('sds.a', 'revision 3'));
  });

  it('leaves a tombstone of a removed dataset, and takes it up again when it returns', async () => {
    const ports = scene();
    await ports.append(draftOf('sds.a'), removal('sds.a', 2));
    await project(ports);
    expect(ports.catalogue.datasets.get('sds.a')).toMatchObject({
      state: 'removed',
      revision: 2,
      entry: null,
      contentHash: null,
      tombstone: { deletedAt: '2026-11-23T04:00:00.001Z', lastRevision: 1, cause: 'source-removed', replacedBy: null },
    });
    await ports.append(draftOf('sds.a', { revision: 3, cause: 'source-returned' }));
    await project(ports);
    expect(ports.catalogue.datasets.get('sds.a')).toMatchObject({ state: 'live', revision: 3, tombstone: null });
  });

  it('does nothing when it is woken again without a change', async () => {
    const ports = scene();
    await ports.append(draftOf('sds.a'));
    await project(ports);
    const written = ports.catalogue.datasets.get('sds.a');
    expect(await project(ports)).toEqual({ kind: 'done', seq: 1 });
    expect(ports.catalogue.datasets.get('sds.a')).toBe(written);
  });

  it('catches up with everything when the messages of earlier changes were lost', async () => {
    const ports = scene();
    for (let index = 0; index < 1200; index += 100) {
      await ports.append(...Array.from({ length: 100 }, (_, offset) => draftOf(`sds.d${index + offset}`)));
    }
    expect(await project(ports)).toEqual({ kind: 'done', seq: 1200 });
    expect(ports.catalogue.datasets.size).toBe(1200);
  });

  it('writes a step again when it died between the datasets and its checkpoint', async () => {
    const ports = scene();
    await ports.append(draftOf('sds.a'));
    const dying = {
      ...ports,
      checkpoints: { ...ports.checkpoints, advance: () => Promise.reject(new TransientFailure('the power went out')) },
    };
    await expect(project(dying)).rejects.toThrow('the power went out');
    await ports.append(update('sds.a', 2));
    expect(await project(ports)).toEqual({ kind: 'done', seq: 2 });
    expect(ports.catalogue.datasets.get('sds.a')).toMatchObject({ revision: 2 });
  });

  it('leaves the work to the worker that holds the checkpoint', async () => {
    const ports = scene();
    await ports.append(draftOf('sds.a'));
    await ports.checkpoints.take(PROJECTION, 'another', 'e1');
    expect(await project(ports)).toEqual({ kind: 'busy' });
    expect(ports.catalogue.datasets.size).toBe(0);
  });

  it('takes over from a worker that died', async () => {
    let now = 1_000_000;
    const ports = { ...scene(), checkpoints: memoryCheckpoints(() => now) };
    await ports.append(draftOf('sds.a'));
    await ports.checkpoints.take(PROJECTION, 'dead', 'e1');
    now += 15_001;
    expect(await project(ports)).toEqual({ kind: 'done', seq: 1 });
  });

  it('has everything written again that a worker wrote after it had lost its hold', async () => {
    let now = 1_000_000;
    const ports = { ...scene(), checkpoints: memoryCheckpoints(() => now) };
    await ports.append(draftOf('sds.a'));
    const late = {
      ...ports,
      catalogue: {
        // This worker falls asleep before its write; meanwhile another takes over and carries the dataset further.
        write: async (writes: Parameters<MemoryCatalogue['write']>[0]) => {
          now += 15_001;
          await ports.append(update('sds.a', 2));
          expect(await project(ports)).toEqual({ kind: 'done', seq: 2 });
          await ports.catalogue.write(writes);
        },
      },
    };
    expect(await project(late)).toEqual({ kind: 'busy' });
    expect(ports.catalogue.datasets.get('sds.a')).toMatchObject({ revision: 1 });
    expect(await project(ports)).toEqual({ kind: 'done', seq: 2 });
    expect(ports.catalogue.datasets.get('sds.a')).toMatchObject({ revision: 2 });
  });

  it('stops between two steps when its time is nearly over, and goes on from there', async () => {
    const ports = scene();
    await ports.append(...Array.from({ length: 700 }, (_, index) => draftOf(`sds.d${index}`)));
    let looks = 0;
    const hurried = {
      ...ports,
      outOfTime: () => {
        looks += 1;
        return looks > 1;
      },
    };
    expect(await project(hurried)).toEqual({ kind: 'behind', seq: 500 });
    expect(await project(ports)).toEqual({ kind: 'done', seq: 700 });
  });

  it('starts anew in a ledger of another epoch', async () => {
    const old = scene();
    await old.append(draftOf('sds.a'), draftOf('sds.b'));
    await project(old);
    const rebuilt = memoryLedger(memoryLog('e2'));
    await rebuilt.append([draftOf('sds.c')], [entryOf('sds.c')]);
    expect(await project({ ...old, ledger: rebuilt })).toEqual({ kind: 'done', seq: 1 });
    expect(await old.checkpoints.get(PROJECTION)).toEqual({ epoch: 'e2', seq: 1 });
  });
});
