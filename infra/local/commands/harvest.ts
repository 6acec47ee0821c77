/** `harvest`: the named sources once, now. */

import type { Run } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import { startHost } from '../host.ts';
import { watchInterrupts } from '../interrupt.ts';
import { liveView } from '../live-view.ts';
import { loadSources } from '../load-sources.ts';
import type { Command } from '../options.ts';
import { portLostText, portsToUse } from '../ports.ts';
import { NOT_ALL_WELL, Refusal, sentenceOf } from '../refusal.ts';
import { catchUp, runRound, runsOf } from '../round.ts';
import { rulesAsked } from '../rules/rules.ts';
import { closingTable, type SourceProgress } from '../run-table.ts';
import { sourceNote } from '../source-notes.ts';
import { say, tell } from '../terminal.ts';

type HarvestCommand = Extract<Command, { kind: 'harvest' }>;

/** The ids to run. Sources that are not enabled are run only when they are named. */
function chosen(sources: readonly Source[], names: readonly string[]): string[] {
  const known = new Set(sources.map(({ id }) => id));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const list = known.size > 0 ? `The sources are ${[...known].join(', ')}.` : 'The source file names none.';
    throw new Refusal(`There is no source ${unknown.map((name) => `"${name}"`).join(', ')}. ${list}`);
  }
  if (names.length > 0) return [...new Set(names)];
  return sources.filter(({ enabled }) => enabled).map(({ id }) => id);
}

function print(rows: readonly SourceProgress[], json: boolean): void {
  const text = json ? JSON.stringify({ runs: runsOf(rows) }) : closingTable(rows, Date.now());
  say(text);
}

const isWell = ({ state }: Run): boolean => state === 'succeeded';

/** @returns 0 when all succeeded and 1 when one did not. @throws Refusal for bad usage and for a broken source file. */
export async function harvest(command: HarvestCommand): Promise<number> {
  const rules = rulesAsked(command.asAws);
  const set = loadSources(command.sources);
  const interrupt = watchInterrupts(() => tell('Stopping: what is under way goes on at the next start …'));
  const host = await startHost({
    data: command.data,
    ports: portsToUse,
    serveApi: false,
    site: set.site,
    allowHosts: set.allowHosts,
    onFailure: (what, error) => tell(`${what} failed: ${sentenceOf(error)}`),
    ...(rules && { rules }),
  });
  try {
    const sources = set.sources(host.address);
    const request = { sources: chosen(sources, command.names), force: command.force };
    for (const note of await host.stores.sources.replaceAll(sources)) tell(sourceNote(note));
    if (command.sources === undefined && host.portLost !== undefined) tell(portLostText(host.portLost, host.address));
    host.poll();
    const view = liveView(process.stderr);
    const { signal } = interrupt;
    const rows = await runRound(host, { request, onProgress: (progress) => view.update(progress), signal });
    view.end();
    await catchUp(host, signal);
    print(rows, command.json);
    return runsOf(rows).every(isWell) ? 0 : NOT_ALL_WELL;
  } finally {
    await host.stop();
  }
}
