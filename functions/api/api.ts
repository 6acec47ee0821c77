/** The API: which address is answered by what, and what all answers have in common. */
import middy, { type MiddyfiedHandler } from '@middy/core';
import httpRouter, { type Route } from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { TransientFailure } from '#functions/shared/failures.ts';
import { showActivities, showActivityPage } from './activity-feed.ts';
import { listAudit } from './audit.ts';
import { audited } from './audited.ts';
import { callerOf, NOBODY } from './caller.ts';
import { catalogSuffixes, leadToCatalog, showCatalog } from './catalog.ts';
import { listChanges, showChange } from './changes.ts';
import { listLinks, showDatasetLinks } from './checked-links.ts';
import { leadToDataset, showDataset } from './dataset.ts';
import { listDatasetChanges } from './dataset-changes.ts';
import { showDatasetQuality } from './dataset-quality.ts';
import { listDatasetVariables } from './dataset-variables.ts';
import { listDatasets } from './datasets.ts';
import { showFeed, showFeedIndex, showFeedPage } from './dcat-ap-feed.ts';
import { listDeadLetters, replayDeadLetter, replayDeadLetters, showDeadLetter } from './dead-letters.ts';
import { type Deprecation, deprecated } from './deprecation.ts';
import { type Answered, KeptAnswers, questionOf } from './kept-answers.ts';
import { refuseUnknown } from './known-parameters.ts';
import { type PackedReply, sendable } from './large-answer.ts';
import { showMap } from './map.ts';
import { showMetrics } from './metrics.ts';
import { showAtom, showJsonFeed } from './news.ts';
import { answerOai } from './oai/oai.ts';
import { descriptions } from './openapi/descriptions.ts';
import { isGuarded, type Method } from './openapi/operation.ts';
import { showDocs, showOpenApi } from './openapi/show-openapi.ts';
import { decideHeld, replayRun, startRun } from './operate.ts';
import { resumeLetters, showLetters } from './owner-letters.ts';
import { chooseFrequency, confirmDataset, harvestNow, previewNow, showOwnerLink, unsubscribe } from './owner-links.ts';
import { keepOwnerReport, showOwnerReport } from './owner-report.ts';
import { listOwners, showOwner } from './owners.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { showQualitySummary } from './quality-summary.ts';
import { decideRename, listRenames } from './renames.ts';
import { conditional, problem, type Reply } from './reply.ts';
import { type ApiRequest, requestOf } from './request.ts';
import { showApiCatalog, showHealth, showProblemType, showRoot } from './root.ts';
import { showRunDifference } from './run-difference.ts';
import { listRunProblems } from './run-problems.ts';
import { listRunRecords } from './run-records.ts';
import { listRuns, listSourceRuns, showRun } from './runs.ts';
import { showSameAs } from './same-as.ts';
import { showLatestSnapshot, showSnapshot, showSnapshotFile, showSnapshots } from './snapshots.ts';
import { listSources, showSource } from './sources.ts';
import { showState } from './state.ts';
import { changeSubscription, replaySubscription, rotateSecret } from './subscriptions/change-subscription.ts';
import { listDeliveries } from './subscriptions/deliveries.ts';
import {
  createSubscription,
  deleteSubscription,
  listSubscriptions,
  showSubscription,
} from './subscriptions/subscriptions.ts';
import { suggest } from './suggest.ts';
import { listThemes } from './themes.ts';
import { listVariables, showVariable } from './variables.ts';

type UseCase = (ports: ApiPorts, request: ApiRequest) => Promise<Reply>;

/** What an address takes; HEAD is answered as GET, OPTIONS by all. */
type Methods = Readonly<Partial<Record<Method, UseCase>>>;

/** Addresses that are going away and are not described, by their paths. */
type Deprecations = Readonly<Record<string, Deprecation>>;

/** Every address. Paths are the router's; a suffix is part of an id and read by the use case. */
export const routes: Readonly<Record<string, Methods>> = {
  '/': { GET: showRoot },
  '/health': { GET: showHealth },
  '/docs': { GET: showDocs },
  '/v1/openapi.json': { GET: showOpenApi },
  '/.well-known/api-catalog': { GET: showApiCatalog },
  '/problems/{code}': { GET: showProblemType },
  '/metrics': { GET: showMetrics },
  '/id/dataset/{id}': { GET: leadToDataset },
  '/id/catalogue': { GET: leadToCatalog },
  '/id/publisher': { GET: leadToCatalog },
  '/v1/catalog': { GET: showCatalog },
  ...Object.fromEntries(catalogSuffixes.map((suffix) => [`/v1/catalog.${suffix}`, { GET: showCatalog }])),
  '/v1/datasets': { GET: listDatasets },
  '/v1/datasets/{id}': { GET: showDataset },
  '/v1/datasets/{id}/changes': { GET: listDatasetChanges },
  '/v1/datasets/{id}/same-as': { GET: showSameAs },
  '/v1/datasets/{id}/variables': { GET: listDatasetVariables },
  '/v1/datasets/{id}/variables.csv': { GET: listDatasetVariables },
  '/v1/datasets/{id}/quality': { GET: showDatasetQuality },
  '/v1/datasets/{id}/quality.ttl': { GET: showDatasetQuality },
  '/v1/datasets/{id}/quality.jsonld': { GET: showDatasetQuality },
  '/v1/quality/summary': { GET: showQualitySummary },
  '/v1/owners': { GET: listOwners },
  '/v1/owners/{id}': { GET: showOwner },
  '/v1/owners/{id}/letters': { GET: showLetters, POST: resumeLetters },
  '/v1/owners/{id}/report': { GET: showOwnerReport, POST: keepOwnerReport },
  '/v1/owners/{id}/report.json': { GET: showOwnerReport },
  '/v1/owners/{id}/report.html': { GET: showOwnerReport },
  '/v1/owners/{id}/report.pdf': { GET: showOwnerReport },
  '/v1/owners/{id}/report.csv': { GET: showOwnerReport },
  '/v1/owners/{id}/report.ttl': { GET: showOwnerReport },
  '/v1/owners/{id}/report.jsonld': { GET: showOwnerReport },
  '/v1/owner-links/{token}': { GET: showOwnerLink },
  '/v1/owner-links/{token}/frequency': { POST: chooseFrequency },
  '/v1/owner-links/{token}/unsubscribe': { POST: unsubscribe },
  '/v1/owner-links/{token}/confirm': { POST: confirmDataset },
  '/v1/owner-links/{token}/harvest': { POST: harvestNow },
  '/v1/owner-links/{token}/preview': { POST: previewNow },
  '/v1/datasets/{id}/links': { GET: showDatasetLinks },
  '/v1/links': { GET: listLinks },
  '/v1/map': { GET: showMap },
  '/v1/themes': { GET: listThemes },
  '/v1/suggest': { GET: suggest },
  '/v1/variables': { GET: listVariables },
  '/v1/variables/{name}': { GET: showVariable },
  '/v1/changes': { GET: listChanges },
  '/v1/changes/{seq}': { GET: showChange },
  '/v1/snapshots': { GET: showSnapshots },
  '/v1/snapshots/latest': { GET: showLatestSnapshot },
  '/v1/snapshots/{id}': { GET: showSnapshot },
  '/v1/snapshots/{id}/{file}': { GET: showSnapshotFile },
  '/v1/state': { GET: showState },
  '/v1/feeds/dcat-ap': { GET: showFeed },
  '/v1/feeds/activity': { GET: showActivities },
  '/v1/feeds/activity/{page}': { GET: showActivityPage },
  '/v1/feeds/atom.xml': { GET: showAtom },
  '/v1/feeds/atom/{archive}': { GET: showAtom },
  '/v1/feeds/feed.json': { GET: showJsonFeed },
  // The entry with a suffix: the router knows no parameter but a whole segment.
  '/v1/feeds/{feed}': { GET: showFeed },
  '/v1/feeds/dcat-ap/pages/{page}': { GET: showFeedPage },
  '/v1/feeds/dcat-ap/index/{block}': { GET: showFeedIndex },
  '/v1/oai': { GET: answerOai, POST: answerOai },
  '/v1/sources': { GET: listSources },
  '/v1/sources/{id}': { GET: showSource },
  '/v1/sources/{id}/runs': { GET: listSourceRuns, POST: startRun },
  '/v1/sources/{id}/renames': { GET: listRenames, POST: decideRename },
  '/v1/audit': { GET: listAudit },
  '/v1/dead-letters': { GET: listDeadLetters },
  '/v1/dead-letters/replay': { POST: replayDeadLetters },
  '/v1/dead-letters/{id}': { GET: showDeadLetter },
  '/v1/dead-letters/{id}/replay': { POST: replayDeadLetter },
  '/v1/subscriptions': { GET: listSubscriptions, POST: createSubscription },
  '/v1/subscriptions/{id}': { GET: showSubscription, PATCH: changeSubscription, DELETE: deleteSubscription },
  '/v1/subscriptions/{id}/deliveries': { GET: listDeliveries },
  '/v1/subscriptions/{id}/replay': { POST: replaySubscription },
  '/v1/subscriptions/{id}/secret': { POST: rotateSecret },
  '/v1/runs': { GET: listRuns },
  '/v1/runs/{id}': { GET: showRun },
  '/v1/runs/{id}/records': { GET: listRunRecords },
  '/v1/runs/{id}/records.csv': { GET: listRunRecords },
  '/v1/runs/{id}/problems': { GET: listRunProblems },
  '/v1/runs/{id}/problems.csv': { GET: listRunProblems },
  '/v1/runs/{id}/difference': { GET: showRunDifference },
  '/v1/runs/{id}/held': { POST: decideHeld },
  '/v1/runs/{id}/replay': { POST: replayRun },
};

/** On every answer: any page may read it, and no browser guesses at its type. */
const COMMON = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Content-Disposition, Content-Location, Deprecation, ETag, Link, Location, Retry-After, Sunset',
  'x-content-type-options': 'nosniff',
};

/** A browser may keep the answer to its preflight for an hour; longer ones are cut by browsers anyway. */
const PREFLIGHT_SECONDS = '3600';

const allowed = (methods: Methods): string =>
  [...Object.keys(methods).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ');

const preflight = (methods: Methods): Reply => ({
  status: 204,
  headers: {
    allow: allowed(methods),
    'access-control-allow-methods': allowed(methods),
    'access-control-allow-headers': 'Accept, Accept-Profile, Authorization, Content-Type, If-None-Match',
    'access-control-max-age': PREFLIGHT_SECONDS,
  },
  body: '',
});

const isMethod = (name: string, methods: Methods): name is Method => Object.hasOwn(methods, name);

interface Addressed {
  readonly path: string;
  readonly methods: Methods;
  readonly deprecation: Deprecation | undefined;
}

/** Answers a request at an address that is known, by its method; what changes something is noted. */
async function answer({ path, methods, deprecation }: Addressed, ports: ApiPorts, asked: ApiRequest): Promise<Reply> {
  if (asked.method === 'OPTIONS') return preflight(methods);
  const method = asked.method === 'HEAD' ? 'GET' : asked.method;
  const useCase = isMethod(method, methods) ? methods[method] : undefined;
  if (!useCase || !isMethod(method, methods)) {
    const headers = { allow: allowed(methods) };
    throw new Refusal('method-not-allowed', { detail: `This address takes ${allowed(methods)}.`, headers });
  }
  const operation = descriptions[path]?.[method];
  if (operation) refuseUnknown(operation, asked.query);
  // Who calls makes a difference only where not everybody may.
  const caller =
    !operation || isGuarded(operation.access) ? await callerOf(ports, asked.headers.authorization) : NOBODY;
  const request = { ...asked, caller };
  const work = () => useCase(ports, request);
  const changes = method !== 'GET' && !operation?.reads;
  const reply = changes ? await audited(ports, { request, operation, path }, work) : await work();
  return conditional(request, deprecated(reply, operation?.deprecated ?? deprecation));
}

/** A failure that is not the caller's says nothing of itself but its number; what it was is told to those who run us. */
function refusalOf(failure: unknown, ports: ApiPorts, requestId: string): Refusal {
  if (failure instanceof Refusal) return failure;
  ports.report(failure, requestId);
  if (failure instanceof TransientFailure) return new Refusal('unavailable', { headers: { 'retry-after': '5' } });
  return new Refusal('internal');
}

const resultOf = (reply: PackedReply, request: ApiRequest): APIGatewayProxyStructuredResultV2 => ({
  statusCode: reply.status,
  headers: { ...COMMON, ...reply.headers },
  body: request.method === 'HEAD' ? '' : reply.body,
  ...(reply.isBase64Encoded && { isBase64Encoded: true }),
});

type ApiRoute = Route<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>;

export interface ApiOptions {
  /** What this instance has answered lately. */
  readonly answers?: KeptAnswers;
  readonly addresses?: Readonly<Record<string, Methods>>;
  readonly deprecations?: Deprecations;
}

/** The handler of all addresses: API Gateway's event in, its answer out; every failure is a problem document. */
export function createApi(
  ports: ApiPorts,
  { answers = new KeptAnswers(), addresses = routes, deprecations = {} }: ApiOptions = {},
): MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> {
  const table: ApiRoute[] = Object.entries(addresses).map(([path, methods]) => ({
    method: 'ANY',
    path,
    handler: async (event: APIGatewayProxyEventV2) => {
      const asked = { path, methods, deprecation: deprecations[path] };
      return answers.to(questionOf(event), async (): Promise<Answered> => {
        const request = requestOf(event);
        const reply = await sendable(await answer(asked, ports, request), request);
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
    const refusal = refusalOf(failed.error, ports, request.requestId);
    failed.response = resultOf(problem(refusal, request, ports.links), request);
  });
}
