/** Bundles the functions with esbuild: all of them in one go, offline, in about a second. */
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { type FunctionName, namesOf, type Topology } from '#infra/topology-shape.ts';

const root = join(import.meta.dirname, '..');

/**
 * Packages that are copied beside the bundle and not merged into it: they read a file that lies next to their own code
 * (here the WebAssembly of oxigraph).
 */
const COPIED = ['oxigraph'];

/** CommonJS dependencies inside an ES module still ask for `require`, nearly always for a part of Node; making a whole one takes longer. */
const BANNER =
  'const require = (id) => process.getBuiltinModule(id) ?? process.getBuiltinModule("node:module").createRequire(import.meta.url)(id);';

/**
 * Functions that load what is heavy and seldom wanted when it is first asked for: that lies in files of its own beside the bundle,
 * which cost a cold start nothing.
 */
const PARTED: ReadonlySet<FunctionName> = new Set(['api']);

/**
 * cheerio as browsers get it: the same parser, without what fetches pages and guesses their encoding (undici and tables of encodings,
 * 1.8 MB), which our crawler does itself.
 */
const CHEERIO = join(root, 'node_modules/cheerio/dist/browser/index.js');

/**
 * An ES module that names `node:http` in an import has all that it offers looked up at once, the WebSocket among it, and with that
 * the whole of undici (30 ms of a start): asked for as CommonJS does, it is read as it is used.
 */
const HTTP = join(root, 'infra/node-http.cjs');

/** The writer of PDF can read fonts that are packed with brotli, and brings an unpacker along (487 kB) that Node has as well. */
const BROTLI = join(root, 'infra/node-brotli.cjs');

/** Which of the copied packages an output asks for. */
function copiedBy(output: string, { outputs }: Metafile): string[] {
  const asked = new Set(outputs[output]?.imports.filter(({ external }) => external).map(({ path }) => path));
  return COPIED.filter((name) => asked.has(name));
}

/** Bundles some functions together, or one of them in parts. */
function build(topology: Topology, folder: string, names: readonly FunctionName[]): Metafile {
  const [first] = names;
  const isParted = first !== undefined && PARTED.has(first);
  return buildSync({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: topology.functions[name].entry, out: `${name}/handler` })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    ...(isParted && { splitting: true, chunkNames: `${first}/part-[hash]` }),
    alias: { cheerio: CHEERIO, 'node:http': HTTP, 'brotli/decompress.js': BROTLI },
    platform: 'node',
    // ES modules before CommonJS, of which nothing can be left out: of a client of AWS the commands stay that are used.
    mainFields: ['module', 'main'],
    target: 'node24',
    format: 'esm',
    banner: { js: BANNER },
    external: COPIED,
    minify: true,
    // What a failure is called stands in logs and answers.
    keepNames: true,
    // Beside the code and without it: a stack names the files and lines that it was written in (NODE_OPTIONS, stage-function.ts).
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  }).metafile;
}

/**
 * @param folder where to: one folder a function, each with its `handler.mjs`. Emptied first.
 * @returns the folder of each function.
 * @throws esbuild's error for code that does not resolve.
 */
export function bundleFunctions(topology: Topology, folder: string): Record<FunctionName, string> {
  rmSync(folder, { recursive: true, force: true });
  const names = namesOf(topology.functions);
  const whole = names.filter((name) => !PARTED.has(name));
  const builds = [whole, ...names.filter((name) => PARTED.has(name)).map((name) => [name])];
  const metafiles = builds.map((some) => build(topology, folder, some));
  for (const metafile of metafiles) copyPackages(metafile);
  // The function's folders follow from `entryPoints` above.
  return Object.fromEntries(names.map((name) => [name, join(folder, name)])) as Record<FunctionName, string>;
}

/** Copies the packages that are not merged into the bundles beside those that ask for them. */
function copyPackages(metafile: Metafile): void {
  for (const output of Object.keys(metafile.outputs)) {
    for (const name of copiedBy(output, metafile)) {
      const target = join(root, dirname(output), 'node_modules', name);
      mkdirSync(dirname(target), { recursive: true });
      // The browser's half of the package is as large again and never loaded on a server.
      cpSync(join(root, 'node_modules', name), target, {
        recursive: true,
        filter: (file) => !/^web/.test(basename(file)),
      });
    }
  }
}

/** Parts of a bundle that another of its files needs at once, as esbuild writes them; those in `import(…)` wait. */
const PARTS = /(?:from|import)"\.\/(part-[A-Z0-9]+\.mjs)"/g;

/**
 * The files of a function's folder that are loaded together with one of them: at a start, with its handler.
 * @param file the name of one of its files.
 */
export function loadedWith(folder: string, file = 'handler.mjs'): string[] {
  const files = new Set([join(folder, file)]);
  for (const path of files) {
    for (const [, part = ''] of readFileSync(path, 'utf8').matchAll(PARTS)) files.add(join(folder, part));
  }
  return [...files];
}
