/**
 * The day's look at every dataset: ages, addresses and the rules themselves change while a description stays the same. It
 * goes slice by slice, so that an invocation that runs out of time is followed by one that goes on.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { eachOf } from '#functions/shared/each-of.ts';
import { readIndex, type ScoreIndex } from '#functions/shared/score-index.ts';
import type { ScoreRow } from '#schemas/score-history.ts';
import { assessAll, type ToAssess } from './assess-all.ts';
import type { AssessPorts } from './ports.ts';
import { RULES } from './rules.ts';

const STATE_KEY = 'quality/sweep.json';

/** A slice of a hundred thousand datasets is some four hundred: assessed in a second, and read in some more. */
const SLICES = 256;

/** How far the look has come: slices of that day, by those rules. */
const State = z.object({ day: z.string(), rules: z.string(), slices: z.number().int() });
type State = z.infer<typeof State>;

/** A dataset's slice follows from its id alone, so none is left out when others come and go meanwhile. */
const sliceOf = (id: string): number => createHash('sha256').update(id).digest()[0] ?? 0;

async function readState({ objects }: AssessPorts): Promise<State | undefined> {
  const bytes = await objects.get(STATE_KEY);
  return bytes && State.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** The rows of each slice, parted once: a name for each id and slice would be the dearest part of the look. */
function slicesOf(index: ScoreIndex): Map<number, ScoreRow[]> {
  const slices = new Map<number, ScoreRow[]>();
  for (const row of index.rows()) {
    const slice = sliceOf(row.id);
    const had = slices.get(slice);
    if (had) had.push(row);
    else slices.set(slice, [row]);
  }
  return slices;
}

/**
 * The records of these rows. Where the datasets table has another record than the one that was assessed, one of the two is
 * behind the log: an older record must not replace what is said of a newer one, and a newer one is told of as a change.
 */
async function toAssess({ catalogue }: AssessPorts, rows: readonly ScoreRow[]): Promise<ToAssess[]> {
  const found = await eachOf(rows, async ({ id, seq }): Promise<ToAssess[]> => {
    const dataset = await catalogue.get(id);
    const isSame = dataset !== undefined && (seq === undefined || seq === dataset.seq);
    return isSame && dataset.entry ? [{ entry: dataset.entry, seq: dataset.seq }] : [];
  });
  return found.flat();
}

/** The state to go on from; undefined when all was looked at today by these rules. */
function stateFrom(had: State | undefined, day: string): State | undefined {
  if (had?.day !== day || had.rules !== RULES) return { day, rules: RULES, slices: 0 };
  return had.slices < SLICES ? had : undefined;
}

/**
 * Goes on with the day's look until it is done or time runs out. Whoever does it holds the consumer's checkpoint: the index
 * of scores has one writer.
 */
export async function sweep(
  ports: AssessPorts,
  consumer: string,
  settle: (index: ScoreIndex) => Promise<void>,
): Promise<void> {
  const day = new Date(ports.clock()).toISOString().slice(0, 10);
  let state = stateFrom(await readState(ports), day);
  if (!state) return;
  const holder = ports.holder();
  const position = await ports.checkpoints.take(consumer, holder, (await ports.ledger.head()).epoch);
  if (!position) return;
  try {
    const index = await readIndex(ports.objects);
    const slices = slicesOf(index);
    const step = { consumer, holder, from: position, to: position };
    while (state.slices < SLICES && !ports.outOfTime()) {
      await assessAll(ports, index, await toAssess(ports, slices.get(state.slices) ?? []));
      state = { ...state, slices: state.slices + 1 };
      // Another worker went on from here, with an index of its own: it looks again at what this one has not told.
      if (!(await ports.checkpoints.advance(step))) return;
    }
    await settle(index);
    if (!(await ports.checkpoints.advance(step))) {
      // Another worker went on while the index was written, maybe over its own: what it did since is done again.
      await ports.checkpoints.rewind(consumer, position);
      return;
    }
    await ports.objects.put(STATE_KEY, new TextEncoder().encode(JSON.stringify(state)));
  } finally {
    await ports.checkpoints.release(consumer, holder);
  }
}
