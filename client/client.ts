/** A client of the API: every address with the types of its parameters, bodies and answers. */
import createFetchClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { paths } from './api-types.ts';

/** Of an address with several formats the client gets, and has the type of, the one in JSON. */
type Json = 'application/json' | 'application/problem+json';

export type DatalandkortClient = Client<paths, Json>;

/**
 * @param baseUrl where the service stands, as `https://data.example.dk`.
 * @param options those of openapi-fetch, such as headers with a token or a fetch of one's own.
 */
export const createClient = (baseUrl: string, options: Omit<ClientOptions, 'baseUrl'> = {}): DatalandkortClient =>
  createFetchClient<paths, Json>({ ...options, baseUrl: baseUrl.replace(/(?<!\/)\/+$/, '') });
