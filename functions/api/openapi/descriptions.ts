/** Every address with its description: a new one is a few lines in the file of its subject. A test holds this equal to the routes. */
import { changeDescriptions } from './changes.ts';
import { datasetDescriptions } from './datasets.ts';
import { erasureDescriptions } from './erasures.ts';
import { feedDescriptions } from './feeds.ts';
import { harvestingDescriptions } from './harvesting.ts';
import type { Descriptions } from './operation.ts';
import { overviewDescriptions } from './overview.ts';
import { ownerDescriptions } from './owners.ts';
import { previewDescriptions } from './preview.ts';
import { qualityDescriptions } from './quality.ts';
import { snapshotDescriptions } from './snapshots.ts';
import { sourceDescriptions } from './sources.ts';
import { startDescriptions } from './start.ts';
import { subscriptionDescriptions } from './subscriptions.ts';
import { variableDescriptions } from './variables.ts';

export const descriptions: Descriptions = {
  ...startDescriptions,
  ...datasetDescriptions,
  ...variableDescriptions,
  ...changeDescriptions,
  ...snapshotDescriptions,
  ...feedDescriptions,
  ...subscriptionDescriptions,
  ...qualityDescriptions,
  ...ownerDescriptions,
  ...sourceDescriptions,
  ...harvestingDescriptions,
  ...erasureDescriptions,
  ...overviewDescriptions,
  ...previewDescriptions,
};
