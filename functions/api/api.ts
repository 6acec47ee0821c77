/** The API: which address is answered by what. What all answers have in common is in answering.ts. */
import type { MiddyfiedHandler } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Addresses, type Answering, answering, type Surroundings } from './answering.ts';
import { catalogSuffixes } from './catalog-suffixes.ts';
import { latePart } from './late-part.ts';
import { inLog } from './log-numbers.ts';
import type { ApiPorts } from './ports.ts';

// Each part is loaded when one of its addresses is first asked for: together they take longer than a cold start should.
const start = latePart(async () => (await import('./parts/start.ts')).start);
const datasets = latePart(async () => (await import('./parts/datasets.ts')).datasets);
const following = latePart(async () => (await import('./parts/following.ts')).following);
const subscriptions = latePart(async () => (await import('./parts/subscriptions.ts')).subscriptions);
const quality = latePart(async () => (await import('./parts/quality.ts')).quality);
const harvesting = latePart(async () => (await import('./parts/harvesting.ts')).harvesting);

/** Every address. Paths are the router's; a suffix is part of an id and read by the use case. */
export const routes: Addresses<ApiPorts> = {
  '/': { GET: start('showRoot') },
  '/health': { GET: start('showHealth') },
  '/docs': { GET: start('showDocs') },
  '/v1/me': { GET: start('showMe') },
  '/v1/sign-in': { GET: start('showSignIn') },
  '/v1/openapi.json': { GET: start('showOpenApi') },
  '/.well-known/api-catalog': { GET: start('showApiCatalog') },
  '/problems/{code}': { GET: start('showProblemType') },
  '/metrics': { GET: start('showMetrics') },
  '/id/dataset/{id}': { GET: datasets('leadToDataset') },
  '/id/catalogue': { GET: following('leadToCatalog') },
  '/id/publisher': { GET: following('leadToCatalog') },
  '/v1/catalog': { GET: following('showCatalog') },
  ...Object.fromEntries(catalogSuffixes.map((suffix) => [`/v1/catalog.${suffix}`, { GET: following('showCatalog') }])),
  '/v1/datasets': { GET: datasets('listDatasets') },
  '/v1/datasets/{id}': { GET: datasets('showDataset') },
  '/v1/datasets/{id}/changes': { GET: following('listDatasetChanges') },
  '/v1/datasets/{id}/same-as': { GET: datasets('showSameAs') },
  '/v1/datasets/{id}/variables': { GET: datasets('listDatasetVariables') },
  '/v1/datasets/{id}/variables.csv': { GET: datasets('listDatasetVariables') },
  '/v1/datasets/{id}/quality': { GET: quality('showDatasetQuality') },
  '/v1/datasets/{id}/quality.ttl': { GET: quality('showDatasetQuality') },
  '/v1/datasets/{id}/quality.jsonld': { GET: quality('showDatasetQuality') },
  '/v1/quality/summary': { GET: quality('showQualitySummary') },
  '/v1/owners': { GET: quality('listOwners') },
  '/v1/owners/{id}': { GET: quality('showOwner') },
  '/v1/owners/{id}/letters': { GET: quality('showLetters'), POST: quality('resumeLetters') },
  '/v1/owners/{id}/report': { GET: quality('showOwnerReport'), POST: quality('keepOwnerReport') },
  '/v1/owners/{id}/report.json': { GET: quality('showOwnerReport') },
  '/v1/owners/{id}/report.html': { GET: quality('showOwnerReport') },
  '/v1/owners/{id}/report.pdf': { GET: quality('showOwnerReport') },
  '/v1/owners/{id}/report.csv': { GET: quality('showOwnerReport') },
  '/v1/owners/{id}/report.ttl': { GET: quality('showOwnerReport') },
  '/v1/owners/{id}/report.jsonld': { GET: quality('showOwnerReport') },
  '/v1/owner-links/{token}': { GET: quality('showOwnerLink') },
  '/v1/owner-links/{token}/frequency': { POST: quality('chooseFrequency') },
  '/v1/owner-links/{token}/unsubscribe': { POST: quality('unsubscribe') },
  '/v1/owner-links/{token}/confirm': { POST: quality('confirmDataset') },
  '/v1/owner-links/{token}/harvest': { POST: quality('harvestNow') },
  '/v1/owner-links/{token}/preview': { POST: quality('previewNow') },
  '/v1/datasets/{id}/links': { GET: quality('showDatasetLinks') },
  '/v1/links': { GET: quality('listLinks') },
  '/v1/map': { GET: datasets('showMap') },
  '/v1/properties': { GET: datasets('listProperties') },
  '/v1/themes': { GET: datasets('listThemes') },
  '/v1/suggest': { GET: datasets('suggest') },
  '/v1/variables': { GET: datasets('listVariables') },
  '/v1/variables/{name}': { GET: datasets('showVariable') },
  '/v1/changes': { GET: following('listChanges') },
  '/v1/changes/{seq}': { GET: following('showChange') },
  '/v1/snapshots': { GET: following('showSnapshots') },
  '/v1/snapshots/latest': { GET: following('showLatestSnapshot') },
  '/v1/snapshots/{id}': { GET: following('showSnapshot') },
  '/v1/snapshots/{id}/{file}': { GET: following('showSnapshotFile') },
  '/v1/state': { GET: following('showState') },
  '/v1/feeds/dcat-ap': { GET: following('showFeed') },
  '/v1/feeds/activity': { GET: following('showActivities') },
  '/v1/feeds/activity/{page}': { GET: following('showActivityPage') },
  '/v1/feeds/atom.xml': { GET: following('showAtom') },
  '/v1/feeds/atom/{archive}': { GET: following('showAtom') },
  '/v1/feeds/feed.json': { GET: following('showJsonFeed') },
  // The entry with a suffix: the router knows no parameter but a whole segment.
  '/v1/feeds/{feed}': { GET: following('showFeed') },
  '/v1/feeds/dcat-ap/pages/{page}': { GET: following('showFeedPage') },
  '/v1/feeds/dcat-ap/index/{block}': { GET: following('showFeedIndex') },
  '/v1/oai': { GET: following('answerOai'), POST: following('answerOai') },
  '/v1/sources': { GET: harvesting('listSources'), POST: harvesting('createSource') },
  '/v1/sources/check': { POST: harvesting('checkSourceBody') },
  '/v1/sources/{id}': {
    GET: harvesting('showSource'),
    PUT: harvesting('replaceSource'),
    PATCH: harvesting('switchSource'),
  },
  '/v1/sources/{id}/runs': { GET: harvesting('listSourceRuns'), POST: harvesting('startRun') },
  '/v1/sources/{id}/renames': { GET: harvesting('listRenames'), POST: harvesting('decideRename') },
  '/v1/overview': { GET: harvesting('showOverview') },
  '/v1/audit': { GET: harvesting('listAudit') },
  '/v1/erasures': { GET: harvesting('listErasures'), POST: harvesting('eraseContact') },
  '/v1/erasures/{id}': { GET: harvesting('showErasure') },
  '/v1/dead-letters': { GET: harvesting('listDeadLetters') },
  '/v1/dead-letters/replay': { POST: harvesting('replayDeadLetters') },
  '/v1/dead-letters/{id}': { GET: harvesting('showDeadLetter') },
  '/v1/dead-letters/{id}/replay': { POST: harvesting('replayDeadLetter') },
  '/v1/subscriptions': { GET: subscriptions('listSubscriptions'), POST: subscriptions('createSubscription') },
  '/v1/subscriptions/{id}': {
    GET: subscriptions('showSubscription'),
    PATCH: subscriptions('changeSubscription'),
    DELETE: subscriptions('deleteSubscription'),
  },
  '/v1/subscriptions/{id}/deliveries': { GET: subscriptions('listDeliveries') },
  '/v1/subscriptions/{id}/replay': { POST: subscriptions('replaySubscription') },
  '/v1/subscriptions/{id}/secret': { POST: subscriptions('rotateSecret') },
  '/v1/runs': { GET: harvesting('listRuns') },
  '/v1/runs/{id}': { GET: harvesting('showRun') },
  '/v1/runs/{id}/records': { GET: harvesting('listRunRecords') },
  '/v1/runs/{id}/records.csv': { GET: harvesting('listRunRecords') },
  '/v1/runs/{id}/problems': { GET: harvesting('listRunProblems') },
  '/v1/runs/{id}/problems.csv': { GET: harvesting('listRunProblems') },
  '/v1/runs/{id}/requests': { GET: harvesting('listRunRequests') },
  '/v1/runs/{id}/pages/{page}': { GET: harvesting('showRunPage') },
  '/v1/runs/{id}/difference': { GET: harvesting('showRunDifference') },
  '/v1/runs/{id}/held': { POST: harvesting('decideHeld') },
  '/v1/runs/{id}/replay': { POST: harvesting('replayRun') },
};

/** Everything below `/v1/` may lead to what the log numbers; what stands outside of it answers without a table. */
const inTheLog = (addresses: Addresses<ApiPorts>): Addresses<ApiPorts> =>
  Object.fromEntries(
    Object.entries(addresses).map(([path, methods]) => [
      path,
      path.startsWith('/v1/')
        ? Object.fromEntries(Object.entries(methods).map(([method, useCase]) => [method, inLog(useCase)]))
        : methods,
    ]),
  );

type ApiOptions = Partial<Answering<ApiPorts>>;

/** The handler of all addresses. */
export const createApi = (
  surroundings: Surroundings<ApiPorts>,
  { addresses = routes, ...options }: ApiOptions = {},
): MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> =>
  answering(surroundings, { addresses: inTheLog(addresses), ...options });
