/**
 * Builds a view anew from the ledger, which is the truth (docs/decisions/0064): for a view that was lost, damaged, or made by a
 * rule that was mended. Doing it twice does no more than doing it once. Webhooks are no view: each subscriber's place is its own.
 */

import type { RenderPorts } from '#functions/render-feeds/render-feeds.ts';
import { type RebuildDatasetsPorts, rebuildDatasets } from './rebuild-datasets.ts';
import { rebuildFeeds } from './rebuild-feeds.ts';
import { type RebuildLinksPorts, rebuildLinks } from './rebuild-links.ts';
import { type RebuildScoresPorts, rebuildScores } from './rebuild-scores.ts';
import { type RebuildSearchPorts, rebuildSearch } from './rebuild-search.ts';
import { type RebuildSnapshotPorts, rebuildSnapshot } from './rebuild-snapshot.ts';
import type { Rebuilt, View } from './rebuilt.ts';

export type RebuildPorts = RebuildDatasetsPorts &
  RebuildLinksPorts &
  RebuildScoresPorts &
  RebuildSearchPorts &
  RebuildSnapshotPorts &
  RenderPorts;

const rebuilds: Readonly<Record<View, (ports: RebuildPorts) => Promise<Rebuilt>>> = {
  datasets: rebuildDatasets,
  links: rebuildLinks,
  scores: rebuildScores,
  search: rebuildSearch,
  feeds: rebuildFeeds,
  snapshots: rebuildSnapshot,
};

/** One view, as far as time allows. */
export const rebuildView = (ports: RebuildPorts, view: View): Promise<Rebuilt> => rebuilds[view](ports);
