/** The page about feeds, done as it says: its examples follow the log, and its addresses answer. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changesOfTime, recordOf } from '../functions/feeds/changes-of-time.ts';
import { type Served, serve } from '../functions/feeds/served.ts';
import { examplesOf, runExample } from './examples.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/feeds.md'), 'utf8');
const addresses = [...page.matchAll(/"\$BASE(\/v1[^"]*)"/g), ...page.matchAll(/\| `(\/v1[^`]*)`/g)].map(
  ([, path = '']) => path,
);
// An address that a script puts together is tried by running the script.
const whole = [...new Set(addresses)].filter((path) => !path.includes('$'));

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

  it.each(examplesOf(page, ['bash', 'ts', 'python']))(
    'has an example in %s that follows the whole log and says where to go on',
    async (language, text) => {
      const said = await runExample(language, text, { folder, env: { BASE: served.base } });
      const datasets = new Set(changesOfTime(250).map(({ dataset }) => dataset)).size;
      const before = language === 'bash' ? '' : `${datasets} datasets, `;
      expect(said).toBe(`${before}go on from c1.e1.250\n`);
    },
  );

  it('keeps every page of the follow with curl, and none twice', async () => {
    const [bash] = examplesOf(page, ['bash']);
    if (!bash) return;
    const again = mkdtempSync(join(tmpdir(), 'feeds-'));
    await runExample(...bash, { folder: again, env: { BASE: served.base } });
    await runExample(...bash, { folder: again, env: { BASE: served.base } });
    const files = readdirSync(again).filter((name) => name.startsWith('page-'));
    const seqs = files.flatMap((name) =>
      JSON.parse(readFileSync(join(again, name), 'utf8')).items.map(({ seq }: { seq: number }) => seq),
    );
    rmSync(again, { recursive: true });
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
  });

  it.each(whole)('names an address that answers: %s', async (path) => {
    const asked = path + (path === '/v1/oai' ? '?verb=Identify' : '');
    expect((await fetch(served.base + asked)).status).toBe(200);
  });
});
