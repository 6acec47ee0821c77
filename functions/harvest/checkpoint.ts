/**
 * What an invocation leaves for the next one of its run: the session and the frontier as lines, so that a run of many records
 * is put down in no more memory than it goes on in. Written and read by one version only.
 */
import type { PageSeen } from '#catalogue/coverage.ts';
import type { RunRecord } from '#schemas/run.ts';
import type { FrontierData } from './frontier.ts';
import { type RunFileStore, readCheckpoint, writeCheckpoint } from './run-files.ts';
import { RunRows } from './run-rows.ts';
import type { Session } from './session.ts';

/** The first line: all that does not grow with the records. */
interface Head extends Omit<Session, 'rows' | 'seen' | 'deletions' | 'pages'> {
  readonly deletions: readonly string[];
  readonly pages: readonly (readonly [string, PageSeen])[];
  readonly frontier: FrontierData;
}

/** Every other line: a row of the balance sheet, or a record that was seen and its page. */
type Line = { readonly row: RunRecord } | { readonly seen: readonly [string, string] };

export interface PutDown {
  readonly session: Session;
  readonly frontier: FrontierData;
}

function* linesOf({ session, frontier }: PutDown): Generator<Head | Line> {
  const { rows, seen, deletions, pages, ...rest } = session;
  yield { ...rest, deletions: [...deletions], pages: [...pages], frontier };
  for (const row of rows) yield { row };
  for (const one of seen) yield { seen: one };
}

export const keepCheckpoint = (objects: RunFileStore, run: string, putDown: PutDown): Promise<void> =>
  writeCheckpoint(objects, run, linesOf(putDown));

/** Undefined for a run that was not put down. */
export async function takeCheckpoint(objects: RunFileStore, run: string): Promise<PutDown | undefined> {
  let putDown: PutDown | undefined;
  for await (const text of readCheckpoint(objects, run)) {
    const json: unknown = JSON.parse(text);
    if (putDown === undefined) {
      const { frontier, deletions, pages, ...rest } = json as Head;
      const own = { rows: new RunRows(), seen: new Map(), deletions: new Set(deletions), pages: new Map(pages) };
      putDown = { session: { ...rest, ...own }, frontier };
      continue;
    }
    const line = json as Line;
    if ('row' in line) putDown.session.rows.push(line.row);
    else putDown.session.seen.set(...line.seen);
  }
  return putDown;
}
