/** The published API, by its typed client: the only thing that the pages know of the system. */
import { createClient, type DatalandkortClient } from '#client/client.ts';
import { tokenOf } from './session.ts';

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

api.use({
  onRequest({ request }) {
    const token = tokenOf();
    if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
    return request;
  },
});
