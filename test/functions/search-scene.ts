/** A catalogue with its search file, working in memory but for the temporary disk on which such files are opened. */
import { type IndexSearchPorts, indexSearch } from '#functions/index-search/index-search.ts';
import { readScores, readScoresVersion, ScoreIndex, writeIndex } from '#functions/shared/score-index.ts';
import { searchFiles } from '#functions/shared/search-files.ts';
import type { DatasetSearch, SearchIndex } from '#functions/shared/search-index.ts';
import { searchReader } from '#functions/shared/search-reader.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';
import type { ScoreRow, ScoreSummary } from '#schemas/score-history.ts';
import { draftOf, entryOf } from './drafts.ts';
import { memoryCheckpoints } from './memory-catalogue.ts';
import { memoryLedger, memoryLog } from './memory-ledger.ts';
import { memoryObjects } from './memory-objects.ts';

export const scoreRowOf = (id: string, summary: Partial<ScoreSummary>): ScoreRow => ({
  id,
  source: id.slice(0, id.indexOf('.')),
  themes: [],
  conforms: [],
  summary: { letter: 'C', share: 0.5, mqa: 200, rating: 'enough', ...summary },
});

let workers = 0;

export function searchScene(ledger = memoryLedger(memoryLog()), objects = memoryObjects()) {
  let now = 0;
  const leftOut: [string, number][] = [];
  const ports: IndexSearchPorts = {
    ledger,
    checkpoints: memoryCheckpoints(),
    files: searchFiles(objects),
    outOfTime: () => false,
    holder: () => {
      workers += 1;
      return `worker-${workers}`;
    },
    scores: { version: () => readScoresVersion(objects), rows: () => readScores(objects) },
    report: (dataset, count) => leftOut.push([dataset, count]),
  };
  const reader = searchReader(objects, () => now);
  return {
    ports,
    ledger,
    objects,
    leftOut,
    reader,
    index: (over: Partial<IndexSearchPorts> = {}) => indexSearch({ ...ports, ...over }),
    /** Appends records to the log; null takes a dataset out. */
    async tell(records: Readonly<Record<string, Dataset | null>>): Promise<void> {
      const all = Object.entries(records);
      const entries = all.map(([id, record]): CatalogueEntry | null => record && { ...entryOf(id), record });
      await ledger.append(
        all.map(([id, record]) => draftOf(id, record ? {} : { type: 'Delete', contentHash: null })),
        entries,
      );
    },
    /** Writes the index of scores as it would be after an assessment of these. */
    score: (summaries: Readonly<Record<string, Partial<ScoreSummary>>>) =>
      writeIndex(objects, new ScoreIndex(Object.entries(summaries).map(([id, summary]) => scoreRowOf(id, summary)))),
    /** The index as a reader sees it who looks a moment later. */
    async open(): Promise<SearchIndex> {
      now += 1000;
      const index = await reader.current();
      if (!index) throw new Error('there is no search file');
      return index;
    },
    async find(query: string, over: Partial<DatasetSearch> = {}): Promise<string[]> {
      const asked = { query, filters: {}, sort: 'relevance', facets: false, limit: 100, ...over } as const;
      return (await this.open()).datasets(asked).items.map(({ dataset }) => dataset.id);
    },
  };
}

export type SearchScene = ReturnType<typeof searchScene>;
