/** What becomes of the sources when the source file is read again: no edit is undone without a word (docs/decisions/0048). */
import { createHash } from 'node:crypto';
import { Source } from '#schemas/source.ts';
import type { FileNote, KeptSource } from './source-store.ts';

interface Plan {
  /** Next versions of those that become others. */
  readonly saves: readonly KeptSource[];
  readonly notes: readonly FileNote[];
}

/**
 * What a file says of a source. Members that say what they would by default are left out: a version of ours with a default more
 * must not look like a file that says something new, for that would undo edits.
 */
function hashOf(source: Source): string {
  const { id, owner, format, url } = source;
  const bare: Record<string, unknown> = Source.parse({ id, owner, format, url });
  const said = Object.entries(source).filter(
    ([key, value]) => key in { id, owner, format, url } || JSON.stringify(bare[key]) !== JSON.stringify(value),
  );
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
}

const nextOf = (kept: KeptSource | undefined, source: Source, fileHash: string): KeptSource => ({
  source,
  version: (kept?.version ?? 0) + 1,
  managedBy: 'file',
  edited: null,
  fileHash,
  removedFromFile: null,
});

function planOne(kept: KeptSource | undefined, given: Source, place: number): Plan {
  const fileHash = hashOf(given);
  // The table keeps no order, and the order of the file says whose word comes first.
  const source = { precedence: place, ...given };
  const next = nextOf(kept, source, fileHash);
  if (kept === undefined) return { saves: [next], notes: [] };
  const { id } = given;
  if (kept.managedBy === 'api') return { saves: [], notes: [{ kind: 'api-kept', source: id }] };
  if (kept.edited === null) {
    const isSame = kept.fileHash === fileHash && kept.source.precedence === source.precedence;
    return { saves: isSame ? [] : [next], notes: [] };
  }
  const told = { source: id, ...kept.edited };
  return kept.fileHash === fileHash
    ? { saves: [], notes: [{ kind: 'edit-kept', ...told }] }
    : { saves: [next], notes: [{ kind: 'edit-replaced', ...told }] };
}

/** A source that left the file keeps its definition and its datasets, and is not harvested. */
const removed = (kept: KeptSource, now: string): KeptSource => ({
  ...kept,
  source: { ...kept.source, enabled: false },
  version: kept.version + 1,
  edited: null,
  fileHash: null,
  removedFromFile: now,
});

/** @param now an instant (ISO 8601). */
export function planFile(kept: readonly KeptSource[], file: readonly Source[], now: string): Plan {
  const known = new Map(kept.map((one) => [one.source.id, one]));
  const named = new Set(file.map(({ id }) => id));
  const gone = kept.filter(
    ({ source, managedBy, removedFromFile }) =>
      managedBy === 'file' && removedFromFile === null && !named.has(source.id),
  );
  const plans = file.map((source, index) => planOne(known.get(source.id), source, index + 1));
  return {
    saves: [...plans.flatMap(({ saves }) => saves), ...gone.map((one) => removed(one, now))],
    notes: [
      ...plans.flatMap(({ notes }) => notes),
      ...gone.map(({ source }): FileNote => ({ kind: 'removed', source: source.id })),
    ],
  };
}

/** An operator's change of a definition. One that had left the file is the operator's own from then on. */
export function editedBy(
  kept: KeptSource,
  source: Source,
  { at, by }: { readonly at: string; readonly by: string },
): KeptSource {
  const isFiles = kept.managedBy === 'file' && kept.removedFromFile === null;
  return {
    source,
    version: kept.version + 1,
    managedBy: isFiles ? 'file' : 'api',
    edited: { at, by },
    fileHash: isFiles ? kept.fileHash : null,
    removedFromFile: null,
  };
}
