/** Bundles the functions with esbuild: all of them in one go, offline, in about a second. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { type FunctionName, namesOf, type Topology } from '#infra/topology.ts';

const root = join(import.meta.dirname, '..');

/**
 * Packages that are copied beside the bundle and not merged into it: they read a file that lies next to their own code
 * (here the WebAssembly of oxigraph).
 */
const COPIED = ['oxigraph'];

/** CommonJS dependencies inside an ES module still ask for `require`. */
const BANNER =
  "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);";

/** Which of the copied packages an output asks for. */
function copiedBy(output: string, { outputs }: Metafile): string[] {
  const asked = new Set(outputs[output]?.imports.filter(({ external }) => external).map(({ path }) => path));
  return COPIED.filter((name) => asked.has(name));
}

/**
 * @param folder where to: one folder a function, each with its `handler.mjs`. Emptied first.
 * @returns the folder of each function.
 * @throws esbuild's error for code that does not resolve.
 */
export function bundleFunctions(topology: Topology, folder: string): Record<FunctionName, string> {
  rmSync(folder, { recursive: true, force: true });
  const names = namesOf(topology.functions);
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: topology.functions[name].entry, out: `${name}/handler` })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
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
  });
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
  // The function's folders follow from `entryPoints` above.
  return Object.fromEntries(names.map((name) => [name, join(folder, name)])) as Record<FunctionName, string>;
}
