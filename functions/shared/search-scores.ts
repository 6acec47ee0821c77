/** The scores in the search file: they change while descriptions stay, so they come from the index of scores by themselves. */
import type { DatabaseSync } from 'node:sqlite';
import type { ScoreRow } from '#schemas/score-history.ts';
import { ScoresVersion } from './score-index.ts';

/** Shares as whole numbers, so that a place in an order can be written down and found again; what is smaller nobody did. */
const SHARES = 1_000_000;

const DIFFER = '(dataset.grade, dataset.share, dataset.mqa) is not (score.grade, score.share, score.mqa)';

/** Gives a dataset the scores that were told of its id, if any were. */
export const TAKE_SCORE = `update dataset set grade = score.grade, share = score.share, mqa = score.mqa
  from score where score.id = dataset.id and dataset.id = ?`;

const TAKE_ALL = `
delete from score where id not in (select id from told);
insert or replace into score select * from told except select * from score;
update dataset set grade = score.grade, share = score.share, mqa = score.mqa from score
  where score.id = dataset.id and ${DIFFER};
update dataset set grade = '', share = -1, mqa = -1 where grade <> '' and id not in (select id from score);
drop table told;
`;

/** Makes the scores what the rows say. The caller begins and ends the transaction. */
export async function applyScores(database: DatabaseSync, rows: AsyncIterable<ScoreRow>): Promise<void> {
  database.exec('create temp table told(id text primary key, grade text, share integer, mqa integer) without rowid');
  const tell = database.prepare('insert or replace into told(id, grade, share, mqa) values (?, ?, ?, ?)');
  const version = new ScoresVersion();
  for await (const row of rows) {
    const { letter, share, mqa } = row.summary;
    version.add(row);
    tell.run(row.id, letter, Math.round(share * SHARES), Math.round(mqa));
  }
  database.exec(TAKE_ALL);
  database.prepare('update meta set scores = ?').run(version.told());
}
