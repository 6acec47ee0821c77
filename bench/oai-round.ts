/** One harvest of a repository, in a process of its own: `oai-round.ts RECORDS`. Prints one JSON object. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { withHost } from './with-host.ts';

const records = Number(process.argv[2]);
const server = fork(join(import.meta.dirname, 'oai-server.ts'), [String(records)]);
const [port] = await once(server, 'message');
const { ms, run } = await withHost({ format: 'oai-pmh', url: `http://127.0.0.1:${port}/oai` }, (harvest) => harvest());
server.disconnect();
if (run.state !== 'succeeded' || run.counts.created !== records) throw new Error(JSON.stringify(run));
console.log(JSON.stringify({ ms, requests: run.requests }));
