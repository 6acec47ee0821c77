/** Drafts and records for tests of the ledger and of what reads it. */
import type { ChangeDraft } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

/** A creation, unless `over` says otherwise. */
export const draftOf = (dataset: string, over: Partial<ChangeDraft> = {}): ChangeDraft => ({
  type: 'Create',
  dataset,
  kind: 'Dataset',
  revision: 1,
  contentHash: `sha256:${dataset}`,
  previousHash: null,
  changed: [],
  source: dataset.slice(0, dataset.indexOf('.')),
  run: `${dataset.slice(0, dataset.indexOf('.'))}.20261123T040000Z.abc123`,
  observedAt: '2026-11-23T04:00:00.000Z',
  cause: 'source-created',
  previous: null,
  ...over,
});

/** The catalogue's entry of a dataset with a title. */
export const entryOf = (dataset: string, title = `Title of ${dataset}`): CatalogueEntry => {
  const { source, run, observedAt } = draftOf(dataset);
  return {
    id: dataset,
    kind: 'Dataset',
    identifier: dataset.slice(dataset.indexOf('.') + 1),
    source,
    record: { title: { da: title } },
    unmapped: [],
    written: [],
    origin: { run, page: `https://${source}.example/`, archive: null, place: null, observedAt, catalogues: [] },
    problems: [],
  };
};
