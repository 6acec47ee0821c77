/** `/v1/openapi.json` and `/docs`: the description of the API, for programs and for people. */
import { late } from '#functions/shared/late.ts';
import type { ApiPorts } from '../ports.ts';
import { type Reply, text } from '../reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from '../request.ts';

/** It changes with the program alone, so an hour is short enough. */
const CACHE = 'public, max-age=3600';

/** Made when it is first asked for, and what makes it is loaded then: most invocations never are. */
const documents = late(async () => {
  const [{ openApiDocument, openApiText }, { docsPage }] = await Promise.all([
    import('./document.ts'),
    import('./docs-page.ts'),
  ]);
  return { json: openApiText(), html: docsPage(openApiDocument()) };
});

/** Shows the document. */
export async function showOpenApi(_: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  return text((await documents()).json, { type: 'application/json; charset=utf-8', cache: CACHE });
}

/** The page holds nothing but itself: no script, no picture, nothing of anybody else's. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Shows the document as a page. */
export async function showDocs(_: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  return text((await documents()).html, {
    type: 'text/html; charset=utf-8',
    cache: CACHE,
    headers: { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' },
  });
}
