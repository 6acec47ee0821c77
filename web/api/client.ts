/** The published API, by its typed client: the only thing that the pages know of the system. */
import { createClient, type DatalandkortClient } from '#client/client.ts';
import { tokenOf } from './session.ts';

/** As long as anybody looks at an empty page; a search answers in some milliseconds. */
const PATIENCE_MS = 20_000;

const patient: typeof fetch = (input, init) => {
  const signals = [AbortSignal.timeout(PATIENCE_MS), ...(input instanceof Request ? [input.signal] : [])];
  return fetch(input, { ...init, signal: AbortSignal.any(signals) });
};

/** The API of the host that served the page. Who is signed in is told with every call. */
export const api: DatalandkortClient = createClient(location.origin, { fetch: patient });

api.use({
  onRequest({ request }) {
    const token = tokenOf();
    if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
    return request;
  },
});
