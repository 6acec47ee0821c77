/** Builds the web pages when they are not there, or when what they are made of has changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const web = join(root, 'web');

/** Where the pages are served from. */
export const webFolder = join(web, 'dist');

/** Beside the pages: what they were made of. */
const MADE_OF = '.made-of';

const isSource = (path: string): boolean => !path.startsWith('dist');

function filesOf(folder: string, fits: (path: string) => boolean): string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => fits(path.slice(folder.length + 1)))
    .sort();
}

/** A fingerprint of everything that the pages are made of: their sources, the client, and the versions of the packages. */
function madeOf(): string {
  const hash = createHash('sha256');
  const files = [
    ...filesOf(web, isSource),
    ...filesOf(join(root, 'client'), () => true),
    join(root, 'package-lock.json'),
  ];
  for (const path of files) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

const build = (folder: string): Promise<{ readonly code: number | null; readonly told: string }> =>
  new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const words = ['build', '--config', join(web, 'vite.config.ts'), '--outDir', folder, '--logLevel', 'warn'];
    const child = spawn(process.execPath, [vite, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (told += chunk));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, told }));
  });

/**
 * Makes sure that the pages are those of this checkout. They are built beside the old ones and then take their place, so that
 * two processes that build at once do not disturb each other, and a reader never gets half of them.
 * @throws Error with what the build said, when it did not succeed.
 */
export async function ensureWebBuilt(): Promise<void> {
  const wanted = madeOf();
  const marker = join(webFolder, MADE_OF);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  const folder = join(web, `dist-${process.pid}`);
  try {
    const { code, told } = await build(folder);
    if (code !== 0) throw new Error(`The web pages could not be built.\n${told}`);
    writeFileSync(join(folder, MADE_OF), wanted);
    rmSync(webFolder, { recursive: true, force: true });
    renameSync(folder, webFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
