/** The pages of a CKAN source: a search in steps of `rows`, of everything or of what changed. */
import * as z from 'zod';
import type { Since } from '#harvesters/harvester.ts';
import type { PageRequest } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import { type CkanSettings, settingsOf } from './settings.ts';

/**
 * Changes are asked for from this long before the last complete run began: the portal's clock may be behind ours, and a
 * change enters its search index some time after the moment that it bears.
 */
const OVERLAP_MS = 3_600_000;

/** What a page's request remembers of those before it. */
const Paging = z.object({
  start: z.number().int().min(0),
  /** The highest count that any page of the list gave; a list that shrinks under our hands is not seen whole. */
  claimed: z.number().int().min(0).nullable(),
  /** Packages that the list counts and that are not public. */
  skipped: z.number().int().min(0),
  changesOnly: z.boolean(),
});
export type Paging = z.infer<typeof Paging>;

const FIRST: Paging = { start: 0, claimed: null, skipped: 0, changesOnly: false };

/** Where in the list a page stands. */
export const pagingOf = ({ context }: PageRequest): Paging => {
  const paging = Paging.safeParse(context);
  return paging.success ? paging.data : FIRST;
};

/** The portal's address: what stands before its API. */
export const baseOf = ({ url }: Pick<Source, 'url'>): string => {
  const [address = url] = url.split(/[?#]/);
  return address.replace(/\/api(?:\/.*)?$/, '').replace(/\/+$/, '');
};

/** The first page of a run: of what changed since the last one, where there was one and it is not time to list everything. */
export const firstRequest = (source: Source, since: Since | undefined): PageRequest => {
  const settings = settingsOf(source);
  const canAsk = settings.action === 'package_search' && since !== undefined && !since.fullDue;
  const from = canAsk ? new Date(Date.parse(since.lastComplete) - OVERLAP_MS).toISOString() : undefined;
  return {
    url: `${baseOf(source)}/api/3/action/${settings.action}?${queryOf(settings, from)}`,
    headers: { accept: 'application/json' },
    context: { ...FIRST, changesOnly: from !== undefined } satisfies Paging,
  };
};

/** The page that goes on with the same list. */
export const nextRequest = ({ url, headers }: PageRequest, paging: Paging): PageRequest => {
  const next = new URL(url);
  next.searchParams.set(next.searchParams.has('offset') ? 'offset' : 'start', String(paging.start));
  return { url: next.href, headers, context: paging, relation: 'next' };
};

const queryOf = (settings: CkanSettings, from: string | undefined): URLSearchParams => {
  if (settings.action !== 'package_search') {
    return new URLSearchParams({ limit: String(settings.rows), offset: '0' });
  }
  const query = new URLSearchParams({ rows: String(settings.rows), start: '0', sort: 'id asc' });
  const filters = [
    ...(settings.fq ?? []).map((filter) => `(${filter})`),
    ...anyOf('organization', settings.organization),
    ...anyOf('groups', settings.group),
    ...(from === undefined ? [] : [`metadata_modified:[${from} TO *]`]),
  ];
  if (filters.length > 0) query.set('fq', filters.join(' AND '));
  return query;
};

const anyOf = (field: string, names: readonly string[] | undefined): string[] =>
  names === undefined ? [] : [`${field}:(${names.map(quoted).join(' OR ')})`];

const quoted = (name: string): string => `"${name.replace(/["\\]/g, '\\$&')}"`;
