/** The addresses that lead to all others. */
import * as z from 'zod';
import { gradeLetters, ScoreSetId } from '#schemas/assessment.ts';
import { Severity } from '#schemas/problem.ts';
import { NoQuery } from '../request.ts';
import { Address, Time } from './common.ts';
import { type Descriptions, jsonAnswer } from './operation.ts';

const Root = z.object({
  title: z.string(),
  description: z.string(),
  links: z.object({
    self: Address,
    datasets: Address,
    variables: Address,
    changes: Address,
    snapshots: Address,
    state: Address,
    subscriptions: Address,
    links: Address,
    catalog: Address,
    feeds: z.object({ dcatAp: Address, atom: Address, json: Address, activity: Address, oaiPmh: Address }),
    sources: Address,
    owners: Address,
    quality: Address,
    runs: Address,
    health: Address,
    docs: Address,
    openapi: Address,
    apiCatalog: Address,
  }),
});

const Health = z.object({
  status: z.literal('ok'),
  epoch: z.string(),
  head: z.number().int().describe('The number of the latest change.'),
  published: Time.nullable(),
});

const Me = z.object({
  name: z.string().describe('What acts are noted under in the audit log.'),
  by: z.enum(['operator-token', 'access-token']).describe('What the caller shows.'),
  scopes: z.array(z.string()),
  operator: z.boolean(),
  links: z.object({ self: Address }),
});

const SignIn = z.object({
  token: z.boolean().describe('Whether somebody who has a token may be let in by it.'),
  openid: z
    .object({
      issuer: z.string().describe('What stands as `iss` in its tokens.'),
      clientId: z.string().describe('The client of the web pages; it has no secret.'),
      scopes: z.array(z.string()),
      authorizationEndpoint: Address,
      tokenEndpoint: Address,
      logout: z
        .object({ endpoint: Address, returnParameter: z.enum(['post_logout_redirect_uri', 'logout_uri']) })
        .nullable()
        .describe('Where a person signs out at the provider, and the parameter that says where to come back to.'),
    })
    .nullable()
    .describe('The OpenID provider at which people sign in, by a code with PKCE; null where there is none.'),
  links: z.object({ self: Address }),
});

const ProblemType = z.union([
  z.object({ type: Address, status: z.number().int(), title: z.string() }),
  z.object({ type: Address, severity: Severity, title: z.object({ da: z.string(), en: z.string() }) }),
]);

const Label = z.object({ da: z.string(), en: z.string() });

const Metrics = z.object({
  sets: z.record(z.string(), Label),
  dimensions: z.record(z.string(), Label),
  items: z.array(
    z.object({
      id: z.string(),
      iri: Address,
      on: z.enum(['dataset', 'distribution', 'either']),
      type: z.enum(['boolean', 'status', 'characters', 'count', 'days', 'share']),
      property: z.string().optional(),
      label: Label,
    }),
  ),
  scores: z
    .array(
      z.object({
        set: ScoreSetId,
        parts: z.array(
          z.object({
            metric: z.string(),
            dimension: z.string(),
            points: z.number(),
            notAssessed: Label.nullable().describe('Why this catalogue cannot tell; the points are then not counted.'),
          }),
        ),
      }),
    )
    .describe('What each metric is worth in each set of scores.'),
  grade: z
    .object({
      weights: z.array(z.object({ set: ScoreSetId, weight: z.number() })),
      bands: z.array(z.object({ letter: z.enum(gradeLetters), from: z.number() })),
    })
    .describe('How the shares of sets make the grade, and the share from which on each letter is given.'),
  links: z.object({ self: Address }),
});

export const startDescriptions: Descriptions = {
  '/': {
    GET: {
      id: 'showRoot',
      access: 'everybody',
      tag: 'Start',
      summary: 'Where everything is',
      query: NoQuery,
      answers: {
        ...jsonAnswer('The addresses of the service.', Root),
        302: { description: 'For a browser: `Location` is the map, in its language.' },
      },
    },
  },
  '/.well-known/api-catalog': {
    GET: {
      id: 'showApiCatalog',
      access: 'everybody',
      tag: 'Start',
      summary: 'The service as machines look for it (RFC 9727)',
      query: NoQuery,
      answers: {
        200: {
          description: 'A linkset (RFC 9264).',
          contents: { 'application/linkset+json': z.object({ linkset: z.array(z.record(z.string(), z.unknown())) }) },
        },
      },
    },
  },
  '/docs': {
    GET: {
      id: 'showDocs',
      access: 'everybody',
      tag: 'Start',
      summary: 'This document as a page',
      query: NoQuery,
      answers: { 200: { description: 'A page that needs no script.', contents: { 'text/html': null } } },
    },
  },
  '/v1/openapi.json': {
    GET: {
      id: 'showOpenApi',
      access: 'everybody',
      tag: 'Start',
      summary: 'This document',
      query: NoQuery,
      answers: jsonAnswer('An OpenAPI 3.1 document.', z.looseObject({ openapi: z.string() })),
    },
  },
  '/health': {
    GET: {
      id: 'showHealth',
      access: 'everybody',
      tag: 'Start',
      summary: 'Whether the service is well',
      query: NoQuery,
      answers: jsonAnswer('It is: the log can be read.', Health),
    },
  },
  '/v1/me': {
    GET: {
      id: 'showMe',
      tag: 'Start',
      summary: 'Who the caller is, and what the token allows',
      access: 'known',
      query: NoQuery,
      answers: jsonAnswer('The caller.', Me),
    },
  },
  '/v1/sign-in': {
    GET: {
      id: 'showSignIn',
      tag: 'Start',
      summary: 'Which ways of signing in there are',
      access: 'everybody',
      query: NoQuery,
      answers: jsonAnswer('By a token, and at an OpenID provider.', SignIn),
    },
  },
  '/problems/{code}': {
    GET: {
      id: 'showProblemType',
      access: 'everybody',
      tag: 'Start',
      summary: 'What a problem means',
      query: NoQuery,
      answers: jsonAnswer('The problem.', ProblemType),
      problems: ['not-found'],
    },
  },
  '/metrics': {
    GET: {
      id: 'showMetrics',
      access: 'everybody',
      tag: 'Quality',
      summary: 'Every metric of descriptions, and what it is worth',
      query: NoQuery,
      answers: jsonAnswer(
        'The metrics, what each is worth, how they make the grade, and what sets and dimensions are called.',
        Metrics,
      ),
    },
  },
};
