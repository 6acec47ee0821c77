/** A folder of an earlier program goes on under this one, as often as it is started; one of a newer program is refused. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Line } from '#infra/local/backup-file.ts';
import { LAYOUT } from '#infra/local/data-folder.ts';
import { putBack } from '#infra/local/kept-data.ts';
import { withFolder } from '#infra/local/open-folder.ts';
import { closedPort } from '#test/scripted-servers.ts';
import { beginCommand } from './command.ts';

const PATIENCE = { timeout: 60_000, interval: 100 };
const OLDER = join('test', 'fixtures', 'older-folders', '2026-11-24');

const folder = mkdtempSync(join(tmpdir(), 'older-'));
const data = join(folder, 'data');
const noSources = join(folder, 'none.json');

/** The bytes of attributes are written as base64 in the fixture. */
function lineOf(text: string): Line {
  const line = JSON.parse(text);
  for (const value of Object.values<{ B?: unknown }>(line.item ?? {})) {
    if (typeof value.B === 'string') value.B = new Uint8Array(Buffer.from(value.B, 'base64'));
  }
  return line;
}

const olderRecords = async function* (): AsyncGenerator<Line> {
  for (const text of readFileSync(join(OLDER, 'records.jsonl'), 'utf8').trimEnd().split('\n')) yield lineOf(text);
};

beforeAll(async () => {
  writeFileSync(noSources, '{"sources":[]}');
  mkdirSync(data);
  await withFolder(data, ({ engines, stores }) => putBack(engines, stores.objects, olderRecords()));
  // As the earlier program left it: without what came later.
  writeFileSync(join(data, 'settings.json'), readFileSync(join(OLDER, 'settings.json')));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function served<Result>(work: (address: string) => Promise<Result>): Promise<Result> {
  const port = await closedPort();
  const begun = beginCommand('start', '--sources', noSources, '--data', data, '--port', String(port));
  try {
    await vi.waitFor(() => expect(begun.said.out).toContain('harvesting on schedule'), PATIENCE);
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    begun.child.kill('SIGINT');
    expect((await begun.ended).code).toBe(0);
  }
}

const json = async (url: string) => (await fetch(url)).json();

test('a folder of an earlier program is started, with all that it holds, and once more', async () => {
  const seen: unknown[] = [];
  for (let starts = 0; starts < 2; starts += 1) {
    seen.push(
      await served(async (address) => {
        const { items } = await json(`${address}/v1/datasets?limit=10`);
        const { epoch, seq, count, stateHash } = await json(`${address}/v1/state`);
        const found = await json(`${address}/v1/datasets?q=kræft`);
        const runs = await json(`${address}/v1/sources/owner/runs`);
        const scored = await json(`${address}/v1/datasets/${items[0].id}/quality`);
        expect(scored).toMatchObject({ title: { da: 'Landspatientregisteret' } });
        const titles = items.map(({ title }: { title: { da: string } }) => title.da);
        return { epoch, seq, count, stateHash, titles, found: found.items.length, runs: runs.items.length };
      }),
    );
  }
  expect(seen[0]).toMatchObject({
    epoch: 'e1',
    seq: 5,
    count: 2,
    titles: ['Landspatientregisteret', 'Kræftregisteret'],
    found: 1,
    runs: 2,
  });
  expect(seen[1]).toEqual(seen[0]);
  const settings = JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8'));
  expect(settings).toMatchObject({ layout: LAYOUT, operatorToken: 'a-token-of-an-older-folder-for-tests' });
}, 120_000);

test('a run of the earlier program is read anew from its archive, and says what it said', async () => {
  const run = 'owner.20261126T120501Z.umfnob';
  const replayed = await beginCommand('replay', run, '--dry-run', '--data', data).ended;
  expect(replayed).toMatchObject({ code: 0, out: 'Nothing would change.\n' });
}, 60_000);

test('its views, built anew, agree with the ledger', async () => {
  const rebuilt = await beginCommand('rebuild', '--data', data, '--json').ended;
  expect(rebuilt.code).toBe(0);
  const { rebuilt: reports } = JSON.parse(rebuilt.out);
  expect(reports.map(({ agrees }: { agrees: boolean }) => agrees)).toEqual(Array.from({ length: 6 }, () => true));
}, 60_000);

test.each(['start', 'harvest', 'export', 'rebuild', 'backup'])(
  'a folder of a newer program is refused by %s, and left as it is',
  async (command) => {
    const newer = join(folder, `newer-${command}`);
    mkdirSync(newer);
    const text = JSON.stringify({ layout: LAYOUT + 1, token: 'under another name' });
    writeFileSync(join(newer, 'settings.json'), text);
    const words = { export: ['--format', 'nq'], backup: [join(folder, 'never')] }[command] ?? [];
    const ended = await beginCommand(command, ...words, '--data', newer).ended;
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain(
      `was written by a newer datalandkort (layout ${LAYOUT + 1}; this one knows up to ${LAYOUT})`,
    );
    expect(readFileSync(join(newer, 'settings.json'), 'utf8')).toBe(text);
    expect(readdirSync(newer)).not.toContain('dynamodb');
  },
);
