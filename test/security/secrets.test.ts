/** Secrets planted in a system that harvests, fails, previews and delivers: none is told anywhere, and each lies where it must alone. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { ownerToken } from '#functions/shared/owner-link.ts';
import { type Host, startHost } from '#infra/local/host.ts';
import { runRound, runsOf } from '#infra/local/round.ts';
import { Source } from '#schemas/source.ts';
import { environmentWith, synthesised } from '../infra/stand-in.ts';
import { answersOf, asOperator, filesOf, objectsOf, type Told, tablesOf } from './planted.ts';

/** The credentials of sources, of each kind, and the token that a token endpoint gives. */
const planted: Record<string, string> = {
  operator: 'kanarie-operator-7f3a91c2',
  header: 'kanarie-header-58d0e6b1',
  bearer: 'kanarie-bearer-0c9b4e77',
  basic: 'kanarie-basic-a1f2d3c4',
  client: 'kanarie-client-e5b6a798',
  access: 'kanarie-access-31c4f0d9',
};

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
const data = join(folder, 'data');
const written: string[] = [];
let host: Host;
let receiverAnswers = '';

/** Owners' site: lets in by the right key alone, fails in every way, and repeats whatever it was shown where it may be told. */
const site: RequestListener = (request, response) => {
  const shown = `${request.headers.authorization ?? ''} ${String(request.headers['x-api-key'] ?? '')}`;
  const key = decodeURIComponent(shown.trim().split(' ').at(-1) ?? '');
  const path = request.url ?? '';
  if (path === '/robots.txt') return void response.writeHead(404).end();
  if (path === '/token') {
    const token = { access_token: planted.access, token_type: 'Bearer', expires_in: 3600 };
    return void response.setHeader('content-type', 'application/json').end(JSON.stringify(token));
  }
  if (path.startsWith('/echo')) return void response.end(`<https://o.example/x> a <${key}> .`);
  if (path.startsWith('/fails')) return void response.writeHead(403, `No ${key}`, { 'x-why': key }).end(`No ${shown}`);
  if (path.startsWith('/away')) return void response.writeHead(302, { location: `/fails?key=${key}` }).end();
  const title = path.slice(1);
  const text = `<https://o.example/${title}> a <http://www.w3.org/ns/dcat#Dataset> ;
    <http://purl.org/dc/terms/identifier> "${title}" ; <http://purl.org/dc/terms/title> "Register ${title}"@da .`;
  return void response.setHeader('content-type', 'text/turtle').end(text);
};

/** A receiver of webhooks that answers with what it was sent: the challenge at first, then a fault that tells its signature. */
const receiver: RequestListener = async (request, response) => {
  const body = Buffer.concat(await Array.fromAsync(request)).toString();
  const challenge = z.object({ data: z.object({ challenge: z.string().optional() }) }).parse(JSON.parse(body));
  if (challenge.data.challenge) return void response.end(challenge.data.challenge);
  receiverAnswers = body;
  return void response.writeHead(500).end(String(request.headers['webhook-signature']));
};

const servers = [createServer(site), createServer(receiver)];
const baseOf = async (listener: (typeof servers)[number] | undefined): Promise<string> => {
  if (!listener) throw new Error('There is no such server.');
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  // Listening on a TCP port, so the address is no pipe's name.
  return `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
};

const kinds = (base: string): Record<string, object> => ({
  header: { kind: 'header', name: 'X-Api-Key', secret: 'header' },
  bearer: { kind: 'bearer', secret: 'bearer' },
  basic: { kind: 'basic', user: 'hoester', secret: 'basic' },
  client: { kind: 'oauth2-client', tokenUrl: `${base}/token`, clientId: 'us', secret: 'client' },
});

const sourcesOf = (base: string): Source[] =>
  Object.entries(kinds(base)).flatMap(([kind, credentials]) =>
    ['feed', 'echo', 'fails', 'away'].map((page) =>
      Source.parse({
        id: `${kind}-${page}`,
        owner: { id: 'o', name: { da: 'Ejeren' }, email: 'ejer@o.example' },
        format: 'dcat',
        url: `${base}/${page}-${kind}`,
        credentials,
        politeness: { requestsPerSecond: 1000 },
      }),
    ),
  );

const send: ReturnType<typeof asOperator> = (...asked) => asOperator(host)(...asked);

const Made = z.object({ id: z.string(), key: z.string(), secret: z.string() });

/** A subscription whose receiver fails, with its secret changed once. */
async function subscribe(url: string): Promise<z.infer<typeof Made>> {
  const made = Made.parse(await (await send('POST', '/v1/subscriptions', { url, since: '0' })).json());
  const { secret } = z
    .object({ secret: z.string() })
    .parse(await (await send('POST', `/v1/subscriptions/${made.id}/secret`, {})).json());
  Object.assign(planted, { key: made.key, signing: made.secret, rotated: secret });
  return made;
}

let runs: string[] = [];
let subscription = '';

beforeAll(async () => {
  const [base, hook] = [await baseOf(servers[0]), await baseOf(servers[1])];
  vi.stubEnv('DATALANDKORT_OPERATOR_TOKEN', planted.operator);
  for (const name of ['header', 'bearer', 'basic', 'client']) {
    vi.stubEnv(`DATALANDKORT_SECRET_${name.toUpperCase()}`, planted[name]);
  }
  for (const stream of [process.stderr, process.stdout]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
  }
  host = await startHost({
    data,
    ports: () => [0],
    serveApi: true,
    passing: true,
    site: async () => undefined,
    allowHosts: ['127.0.0.1'],
    onFailure: (what, error) => written.push(`${what}: ${error instanceof Error ? error.stack : String(error)}`),
  });
  const Settings = z.object({ linkSecret: z.string(), signingKey: z.object({ d: z.string() }) });
  const settings = Settings.parse(JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8')));
  planted.linkSecret = settings.linkSecret;
  planted.signingKey = settings.signingKey.d;
  planted.link = ownerToken(settings.linkSecret, { owner: 'o', links: 1, issued: Date.now() });
  const sources = sourcesOf(base);
  await host.stores.sources.replaceAll(sources);
  host.poll();
  const rows = await runRound(host, { request: {}, onProgress: () => undefined, signal: new AbortController().signal });
  runs = runsOf(rows).map(({ id }) => id);
  subscription = (await subscribe(hook)).id;
  for (const name of ['project', 'assess-datasets', 'render-feeds', 'index-search', 'deliver-webhooks'] as const) {
    await host.invoke(name, {});
  }
  for (const source of sources) await send('POST', '/v1/sources/preview', { source });
  await send('POST', `/v1/owner-links/${planted.link}/frequency`, { frequency: 'weekly' });
  await send('POST', `/v1/owner-links/${planted.link}x/frequency`, { frequency: 'weekly' });
  await host.invoke('send-reports', {});
});

afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

const answers = (): Promise<Told[]> =>
  answersOf(send, {
    ids: {
      runs,
      sources: ['header-feed', 'client-fails'],
      owners: ['o'],
      subscriptions: [subscription],
      datasets: ['header-feed.feed-header'],
    },
    seqs: ['1'],
  });

/** A secret as it is, and as it stands in an address, in a header, or in text that is coded once more. */
const forms = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(`hoester:${secret}`).toString('base64'),
];

/** Where a secret has to lie, and why. */
const LAWFUL: readonly { readonly secret: string; readonly where: RegExp; readonly because: string }[] = [
  {
    secret: 'signing',
    where: /^table webhooks: .*SUBSCRIPTION/,
    because: 'messages are signed with it; items are encrypted at rest',
  },
  {
    secret: 'rotated',
    where: /^table webhooks: .*SUBSCRIPTION/,
    because: 'messages are signed with it; items are encrypted at rest',
  },
];

const leaks = (told: readonly Told[]): string[] =>
  told.flatMap(({ where, text }) =>
    Object.entries(planted)
      .filter(([name, secret]) => forms(secret).some((form) => text.includes(form)) && !isLawful(name, where))
      .map(([name]) => `${name} in ${where}`),
  );

const isLawful = (name: string, where: string): boolean =>
  LAWFUL.some((lawful) => lawful.secret === name && lawful.where.test(where));

describe('a secret that was planted', () => {
  test('was used: sources were read with it, some failed, and a message was signed and refused', async () => {
    const states = new Map<string, string>();
    for (const id of runs) states.set(id.split('.')[0] ?? '', (await host.stores.runs.get(id))?.state ?? '');
    expect(['header-feed', 'bearer-feed', 'basic-feed', 'client-feed'].map((id) => states.get(id))).toEqual(
      Array(4).fill('succeeded'),
    );
    expect(['header-echo', 'bearer-fails', 'client-away'].map((id) => states.get(id))).toEqual(Array(3).fill('failed'));
    expect(receiverAnswers).toContain('feed-');
  });

  test('stands in no line of the log', () => {
    expect(leaks([{ where: 'log', text: written.join('\n') }])).toEqual([]);
  });

  test('is in no answer that an operator gets', async () => {
    const told = await answers();
    expect(told.filter(({ where }) => where.startsWith('answer 200')).length).toBeGreaterThan(40);
    expect(leaks(told)).toEqual([]);
  });

  test('lies in no table but where it must', async () => {
    const told = await tablesOf(new DynamoDBClient({}));
    expect(told.length).toBeGreaterThan(20);
    expect(leaks(told)).toEqual([]);
    // What may lie there does: a rule that nothing needs any more is taken away.
    for (const { secret, where } of LAWFUL) {
      expect(told.some((item) => where.test(item.where) && item.text.includes(planted[secret] ?? '?'))).toBe(true);
    }
  });

  test('is in no object of the bucket and in no letter but the link of its owner', async () => {
    const objects = await objectsOf(new S3Client({ forcePathStyle: true }), process.env.BUCKET ?? '');
    expect(objects.length).toBeGreaterThan(20);
    expect(leaks(objects)).toEqual([]);
    const letters = filesOf(data).filter(({ where }) => where.includes('/mail/'));
    expect(letters.length).toBeGreaterThan(0);
    expect(leaks(letters)).toEqual([]);
  });

  test('is in no template of AWS, although they are made where the secrets are', () => {
    const { templates } = synthesised(environmentWith());
    const told = templates.map((template, place) => ({ where: `template ${place}`, text: JSON.stringify(template) }));
    expect(told.map(({ text }) => text).join()).toContain('AWS::Lambda::Function');
    expect(leaks(told)).toEqual([]);
  });

  test('is in no file of the web pages, although they are built where the secrets are', async () => {
    const built = join(folder, 'web');
    const root = join(import.meta.dirname, '..', '..');
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const words = ['build', '--config', 'web/vite.config.ts', '--outDir', built, '--logLevel', 'error'];
    await promisify(execFile)(process.execPath, [vite, ...words], { cwd: root, env: process.env });
    const files = filesOf(built);
    expect(files.filter(({ where }) => where.endsWith('.js')).length).toBeGreaterThan(3);
    expect(leaks(files)).toEqual([]);
  }, 120_000);
});
