/** The part of the API about the log of changes, and the forms in which others follow it. */
import { showActivities, showActivityPage } from '../activity-feed.ts';
import { leadToCatalog, showCatalog } from '../catalog.ts';
import { listChanges, showChange } from '../changes.ts';
import { listDatasetChanges } from '../dataset-changes.ts';
import { showFeed, showFeedIndex, showFeedPage } from '../dcat-ap-feed.ts';
import { showAtom, showJsonFeed } from '../news.ts';
import { answerOai } from '../oai/oai.ts';
import { changeDescriptions } from '../openapi/changes.ts';
import { feedDescriptions } from '../openapi/feeds.ts';
import { snapshotDescriptions } from '../openapi/snapshots.ts';
import { showLatestSnapshot, showSnapshot, showSnapshotFile, showSnapshots } from '../snapshots.ts';
import { showState } from '../state.ts';

export const following = {
  useCases: {
    answerOai,
    leadToCatalog,
    listChanges,
    listDatasetChanges,
    showActivities,
    showActivityPage,
    showAtom,
    showCatalog,
    showChange,
    showFeed,
    showFeedIndex,
    showFeedPage,
    showJsonFeed,
    showLatestSnapshot,
    showSnapshot,
    showSnapshotFile,
    showSnapshots,
    showState,
  },
  descriptions: { ...changeDescriptions, ...snapshotDescriptions, ...feedDescriptions },
};
