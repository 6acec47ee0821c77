/**
 * The whole system with its pages and one harvest of a large feed: `run-server.ts FOLDER RECORDS`. Each record has something to
 * tell of, so that the run's problems are many too. Sends the address, the run's id and the operator's token when all is done.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startHost } from '#infra/local/host.ts';
import { catchUp, runRound, runsOf } from '#infra/local/round.ts';
import { webFolder } from '#infra/local/web-build.ts';
import { webSite } from '#infra/local/web-site.ts';
import { Source } from '#schemas/source.ts';
import { turtleOf } from '#test/turtle-feed.ts';

const [folder = '', records = '0'] = process.argv.slice(2);

const titles = Array.from({ length: Number(records) }, (_, place) => `<b>Register nr. ${place}</b> på Ærø`);
const body = turtleOf(titles);
const feed = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/turtle' }).end(body));
await new Promise<void>((resolve) => feed.listen(0, '127.0.0.1', resolve));
const { port } = feed.address() as AddressInfo;

const host = await startHost({
  data: folder,
  ports: () => [0],
  serveApi: true,
  site: webSite(webFolder),
  allowHosts: ['127.0.0.1'],
  onFailure: (what, error) => console.error(what, error),
});
await host.stores.sources.replaceAll([
  Source.parse({
    id: 'bench',
    owner: { id: 'bench' },
    title: { da: 'En stor kilde' },
    format: 'dcat',
    url: `http://127.0.0.1:${port}/feed.ttl`,
  }),
]);
host.poll();
const never = new AbortController().signal;
const rows = await runRound(host, { request: { sources: ['bench'] }, onProgress: () => undefined, signal: never });
await catchUp(host, never, ['project', 'index-search']);
const [run] = runsOf(rows);
process.send?.({ address: host.address, run: run?.id, counts: run?.counts, token: host.operatorToken });
process.on('disconnect', () => process.exit());
