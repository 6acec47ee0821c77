/** How an address is described: what it takes, what it answers, and what can go wrong. The document is made of these. */
import type * as z from 'zod';
import type { Deprecation } from '../deprecation.ts';
import type { ProblemCode } from '../problem-types.ts';

/** The subjects that addresses are listed under, in the order in which a reader meets them. */
export const tags = {
  Start: 'Where everything is, and whether the service is well.',
  Datasets: 'What the catalogue holds: lists, search, and one dataset in JSON or RDF.',
  Changes: 'The log of every change, for whoever keeps a copy in step.',
  Feeds: 'The same changes in the formats that other harvesters and feed readers know.',
  Webhooks: 'The same changes told to receivers, signed and in order.',
  Quality: 'How good descriptions are, and whether the addresses in them work.',
  Owners: 'Whose registers are described here, and their quality reports.',
  Harvesting: 'What is harvested, each run with its balance, and what operators decide.',
} as const;

/** What an answer may be written in: JSON with its schema, or another media type, whose body is only named. */
export type Contents = Readonly<Record<string, z.ZodType | null>>;

export interface Answer {
  readonly description: string;
  readonly contents?: Contents;
}

/**
 * Who may call. `link` is whoever has the signed link of a letter; `known` is whoever shows a valid token; `key` is whoever
 * holds the key of the subscription that the address names, and operators; `owner` is the owner of what the address is about,
 * and operators.
 */
export type Access = 'everybody' | 'link' | 'known' | 'subscriber' | 'key' | 'owner' | 'operator';

/** Whether a caller has to show who he is. */
export const isGuarded = (access: Access): boolean => access !== 'everybody' && access !== 'link';

export interface Operation {
  /** Unique; the client's and everybody's name for it. */
  readonly id: string;
  readonly tag: keyof typeof tags;
  /** A line. */
  readonly summary: string;
  readonly description?: string;
  /** Who may call: said of every operation, so that none is open because somebody forgot to say. */
  readonly access: Access;
  /** Everybody may ask, and operators are shown more. */
  readonly showsMore?: true;
  /** The schema that the use case parses its query by; several when the address takes one of them. */
  readonly query?: z.ZodObject | readonly z.ZodObject[];
  /** Media types that a body may have, with the schema that the use case parses it by. */
  readonly body?: Contents;
  /** What is sent is what must not be kept: the audit log notes the act without it. */
  readonly unnotedBody?: true;
  /** The protocol has faults of its own for what it does not know. */
  readonly ownFaults?: true;
  /** Set while the address is going away; its answers then say so. */
  readonly deprecated?: Deprecation;
  /** It changes nothing, although it is no GET. */
  readonly reads?: true;
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** The problems of its own, beside those that any address may answer with. */
  readonly problems?: readonly ProblemCode[];
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Addresses as the routes have them, each with its operations. */
export type Descriptions = Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;

/** The one answer that most addresses have: JSON. */
export const jsonAnswer = (description: string, schema: z.ZodType): Operation['answers'] => ({
  200: { description, contents: { 'application/json': schema } },
});

/** The answer of an address with formats of which only JSON has a schema of ours. */
export const inFormats = (description: string, types: readonly string[], schema: z.ZodType): Operation['answers'] => ({
  200: {
    description,
    contents: Object.fromEntries(types.map((type) => [type, type === 'application/json' ? schema : null])),
  },
});
