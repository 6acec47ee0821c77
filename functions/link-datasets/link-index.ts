/** The keys of all live datasets, and who shares them: what `link-datasets` remembers between two looks at the ledger. */
import { linkOf, type SameDataset } from '#catalogue/same-dataset.ts';
import { sourceOf } from '#schemas/run.ts';

/** A key that more sources share is no key, but a catalogue of catalogues; the surest links are shown. */
const LINKS_PER_DATASET = 20;
/** A key that more datasets have says nothing about any of them, and comparing them all would take for ever. */
const HOLDERS_PER_KEY = 200;

export class LinkIndex {
  readonly #keys = new Map<string, readonly string[]>();
  readonly #holders = new Map<string, Set<string>>();
  #changed = false;

  /** The index as lines, a dataset a line. */
  *lines(): Generator<readonly [string, ...string[]]> {
    for (const [id, keys] of this.#keys) yield [id, ...keys];
  }

  /** Whether the index is another than when it was last asked. */
  takeChanged(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  /**
   * Sets the keys of a dataset; none takes it out. Answers all whose links may be others now: those that shared a key with
   * it before, or do now. Most datasets share none with anybody.
   */
  set(id: string, keys: readonly string[]): string[] {
    const before = this.#keys.get(id) ?? [];
    if (before.length === keys.length && before.every((key, index) => key === keys[index])) return [];
    this.#changed = true;
    const affected = new Set([id, ...this.#sharing(before)]);
    for (const key of before) this.#release(key, id);
    for (const key of keys) this.#hold(key, id);
    if (keys.length > 0) this.#keys.set(id, keys);
    else this.#keys.delete(id);
    for (const other of this.#sharing(keys)) affected.add(other);
    return affected.size === 1 ? [] : [...affected];
  }

  /** The same dataset in other sources. A key that one source has twice is left out: it cannot tell that source's records apart. */
  linksOf(id: string): SameDataset[] {
    const shared = new Map<string, string[]>();
    for (const key of this.#keys.get(id) ?? []) {
      const holders = this.#holders.get(key) ?? new Set();
      if (holders.size > HOLDERS_PER_KEY) continue;
      for (const other of alone(holders, id)) shared.set(other, [...(shared.get(other) ?? []), key]);
    }
    return [...shared]
      .flatMap(([other, keys]) => linkOf(other, keys) ?? [])
      .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
      .slice(0, LINKS_PER_DATASET);
  }

  #sharing(keys: readonly string[]): string[] {
    return keys.flatMap((key) => {
      const holders = this.#holders.get(key) ?? new Set();
      return holders.size > HOLDERS_PER_KEY + 1 ? [] : [...holders];
    });
  }

  #hold(key: string, id: string): void {
    const holders = this.#holders.get(key);
    if (holders) holders.add(id);
    else this.#holders.set(key, new Set([id]));
  }

  #release(key: string, id: string): void {
    const holders = this.#holders.get(key);
    holders?.delete(id);
    if (holders?.size === 0) this.#holders.delete(key);
  }
}

/** The holders that are the only one of their source, where the dataset itself is the only one of its own. */
function alone(holders: ReadonlySet<string>, id: string): string[] {
  const bySource = new Map<string, string[]>();
  for (const holder of holders) {
    const source = sourceOf(holder);
    bySource.set(source, [...(bySource.get(source) ?? []), holder]);
  }
  if (bySource.get(sourceOf(id))?.length !== 1) return [];
  return [...bySource.values()].flatMap((ids) => (ids.length === 1 && ids[0] !== id ? ids : []));
}
