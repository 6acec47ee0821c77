/** `/v1/openapi.json` and `/docs`: the description of the API, for programs and for people. */
import type { ApiPorts } from '../ports.ts';
import { type Reply, text } from '../reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from '../request.ts';
import { docsPage } from './docs-page.ts';
import { openApiDocument, openApiText } from './document.ts';

/** It changes with the program alone, so an hour is short enough. */
const CACHE = 'public, max-age=3600';

/** Made when it is first asked for: most invocations never are. */
let made: { readonly json: string; readonly html: string } | undefined;

function documents(): { readonly json: string; readonly html: string } {
  made ??= { json: openApiText(), html: docsPage(openApiDocument()) };
  return made;
}

/** Shows the document. */
export async function showOpenApi(_: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  return text(documents().json, { type: 'application/json; charset=utf-8', cache: CACHE });
}

/** The page holds nothing but itself: no script, no picture, nothing of anybody else's. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Shows the document as a page. */
export async function showDocs(_: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  return text(documents().html, {
    type: 'text/html; charset=utf-8',
    cache: CACHE,
    headers: { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' },
  });
}
