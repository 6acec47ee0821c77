/** What a reader on a slow line waits for: the files of the first page, as they are built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ensureWebBuilt, webFolder } from '#infra/local/web-build.ts';

/** Kilobytes, packed: what a telephone on a poor line loads in about a second. */
const SCRIPT_KB = 150;
const STYLE_KB = 60;

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
    isEntry: z.boolean().default(false),
  }),
);
type Manifest = z.infer<typeof Manifest>;

/** A chunk with all that is loaded before it can run. */
function chunksOf(manifest: Manifest, name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (!seen.has(name)) {
    seen.add(name);
    for (const imported of manifest[name]?.imports ?? []) chunksOf(manifest, imported, seen);
  }
  return seen;
}

const packedKb = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(webFolder, file))).length, 0) / 1000;

describe('the first load', () => {
  let manifest: Manifest;
  let first: ReadonlySet<string>;
  beforeAll(async () => {
    await ensureWebBuilt();
    manifest = Manifest.parse(JSON.parse(readFileSync(join(webFolder, '.vite', 'manifest.json'), 'utf8')));
    const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
    first = chunksOf(manifest, entry);
  });

  it(`stays below ${SCRIPT_KB} kB of script and ${STYLE_KB} kB of style, packed`, () => {
    const chunks = [...first].map((name) => manifest[name]).filter((chunk) => chunk !== undefined);
    const script = packedKb(chunks.map(({ file }) => file));
    const style = packedKb(new Set(chunks.flatMap(({ css }) => css)));
    expect(script).toBeGreaterThan(5);
    expect(script).toBeLessThan(SCRIPT_KB);
    expect(style).toBeGreaterThan(5);
    expect(style).toBeLessThan(STYLE_KB);
  });

  it('leaves out what draws the map and the timeline, and what signs operators in, which are loaded when they are looked at', () => {
    const later = [...first].flatMap((name) => manifest[name]?.dynamicImports ?? []);
    const wanted = ['pages/map/area-map.tsx', 'pages/map/timeline.tsx', 'pages/operator/sign-in-page.tsx'];
    expect(wanted.filter((name) => later.includes(name))).toEqual(wanted);
    expect(wanted.filter((name) => first.has(name))).toEqual([]);
  });

  it('has the library that signs people in with the page where one signs in, and in no other file', () => {
    const holding = Object.values(manifest)
      .map(({ file }) => file)
      .filter((file) => file.endsWith('.js') && readFileSync(join(webFolder, file), 'utf8').includes('code_verifier'));
    expect(holding).toEqual([manifest['pages/operator/sign-in-page.tsx']?.file]);
  });
});
