/** Which changes a follower wants: by kind of change, source, owner and theme. Filters may change from call to call. */
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Ledger } from './ledger.ts';
import type { SourceStore } from './source-store.ts';

export interface FilterPorts {
  readonly ledger: Pick<Ledger, 'read' | 'payloads'>;
  readonly sources: Pick<SourceStore, 'list'>;
}

export interface Filters {
  readonly types?: readonly LedgerEntry['type'][] | undefined;
  readonly source?: string | undefined;
  readonly owner?: string | undefined;
  readonly theme?: string | undefined;
}

/** The changes of a run of the log that are wanted. */
export type ChangeFilter = (entries: readonly LedgerEntry[]) => Promise<readonly LedgerEntry[]>;

/** A theme is given by its whole address or by the last part of it (`HEAL`). */
const isTheme = (theme: string, wanted: string): boolean => theme === wanted || theme.endsWith(`/${wanted}`);

const has = (record: CatalogueEntry | null | undefined, wanted: string): boolean =>
  (record?.record.theme ?? []).some((theme) => isTheme(theme, wanted));

/**
 * The changes of datasets that have the theme or had it before: who follows a theme must hear of what left it as well, by
 * a deletion or by another theme.
 */
async function ofTheme(
  { read, payloads }: Pick<Ledger, 'read' | 'payloads'>,
  entries: readonly LedgerEntry[],
  theme: string,
): Promise<readonly LedgerEntry[]> {
  const before = await Promise.all(
    entries.map(async ({ previous }) => (previous === null ? undefined : (await read(previous - 1, 1))[0])),
  );
  const now = await payloads(entries);
  const earlier = before.filter((entry) => entry !== undefined);
  const were = new Map((await payloads(earlier)).map((record, index) => [earlier[index]?.seq, record]));
  return entries.filter((_, index) => has(now[index], theme) || has(were.get(before[index]?.seq ?? 0), theme));
}

/** @returns undefined when everything is wanted. */
export async function filterOf(
  { ledger, sources }: FilterPorts,
  { types, source, owner, theme }: Filters,
): Promise<ChangeFilter | undefined> {
  if (!types && source === undefined && owner === undefined && theme === undefined) return undefined;
  const owned =
    owner === undefined
      ? undefined
      : new Set((await sources.list()).filter((one) => one.owner.id === owner).map(({ id }) => id));
  return async (entries) => {
    const fitting = entries.filter(
      (entry) =>
        (!types || types.includes(entry.type)) &&
        (source === undefined || entry.source === source) &&
        (!owned || owned.has(entry.source)),
    );
    return theme === undefined ? fitting : ofTheme(bound(ledger), fitting, theme);
  };
}

/** The two calls without their object: a class's methods would lose it. */
const bound = (ledger: FilterPorts['ledger']): Pick<Ledger, 'read' | 'payloads'> => ({
  read: (after, limit) => ledger.read(after, limit),
  payloads: (entries) => ledger.payloads(entries),
});
