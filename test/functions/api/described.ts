/** Holds every answer of the API against its description: status, media type, and the body where it is JSON. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { default as addFormats } from 'ajv-formats';
import { expect } from 'vitest';
import * as z from 'zod';
import { type Json, openApiDocument } from '#functions/api/openapi/document.ts';

const Content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));
const Described = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), z.object({ content: Content.optional() })) })),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

/** Closed to members that it does not name: what is answered and not described must be found. */
function closed(value: Json): Json {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const members: Record<string, Json> = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, closed(member)]),
  );
  const isOpen = members.type === 'object' && members.properties !== undefined;
  return isOpen && members.additionalProperties === undefined ? { ...members, additionalProperties: false } : members;
}

/** A schema that is extended by another may not be closed: its extension's members would be refused. */
function flattened(value: Json, schemas: Readonly<Record<string, Json>>): Json {
  if (Array.isArray(value)) return value.map((item) => flattened(item, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const { allOf, ...own } = value as { readonly [name: string]: Json };
  if (!Array.isArray(allOf)) {
    return Object.fromEntries(Object.entries(own).map(([name, member]) => [name, flattened(member, schemas)]));
  }
  const parts = allOf.map((part) => {
    const reference = z.object({ $ref: z.string() }).safeParse(part).data?.$ref.split('/').at(-1);
    return flattened(reference === undefined ? part : (schemas[reference] ?? part), schemas);
  });
  const objects = parts.filter((part) => z.object({ type: z.literal('object') }).safeParse(part).success);
  if (objects.length < parts.length) return { ...own, allOf: parts };
  const merged = objects.map((part) =>
    z
      .object({ properties: z.record(z.string(), z.unknown()).default({}), required: z.array(z.string()).default([]) })
      .parse(part),
  );
  // Only JSON went in.
  return {
    type: 'object',
    properties: Object.assign({}, ...merged.map(({ properties }) => properties)) as Json,
    required: [...new Set(merged.flatMap(({ required }) => required))],
  };
}

const raw = openApiDocument();
const { schemas } = z
  .object({ components: z.object({ schemas: z.record(z.string(), z.json()) }) })
  .parse(raw).components;
const document = Described.parse(closed(flattened(raw, schemas as Readonly<Record<string, Json>>)));

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'api', ...document });

const compiled = new Map<string, ValidateFunction>();

/** The schema at a place of the document, compiled once. */
function validatorAt(...place: readonly string[]): ValidateFunction {
  const pointer = place.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const reference = `api#${encodeURI(pointer)}`;
  const known = compiled.get(reference) ?? ajv.compile({ $ref: reference });
  compiled.set(reference, known);
  return known;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`);

/** The described address that a path is of: one that is spelt out comes before one with parameters, as routes do. */
function describedPath(path: string): string | undefined {
  if (path in document.paths) return path;
  return Object.keys(document.paths).find((each) => patternOf(each).test(path));
}

/** A media type that is described with its parameters, as one with a profile; else without them. */
const describedType = (header: string, content: object | undefined): string =>
  content !== undefined && header in content ? header : (header.split(';')[0] ?? '');

interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The body is no text, and held to its type alone. */
  readonly isBase64Encoded?: boolean;
}

function checkBody(what: string, validate: ValidateFunction, body: string): void {
  validate(JSON.parse(body));
  const faults = (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
  expect(faults, `${what}: ${faults.join('; ')}`).toEqual([]);
}

/** Fails the test when the answer is not one that is described. */
export function expectDescribed(
  method: string,
  target: string,
  { status, headers, body, isBase64Encoded }: Answered,
): void {
  if (method === 'OPTIONS') return;
  const [path = ''] = target.split('?');
  const known = describedPath(path);
  const operation = document.paths[known ?? '']?.[method === 'HEAD' ? 'get' : method.toLowerCase()];
  const type = describedType(String(headers['content-type'] ?? ''), operation?.responses[String(status)]?.content);
  const what = `${method} ${path}: ${status} ${type}`;
  if (known === undefined || !operation) {
    // Nothing is there, or not by this method: a problem all the same.
    expect({ what, status: status === 404 || status === 405 }).toEqual({ what, status: true });
    checkBody(what, validatorAt('components', 'schemas', 'Problem'), body);
    return;
  }
  const response = operation.responses[String(status)];
  expect({ what, described: response !== undefined }).toEqual({ what, described: true });
  if (body === '') return;
  expect({ what, types: Object.keys(response?.content ?? {}) }).toEqual({
    what,
    types: expect.arrayContaining([type]),
  });
  const isPacked = headers['content-encoding'] !== undefined || isBase64Encoded === true;
  if (!/json/.test(type) || isPacked) return;
  const place = ['paths', known, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'];
  if (JSON.stringify(response?.content?.[type]?.schema) !== '{"type":"string"}')
    checkBody(what, validatorAt(...place), body);
}
