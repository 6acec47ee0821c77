/** The operator's two actions, carried out by the use cases of harvest and start-runs. */
import { type DecideHeldPorts, decideHeldRemovals } from '#functions/harvest/decide-held.ts';
import { type DecideRenamePorts, decideRename, listRenames } from '#functions/harvest/decide-rename.ts';
import { type StartReplayPorts, startReplay } from '#functions/start-runs/start-replay.ts';
import { type StartRunsPorts, startRuns } from '#functions/start-runs/start-runs.ts';
import type { HeldRemovals, Renames, RunStarter } from './ports.ts';

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
  async start(source, { force }) {
    const [start] = await startRuns(ports, { sources: [source], force });
    if (start?.kind === 'started') return { kind: 'started', run: start.run };
    if (start?.kind === 'waiting') return { kind: 'waiting', until: start.until };
    return { kind: start?.kind === 'busy' ? 'busy' : 'unknown' };
  },
  replay: (run, { dryRun }) => startReplay(ports, run, dryRun),
});
