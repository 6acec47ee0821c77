/** What `/v1/map` answers, and what its codes are called. */
import type { components } from '#client/api-types.ts';

export type MapDocument = components['schemas']['MapDocument'];
export type Mapped = MapDocument['datasets'][number];

type Name = Readonly<Record<string, string | undefined>>;

/** Names by code, of each list of the answer. */
export interface Names {
  readonly owners: ReadonlyMap<string, Name>;
  readonly themes: ReadonlyMap<string, Name>;
  readonly kinds: ReadonlyMap<string, Name>;
}

/** Looks up once what thousands of areas ask for. */
export function namesOf({ owners, themes, kinds }: MapDocument): Names {
  return {
    owners: new Map(owners.map(({ id, name }) => [id, name])),
    themes: new Map(themes.map(({ id, label }) => [id, label])),
    kinds: new Map(kinds.map(({ id, label }) => [id, label])),
  };
}
