/**
 * The scores anew: every live dataset is assessed as it is now, and the index of scores, with what is gathered of it, takes the old
 * one's place at the end. Histories stay as they are: they tell what was measured then, and no log can say that again.
 */

import { assessAll } from '#functions/assess-datasets/assess-all.ts';
import { ASSESSMENTS } from '#functions/assess-datasets/assess-datasets.ts';
import { gather } from '#functions/assess-datasets/gather.ts';
import type { AssessPorts } from '#functions/assess-datasets/ports.ts';
import { ScoreIndex, writeIndex } from '#functions/shared/score-index.ts';
import { type Hold, holdPlace, type Worked } from './hold-place.ts';
import { hashesOf, lastChanges, surveyLog } from './log-survey.ts';
import type { Rebuilt } from './rebuilt.ts';

export type RebuildScoresPorts = Omit<AssessPorts, 'catalogue' | 'outOfTime'>;

async function rebuild(ports: RebuildScoresPorts, { head, renew }: Hold): Promise<Worked<Rebuilt>> {
  const survey = await surveyLog(ports.ledger, head.seq, renew);
  const index = new ScoreIndex();
  for await (const { changes } of lastChanges(ports.ledger, survey)) {
    await renew();
    await ports.quality.remove(changes.flatMap(({ change, entry }) => (entry ? [] : [change.dataset])));
    // Without a cause: the description is what it was, so a score that differs is told as what made it differ.
    const toAssess = changes.flatMap(({ change, entry }) => (entry ? [{ entry, seq: change.seq }] : []));
    await assessAll(ports, index, toAssess);
  }
  await renew();
  const owners = new Map((await ports.sources.list()).map(({ id, owner }) => [id, owner.id]));
  const day = new Date(ports.clock()).toISOString().slice(0, 10);
  await gather(ports.quality, index, { ownerOf: (source) => owners.get(source), day });
  if (await writeIndex(ports.objects, index)) await ports.announce();
  const count = [...index.rows()].length;
  const { epoch, seq } = head;
  const counts = { count, cleared: 0, ledger: hashesOf(survey.state), agrees: count === survey.state.count };
  return { isWhole: true, result: { kind: 'done', report: { view: 'scores', epoch, seq, ...counts } } };
}

/** Assesses everything anew. A call that died is begun again. */
export async function rebuildScores(ports: RebuildScoresPorts): Promise<Rebuilt> {
  const held = await holdPlace(ports, ASSESSMENTS, (hold) => rebuild(ports, hold));
  return held.kind === 'busy' ? { kind: 'busy', view: 'scores' } : held.result;
}
