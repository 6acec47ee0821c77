import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SameDataset } from '#catalogue/same-dataset.ts';
import { LINKS, type LinkPorts, linkDatasets } from '#functions/link-datasets/link-datasets.ts';
import { draftOf, entryOf } from './drafts.ts';
import { memoryCheckpoints } from './memory-catalogue.ts';
import { memoryLedger, memoryLog } from './memory-ledger.ts';
import { memoryObjects } from './memory-objects.ts';

interface Scene extends LinkPorts {
  readonly rows: Map<string, readonly SameDataset[]>;
  /** Writes that took nothing in or out. */
  readonly written: string[];
  tell(id: string, title: string | null): Promise<void>;
  linked(): Record<string, string[]>;
}

let workers = 0;

function scene(ledger = memoryLedger(memoryLog())): Scene {
  const rows = new Map<string, readonly SameDataset[]>();
  const written: string[] = [];
  return {
    ledger,
    rows,
    written,
    objects: memoryObjects(),
    checkpoints: memoryCheckpoints(),
    outOfTime: () => false,
    holder: () => {
      workers += 1;
      return `worker-${workers}`;
    },
    links: {
      write: async (datasets) => {
        for (const { id, links } of datasets) {
          written.push(id);
          if (links.length > 0) rows.set(id, links);
          else rows.delete(id);
        }
      },
    },
    async tell(id, title) {
      const entry = title === null ? null : entryOf(id, title);
      if (entry) entry.record.publisher = { name: { da: 'Sundhedsdatastyrelsen' } };
      await ledger.append([draftOf(id, title === null ? { type: 'Delete', contentHash: null } : {})], [entry]);
    },
    linked: () => Object.fromEntries([...rows].map(([id, links]) => [id, links.map((link) => link.id)]).sort()),
  };
}

describe('link-datasets', () => {
  it('links what two sources tell of one dataset, both ways', async () => {
    const ports = scene();
    await ports.tell('sds.car', 'Cancerregisteret');
    await ports.tell('ncrr.car', 'Cancerregisteret');
    await ports.tell('sds.lpr', 'Landspatientregisteret');
    expect(await linkDatasets(ports)).toEqual({ kind: 'done', seq: 3 });
    expect(ports.rows.get('sds.car')).toEqual([{ id: 'ncrr.car', score: 0.8, reasons: ['same-owner-and-name'] }]);
    expect(ports.linked()).toEqual({ 'sds.car': ['ncrr.car'], 'ncrr.car': ['sds.car'] });
  });

  it('writes nothing for the many datasets that nobody else tells of', async () => {
    const ports = scene();
    for (let index = 0; index < 50; index += 1) await ports.tell(`sds.r${index}`, `Register nummer ${index}`);
    await linkDatasets(ports);
    expect(ports.written).toEqual([]);
  });

  it('goes on from its checkpoint: a new name unlinks, a removal unlinks, a third source joins', async () => {
    const ports = scene();
    await ports.tell('sds.car', 'Cancerregisteret');
    await ports.tell('ncrr.car', 'Cancerregisteret');
    await linkDatasets(ports);
    await ports.tell('ssi.car', 'Cancerregisteret');
    await linkDatasets(ports);
    expect(ports.linked()['sds.car']).toEqual(['ncrr.car', 'ssi.car']);
    await ports.tell('ncrr.car', 'Et helt andet register');
    await linkDatasets(ports);
    expect(ports.linked()).toEqual({ 'sds.car': ['ssi.car'], 'ssi.car': ['sds.car'] });
    await ports.tell('ssi.car', null);
    await linkDatasets(ports);
    expect(ports.linked()).toEqual({});
  });

  it('links nothing by a key that one source has twice', async () => {
    const ports = scene();
    await ports.tell('sds.a', 'Cancerregisteret');
    await ports.tell('sds.b', 'Cancerregisteret');
    await ports.tell('ncrr.car', 'Cancerregisteret');
    await linkDatasets(ports);
    expect(ports.linked()).toEqual({});
  });

  it('does a step again without harm when its checkpoint was lost', async () => {
    const ports = scene();
    await ports.tell('sds.car', 'Cancerregisteret');
    await ports.tell('ncrr.car', 'Cancerregisteret');
    await linkDatasets(ports);
    const before = ports.linked();
    await ports.checkpoints.rewind(LINKS, { epoch: 'e1', seq: 1 });
    await linkDatasets(ports);
    expect(ports.linked()).toEqual(before);
  });

  it('comes to the same links in many looks as in one', async () => {
    const ids = ['a.1', 'a.2', 'b.1', 'b.2', 'c.1'];
    const event = fc.record({
      id: fc.constantFrom(...ids),
      title: fc.constantFrom('Cancerregisteret', 'Landspatientregisteret', 'Fødselsregisteret', null),
      look: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        const ports = scene();
        for (const { id, title, look } of events) {
          await ports.tell(id, title);
          if (look) await linkDatasets(ports);
        }
        await linkDatasets(ports);
        const anew = scene(ports.ledger as ReturnType<typeof memoryLedger>);
        await linkDatasets(anew);
        expect(ports.linked()).toEqual(anew.linked());
      }),
      { numRuns: 50 },
    );
  });
});
