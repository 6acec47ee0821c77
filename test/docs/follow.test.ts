/** The programs of docs/follow.md where a follower begins: with a snapshot, before there is one, and after the log was built anew. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeSnapshot } from '#functions/take-snapshot/take-snapshot.ts';
import { changesOfTime, recordOf } from '../functions/feeds/changes-of-time.ts';
import { type Served, serve } from '../functions/feeds/served.ts';

const document = readFileSync(join(import.meta.dirname, '../../docs/follow.md'), 'utf8');
const programs = { ts: process.execPath, python: 'python3' } as const;
const languages = (['ts', 'python'] as const).filter(
  (language) => spawnSync(programs[language], ['--version']).status === 0,
);

describe.each(languages)('the follower in %s', (language) => {
  const folder = mkdtempSync(join(tmpdir(), 'follow-'));
  const program = join(folder, language === 'ts' ? 'follow.mts' : 'follow.py');
  let served: Served;

  beforeAll(async () => {
    writeFileSync(program, new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(document)?.[1] ?? '');
    served = await serve({ entryOf: recordOf });
    await served.append(...changesOfTime(250));
  });
  afterAll(async () => {
    await served.stop();
    rmSync(folder, { recursive: true });
  });

  const follow = async (copy: string): Promise<{ hash: string; asked: string[]; rows: Record<string, unknown>[] }> => {
    served.requests.length = 0;
    const env = { ...process.env, BASE: served.base, COPY: join(folder, copy) };
    const { stdout } = await promisify(execFile)(programs[language], [program], { env });
    const database = new DatabaseSync(join(folder, copy));
    const rows = database.prepare('SELECT iri, revision, hash FROM datasets WHERE record IS NOT NULL').all();
    database.close();
    return { hash: stdout.trim(), asked: served.requests.map(({ path }) => path.split('?')[0] ?? ''), rows };
  };
  const stateHash = async () => (await served.scene.ask('/v1/state')).json.stateHash;

  it('reads the log from its start while there is no snapshot', async () => {
    const { hash, asked } = await follow('first.db');
    expect(hash).toBe(await stateHash());
    expect(asked).toEqual(['/v1/snapshots/latest', '/v1/changes', '/v1/changes', '/v1/changes']);
  });

  it('begins with the snapshot, goes on behind it, and then asks only for what is new', async () => {
    const { ports, objects } = served.scene;
    await takeSnapshot({ ...ports, objects, addresses: ports.links, clock: Date.now });
    const log = changesOfTime(330);
    await served.append(...log.slice(250));
    const { hash, asked } = await follow('second.db');
    expect(hash).toBe(await stateHash());
    expect(asked).toEqual(['/v1/snapshots/latest', '/v1/snapshots/e1-250/catalogue.jsonl.gz', '/v1/changes']);
    expect((await follow('second.db')).asked).toEqual(['/v1/changes']);
    // Who was there from the beginning has the same.
    const long = await follow('first.db');
    expect([long.hash, long.rows.length]).toEqual([hash, (await served.scene.ask('/v1/state')).json.count]);
  });

  it('begins again when its cursor is of an earlier log, and keeps nothing that is not there any more', async () => {
    const database = new DatabaseSync(join(folder, 'second.db'));
    database.exec(`UPDATE place SET cursor = 'c1.e2.999'`);
    database.exec(`UPDATE datasets SET revision = 99, hash = 'of an earlier log'`);
    database.exec(`INSERT INTO datasets VALUES ('https://data.example.dk/id/dataset/sds.gone', 7, 1, 'x', '{}')`);
    database.close();
    const { hash, asked, rows } = await follow('second.db');
    expect(hash).toBe(await stateHash());
    expect(asked[1]).toBe('/v1/snapshots/latest');
    expect(rows.filter(({ iri }) => String(iri).endsWith('gone'))).toEqual([]);
  });
});

it('the page names the files that a snapshot has', () => {
  const names = [...document.matchAll(/\| `(catalogue\.[a-z.]+)` \|/g)].map(([, name]) => name);
  expect(names).toEqual([
    'catalogue.jsonl.gz',
    'catalogue.nq.gz',
    'catalogue.jsonld.gz',
    'catalogue.csv.gz',
    'catalogue.parquet',
  ]);
});
