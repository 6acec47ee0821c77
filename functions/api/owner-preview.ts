/** The latest preview of a source as its owner sees it: what the next harvest would do, register by register. */
import { differenceKey } from '#functions/harvest/waiting-changes.ts';
import { readLines } from '#functions/shared/json-lines.ts';
import { latestRun } from '#functions/shared/latest-run.ts';
import { RecordDifference } from '#schemas/difference.ts';
import type { Run } from '#schemas/run.ts';
import type { ApiPorts } from './ports.ts';

/** Registers of a preview on the page: enough to see whether it is right. The counts tell of all. */
const SHOWN = 50;

export interface PreviewedRegister {
  readonly type: RecordDifference['type'];
  readonly returns: boolean;
  readonly id: string;
  readonly title: RecordDifference['title'];
  /** Keys of the properties that would be others; none for a new register or one that goes. */
  readonly changed: readonly string[];
}

export interface OwnerPreview extends Pick<Run, 'id' | 'state' | 'startedAt'> {
  readonly reason: string | null;
  /** How many would be new, changed, back or gone. */
  readonly would: Run['waiting'] | null;
  readonly registers: readonly PreviewedRegister[];
}

async function registersOf({ objects }: Pick<ApiPorts, 'objects'>, run: string): Promise<PreviewedRegister[]> {
  const registers: PreviewedRegister[] = [];
  for await (const line of readLines(objects, differenceKey(run))) {
    const { type, returns, id, title, changed } = RecordDifference.parse(JSON.parse(line));
    const properties = type === 'Update' ? changed.map(({ property }) => property) : [];
    registers.push({ type, returns, id, title, changed: properties });
    if (registers.length === SHOWN) break;
  }
  return registers;
}

/** Null where nobody has asked for a preview, or a harvest has come after it. */
export async function latestPreview(
  ports: Pick<ApiPorts, 'runs' | 'objects'>,
  source: string,
  harvest: Run | undefined,
): Promise<OwnerPreview | null> {
  const run = await latestRun(ports.runs, source, ({ preview }) => preview === true);
  if (!run || (harvest && harvest.startedAt > run.startedAt)) return null;
  const { id, state, startedAt, reason = null, waiting = null } = run;
  return { id, state, startedAt, reason, would: waiting, registers: await registersOf(ports, id) };
}
