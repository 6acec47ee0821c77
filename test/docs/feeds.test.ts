/** The page about feeds, done as it says: its example follows the log, and its addresses answer. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesOfTime, recordOf } from '../functions/feeds/changes-of-time.ts';
import { type Served, serve } from '../functions/feeds/served.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/feeds.md'), 'utf8');
const example = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const addresses = [...page.matchAll(/"\$BASE(\/v1[^"]*)"/g), ...page.matchAll(/\| `(\/v1[^`]*)`/g)].map(
  ([, path = '']) => path,
);

describe('docs/feeds.md', () => {
  let served: Served;
  const folder = mkdtempSync(join(tmpdir(), 'feeds-'));

  beforeAll(async () => {
    served = await serve({ entryOf: recordOf });
    await served.append(...changesOfTime(250));
  });

  afterAll(async () => {
    await served.stop();
    rmSync(folder, { recursive: true });
  });

  it('has an example that follows the whole log and says where to go on', async () => {
    const file = join(folder, 'follow.mts');
    writeFileSync(file, example);
    const { stdout } = await promisify(execFile)(process.execPath, [file], {
      env: { ...process.env, BASE: served.base },
    });
    const datasets = new Set(changesOfTime(250).map(({ dataset }) => dataset)).size;
    expect(stdout).toBe(`${datasets} datasets, go on from c1.e3.250\n`);
  });

  it.each([...new Set(addresses)])('names an address that answers: %s', async (path) => {
    // The log of the page is the first one of a new catalogue; that of the test has another name.
    const asked = path.replace('c1.e1.', 'c1.e3.') + (path === '/v1/oai' ? '?verb=Identify' : '');
    expect((await fetch(served.base + asked)).status).toBe(200);
  });
});
