/** Turns a request into the event that API Gateway sends (HTTP API, payload 2.0), and a function's answer into a response. */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';

export interface HttpRequest {
  readonly method: string;
  /** As it stands in the request line: path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly remoteAddress: string;
  readonly time: number;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
  /** In place of the body: bytes that are handed on as they come. */
  readonly stream?: Readable;
}

/** Header names in lower case, repeated ones joined by a comma, cookies left out: they have their own field. */
function headersOf(headers: IncomingHttpHeaders): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && name !== 'cookie') joined[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return joined;
}

/** Repeated parameters are joined by a comma, as API Gateway does. */
function queryOf(rawQuery: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return query;
}

/** Bodies of these types are handed on as text, all others in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|[a-z.-]+\+(json|xml)))/i;

function bodyOf(request: HttpRequest): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> {
  if (request.body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(request.headers['content-type'] ?? 'text/plain');
  return { body: request.body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: API Gateway hands such a path on as it came.
    return path;
  }
};

/** The event for a request that matched a route (`routeKey`, such as `GET /health`). */
export function eventOf(request: HttpRequest, routeKey: string): APIGatewayProxyEventV2 {
  const cut = request.target.indexOf('?');
  const path = cut < 0 ? request.target : request.target.slice(0, cut);
  const rawQueryString = cut < 0 ? '' : request.target.slice(cut + 1);
  const rawPath = decoded(path);
  const headers = headersOf(request.headers);
  const cookies = request.headers.cookie?.split(/; */);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookies && { cookies }),
    headers,
    ...(rawQueryString && { queryStringParameters: queryOf(rawQueryString) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.remoteAddress,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date(request.time).toISOString(),
      timeEpoch: request.time,
    },
    ...bodyOf(request),
  };
}

const Answer = z.object({
  statusCode: z.number().int().default(200),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/**
 * The bytes of answers that were given before: a function that gives the very same answer again (functions/api/kept-answers.ts)
 * did not change it meanwhile, as on AWS it leaves the function as JSON. Encoding a page anew costs more than sending it.
 */
const encoded = new WeakMap<object, Buffer>();

function bytesOf(answer: object, body: string, coding: 'base64' | 'utf8'): Buffer {
  const known = encoded.get(answer);
  if (known) return known;
  const bytes = Buffer.from(body, coding);
  encoded.set(answer, bytes);
  return bytes;
}

/** The response for a function's answer. As API Gateway: an answer without `statusCode` is a JSON body with status 200. */
export function responseOf(answer: unknown): HttpResponse {
  if (typeof answer !== 'object' || answer === null || !('statusCode' in answer)) {
    const body = Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer ?? null));
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = Answer.parse(answer);
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: { ...Object.fromEntries(lowered), ...(cookies.length > 0 && { 'set-cookie': cookies }) },
    body: bytesOf(answer, body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}
