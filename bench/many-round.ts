/**
 * One round of the measure of many sources, in a process of its own: `many-round.ts SOURCES HOSTS RECORDS [ill]`. With `ill` the
 * first host hangs and the second answers 429. Prints one JSON object: how long the sources of the other hosts took.
 */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { startHost } from '#infra/local/host.ts';
import { catchUp } from '#infra/local/round.ts';
import { Source } from '#schemas/source.ts';
import { generateTurtle } from './feeds.ts';
import { scratch } from './scratch.ts';

const [sources = 0, hosts = 0, records = 0] = process.argv.slice(2).map(Number);
const isIll = process.argv.includes('ill');

/** How often is looked whether the next source has ended. */
const LOOK_MS = 20;

/** The loopback network has 16 million addresses; to the system each is a host. */
const addressOf = (host: number): string => `127.0.1.${host + 1}`;

const feed = [...generateTurtle(records)].join('');

const well: RequestListener = (request, response) => {
  if (request.url === '/robots.txt') return void response.writeHead(404).end();
  // Other records for each source, as many small owners have.
  const body = feed.replaceAll('data.registre.example.dk', `registre${request.url?.replaceAll('/', '-')}.example.dk`);
  response.writeHead(200, { 'content-type': 'text/turtle' }).end(body);
};
const hanging: RequestListener = () => undefined;
const busy: RequestListener = (request, response) =>
  void response.writeHead(request.url === '/robots.txt' ? 404 : 429).end();

const listenerOf = (host: number): RequestListener => (isIll ? ([hanging, busy][host] ?? well) : well);

async function serve(host: number): Promise<{ server: Server; base: string }> {
  const server = createServer(listenerOf(host));
  await new Promise<void>((resolve) => {
    server.listen(0, addressOf(host), resolve);
  });
  // Listening on a TCP port, so the address is no pipe's name.
  return { server, base: `http://${addressOf(host)}:${(server.address() as AddressInfo).port}` };
}

const served = await Promise.all(Array.from({ length: hosts }, (_, host) => serve(host)));
const politeness = { requestsPerSecond: 1000 };
const all = Array.from({ length: sources }, (_, index) =>
  Source.parse({
    id: `source-${index}`,
    owner: { id: 'bench' },
    format: 'dcat',
    url: `${served[index % hosts]?.base}/${index}`,
    politeness,
  }),
);
/** The sources of the hosts that are well in both kinds of round. */
const measured = all.filter((_, index) => index % hosts > 1).map(({ id }) => id);

await using place = await scratch();
const host = await startHost({
  data: place.folder,
  ports: () => [0],
  serveApi: false,
  site: async () => undefined,
  allowHosts: Array.from({ length: hosts }, (_, index) => addressOf(index)),
  onFailure: (what, error) => console.error(what, error),
});
await host.stores.sources.replaceAll(all);
host.poll();
const started = performance.now();
// Without the two hosts that are ill their sources are not there at all: the others are compared with themselves alone.
await host.invoke('start-runs', { sources: isIll ? all.map(({ id }) => id) : measured });
let created = 0;
for (const source of measured) {
  for (;;) {
    const [run] = await host.stores.runs.bySource(source, { limit: 1 });
    if (run && run.state !== 'running') {
      if (run.state !== 'succeeded') throw new Error(JSON.stringify(run));
      created += run.counts.created;
      break;
    }
    await delay(LOOK_MS);
  }
}
// As for a single source: links are looked at by people, and no harvest waits for them.
await catchUp(host, new AbortController().signal, ['project']);
const ms = performance.now() - started;
if (created !== measured.length * records) throw new Error(`${created} records were created`);
console.log(JSON.stringify({ ms, sources: measured.length }));
for (const { server } of served) {
  server.closeAllConnections();
  server.close();
}
await host.stop();
