/** The datasets table and its consumers' checkpoints, working in memory. */
import type { CatalogueStore, DatasetWrite } from '#functions/shared/catalogue-store.ts';
import { type CheckpointStore, HOLD_MS, type Position } from '#functions/shared/checkpoint-store.ts';

export interface MemoryCatalogue extends CatalogueStore {
  readonly datasets: Map<string, DatasetWrite>;
}

export function memoryCatalogue(): MemoryCatalogue {
  const datasets = new Map<string, DatasetWrite>();
  const keyOf = ({ source, id }: { source: string; id: string }) => `${source} ${id}`;
  return {
    datasets,
    async write(writes) {
      for (const write of writes) datasets.set(write.id, write);
    },
    async remove(gone) {
      for (const { id } of gone) datasets.delete(id);
    },
    async get(id) {
      return datasets.get(id);
    },
    async list({ source, state, after, limit }) {
      const from = after === undefined ? '' : keyOf({ source: after.slice(0, after.indexOf('.')), id: after });
      return [...datasets.values()]
        .filter((row) => (source ?? row.source) === row.source && (state ?? row.state) === row.state)
        .filter((row) => keyOf(row) > from)
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
        .slice(0, limit);
    },
  };
}

interface Held {
  position: Position;
  holder: string | undefined;
  until: number;
}

export function memoryCheckpoints(clock: () => number = Date.now): CheckpointStore {
  const checkpoints = new Map<string, Held>();
  return {
    async get(consumer) {
      return checkpoints.get(consumer)?.position;
    },
    async take(consumer, holder, epoch) {
      const held = checkpoints.get(consumer) ?? { position: { epoch, seq: 0 }, holder: undefined, until: 0 };
      if (held.holder !== undefined && held.until >= clock()) return undefined;
      checkpoints.set(consumer, { ...held, holder, until: clock() + HOLD_MS });
      return held.position;
    },
    async advance({ consumer, holder, from, to }) {
      const held = checkpoints.get(consumer);
      if (held?.holder !== holder || held.position.seq !== from.seq || held.position.epoch !== from.epoch) return false;
      checkpoints.set(consumer, { position: to, holder, until: clock() + HOLD_MS });
      return true;
    },
    async rewind(consumer, to) {
      const held = checkpoints.get(consumer);
      if (held?.position.epoch === to.epoch && held.position.seq > to.seq) held.position = to;
    },
    async release(consumer, holder) {
      const held = checkpoints.get(consumer);
      if (held?.holder === holder) held.holder = undefined;
    },
  };
}
