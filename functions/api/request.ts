/** A request as the use cases see it, read from API Gateway's event (HTTP API, payload 2.0). */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { type Caller, NOBODY } from './caller.ts';
import { type Fault, Refusal } from './problem-types.ts';

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly requestId: string;
  /** Who calls; nobody where it makes no difference. */
  readonly caller: Caller;
}

/** Reads the event; header names are lowered because only the gateway promises that they are. */
export function requestOf(event: APIGatewayProxyEventV2): ApiRequest {
  const headers = Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method: event.requestContext.http.method,
    path: event.requestContext.http.path,
    params: Object.fromEntries(
      Object.entries(event.pathParameters ?? {}).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
    query: new URLSearchParams(event.rawQueryString),
    headers: Object.fromEntries(headers),
    body: event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? ''),
    requestId: event.requestContext.requestId,
    caller: NOBODY,
  };
}

/**
 * The query by its schema. A parameter that an address does not know is refused: a filter that is silently left out would
 * give everything to one who asked for a part.
 * @throws Refusal `unknown-parameter` that names each fault.
 */
export function parseQuery<Parsed>(schema: z.ZodType<Parsed>, query: URLSearchParams): Parsed {
  const names = [...new Set(query.keys())];
  const repeated = names.filter((name) => query.getAll(name).length > 1);
  const faults: Fault[] = repeated.map((parameter) => ({ parameter, detail: 'may be given once' }));
  const parsed = schema.safeParse(Object.fromEntries(query));
  if (parsed.success && faults.length === 0) return parsed.data;
  const errors = [...faults, ...(parsed.error?.issues ?? []).flatMap(faultsOf)];
  throw new Refusal('unknown-parameter', { detail: `Look at: ${namesOf(errors)}.`, errors });
}

const faultsOf = (issue: z.core.$ZodIssue): Fault[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((parameter) => ({ parameter, detail: 'is not known at this address' }))
    : [{ parameter: issue.path.join('.'), detail: issue.message }];

const namesOf = (faults: readonly Fault[]): string => [...new Set(faults.map(({ parameter }) => parameter))].join(', ');

/** Items in a page: more would make answers that some clients wait for too long. */
const MAX_LIMIT = 500;
const DEFAULT_LIMIT = 100;

const whole = `a whole number from 1 to ${MAX_LIMIT}`;

/** `limit`, as every list takes it. */
export const Limit = z
  .string()
  .regex(/^[0-9]{1,9}$/, whole)
  .transform(Number)
  .refine((limit) => limit >= 1 && limit <= MAX_LIMIT, whole)
  .default(DEFAULT_LIMIT)
  .meta({ type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT });

/** The query of an address that takes no parameters. */
export const NoQuery = z.strictObject({});
