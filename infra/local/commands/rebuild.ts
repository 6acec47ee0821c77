/** `rebuild`: builds the views of the ledger anew, one after the other, and compares each with the ledger. */

import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Rebuilt, type Report } from '#functions/rebuild-views/rebuilt.ts';
import { topology } from '#infra/topology.ts';
import { hasCatalogue } from '../data-folder.ts';
import { startHost } from '../host.ts';
import { watchInterrupts } from '../interrupt.ts';
import { type Handler, invokerOf } from '../invoke.ts';
import { loadSources } from '../load-sources.ts';
import type { Command } from '../options.ts';
import { patiently } from '../patiently.ts';
import { portsToUse } from '../ports.ts';
import { NOT_ALL_WELL, Refusal, sentenceOf } from '../refusal.ts';
import { say, tell } from '../terminal.ts';

type RebuildCommand = Extract<Command, { kind: 'rebuild' }>;
type View = RebuildCommand['views'][number];

/** Calls rebuild-views with an event. */
type Call = (event: object) => Promise<unknown>;

/** How long a call may work before it tells how far it has come. */
const TELL_SECONDS = 5;

/** How long to wait while the view's own function is at work. */
const BUSY_MS = 1000;

/** One view, call by call; undefined when the user has enough. */
async function rebuildOne(call: Call, view: View, signal: AbortSignal): Promise<Report | undefined> {
  tell(`${view}: being built anew …`);
  while (!signal.aborted) {
    const rebuilt = Rebuilt.parse(await call({ view, seconds: TELL_SECONDS }));
    if (rebuilt.kind === 'done') return rebuilt.report;
    if (rebuilt.kind === 'behind') tell(`${view}: ${rebuilt.seq} of ${rebuilt.of} changes`);
    else await delay(BUSY_MS, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}

const COUNTED: Readonly<Record<View, string>> = {
  datasets: 'live datasets',
  links: 'datasets with links',
  scores: 'scored datasets',
  search: 'datasets that are found',
  feeds: 'frozen pages',
  snapshots: 'datasets in a new snapshot',
};

function lineOf({ view, count, cleared, state, ledger, agrees, seq }: Report): string {
  const parts = [`${view}: ${count} ${COUNTED[view]} as of change ${seq}`];
  if (cleared > 0) parts.push(`${cleared} rows that the ledger does not know were taken away`);
  if (!agrees)
    parts.push(`NOT as the ledger, which has ${ledger.count} live datasets and the hash ${ledger.stateHash}`);
  else if (state) parts.push(`state hash ${state.stateHash}, that of the ledger`);
  return parts.join('; ');
}

async function rebuildAll({ views, json }: RebuildCommand, call: Call, signal: AbortSignal): Promise<number> {
  const reports: Report[] = [];
  for (const view of views) {
    const report = await rebuildOne(call, view, signal);
    if (!report) throw new Refusal('Stopped. Run it again, and it goes on with what was not done.', NOT_ALL_WELL);
    reports.push(report);
    if (!json) say(lineOf(report));
  }
  if (json) say(JSON.stringify({ rebuilt: reports }));
  return reports.every(({ agrees }) => agrees) ? 0 : NOT_ALL_WELL;
}

/**
 * In this process, on the tables and the bucket that the environment names, as rebuild-views itself would be: with the rights
 * of whoever runs it, and without Lambda's fifteen minutes.
 */
async function onAws(command: RebuildCommand, signal: AbortSignal): Promise<number> {
  const spec = topology.functions['rebuild-views'];
  const entry = join(import.meta.dirname, '..', '..', '..', spec.entry);
  const loaded: Promise<{ handler: Handler }> = import(pathToFileURL(entry).href);
  const { handler } = await loaded.catch((error: unknown) => {
    // The environment names too little: the sentence says what.
    throw new Refusal(sentenceOf(error));
  });
  const invoke = invokerOf('rebuild-views', spec, handler, signal);
  return rebuildAll(command, invoke, signal);
}

async function onThisMachine(command: RebuildCommand, signal: AbortSignal): Promise<number> {
  if (!hasCatalogue(command.data)) {
    throw new Refusal(
      `There is no catalogue in ${command.data}: harvest first, or name its folder with --data.`,
      NOT_ALL_WELL,
    );
  }
  const set = loadSources(undefined);
  const host = await startHost({
    data: command.data,
    ports: portsToUse,
    serveApi: false,
    passing: true,
    site: set.site,
    allowHosts: set.allowHosts,
    onFailure: (what, error) => tell(`${what} failed: ${sentenceOf(error)}`),
  });
  try {
    // Pages and snapshots hold the address under which they are served.
    if (host.portLost !== undefined) {
      tell(`Port ${host.portLost} is taken: feed pages and snapshots are built for ${host.address} this time.`);
    }
    return await rebuildAll(
      command,
      patiently((event: object) => host.invoke('rebuild-views', event)),
      signal,
    );
  } finally {
    await host.stop();
  }
}

/** @returns 0 when every view says what the ledger says, 1 otherwise. @throws Refusal for a folder that is in use (2). */
export async function rebuild(command: RebuildCommand): Promise<number> {
  const { signal } = watchInterrupts(() => tell('Stopping …'));
  return command.aws ? onAws(command, signal) : onThisMachine(command, signal);
}
