/** The page about the API, done as it says: its first call, in each language. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftOf, entryOf } from '../functions/drafts.ts';
import { type Served, serve } from '../functions/feeds/served.ts';
import { searchScene } from '../functions/search-scene.ts';
import { examplesOf, runExample } from './examples.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');

const titles = { 'sds.cancer': 'Kræftregisteret', 'sds.lpr': 'Landspatientregisteret' } as const;
const recordOf = (id: keyof typeof titles) => ({ ...entryOf(id).record, title: { da: titles[id] } });

describe('the first call', () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-'));
  let served: Served;

  beforeAll(async () => {
    const search = { 'sds.cancer': recordOf('sds.cancer'), 'sds.lpr': recordOf('sds.lpr') };
    served = await serve();
    await served.append(...Object.keys(titles).map((id) => draftOf(id)));
    const scene = searchScene(undefined, served.scene.objects);
    await scene.tell(search);
    await scene.index();
  });
  afterAll(async () => {
    await served.stop();
    rmSync(folder, { recursive: true });
  });

  const run = (language: 'sh' | 'ts' | 'python', text: string) =>
    runExample(language, text, { folder, env: { BASE: served.base, ID: 'sds.cancer' } });

  it.each(examplesOf(page, ['ts', 'python']))('in %s prints what was found', async (language, text) => {
    expect(await run(language as 'ts' | 'python', text)).toBe('sds.cancer Kræftregisteret\n1 in all\n');
  });

  it.each(examplesOf(page, ['sh']))('by curl shows what was found, and one of them as RDF', async (_, text) => {
    const said = await run('sh', text);
    expect(said).toContain('"id": "sds.cancer"');
    expect(said).not.toContain('sds.lpr');
    expect(said).toContain('a dcat:Dataset');
  });
});
