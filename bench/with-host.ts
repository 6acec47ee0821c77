/** The whole system on a folder of its own, for a measure of one source. */
import { startHost } from '#infra/local/host.ts';
import { catchUp, runRound, runsOf } from '#infra/local/round.ts';
import type { Run } from '#schemas/run.ts';
import { Source } from '#schemas/source.ts';
import { scratch } from './scratch.ts';

interface Timed {
  readonly ms: number;
  readonly run: Run;
}

const never = new AbortController().signal;

/** Starts the system on a folder of its own and gives a harvest of one source, timed until its changes are visible. */
export async function withHost<Result>(
  source: Pick<Source, 'format' | 'url'>,
  work: (harvest: () => Promise<Timed>) => Promise<Result>,
): Promise<Result> {
  await using place = await scratch();
  const host = await startHost({
    data: place.folder,
    ports: () => [0],
    serveApi: false,
    site: async () => undefined,
    allowHosts: ['127.0.0.1'],
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  try {
    // Our own server needs no pause between two harvests, which else would be measured.
    const politeness = { requestsPerSecond: 1000 };
    await host.stores.sources.replaceAll([
      Source.parse({ id: 'bench', owner: { id: 'bench' }, politeness, ...source }),
    ]);
    host.poll();
    return await work(async () => {
      const started = performance.now();
      const rows = await runRound(host, {
        request: { sources: ['bench'] },
        onProgress: () => undefined,
        signal: never,
      });
      await catchUp(host, never, ['project']);
      const ms = performance.now() - started;
      // The other views go on behind it (search, links, scores): the next harvest is not to be timed beside them.
      await catchUp(host, never);
      const [run] = runsOf(rows);
      if (!run) throw new Error('no run');
      return { ms, run };
    });
  } finally {
    await host.stop();
  }
}
