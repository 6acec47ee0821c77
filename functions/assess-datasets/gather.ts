/** Writes what is gathered of the scores: of the whole catalogue, of each owner, source and theme. */
import type { QualityStore } from '#functions/shared/quality-store.ts';
import type { ScoreIndex } from '#functions/shared/score-index.ts';
import { gatherScores } from '#quality/aggregate.ts';
import { Gathering } from '#schemas/score-history.ts';

/** A kind without any dataset is emptied too. */
export async function gather(
  quality: Pick<QualityStore, 'gather'>,
  index: ScoreIndex,
  { ownerOf, day }: { readonly ownerOf: (source: string) => string | undefined; readonly day: string },
): Promise<void> {
  const gathered = gatherScores(index.rows(), ownerOf);
  for (const by of Gathering.options) await quality.gather(by, gathered.of(by), day);
}
