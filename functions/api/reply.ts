/** Answers: JSON and problem documents, with a strong validator over the bytes that are served. */
import { createHash } from 'node:crypto';
import type { Links } from './links.ts';
import { problemTypes, type Refusal } from './problem-types.ts';
import type { ApiRequest } from './request.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Of an answer that is no text: its bytes, in place of the body. */
  readonly bytes?: Buffer;
  /** It shows a view of the ledger, which comes behind it anyway, so the answer may be given again for a moment. */
  readonly ofView?: true;
  /** What the audit log tells of a change; it is not sent. */
  readonly audited?: { readonly before?: unknown; readonly after?: unknown };
}

/** What may still change: fresh for as long as a poller waits anyway. */
export const CHANGING = 'public, max-age=10, stale-while-revalidate=60';

/** What never changes. A week and not a year, so that a page that had to be mended is not about for longer. */
export const IMMUTABLE = 'public, max-age=604800, immutable';

/**
 * A Lambda may answer 6 MB, its JSON wrapping and escaped quotes included. Pages that may grow with their items end here,
 * shorter than their limit.
 */
export const PAGE_BYTES = 3_500_000;

export interface Presentation {
  readonly type?: string | undefined;
  readonly cache?: string | undefined;
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly ofView?: true;
  /** Of JSON: spaces a level. Two, unless an answer has so many lines that nobody reads them. */
  readonly indent?: number;
}

/** A text with its validator. */
export const text = (
  body: string,
  { type = 'text/plain', cache = CHANGING, status = 200, headers, ofView }: Presentation,
): Reply => ({
  ...(ofView && { ofView }),
  status,
  headers: { 'content-type': type, 'cache-control': cache, etag: etagOf(body), ...headers },
  body,
});

/** Bytes with their validator. */
export const data = (bytes: Buffer, presentation: Presentation & { readonly type: string }): Reply => ({
  ...text('', presentation),
  headers: { ...text('', presentation).headers, etag: etagOf(bytes), ...presentation.headers },
  bytes,
});

/** A value as JSON that people can read too. */
export const json = (value: unknown, { indent = 2, ...presentation }: Presentation = {}): Reply =>
  text(`${JSON.stringify(value, null, indent)}\n`, { type: 'application/json; charset=utf-8', ...presentation });

/** A link of the header (RFC 8288). */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
  /** The profile that is found there (Content Negotiation by Profile). */
  readonly formats?: string;
}

const linkText = ({ href, rel, type, formats }: Link): string =>
  [`<${href}>`, `rel="${rel}"`, ...(type ? [`type="${type}"`] : []), ...(formats ? [`formats="${formats}"`] : [])].join(
    '; ',
  );

export const linkHeader = (links: readonly Link[]): string => links.map(linkText).join(', ');

/** The header that says where a list goes on. */
export const nextHeader = (next: string | null): Record<string, string> =>
  next === null ? {} : { link: linkHeader([{ href: next, rel: 'next' }]) };

/** The leading items that fit into a page, at least one: how many is the same each time, whatever was appended since. */
export function fitting<Item>(items: readonly Item[], size: (item: Item) => number): Item[] {
  let left = PAGE_BYTES;
  const over = items.findIndex((item, index) => {
    left -= size(item);
    return left < 0 && index > 0;
  });
  return over < 0 ? [...items] : items.slice(0, over);
}

/** The bytes of a value as it will stand in a page, indentation included. */
export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value, null, 2)) * 1.2;

const etagOf = (body: string | Buffer): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** 304 when the client holds these very bytes (RFC 9110 § 13.1.2: `*` and weak marks count too). */
export function conditional(request: ApiRequest, reply: Reply): Reply {
  const { etag } = reply.headers;
  const asked = request.headers['if-none-match'];
  if (reply.status !== 200 || etag === undefined || asked === undefined) return reply;
  const held = asked.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!held.includes(etag) && !held.includes('*')) return reply;
  const { 'content-type': _, ...headers } = reply.headers;
  return { ...(reply.ofView && { ofView: true as const }), status: 304, headers, body: '' };
}

/** Whoever is told to come back is told when; most of what passes has passed in this many seconds. */
const COME_BACK: Readonly<Record<string, string>> = { 'retry-after': '5' };
const PASSING: ReadonlySet<number> = new Set([429, 503]);

/** A refusal as a problem document (RFC 9457). */
export function problem({ code, details, message }: Refusal, request: ApiRequest, links: Links): Reply {
  const { status, title } = problemTypes[code];
  const document = {
    type: links.to(`/problems/${code}`),
    title,
    status,
    detail: message,
    instance: request.path,
    requestId: request.requestId,
    ...(details.errors && { errors: details.errors }),
    ...details.members,
  };
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(PASSING.has(status) && COME_BACK),
      ...details.headers,
    },
    body: `${JSON.stringify(document, null, 2)}\n`,
  };
}
