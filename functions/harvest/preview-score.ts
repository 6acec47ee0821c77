/** What the records of a preview would score, so that a source can be mended before it is harvested. */
import { GatheredScores, scoreRow } from '#quality/aggregate.ts';
import { assess } from '#quality/assess.ts';
import { letterOf } from '#quality/score/grade.ts';
import type { Grade } from '#schemas/assessment.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Aggregate } from '#schemas/score-history.ts';
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
  const gathered = new GatheredScores();
  let of = 0;
  for (const entry of entries) {
    const assessment = assess(entry, { now, links: new Map() });
    of = assessment.scores.find(({ set }) => set === 'mqa')?.of ?? of;
    gathered.add(scoreRow(entry, assessment), source.owner.id);
  }
  const [mean] = gathered.of('catalogue');
  if (!mean) return null;
  const { datasets, share, letters, mqa } = mean;
  return { records: datasets, grade: letterOf(share), share, grades: letters, mqa: { points: mqa, of } };
}
