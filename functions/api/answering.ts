/** What all answers have in common, whichever function gives them: who calls, what is noted, and how failures are told. */
import middy, { type MiddyfiedHandler } from '@middy/core';
import httpRouter, { type Route } from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { TransientFailure } from '#functions/shared/failures.ts';
import { logAbout } from '#functions/shared/log.ts';
import { type AuditPorts, audited } from './audited.ts';
import { callerOf, NOBODY } from './caller.ts';
import { type Deprecation, deprecated } from './deprecation.ts';
import { type Answered, KeptAnswers, questionOf } from './kept-answers.ts';
import { refuseUnknown } from './known-parameters.ts';
import { type PackedReply, sendable } from './large-answer.ts';
import { type Descriptions, isGuarded, type Method } from './openapi/operation.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { conditional, problem, type Reply } from './reply.ts';
import { type ApiRequest, requestOf } from './request.ts';

/** What answering stands on, whatever is answered. */
export interface AnsweringPorts extends AuditPorts, Pick<ApiPorts, 'links' | 'operatorToken' | 'tokens'> {}

/** What an answering machine knows before anything else is loaded: how to tell of a failure. */
export interface Surroundings<Ports> extends Pick<AnsweringPorts, 'links' | 'report'> {
  /** What the use cases stand on; asked for by each request. */
  ports(): Promise<Ports>;
}

/** Ports that are there already. */
export const atHand = <Ports extends AnsweringPorts>(ports: Ports): Surroundings<Ports> => ({
  links: ports.links,
  report: ports.report,
  ports: async () => ports,
});

export interface UseCase<Ports> {
  (ports: Ports, request: ApiRequest): Promise<Reply>;
  /** Of a use case that is loaded late: the descriptions that are loaded with it. */
  readonly descriptions?: () => Promise<Descriptions>;
}

/** What an address takes; HEAD is answered as GET, OPTIONS by all. */
type Methods<Ports> = Readonly<Partial<Record<Method, UseCase<Ports>>>>;

/** Addresses by their paths, as the router has them. */
export type Addresses<Ports> = Readonly<Record<string, Methods<Ports>>>;

/** Addresses that are going away and are not described, by their paths. */
type Deprecations = Readonly<Record<string, Deprecation>>;

/** On every answer: any page may read it, and no browser guesses at its type. */
const COMMON = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Content-Disposition, Content-Location, Deprecation, ETag, Link, Location, Retry-After, Sunset',
  'x-content-type-options': 'nosniff',
};

/** A browser may keep the answer to its preflight for an hour; longer ones are cut by browsers anyway. */
const PREFLIGHT_SECONDS = '3600';

const allowed = (methods: Methods<never>): string =>
  [...Object.keys(methods).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ');

const preflight = (methods: Methods<never>): Reply => ({
  status: 204,
  headers: {
    allow: allowed(methods),
    'access-control-allow-methods': allowed(methods),
    'access-control-allow-headers': 'Accept, Accept-Profile, Authorization, Content-Type, If-Match, If-None-Match',
    'access-control-max-age': PREFLIGHT_SECONDS,
  },
  body: '',
});

const isMethod = (name: string, methods: Methods<never>): name is Method => Object.hasOwn(methods, name);

interface Addressed<Ports> {
  readonly path: string;
  readonly methods: Methods<Ports>;
  readonly descriptions: Descriptions;
  readonly deprecation: Deprecation | undefined;
}

/** Answers a request at an address that is known, by its method; what changes something is noted. */
async function answer<Ports extends AnsweringPorts>(
  { path, methods, descriptions, deprecation }: Addressed<Ports>,
  surroundings: Surroundings<Ports>,
  asked: ApiRequest,
): Promise<Reply> {
  if (asked.method === 'OPTIONS') return preflight(methods);
  const method = asked.method === 'HEAD' ? 'GET' : asked.method;
  const useCase = isMethod(method, methods) ? methods[method] : undefined;
  if (!useCase || !isMethod(method, methods)) {
    const headers = { allow: allowed(methods) };
    throw new Refusal('method-not-allowed', { detail: `This address takes ${allowed(methods)}.`, headers });
  }
  const described = (await useCase.descriptions?.()) ?? descriptions;
  const operation = described[path]?.[method];
  if (operation) refuseUnknown(operation, asked.query);
  const ports = await surroundings.ports();
  // Who calls makes a difference only where not everybody may.
  const caller =
    !operation || isGuarded(operation.access) || operation.showsMore
      ? await callerOf(ports, asked.headers.authorization)
      : NOBODY;
  const request = { ...asked, caller };
  const work = () => useCase(ports, request);
  const changes = method !== 'GET' && !operation?.reads;
  const reply = changes ? await audited(ports, { request, operation, path }, work) : await work();
  return conditional(request, deprecated(reply, operation?.deprecated ?? deprecation));
}

/** A failure that is not the caller's says nothing of itself but its number; what it was is told to those who run us. */
function refusalOf(failure: unknown, { report }: Pick<AnsweringPorts, 'report'>, requestId: string): Refusal {
  if (failure instanceof Refusal) return failure;
  report(failure, requestId);
  if (failure instanceof TransientFailure) return new Refusal('unavailable', { headers: { 'retry-after': '5' } });
  return new Refusal('internal');
}

/** What somebody was answered who said who they are is nobody else's, whatever is said of it otherwise (RFC 9111 § 3.5). */
const forThem = ({ headers }: Reply, request: ApiRequest): Record<string, string> =>
  request.headers.authorization !== undefined && headers['cache-control']?.startsWith('public')
    ? { 'cache-control': headers['cache-control'].replace('public', 'private') }
    : {};

const resultOf = (reply: PackedReply, request: ApiRequest): APIGatewayProxyStructuredResultV2 => ({
  statusCode: reply.status,
  headers: { ...COMMON, ...reply.headers, ...forThem(reply, request) },
  body: request.method === 'HEAD' ? '' : reply.body,
  ...(reply.isBase64Encoded && { isBase64Encoded: true }),
});

type ApiRoute = Route<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

export interface Answering<Ports> {
  /** What this instance has answered lately. */
  readonly answers?: KeptAnswers | undefined;
  readonly addresses: Addresses<Ports>;
  /** Of use cases that bring none along. */
  readonly descriptions?: Descriptions | undefined;
  readonly deprecations?: Deprecations | undefined;
}

/** The handler of these addresses: API Gateway's event in, its answer out; every failure is a problem document. */
export function answering<Ports extends AnsweringPorts>(
  surroundings: Surroundings<Ports>,
  { answers = new KeptAnswers(), addresses, descriptions = {}, deprecations = {} }: Answering<Ports>,
): MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  const table: ApiRoute[] = Object.entries(addresses).map(([path, methods]) => ({
    method: 'ANY',
    path,
    handler: async (event: APIGatewayProxyEventV2) => {
      const asked = { path, methods, descriptions, deprecation: deprecations[path] };
      return answers.to(questionOf(event), async (): Promise<Answered> => {
        const request = requestOf(event);
        const reply = await sendable(await answer(asked, surroundings, request), request);
        return { result: resultOf(reply, request), ofView: reply.ofView ?? false };
      });
    },
  }));
  const notFoundResponse = () => {
    throw new Refusal('not-found');
  };
  const api = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(
    httpRouter({ routes: table, notFoundResponse }),
  );
  // Ahead of the router, which tries a hundred addresses one after the other.
  api.before(({ event }) => {
    const question = questionOf(event);
    return question === undefined ? undefined : answers.find(question);
  });
  return api.onError((failed) => {
    const request = requestOf(failed.event);
    // The caller knows the gateway's request id, Lambda's own lines the invocation's.
    const refusal = logAbout({ invocation: failed.context.awsRequestId }, () =>
      refusalOf(failed.error, surroundings, request.requestId),
    );
    failed.response = resultOf(problem(refusal, request, surroundings.links), request);
  });
}
