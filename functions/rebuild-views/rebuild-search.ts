/** The search file anew, beside the old one: readers have the old file until the new one is whole, with its scores. */
import { emptyState } from '#catalogue/state-hash.ts';
import type { TellsScores } from '#functions/index-search/follow-scores.ts';
import { changeOf, SEARCH } from '#functions/index-search/index-search.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { SearchChange, SearchFiles } from '#functions/shared/search-index.ts';
import { type Hold, type HoldPorts, holdPlace, type Worked } from './hold-place.ts';
import { type LogSurvey, lastChanges, surveyLog } from './log-survey.ts';
import { compared, type Rebuilt } from './rebuilt.ts';

export interface RebuildSearchPorts extends HoldPorts {
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly files: SearchFiles;
  readonly scores: TellsScores;
  readonly report: (dataset: string, leftOut: number) => void;
}

async function* liveChanges(
  ports: RebuildSearchPorts,
  survey: LogSurvey,
  renew: Hold['renew'],
): AsyncGenerator<SearchChange> {
  for await (const { changes } of lastChanges(ports.ledger, survey)) {
    await renew();
    for (const { change, entry } of changes) if (entry) yield changeOf(ports, change, entry);
  }
}

async function rebuild(ports: RebuildSearchPorts, { head, renew }: Hold): Promise<Worked<Rebuilt>> {
  const { files, scores } = ports;
  const { epoch, seq } = head;
  const survey = await surveyLog(ports.ledger, seq, renew);
  const draft = await files.draft(true, epoch);
  // The scores with it, where there are any: a file without would sort by nothing until the next look.
  const rows = (await scores.version()) === undefined ? undefined : scores.rows();
  await draft.publish(liveChanges(ports, survey, renew), { epoch, seq }, rows);
  const report = {
    view: 'search' as const,
    epoch,
    seq,
    cleared: 0,
    ...compared((await files.state()) ?? emptyState, survey.state),
  };
  return { isWhole: true, result: { kind: 'done', report } };
}

/** Builds the file anew. A call that died is begun again, and nobody has seen anything of it. */
export async function rebuildSearch(ports: RebuildSearchPorts): Promise<Rebuilt> {
  const held = await holdPlace(ports, SEARCH, (hold) => rebuild(ports, hold));
  return held.kind === 'busy' ? { kind: 'busy', view: 'search' } : held.result;
}
