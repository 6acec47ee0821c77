/** `start`: the whole system on one machine, until it is stopped. */
import { signInSettings } from '../environment.ts';
import { type Host, startHost } from '../host.ts';
import { watchInterrupts } from '../interrupt.ts';
import { liveView } from '../live-view.ts';
import { loadSources } from '../load-sources.ts';
import type { Command } from '../options.ts';
import { portLostText, portsToServe } from '../ports.ts';
import { sentenceOf } from '../refusal.ts';
import { catchUp, runRound } from '../round.ts';
import { rulesAsked } from '../rules/rules.ts';
import { closingTable } from '../run-table.ts';
import { sourceNote } from '../source-notes.ts';
import { say, tell } from '../terminal.ts';
import { ensureWebBuilt, webFolder } from '../web-build.ts';
import { webSite } from '../web-site.ts';

async function firstRound(host: Host, signal: AbortSignal): Promise<void> {
  const view = liveView(process.stdout);
  const rows = await runRound(host, { request: {}, onProgress: (progress) => view.update(progress), signal });
  view.end();
  // What the table says was created, the API must show: a reader looks there next.
  await catchUp(host, signal, ['project', 'index-search']);
  if (signal.aborted) return;
  say('');
  say(rows.length > 0 ? closingTable(rows, Date.now()) : 'There is no source to harvest.');
  say('');
}

function greet({ address, operatorToken }: Host): void {
  say(`Datalandkort is at ${address}`);
  say(`  the map    ${address}/da/`);
  say(`  datasets   ${address}/v1/datasets`);
  say(`  search     ${address}/v1/datasets?q=kræft`);
  say(`  changes    ${address}/v1/changes`);
  say(`  operators  ${address}/da/operator`);
  say(
    process.env.DATALANDKORT_OPERATOR_TOKEN
      ? '             show DATALANDKORT_OPERATOR_TOKEN'
      : `             show the token ${operatorToken}`,
  );
  say('');
}

/** The pages are built while the first harvest runs; without them everything else works, so that is said and no more. */
async function buildWeb(): Promise<void> {
  try {
    await ensureWebBuilt();
  } catch (error) {
    tell(`The map at /da/ cannot be shown: ${sentenceOf(error)}`);
  }
}

/** @returns 0 after a clean stop. @throws Refusal for a broken source file, an occupied folder, a port in use. */
export async function start(command: Extract<Command, { kind: 'start' }>): Promise<number> {
  const rules = rulesAsked(command.asAws);
  const set = loadSources(command.sources);
  const signIn = signInSettings();
  const web = webSite(webFolder, signIn ? [new URL(signIn.token).origin] : []);
  const interrupt = watchInterrupts(() =>
    say('Stopping: letting work at hand be put down (Ctrl-C again ends at once) …'),
  );
  const host = await startHost({
    data: command.data,
    ports: (last) => portsToServe(command.port, last),
    serveApi: true,
    site: async (...asked) => (await web(...asked)) ?? (await set.site(...asked)),
    allowHosts: set.allowHosts,
    onFailure: (what, error) => tell(`${what} failed: ${sentenceOf(error)}`),
    ...(rules && { rules }),
  });
  try {
    const notes = await host.stores.sources.replaceAll(set.sources(host.address));
    greet(host);
    for (const note of notes) say(sourceNote(note));
    if (command.sources === undefined && command.port === 0 && host.portLost !== undefined) {
      say(portLostText(host.portLost, host.address));
    }
    host.poll();
    const built = buildWeb();
    if (!interrupt.signal.aborted) await firstRound(host, interrupt.signal);
    // Scores before the schedules: letters to owners are written by those, and wait for scores.
    await catchUp(host, interrupt.signal);
    await built;
    if (!interrupt.signal.aborted) {
      host.schedule();
      say(`Serving at ${host.address} and harvesting on schedule; Ctrl-C stops.`);
    }
    await interrupt.happened;
  } finally {
    await host.stop();
  }
  say('Stopped.');
  return 0;
}
