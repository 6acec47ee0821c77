import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clientOf, startEngines } from '#infra/local/engines.ts';
import { queueUrl } from '#infra/local/object-engine.ts';
import { topology } from '#infra/topology.ts';
import { deadLetterOf } from '#infra/topology-shape.ts';
import { turtleOf } from '#test/turtle-feed.ts';
import { beginCommand } from './command.ts';

const FEED = turtleOf(['Register 1', 'Register 2', 'Register 3']);

let folder: string;
let feed: Server;
let broken: boolean;
let served: string;
let asked: number;
let children: ChildProcess[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'operating-'));
  broken = false;
  served = FEED;
  asked = 0;
  children = [];
  feed = createServer((request, response) => {
    if (request.url === '/robots.txt' || broken) return void response.writeHead(404).end();
    asked += 1;
    response.setHeader('content-type', 'text/turtle').end(served);
  });
  await once(feed.listen(0, '127.0.0.1'), 'listening');
});

afterEach(() => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  feed.closeAllConnections();
  feed.close();
  rmSync(folder, { recursive: true, force: true });
});

function sourceFile(changes: object = {}): string {
  // Listening on a TCP port, so the address is no pipe's name.
  const { port } = feed.address() as AddressInfo;
  const source = { id: 'owner', owner: { id: 'o' }, format: 'dcat', url: `http://127.0.0.1:${port}/catalogue.ttl` };
  const file = join(folder, 'sources.json');
  writeFileSync(file, JSON.stringify({ sources: [{ ...source, ...changes }] }));
  return file;
}

function begin(...args: string[]) {
  const begun = beginCommand(...args, '--data', join(folder, 'data'));
  children.push(begun.child);
  return begun;
}

const run = (...args: string[]) => begin(...args).ended;

const runOf = (out: string): string => JSON.parse(out).runs[0].id;

test('a mended mapping is shown, then published from the archive, and the source is not asked', async () => {
  const harvested = await run('harvest', '--json', '--sources', sourceFile());
  const id = runOf(harvested.out);
  expect(JSON.parse(harvested.out).runs[0].cost).toMatchObject({ requests: 1, lambdaInvocations: 1 });
  const before = asked;
  const mended = sourceFile({ defaults: { versionNotes: { da: 'Rettet' } } });

  const dry = await run('replay', id, '--dry-run', '--sources', mended);
  expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('(changed) Register 2') });
  expect(dry.out).toContain('nothing was changed');

  const real = JSON.parse((await run('replay', id, '--json')).out);
  expect(real).toMatchObject({ published: true, run: { state: 'succeeded', counts: { updated: 3 }, requests: 0 } });
  expect(real.difference).toHaveLength(3);
  expect(await run('replay', id)).toMatchObject({ code: 0, out: 'Nothing would change.\n' });
  expect(asked).toBe(before);
});

test('a run that failed is a dead letter, which can be looked at and replayed once its cause is mended', async () => {
  broken = true;
  const failed = await run('harvest', '--json', '--sources', sourceFile());
  expect(failed.code).toBe(1);
  const letter = `harvest.${runOf(failed.out)}`;
  const listed = await run('dead-letters');
  expect(listed).toMatchObject({ code: 0, out: expect.stringContaining(letter) });
  expect(JSON.parse((await run('dead-letters', 'show', letter)).out)).toMatchObject({ queue: 'harvest', tries: 1 });

  broken = false;
  served = FEED;
  const replayed = await run('dead-letters', 'replay', '--all');
  expect(replayed).toMatchObject({ code: 0, out: expect.stringContaining('(succeeded)') });
  expect((await run('dead-letters', 'list')).out).toBe('There is no dead letter.\n');
});

test('a dead letter that no schedule has set aside yet is shown, and is on its way again after a replay', async () => {
  await run('harvest', '--json', '--sources', sourceFile());
  const engines = await startEngines(join(folder, 'data'), topology);
  const sqs = new SQSClient(clientOf(engines.objects));
  const QueueUrl = queueUrl(engines.objects, deadLetterOf('project'));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '{"head":3}' }));
  sqs.destroy();
  await engines.stop();

  const { letters } = JSON.parse((await run('dead-letters', '--json')).out);
  expect(letters).toMatchObject([{ queue: 'project', message: '{"head":3}', tries: 1 }]);
  expect(await run('dead-letters', 'replay', '--all')).toMatchObject({ code: 0 });
  expect((await run('dead-letters', 'list')).out).toBe('There is no dead letter.\n');
});

test('works by the API of the host that runs on the folder', async () => {
  broken = true;
  const host = begin('start', '--port', '0', '--sources', sourceFile());
  await vi.waitFor(() => expect(host.said.out).toContain('Serving at'), { timeout: 120_000, interval: 20 });
  expect((await run('dead-letters', '--json')).out).toContain('harvest.owner.');
  const busy = begin('harvest', '--sources', sourceFile());
  expect(await busy.ended).toMatchObject({ code: 2, err: expect.stringContaining('is in use') });
});

test.each([
  [['dead-letters', 'replay'], 'replay --all is expected'],
  [['dead-letters', 'burn'], 'replay --all is expected'],
  [['replay'], 'RUN is expected'],
])('says how it is used: %j', async (args, hint) => {
  expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining(hint) });
});

test('an owner’s report is written in every format, and the next one shows what was mended at the source as fixed', async () => {
  const source = sourceFile({ owner: { id: 'sds', name: { da: 'Sundhedsdatastyrelsen æøå' } } });
  await run('harvest', '--sources', source);
  const out = join(folder, 'reports');
  const first = await run('report', 'sds', '--out', out);
  const names = readdirSync(out).sort();
  served = FEED.replaceAll('@da .', '@da ; <http://www.w3.org/ns/dcat#keyword> "kræft"@da .');
  await run('harvest', '--sources', source);
  await run('report', 'sds', '--out', out);
  const report = JSON.parse(readFileSync(join(out, names.find((name) => name.endsWith('.json')) ?? ''), 'utf8'));

  expect(first.code).toBe(0);
  expect(names.map((name) => name.replace(/^sds-\d{4}-\d{2}-\d{2}\./, ''))).toEqual([
    'da.csv',
    'da.html',
    'da.pdf',
    'en.csv',
    'en.html',
    'en.pdf',
    'json',
    'ttl',
  ]);
  expect(readFileSync(join(out, names[1] ?? ''), 'utf8')).toContain('Kvalitetsrapport for Sundhedsdatastyrelsen æøå');
  const fixed = report.changes.fixed.filter(({ property }: { property: string }) => property === 'Dataset.keyword');
  expect(fixed).toHaveLength(3);
  expect(fixed[0].gain.mqa).toBe(30);
  expect(report.changes.after.mqa - report.changes.before.mqa).toBeCloseTo(30);
});

test('a report for an owner that there is not names those that there are', async () => {
  await run('harvest', '--sources', sourceFile());

  expect(await run('report', 'nobody', '--out', folder)).toEqual({
    code: 1,
    out: '',
    err: 'There is no owner "nobody". The owners are o.\n',
  });
});

test('a contact is erased by the command, which says what it did; no address is refused', async () => {
  const contact =
    '<http://www.w3.org/ns/dcat#contactPoint> [ <http://www.w3.org/2006/vcard/ns#hasEmail> <mailto:jens@o.example> ]';
  served = FEED.replace(/ a (<[^>]*Dataset>|dcat:Dataset) ;/, (found) => `${found} ${contact} ;`);
  expect(served).toContain('jens@o.example');
  await run('harvest', '--json', '--sources', sourceFile());
  expect(await run('erase', 'jens')).toMatchObject({ code: 1, err: expect.stringContaining('body') });
  const erased = JSON.parse((await run('erase', 'MAILTO:Jens@o.example', '--json')).out);
  expect(erased.erasure).toMatchObject({ state: 'done', counts: { changes: 1 } });
  const exported = await run('export', '--format', 'jsonl');
  expect(exported.out).toContain('Register 1');
  expect(exported.out).not.toMatch(/jens/i);
  // The owner still names the person.
  const again = await run('preview', 'owner', '--json', '--sources', sourceFile());
  expect(JSON.parse(again.out).previews[0]).toMatchObject({ whole: true, coverage: 'complete' });
  expect(again.out).not.toMatch(/jens/i);
});
