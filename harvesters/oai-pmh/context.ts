/** What an OAI-PMH request remembers until its page comes back, and the addresses of requests. */
import { z } from 'zod';
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
});
export type ListContext = z.infer<typeof ListContext>;

const Context = z.discriminatedUnion('step', [z.object({ step: z.literal('identify') }), ListContext]);

/** The list that a page belongs to; undefined for the answer to Identify, which a run starts with. */
export const listContextOf = ({ context }: PageRequest): ListContext | undefined => {
  const parsed = Context.safeParse(context);
  return parsed.success && parsed.data.step === 'list' ? parsed.data : undefined;
};

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
export const identifyRequest = (source: Source): PageRequest => ({
  url: address(source, { verb: 'Identify' }),
  headers,
  context: { step: 'identify' },
});

/** The first page of the list, a list of its own. @param attempt 1 when it is asked for again, after a token expired. */
export const listRequest = (source: Source, repository: Repository, attempt: number): PageRequest => {
  const settings = OaiSettings.parse(source.settings);
  const { metadataPrefix, set } = settings;
  const context: ListContext = { step: 'list', repository, token: null, attempt, before: null };
  return {
    url: address(source, {
      verb: 'ListRecords',
      metadataPrefix,
      ...(set !== undefined && { set }),
      ...windowOf(settings, repository.granularity),
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
export const nextRequest = (source: Source, { repository, attempt }: ListContext, onward: Onward): PageRequest => {
  const { token } = onward;
  const context: ListContext = { step: 'list', repository, attempt, ...onward };
  return {
    url: address(source, { verb: 'ListRecords', resumptionToken: token }),
    headers,
    context,
    relation: 'next',
    ...(attempt > 0 && { attempt }),
  };
};
