/** The OpenAPI document (3.1), made of the descriptions. What it says of queries and bodies is what the use cases parse by. */
import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import { type ProblemCode, problemTypes } from '../problem-types.ts';
import { Problem } from './common.ts';
import { descriptions } from './descriptions.ts';
import { type Access, type Answer, type Contents, isGuarded, type Method, type Operation, tags } from './operation.ts';
import { parameterTexts } from './parameters.ts';

/** Grows with every addition; a change that breaks clients would be a `/v2`. */
const VERSION = '1.0.0';

const DESCRIPTION = `The map of Danish health data: one catalogue of what registry owners publish, and every change of it.

Reading needs no key. Lists go on by an opaque cursor. Every failure is a problem document (RFC 9457). Answers may get
further members and addresses further parameters within version 1; nothing is taken away without twelve months' notice by
the headers Deprecation (RFC 9745) and Sunset (RFC 8594).`;

/** What a method may always meet with. */
const READING: readonly ProblemCode[] = ['not-acceptable', 'answer-too-large'];
const WITH_BODY: readonly ProblemCode[] = ['invalid-body', 'unsupported-media-type'];
const ALWAYS: readonly ProblemCode[] = ['unknown-parameter', 'internal', 'unavailable'];
const GUARDED: readonly ProblemCode[] = ['unauthorized', 'forbidden'];

const problemsOf = (method: Method, { problems = [], body, access }: Operation): ProblemCode[] => [
  ...problems,
  ...ALWAYS,
  ...(method === 'GET' ? READING : []),
  ...(body ? WITH_BODY : []),
  ...(isGuarded(access) ? GUARDED : []),
];

const contentOf = (contents: Contents) =>
  Object.fromEntries(Object.entries(contents).map(([type, schema]) => [type, { schema: schema ?? z.string() }]));

const answerOf = ({ description, contents }: Answer) => ({
  description,
  ...(contents && { content: contentOf(contents) }),
});

type Responses = Record<number, ReturnType<typeof answerOf>>;

/** Problems of one status share an answer, which names their codes. */
function refusals(codes: readonly ProblemCode[]): Responses {
  const byStatus = new Map<number, Set<ProblemCode>>();
  for (const code of codes) {
    const { status } = problemTypes[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  return Object.fromEntries(
    [...byStatus].map(([status, named]) => [
      status,
      answerOf({
        description: `${[...named].map((code) => `\`${code}\``).join(', ')}: see /problems/{code}.`,
        contents: { 'application/problem+json': Problem },
      }),
    ]),
  );
}

/** Parameters that only one of several queries has are parameters of the address. */
const queryOf = ({ query }: Operation): z.ZodObject | undefined =>
  query && z.object(Object.assign({}, ...[query].flat().map(({ shape }) => shape)));

const paramsOf = (path: string): z.ZodObject | undefined => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.length === 0 ? undefined : z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
};

const LOWER = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

const NOT_MODIFIED: Responses = { 304: { description: 'The client holds these very bytes (If-None-Match).' } };

/** The scopes that let a token through; the key of a subscription is a bearer's like a token, and has none. */
const scopesOf = (access: Access): string[] => (access === 'known' ? [] : [access === 'key' ? 'operator' : access]);

function routeOf(path: string, method: Method, operation: Operation): RouteConfig {
  const { id, tag, summary, description, access, answers, body } = operation;
  const params = paramsOf(path);
  const query = queryOf(operation);
  return {
    method: LOWER[method],
    path,
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(operation.deprecated && { deprecated: true }),
    security: isGuarded(access) ? [{ bearer: scopesOf(access) }] : [],
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...(body && { body: { content: contentOf(body), required: false } }),
    },
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)])),
      ...(method === 'GET' && 200 in answers ? NOT_MODIFIED : {}),
      ...refusals(problemsOf(method, operation)),
    },
  };
}

/** A part of the document. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Two corrections of what the generator writes. A nullable enumeration must name null among its values, or no null would be
 * valid; and what is answered may get further members, so only bodies are closed.
 */
function corrected(value: Json, closed = false): Json {
  if (Array.isArray(value)) return value.map((item) => corrected(item, closed));
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .filter(([name, member]) => closed || name !== 'additionalProperties' || member !== false)
    .map(([name, member]) => [name, corrected(member, closed || name === 'requestBody')] as const);
  const result: Record<string, Json> = Object.fromEntries(entries);
  const { type, enum: values } = result;
  if (Array.isArray(type) && type.includes('null') && Array.isArray(values) && !values.includes(null)) {
    result.enum = [...values, null];
  }
  return result;
}

/** A parameter with what it is for; the schemas say no more than what it may be. */
const explained = (_: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('in' in value && 'name' in value)) return value;
  const text = parameterTexts[String(value.name)];
  return text === undefined ? value : { ...value, description: text };
};

/** The document, the same at every address: its server is the one that it was had from. */
export function openApiDocument(): Json {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description:
      'The operator token, or an access token of the OpenID provider with the scope that the operation names: `operator`, `owner:<id>` of the owner concerned, or `subscriber`.',
  });
  for (const [path, methods] of Object.entries(descriptions)) {
    for (const method of Object.keys(LOWER) as Method[]) {
      const operation = methods[method];
      if (operation) registry.registerPath(routeOf(path, method, operation));
    }
  }
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Datalandkort',
      version: VERSION,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  });
  // Through its text, in which it is served: what is undefined is gone.
  return corrected(JSON.parse(JSON.stringify(document, explained)));
}

/** The document as it is served and kept in the repository. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 2)}\n`;
