/**
 * `npm run screenshots [-- FOLDER]`: pictures of every page of the running system, in both languages, on a telephone and on a
 * desk, light and dark; with `--tour` only those of docs/tour.md. Needs Chromium.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext } from 'playwright-core';
import { browserPath } from '#test/chromium.ts';
import { startFeeds, stopFeeds } from './feeds.ts';
import { playOperation } from './operated.ts';
import { linksOf } from './owner-letter.ts';
import { PUBLIC_PAGES } from './public-pages.ts';
import { type Started, startWeb } from './started.ts';
import { type Stop, TOUR } from './tour.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The height of a window; a page that is longer is taken whole. */
const HEIGHT = 900;
const WIDTHS = { phone: 390, desktop: 1280 } as const;

interface Shot {
  readonly path: string;
  readonly file: string;
  readonly whole: boolean;
}

/** As a file's name. */
const nameOf = (path: string): string =>
  path
    .replace(/owner\/[^/?]{30,}/, 'owner-link')
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/^-+|-+$/g, '');

async function signIn(context: BrowserContext, { address, token }: Started): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${address}/da/operator/sign-in`);
  await page.locator('#token').fill(token);
  await page.keyboard.press('Enter');
  await page.locator('.console-menu').waitFor();
}

async function shoot(context: BrowserContext, address: string, shots: readonly Shot[]): Promise<void> {
  // The session ends with its tab: each picture is taken in the one that signed in.
  const [page] = context.pages();
  if (!page) throw new Error('Nobody signed in.');
  for (const { path, file, whole } of shots) {
    await page.goto(address + path);
    await page.locator('main h1').waitFor();
    await page.locator('main:not(:has(.loading))').waitFor();
    // Fonts and transitions have come to rest.
    await page.waitForTimeout(300);
    await page.screenshot({ path: file, fullPage: whole });
  }
}

type Pages = (language: 'da' | 'en') => string[];

const publicPages: Pages = (language) => PUBLIC_PAGES.map((path) => `/${language}${path}`);

/** The pages of the console and of an owner, once there is something to see on them. */
async function operatedPages(web: Started, host: string): Promise<Pages> {
  const { held, broken } = await playOperation(web, host);
  const links = await linksOf(web.data, 'sundhedsdatastyrelsen');
  const console = ['', '/sources', '/sources/new', '/sources/svinder', '/runs', `/runs/${held}`, `/runs/${broken}`];
  const lists = ['/dead-letters', '/subscriptions', '/links', '/audit', '/sign-in'];
  return (language) => [links[language], ...[...console, ...lists].map((path) => `/${language}/operator${path}`)];
}

/** A window in which an operator is signed in, as large and in the colours that are wanted. */
async function picture(web: Started, look: Omit<Stop, 'path' | 'name'>, shots: readonly Shot[]): Promise<number> {
  const { width, height, scheme } = look;
  const context = await web.browser.newContext({ colorScheme: scheme, viewport: { width, height } });
  await signIn(context, web);
  await shoot(context, web.address, shots);
  await context.close();
  return shots.length;
}

/** Every page in every look. @returns how many pictures were taken. */
async function pictureAll(web: Started, pages: Pages, folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  for (const language of ['da', 'en'] as const) {
    for (const [device, width] of Object.entries(WIDTHS)) {
      for (const scheme of ['light', 'dark'] as const) {
        const fileOf = (path: string) => join(folder, `${nameOf(path)}-${device}-${scheme}.png`);
        const shots = pages(language).map((path) => ({ path, file: fileOf(path), whole: true }));
        count += await picture(web, { width, height: HEIGHT, scheme }, shots);
      }
    }
  }
  return count;
}

/** The pictures of docs/tour.md among these pages: what a window shows first. @returns how many there were. */
async function pictureTour(web: Started, pages: Pages): Promise<number> {
  let count = 0;
  for (const { name, path, ...look } of TOUR) {
    const found = pages('da').find((one) => path.test(one));
    if (found === undefined) continue;
    const file = join(ROOT, 'docs', 'tour', `${name}.png`);
    count += await picture(web, look, [{ path: found, file, whole: false }]);
  }
  return count;
}

async function main(): Promise<void> {
  if (browserPath === undefined) throw new Error('There is no Chromium: apt-get install chromium, or set CHROMIUM.');
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { tour: { type: 'boolean' } } });
  const folder = positionals[0] ?? join(ROOT, 'screenshots');
  const web = await startWeb();
  const host = await startFeeds();
  let toured = 0;
  let others = 0;
  const take = async (pages: Pages) => {
    toured += await pictureTour(web, pages);
    if (!values.tour) others += await pictureAll(web, pages, folder);
  };
  try {
    // First what the example alone shows: the sources that are played with afterwards would stand on its map.
    await take(publicPages);
    await take(await operatedPages(web, host));
    if (toured !== TOUR.length) throw new Error(`Only ${toured} pictures of the tour have a page.`);
    process.stdout.write(`${toured} pictures in docs/tour${values.tour ? '' : `, ${others} in ${folder}`}\n`);
  } finally {
    await web.stop();
    stopFeeds();
  }
}

await main();
