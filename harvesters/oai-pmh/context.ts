/** What an OAI-PMH request remembers until its page comes back, and the addresses of requests. */
import * as z from 'zod';
import type { Since } from '#harvesters/harvester.ts';
import type { PageRequest } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import { OaiSettings, windowOf } from './settings.ts';

/** What the repository says of itself. */
const Repository = z.object({
  /** Whether it keeps note of deleted records; `unknown` where Identify is silent. */
  deletedRecord: z.enum(['no', 'transient', 'persistent', 'unknown']),
  granularity: z.string(),
});
export type Repository = z.infer<typeof Repository>;

const ListContext = z.object({
  step: z.literal('list'),
  repository: Repository,
  /** The token that the page was asked with; null for the first page of the list. */
  token: z.string().nullable(),
  /** 1 for a list that was started over because its token expired. */
  attempt: z.number().int().min(0),
  /** A hash of the records on the page before: a server that ignores its own tokens sends the same ones for ever. */
  before: z.string().nullable().default(null),
  /** From when on changes are asked for (a second in UTC); null for a list of everything. */
  since: z.string().nullable().default(null),
});
export type ListContext = z.infer<typeof ListContext>;

const IdentifyContext = z.object({
  step: z.literal('identify'),
  /** What earlier runs saw; absent where everything is to be listed. */
  since: z.object({ startedAt: z.string(), lastComplete: z.string() }).optional(),
});
type SinceRun = NonNullable<z.infer<typeof IdentifyContext>['since']>;

const Context = z.discriminatedUnion('step', [IdentifyContext, ListContext]);

/** The list that a page belongs to; undefined for the answer to Identify, which a run starts with. */
export const listContextOf = ({ context }: PageRequest): ListContext | undefined => {
  const parsed = Context.safeParse(context);
  return parsed.success && parsed.data.step === 'list' ? parsed.data : undefined;
};

/** What the answer to Identify is read with, where only changes are wanted. */
export const sinceRunOf = ({ context }: PageRequest): SinceRun | undefined => {
  const parsed = Context.safeParse(context);
  return parsed.success && parsed.data.step === 'identify' ? parsed.data.since : undefined;
};

/** Changes are asked for from this long before the last good run began: a record may be stamped some time before it is listed. */
const OVERLAP_MS = 3_600_000;
/** A repository that counts days may count those of its own place, which begin up to half a day before or after ours. */
const OVERLAP_IN_DAYS_MS = 86_400_000;

/**
 * How far the repository's clock is behind ours, by what its answer says of the time. A clock that is ahead is no matter: a
 * run that had to wait for the answer cannot tell it from that.
 */
const behindMs = (responseDate: string | undefined, startedAt: string): number => {
  const told = Date.parse(responseDate ?? '');
  return Number.isNaN(told) ? 0 : Math.max(0, Date.parse(startedAt) - told);
};

/**
 * From when on changes are asked for, by the repository's clock; null where everything must be listed. A repository that keeps no note of deletions shows
 * only by listing everything what is gone, and one that is asked until some day has no new changes.
 */
export const sinceFor = (
  source: Source,
  { deletedRecord, granularity }: Repository,
  run: SinceRun | undefined,
  responseDate: string | undefined,
): string | null => {
  const tells = deletedRecord === 'persistent' || deletedRecord === 'transient';
  if (run === undefined || !tells || OaiSettings.parse(source.settings).until !== undefined) return null;
  const overlap = /ss/i.test(granularity) ? OVERLAP_MS : OVERLAP_IN_DAYS_MS;
  const from = Date.parse(run.lastComplete) - overlap - behindMs(responseDate, run.startedAt);
  // A clock that stands at its beginning says nothing of when anything was changed.
  return from > 0 ? `${new Date(from).toISOString().slice(0, 19)}Z` : null;
};

/** The later of two moments, one of which may be a day: such a text is less than that of a second in it. */
const later = (a: string | undefined, b: string | null): string | undefined =>
  b === null || (a !== undefined && a > b) ? a : b;

/** Parameters of the protocol: an address that was copied from a browser with one of them is taken without. */
const ARGUMENTS = ['verb', 'metadataPrefix', 'set', 'from', 'until', 'resumptionToken', 'identifier'];

const address = (source: Source, parameters: Readonly<Record<string, string>>): string => {
  const url = new URL(source.url);
  for (const name of ARGUMENTS) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
};

const headers = { accept: 'text/xml, application/xml;q=0.9, */*;q=0.1' };

/** The request that a run starts with. */
export const identifyRequest = (source: Source, since: Since | undefined): PageRequest => ({
  url: address(source, { verb: 'Identify' }),
  headers,
  context: {
    step: 'identify',
    ...(since?.fullDue === false && { since: { startedAt: since.startedAt, lastComplete: since.lastComplete } }),
  } satisfies z.infer<typeof IdentifyContext>,
});

/** Which list is asked for: from when on, and for which time after a token expired. */
type Asked = Pick<ListContext, 'since' | 'attempt'>;

/** The first page of the list, a list of its own. */
export const listRequest = (source: Source, repository: Repository, { since, attempt }: Asked): PageRequest => {
  const settings = OaiSettings.parse(source.settings);
  const { metadataPrefix, set, until } = settings;
  const context: ListContext = { step: 'list', repository, token: null, attempt, before: null, since };
  return {
    url: address(source, {
      verb: 'ListRecords',
      metadataPrefix,
      ...(set !== undefined && { set }),
      ...windowOf({ from: later(settings.from, since), until }, repository.granularity),
    }),
    headers,
    context,
    relation: 'child',
    ...(attempt > 0 && { attempt }),
  };
};

/** What leads on from a page: its token, and the hash of its records. */
export interface Onward {
  readonly token: string;
  readonly before: string | null;
}

/** The page after one: its token stands alone, as the protocol demands. */
export const nextRequest = (
  source: Source,
  { repository, attempt, since }: ListContext,
  onward: Onward,
): PageRequest => {
  const { token } = onward;
  const context: ListContext = { step: 'list', repository, attempt, since, ...onward };
  return {
    url: address(source, { verb: 'ListRecords', resumptionToken: token }),
    headers,
    context,
    relation: 'next',
    ...(attempt > 0 && { attempt }),
  };
};
