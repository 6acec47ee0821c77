/** The published API, by its typed client: the only thing that the pages know of the system. */
import { createClient, type DatalandkortClient } from '#client/client.ts';
import { endSession, freshToken, tokenOf } from './session.ts';

/** As long as anybody looks at an empty page; a search answers in some milliseconds. */
const PATIENCE_MS = 20_000;

/** A preview asks somebody else's server, for 22 seconds at most. */
const PREVIEW_PATIENCE_MS = 40_000;

const waiting =
  (patience: number): typeof fetch =>
  (input, init) => {
    const signals = [AbortSignal.timeout(patience), ...(input instanceof Request ? [input.signal] : [])];
    return fetch(input, { ...init, signal: AbortSignal.any(signals) });
  };

/** For the one call that takes longer than a page may. */
export const fetchPreview = waiting(PREVIEW_PATIENCE_MS);

/** The API of the host that served the page. Who is signed in is told with every call. */
export const api: DatalandkortClient = createClient(location.origin, { fetch: waiting(PATIENCE_MS) });

/** Where somebody asks whether a token is good: what comes of it is for whoever asked to say. */
const ASKS_WHO = '/v1/me';

const bearer = (token: string): string => `Bearer ${token}`;

api.use({
  async onRequest({ request, schemaPath }) {
    // Whoever asks what a token is worth shows that one.
    if (request.headers.has('authorization')) return request;
    const token = schemaPath === ASKS_WHO ? tokenOf() : await freshToken();
    if (token !== undefined) request.headers.set('authorization', bearer(token));
    return request;
  },
  onResponse({ request, response, schemaPath }) {
    // What somebody was writing stays on the page, with what the API said: only who reads is led to sign in anew.
    const isReading = request.method === 'GET' && schemaPath !== ASKS_WHO;
    const token = tokenOf();
    const isOfNow = token !== undefined && request.headers.get('authorization') === bearer(token);
    if (response.status === 401 && isReading && isOfNow) endSession();
  },
});
