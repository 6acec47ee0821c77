/** What an OAI-PMH client asks, checked as the protocol wants it: each fault has its own code. */
import * as z from 'zod';
import { type MetadataPrefix, metadataFormats, type OaiError } from '#publishing/oai-pmh/write-response.ts';
import type { ApiRequest } from '../request.ts';

/** Ends a question with an error of the protocol, which is an answer like others (HTTP 200). */
export class OaiFault extends Error {
  override readonly name = 'OaiFault';
  readonly code: OaiError;

  constructor(code: OaiError, message: string) {
    super(message);
    this.code = code;
  }
}

export interface Selection {
  readonly prefix: MetadataPrefix;
  readonly set: string | undefined;
  /** The first instant wanted, in epoch milliseconds. */
  readonly from: number | undefined;
  /** The first instant after what is wanted. */
  readonly before: number | undefined;
  /** The change after which the list goes on; undefined at its beginning. */
  readonly after: number | undefined;
}

const verbs = {
  Identify: { required: [], optional: [], exclusive: false },
  ListMetadataFormats: { required: [], optional: ['identifier'], exclusive: false },
  ListSets: { required: [], optional: [], exclusive: true },
  ListIdentifiers: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], exclusive: true },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], exclusive: true },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [], exclusive: false },
} as const satisfies Record<string, { required: string[]; optional: string[]; exclusive: boolean }>;
export type Verb = keyof typeof verbs;

/** What a client may send, for the description of the address. Which argument a verb takes is the protocol's to say. */
export const OaiQuery = z.strictObject({
  // The names are those of the table above.
  verb: z.enum(Object.keys(verbs) as [Verb, ...Verb[]]),
  metadataPrefix: z.enum(['oai_dc', 'dcat_ap']).optional(),
  identifier: z.string().optional(),
  set: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  resumptionToken: z.string().optional(),
});

const isVerb = (name: string | undefined): name is Verb => name !== undefined && Object.hasOwn(verbs, name);

/** The arguments, by GET or by POST. */
export const argumentsOf = ({ method, query, body }: ApiRequest): URLSearchParams =>
  method === 'POST' ? new URLSearchParams(body) : query;

export interface Question {
  readonly verb: Verb;
  readonly values: Readonly<Record<string, string>>;
}

/** @throws OaiFault `badVerb` or `badArgument`. */
export function questionOf(given: URLSearchParams): Question {
  const verb = given.getAll('verb');
  const [name] = verb;
  if (verb.length !== 1 || !isVerb(name)) throw new OaiFault('badVerb', 'There must be one verb, one of the six.');
  const values = Object.fromEntries([...given].filter(([key]) => key !== 'verb'));
  const names = [...given.keys()].filter((key) => key !== 'verb');
  const { required, optional, exclusive } = verbs[name];
  if (new Set(names).size < names.length) throw new OaiFault('badArgument', 'An argument may be given once.');
  if (exclusive && names.includes('resumptionToken')) {
    if (names.length > 1) throw new OaiFault('badArgument', 'A resumptionToken stands alone.');
    return { verb: name, values };
  }
  const known: readonly string[] = [...required, ...optional];
  const unknown = names.find((each) => !known.includes(each));
  if (unknown !== undefined) throw new OaiFault('badArgument', `${name} takes no ${unknown}.`);
  const missing = required.find((each) => !values[each]);
  if (missing !== undefined) throw new OaiFault('badArgument', `${name} needs ${missing}.`);
  return { verb: name, values };
}

/** @throws OaiFault `cannotDisseminateFormat`. */
export function prefixOf(name: string | undefined): MetadataPrefix {
  if (name === 'oai_dc' || name === 'dcat_ap') return name;
  throw new OaiFault('cannotDisseminateFormat', `At hand are ${Object.keys(metadataFormats).join(', ')}.`);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;

/** The first instant of a day or a second, and the first after it. @throws OaiFault `badArgument`. */
function spanOf(name: string, value: string): { readonly start: number; readonly end: number } {
  const length = DAY.test(value) ? DAY_MS : SECOND.test(value) ? SECOND_MS : undefined;
  const start = Date.parse(value);
  if (length === undefined || Number.isNaN(start)) {
    throw new OaiFault('badArgument', `${name} is no day and no second of UTC.`);
  }
  return { start, end: start + length };
}

/** Which records are wanted, from the arguments. @throws OaiFault. */
export function selectionOf({ metadataPrefix, from, until, set }: Question['values']): Selection {
  const first = from === undefined ? undefined : spanOf('from', from);
  const last = until === undefined ? undefined : spanOf('until', until);
  if (from !== undefined && until !== undefined && DAY.test(from) !== DAY.test(until)) {
    throw new OaiFault('badArgument', 'from and until must both be days or both be seconds.');
  }
  if (first && last && first.start >= last.end) throw new OaiFault('badArgument', 'from lies after until.');
  return { prefix: prefixOf(metadataPrefix), set, from: first?.start, before: last?.end, after: undefined };
}

const Token = z.tuple([
  z.string(),
  z.enum(['oai_dc', 'dcat_ap']),
  z.string().nullable(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().int().min(0),
]);

/** A token says all that the next answer needs, so none is remembered and none runs out. */
export const tokenOf = (epoch: string, { prefix, set, from, before }: Selection, after: number): string =>
  Buffer.from(JSON.stringify([epoch, prefix, set ?? null, from ?? null, before ?? null, after])).toString('base64url');

const bad = (): OaiFault => new OaiFault('badResumptionToken', 'This is no token of ours, or the log is another now.');

/** @throws OaiFault `badResumptionToken`. */
export function selectionOfToken(token: string, epoch: string): Selection {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    throw bad();
  }
  const parsed = Token.safeParse(value);
  if (!parsed.success || parsed.data[0] !== epoch) throw bad();
  const [, prefix, set, from, before, after] = parsed.data;
  return { prefix, set: set ?? undefined, from: from ?? undefined, before: before ?? undefined, after };
}
