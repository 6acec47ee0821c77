/**
 * A follower of docs/follow.md, killed again and again while the catalogue changes under it: `following.ts FOLDER LANGUAGE`.
 * It is run as it stands on the page, in a process of its own; its database keeps a diary of all that is applied, by
 * triggers, so that nothing can be applied without being written down. Sends what came of it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { emptyState, stateHashOf, withDataset } from '#catalogue/state-hash.ts';
import { feedOf } from './follow-script.ts';
import { page } from './owners.ts';
import { System } from './system.ts';

const KILLS = 10;

/** How often the diary is looked at: a follower applies some hundred changes in a tenth of a second. */
const LOOK_MS = 1;

/** Rows that a follower may apply before it is killed, at most; a run of the source changes about as many. */
const MOST_ROWS = 60;

const languages = {
  ts: { fence: /```ts\n([\s\S]*?)```/, file: 'follow.mts', command: process.execPath },
  python: { fence: /```python\n([\s\S]*?)```/, file: 'follow.py', command: 'python3' },
  typescript: { fence: /```typescript\n([\s\S]*?)```/, file: 'follow.mts', command: process.execPath },
  py: { fence: /```py\n([\s\S]*?)```/, file: 'follow.py', command: 'python3' },
} as const;

const isLanguage = (name: string): name is keyof typeof languages => Object.hasOwn(languages, name);

const State = z.object({ seq: z.number(), count: z.number(), stateHash: z.string() });
const Manifest = z.object({ seq: z.number(), count: z.number() });

const [folder = '', language = 'ts', seed = '1'] = process.argv.slice(2);
const { fence, file, command } = languages[isLanguage(language) ? language : 'ts'];
/** Those of twenty lines read the log from its start, and leave it to others to say what they have. */
const isShort = language === 'typescript' || language === 'py';
const document = readFileSync(join(import.meta.dirname, '../../docs/follow.md'), 'utf8');
const program = join(folder, file);
writeFileSync(program, fence.exec(document)?.[1] ?? '');

/** The same numbers for the same seed. */
let randomState = Number(seed);
function random(below: number): number {
  randomState = (Math.imul(randomState, 1_103_515_245) + 12_345) >>> 0;
  return (randomState >>> 8) % below;
}

/** The follower's database, as it would make it, with a diary beside it. Readers of it do not hold up its writer. */
function openDiary(path: string): DatabaseSync {
  const [table = ''] = /CREATE TABLE IF NOT EXISTS datasets \([^)]*\)/.exec(document) ?? [];
  const database = new DatabaseSync(path, { timeout: 5_000 });
  const note = 'INSERT INTO diary (iri, seq, revision) VALUES (new.iri, new.seq, new.revision)';
  database.exec(`PRAGMA journal_mode = WAL; ${table};
    CREATE TABLE diary (line INTEGER PRIMARY KEY, iri, seq, revision);
    CREATE TRIGGER came AFTER INSERT ON datasets BEGIN ${note}; END;
    CREATE TRIGGER moved AFTER UPDATE ON datasets BEGIN ${note}; END;`);
  return database;
}

const Line = z.object({ iri: z.string(), seq: z.number(), revision: z.number() });

/** Everything that must hold of the diary; empty when all of it does. */
function faultsOf(lines: readonly z.infer<typeof Line>[], copied: z.infer<typeof Manifest>, head: number): string[] {
  const faults: string[] = [];
  const versions = new Set(lines.map(({ iri, revision }) => `${iri} ${revision}`));
  if (versions.size !== lines.length) faults.push(`${lines.length - versions.size} versions were applied twice`);
  const followed = lines.slice(copied.count).map(({ seq }) => seq);
  const wanted = Array.from({ length: head - copied.seq }, (_, index) => copied.seq + 1 + index);
  if (lines.slice(0, copied.count).some(({ seq }) => seq > copied.seq)) faults.push('a change came before the copy');
  if (followed.join() !== wanted.join()) {
    const missed = wanted.filter((seq) => !followed.includes(seq)).length;
    faults.push(`not every change in order: ${missed} of ${wanted.length} missed`);
  }
  return faults;
}

const system = await System.start(folder);
const source = 'changing';
const url = system.owners.urlOf(source, '/feed', system.names);
await system.addSource({
  id: source,
  owner: { id: 'owner' },
  format: 'dcat',
  url,
  politeness: { requestsPerSecond: 1000, concurrency: 1 },
  // What the script takes away it means.
  removal: { missingRuns: 1, holdAbove: { share: 1, count: 10_000 }, renames: 'off' },
});

let round = 0;
async function change(): Promise<void> {
  system.owners.answer(`${source}.test`, page(feedOf(round)));
  await system.harvest(source);
  round += 1;
}

const base = system.host.address;
const copy = join(folder, 'copy.db');
const diary = openDiary(copy);
const counted = diary.prepare('SELECT count(*) AS lines FROM diary');
const linesNow = (): number => Number(counted.get()?.lines ?? 0);

const ask = async (path: string): Promise<unknown> => (await fetch(base + path)).json();
const begin = (): ChildProcess =>
  spawn(command, [program], { env: { ...process.env, BASE: base, COPY: copy }, stdio: ['ignore', 'pipe', 'inherit'] });

/** Lets a follower run until it has applied so many rows, and kills it there. @returns whether it was killed. */
async function runAndKill(rows: number): Promise<boolean> {
  const until = linesNow() + rows;
  const child = begin();
  const ended = once(child, 'close');
  while (child.exitCode === null && linesNow() < until) await delay(LOOK_MS);
  child.kill('SIGKILL');
  const [code, signal] = await ended;
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`The follower ended by itself with ${code}.`);
  return signal === 'SIGKILL';
}

/** The state hash of what a follower has. */
const hashOfCopy = (): string => {
  const rows = diary.prepare('SELECT iri, revision, hash FROM datasets WHERE record IS NOT NULL').all();
  const versions = z.array(z.object({ iri: z.string(), revision: z.number(), hash: z.string() })).parse(rows);
  const state = versions.reduce(
    (sum, { iri, revision, hash }) =>
      withDataset(sum, { id: iri.split('/').at(-1) ?? '', revision, contentHash: hash }),
    emptyState,
  );
  return stateHashOf(state);
};

/** Lets a follower come to its end. @returns what it said. */
async function runToTheEnd(): Promise<string> {
  const child = begin();
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The follower ended with ${code}.`);
  return said.trim();
}

await change();
await change();
await system.catchUp();
await system.host.invoke('take-snapshot', {});
const copied = isShort ? { seq: 0, count: 0 } : Manifest.parse(await ask('/v1/snapshots/latest'));

let kills = 0;
let isOver = false;
const changes = (async () => {
  while (!isOver) await change();
})();
while (kills < KILLS) if (await runAndKill(1 + random(MOST_ROWS))) kills += 1;
isOver = true;
await changes;

const said = await runToTheEnd();
const stateHash = isShort ? hashOfCopy() : said;
const state = State.parse(await ask('/v1/state'));
const lines = z.array(Line).parse(diary.prepare('SELECT iri, seq, revision FROM diary ORDER BY line').all());
const types = z
  .array(z.object({ type: z.string() }))
  .parse((await system.changes(source)).map(({ type }) => ({ type })))
  .map(({ type }) => type);
process.send?.({
  kills,
  types: [...new Set(types)].sort(),
  followed: state.seq - copied.seq,
  inStep: stateHash === state.stateHash,
  faults: faultsOf(lines, copied, state.seq),
});
diary.close();
await system.stop();
