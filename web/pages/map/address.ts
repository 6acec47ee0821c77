/** What the first page shows, as its address says it: everything that somebody may want to come back to or send on. */

export const views = ['map', 'timeline', 'list'] as const;
export type View = (typeof views)[number];

export const sizes = ['equal', 'individuals', 'records', 'variables'] as const;
export type SizeBy = (typeof sizes)[number];

export const colours = ['grade', 'theme'] as const;
export type ColourBy = (typeof colours)[number];

/** As the search API has them. */
export const sorts = ['relevance', 'title', 'changed', 'period', 'grade', '-grade', 'mqa', '-mqa'] as const;
type Sort = (typeof sorts)[number];

/** The filters that take values, by the names that the search API has for them. */
export const facetNames = ['owner', 'theme', 'healthCategory', 'accessLevel', 'type', 'source', 'grade'] as const;
export type FacetName = (typeof facetNames)[number];

type Chosen = Readonly<Record<FacetName, readonly string[]>>;

/** Years as they were typed, each undefined when it is left open. */
export interface Span {
  readonly from: string | undefined;
  readonly until: string | undefined;
}

export interface MapState {
  /** Undefined leaves it to the width of the screen. */
  readonly view: View | undefined;
  readonly q: string;
  readonly chosen: Chosen;
  /** What registers must have something of. */
  readonly period: Span;
  /** What registers on the timeline must cover whole. */
  readonly covering: Span;
  readonly size: SizeBy;
  readonly colour: ColourBy;
  /** The owner whose registers fill the map. */
  readonly zoom: string | undefined;
  /** Undefined is the best first, or by title where nothing is asked. */
  readonly sort: Sort | undefined;
}

type Query = Readonly<Record<string, string>>;

/** An address may say anything: what is none of the values is as if it were not there. */
const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find((value) => value === text);

const listOf = (text: string | undefined): readonly string[] => [
  ...new Set((text ?? '').split(',').filter((value) => value !== '')),
];

const yearOf = (text: string | undefined): string | undefined => (/^\d{4}$/.test(text ?? '') ? text : undefined);

/** As long as the API lets a question be. */
export const QUESTION_LENGTH = 300;

/** Reads an address. */
export function stateOf(query: Query): MapState {
  const chosen = Object.fromEntries(facetNames.map((name) => [name, listOf(query[name])]));
  return {
    view: oneOf(views, query.view),
    q: (query.q ?? '').slice(0, QUESTION_LENGTH),
    // One for each name, by the line above.
    chosen: chosen as Chosen,
    period: { from: yearOf(query.from), until: yearOf(query.to) },
    covering: { from: yearOf(query.since), until: yearOf(query.until) },
    size: oneOf(sizes, query.size) ?? 'equal',
    colour: oneOf(colours, query.colour) ?? 'grade',
    zoom: query.zoom || undefined,
    sort: oneOf(sorts, query.sort),
  };
}

const joined = (chosen: Chosen): Record<FacetName, string | undefined> =>
  // One for each name.
  Object.fromEntries(facetNames.map((name) => [name, chosen[name].join(',') || undefined])) as Record<
    FacetName,
    string | undefined
  >;

/** What both the search and the map are asked with. */
export function filtersOf({ q, chosen, period }: MapState): Record<string, string> {
  const filters = { q: q.trim() || undefined, ...joined(chosen), from: period.from, to: period.until };
  return Object.fromEntries(Object.entries(filters).filter((entry): entry is [string, string] => !!entry[1]));
}

/** Writes an address: the query with its question mark, or nothing; what is as it is anyhow is left out. */
export function queryOf(state: MapState): string {
  const { view, q, covering, size, colour, zoom, sort } = state;
  const parts = {
    view,
    ...filtersOf(state),
    // A space at the end is about to be followed by a word: it stays while somebody types.
    q: q || undefined,
    since: covering.from,
    until: covering.until,
    size: size === 'equal' ? undefined : size,
    colour: colour === 'grade' ? undefined : colour,
    zoom,
    sort,
  };
  const query = new URLSearchParams(
    Object.entries(parts).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Chooses a value of a filter, or lets it go. */
export function toggled(state: MapState, name: FacetName, value: string): MapState {
  const values = state.chosen[name];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...state, chosen: { ...state.chosen, [name]: next }, zoom: undefined };
}

const NOTHING: Span = { from: undefined, until: undefined };

/** The same view of everything that the question finds. */
export const withoutFilters = (state: MapState): MapState => ({
  ...state,
  chosen: stateOf({}).chosen,
  period: NOTHING,
  zoom: undefined,
});

/** How many filters are set; a period is one. */
export const filterCount = ({ chosen, period }: MapState): number =>
  facetNames.reduce((sum, name) => sum + chosen[name].length, 0) + (period.from || period.until ? 1 : 0);
