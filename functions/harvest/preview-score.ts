/** What the records of a preview would score, so that a source can be mended before it is harvested. */
import { type Aggregate, addRow, assessedRow, emptyAggregates, meansOf } from '#quality/aggregate.ts';
import { assess } from '#quality/assess.ts';
import { letterOf } from '#quality/score/grade.ts';
import type { Grade } from '#schemas/assessment.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Source } from '#schemas/source.ts';

export interface PreviewScore {
  /** How many records it is the mean of. */
  readonly records: number;
  /** Of the mean share. */
  readonly grade: Grade['letter'];
  readonly share: number;
  readonly grades: Aggregate['letters'];
  readonly mqa: { readonly points: number; readonly of: number };
}

/**
 * The mean of the records that would be kept; null where there is none. No address has been asked, so that what `mqa` gives for
 * links that answer is not in it.
 */
export function previewScore(entries: readonly CatalogueEntry[], source: Source, now: string): PreviewScore | null {
  let aggregates = emptyAggregates();
  let of = 0;
  for (const entry of entries) {
    const assessment = assess(entry, { now, links: new Map() });
    of = assessment.scores.find(({ set }) => set === 'mqa')?.of ?? of;
    aggregates = addRow(aggregates, assessedRow(entry, source.owner.id, assessment));
  }
  const { catalogue } = aggregates;
  const means = meansOf(catalogue);
  if (means === null) return null;
  const { share, mqa } = means;
  return {
    records: catalogue.count,
    grade: letterOf(share),
    share,
    grades: catalogue.letters,
    mqa: { points: mqa, of },
  };
}
