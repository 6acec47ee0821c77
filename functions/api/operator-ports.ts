/** The operator's two actions, carried out by the use cases of harvest and start-runs. */
import { type DecideHeldPorts, decideHeldRemovals } from '#functions/harvest/decide-held.ts';
import { type DecideRenamePorts, decideRename, listRenames } from '#functions/harvest/decide-rename.ts';
import {
  type ReplayLettersPorts,
  type Restart,
  replayLetter,
  replayLetters,
} from '#functions/set-aside/replay-letters.ts';
import { getLetter, listLetters } from '#functions/shared/dead-letters.ts';
import { type StartReplayPorts, startReplay } from '#functions/start-runs/start-replay.ts';
import { type StartRunsPorts, startRuns } from '#functions/start-runs/start-runs.ts';
import type { DeadLetters, HeldRemovals, Renames, RunStarter } from './ports.ts';

/** Decides under the source's lease, in the request: a hold is a bounded list of ids. */
export const heldRemovals = (ports: DecideHeldPorts): HeldRemovals => ({
  decide: (run, decision) => decideHeldRemovals(ports, run, decision),
});

/** Decides about renames under the source's lease, in the request: a move is two changes. */
export const renamesOf = (ports: DecideRenamePorts): Renames => ({
  list: (source) => listRenames(ports.objects, source),
  decide: (source, pair, decision) => decideRename(ports, source, pair, decision),
});

/** Starts a run as the schedule would, whether or not it is due. */
export const runStarter = (ports: StartRunsPorts & StartReplayPorts): RunStarter => ({
  async start(source, options) {
    const [start] = await startRuns(ports, { sources: [source], ...options });
    if (start?.kind === 'started') return { kind: 'started', run: start.run };
    if (start?.kind === 'waiting') return { kind: 'waiting', until: start.until };
    return { kind: start?.kind === 'busy' ? 'busy' : 'unknown' };
  },
  replay: (run, { dryRun }) => startReplay(ports, run, dryRun),
});

type RestartRun = ReplayLettersPorts['restart'];

/** Starts the source again, or the replay or the preview that the failed run was. */
const restartWith =
  (starter: RunStarter): RestartRun =>
  async ({ source, force }, failed): Promise<Restart> => {
    const started = failed?.replay
      ? await starter.replay(failed.replay.of, failed.replay)
      : await starter.start(source, { force, ...(failed?.preview && { preview: true }) });
    switch (started.kind) {
      case 'started':
        return started;
      case 'busy':
        return { kind: 'refused', detail: 'The source is being harvested just now.' };
      case 'waiting':
        return { kind: 'refused', detail: `The source may not be asked before ${started.until}.` };
      case 'unknown':
        return { kind: 'refused', detail: 'The source is not among the sources any more.' };
      default:
        return { kind: 'refused', detail: 'The pages of the run that was replayed cannot be read again.' };
    }
  };

/** The archive of dead letters, and the way back from it. */
export function deadLettersOf(
  ports: Omit<ReplayLettersPorts, 'restart'> & { readonly starter: RunStarter },
): DeadLetters {
  const { objects } = ports;
  const replaying: ReplayLettersPorts = { ...ports, restart: restartWith(ports.starter) };
  return {
    list: (from) => listLetters(objects, from),
    get: (id) => getLetter(objects, id),
    replay: (id) => replayLetter(replaying, id),
    replayAll: () => replayLetters(replaying),
  };
}
