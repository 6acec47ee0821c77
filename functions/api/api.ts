/** The API: which address is answered by what. What all answers have in common is in answering.ts. */
import type { MiddyfiedHandler } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { showActivities, showActivityPage } from './activity-feed.ts';
import { type Addresses, type Answering, answering } from './answering.ts';
import { listAudit } from './audit.ts';
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
import { checkSourceBody, createSource, replaceSource, switchSource } from './edit-sources.ts';
import { eraseContact, listErasures, showErasure } from './erasures.ts';
import { showMap } from './map.ts';
import { showMe } from './me.ts';
import { showMetrics } from './metrics.ts';
import { showAtom, showJsonFeed } from './news.ts';
import { answerOai } from './oai/oai.ts';
import { descriptions } from './openapi/descriptions.ts';
import { showDocs, showOpenApi } from './openapi/show-openapi.ts';
import { decideHeld, replayRun, startRun } from './operate.ts';
import { showOverview } from './overview/overview.ts';
import { resumeLetters, showLetters } from './owner-letters.ts';
import { chooseFrequency, confirmDataset, harvestNow, previewNow, showOwnerLink, unsubscribe } from './owner-links.ts';
import { keepOwnerReport, showOwnerReport } from './owner-report.ts';
import { listOwners, showOwner } from './owners.ts';
import type { ApiPorts } from './ports.ts';
import { listProperties } from './properties.ts';
import { showQualitySummary } from './quality-summary.ts';
import { decideRename, listRenames } from './renames.ts';
import { showApiCatalog, showHealth, showProblemType, showRoot } from './root.ts';
import { showRunDifference } from './run-difference.ts';
import { listRunRequests, showRunPage } from './run-pages.ts';
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

/** Every address. Paths are the router's; a suffix is part of an id and read by the use case. */
export const routes: Addresses<ApiPorts> = {
  '/': { GET: showRoot },
  '/health': { GET: showHealth },
  '/docs': { GET: showDocs },
  '/v1/me': { GET: showMe },
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
  '/v1/properties': { GET: listProperties },
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
  '/v1/sources': { GET: listSources, POST: createSource },
  '/v1/sources/check': { POST: checkSourceBody },
  '/v1/sources/{id}': { GET: showSource, PUT: replaceSource, PATCH: switchSource },
  '/v1/sources/{id}/runs': { GET: listSourceRuns, POST: startRun },
  '/v1/sources/{id}/renames': { GET: listRenames, POST: decideRename },
  '/v1/overview': { GET: showOverview },
  '/v1/audit': { GET: listAudit },
  '/v1/erasures': { GET: listErasures, POST: eraseContact },
  '/v1/erasures/{id}': { GET: showErasure },
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
  '/v1/runs/{id}/requests': { GET: listRunRequests },
  '/v1/runs/{id}/pages/{page}': { GET: showRunPage },
  '/v1/runs/{id}/difference': { GET: showRunDifference },
  '/v1/runs/{id}/held': { POST: decideHeld },
  '/v1/runs/{id}/replay': { POST: replayRun },
};

type ApiOptions = Partial<Omit<Answering<ApiPorts>, 'descriptions'>>;

/** The handler of all addresses. */
export const createApi = (
  ports: ApiPorts,
  { addresses = routes, ...options }: ApiOptions = {},
): MiddyfiedHandler<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> =>
  answering(ports, { addresses, descriptions, ...options });
