/**
 * The function that harvests, alone in its process as on AWS, with one run of a repository: `oai-worker.ts RECORDS`. Prints one
 * JSON object with its memory at the highest.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as z from 'zod';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { applyEnvironment, localEnvironment } from '#infra/local/environment.ts';
import { invokerOf } from '#infra/local/invoke.ts';
import { topology } from '#infra/topology.ts';
import type { FunctionName } from '#infra/topology-shape.ts';
import { Source } from '#schemas/source.ts';
import { scratch } from './scratch.ts';

const records = Number(process.argv[2]);
await using place = await scratch();
const script = (name: string, parameter: string) => fork(join(import.meta.dirname, name), [parameter]);
const server = script('oai-server.ts', String(records));
const [port] = await once(server, 'message');
const engines = script('engines-server.ts', place.folder);
const [addresses] = await once(engines, 'message');
const settings = {
  PUBLIC_URL: 'http://127.0.0.1',
  OPERATOR_TOKEN: 'bench',
  ALLOW_HOSTS: '127.0.0.1',
  SECRETS: 'environment',
  CONTACT: '',
  TOKEN_ISSUER: '',
  TOKEN_AUDIENCE: '',
  TOKEN_JWKS: '',
  LINK_SECRET: '',
  MAIL_FROM: '',
  MAIL_FOLDER: '',
  MAIL_CONFIGURATION_SET: '',
  METRICS: '',
  FOLLOW_URL: 'http://127.0.0.1',
};
applyEnvironment(localEnvironment(topology, addresses, settings));

const load = async (name: FunctionName) =>
  invokerOf(
    name,
    topology.functions[name],
    (await import(`#functions/${name}/handler.ts`)).handler,
    new AbortController().signal,
  );
const politeness = { requestsPerSecond: 1000 };
const url = `http://127.0.0.1:${port}/oai`;
await dynamoSourceStore('control').replaceAll([
  Source.parse({ id: 'bench', owner: { id: 'bench' }, format: 'oai-pmh', url, politeness }),
]);
const [startRuns, harvest] = [await load('start-runs'), await load('harvest')];
const idleKb = process.resourceUsage().maxRSS;
const [started] = z.array(z.object({ run: z.string() })).parse(await startRuns({ sources: ['bench'] }));
const message = { source: 'bench', run: started?.run };
const began = performance.now();
await harvest({ Records: [{ messageId: '1', body: JSON.stringify(message) }] });
const ms = performance.now() - began;
console.log(JSON.stringify({ ms, idleMb: idleKb / 1024, peakMb: process.resourceUsage().maxRSS / 1024 }));
server.disconnect();
engines.disconnect();
