/** Carries the scores into the search file when they are others than in it, whatever made them so (docs/decisions/0042). */
import type { CheckpointStore } from '#functions/shared/checkpoint-store.ts';
import type { FileContents, SearchFiles } from '#functions/shared/search-index.ts';
import type { ScoreRow } from '#schemas/score-history.ts';

/** The index of scores, as assess-datasets keeps it. */
export interface TellsScores {
  /** Which scores it has; undefined before there is any. */
  version(): Promise<string | undefined>;
  rows(): AsyncIterable<ScoreRow>;
}

export interface FollowScoresPorts {
  readonly checkpoints: Pick<CheckpointStore, 'take' | 'release'>;
  readonly files: SearchFiles;
  readonly scores: TellsScores;
  readonly holder: () => string;
}

/**
 * The consumer's checkpoint is held meanwhile, though it does not move: the file has one writer. Who finds another at work
 * leaves it to the next look, and so does who finds a file that lacks what the checkpoint says is in it.
 * @param latest what is in the latest file, as known a moment ago: what comes between costs at most a file that is written twice.
 */
export async function followScores(
  ports: FollowScoresPorts,
  consumer: string,
  latest: FileContents | undefined,
): Promise<void> {
  const { checkpoints, files, scores } = ports;
  const version = await scores.version();
  if (!latest || version === undefined || version === latest.scores) return;
  const holder = ports.holder();
  const reached = await checkpoints.take(consumer, holder, latest.epoch);
  if (!reached) return;
  try {
    const draft = await files.draft(false, latest.epoch);
    const { epoch, seq } = draft.position;
    if (epoch === reached.epoch && seq >= reached.seq) await draft.publishScores(scores.rows());
    else await draft.discard();
  } finally {
    await checkpoints.release(consumer, holder);
  }
}
