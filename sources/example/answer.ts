/** Answers of the example's small web server, with the courtesies of a good host: validators, and 304 for what is known. */
import { createHash } from 'node:crypto';

export interface ExampleRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface ExampleAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The day on which the example's own texts were last changed; pages say it as Last-Modified. */
const lastModified = new Date('2026-06-01T08:00:00Z').toUTCString();

/** A page of the example as it is, before anybody asks whether it changed. */
export interface Content {
  readonly type: string;
  readonly body: string;
}

/** Answers with content, or with 304 when the asker has it already. */
export function answer(request: ExampleRequest, { type, body }: Content): ExampleAnswer {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 24)}"`;
  const headers = { etag, 'last-modified': lastModified, 'cache-control': 'no-cache' };
  const known = request.headers['if-none-match'];
  const unchanged = known === undefined ? request.headers['if-modified-since'] === lastModified : isAmong(etag, known);
  return unchanged
    ? { status: 304, headers, body: '' }
    : { status: 200, headers: { ...headers, 'content-type': `${type}; charset=utf-8` }, body };
}

const isAmong = (etag: string, list: string): boolean =>
  list.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');

/** Answers that there is no such page. */
export const notFound = (path: string): ExampleAnswer => ({
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `Eksemplet har ingen side ${path} / The example has no page ${path}\n`,
});
