/** The whole system as `npm start` runs it, on the bundled example, and a browser that looks at it. */
import { deepEqual } from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import { launchBrowser } from '#test/chromium.ts';
import { beginCommand } from '#test/local/command.ts';

export interface Started {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** The data folder. */
  readonly data: string;
  /** What operators sign in with. */
  readonly token: string;
  readonly browser: Browser;
  /** A page of its own; whatever the browser complains of fails the test that `quiet` ends. */
  open(path: string, options?: BrowserContextOptions): Promise<Opened>;
  stop(): Promise<void>;
}

interface Opened {
  readonly page: Page;
  /** Asserts that the browser had nothing to complain of: no error in a script, nothing refused by the policy. */
  quiet(): Promise<void>;
}

async function until(said: () => string, pattern: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = pattern.exec(said());
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** So much of a page's text tells where it stood. */
const TOLD = 600;

/** What a test that failed was looking at; a time limit alone does not tell it. Nothing outside of a test. */
function tellWhereItFailed(page: Page, refused: readonly string[]): void {
  const tell = async () => {
    const [text = ''] = await page.locator('main').allInnerTexts();
    process.stderr.write(`It failed at ${page.url()}\n${text.slice(0, TOLD)}\n${refused.join('\n')}\n`);
  };
  try {
    onTestFailed(() => tell().catch(() => undefined));
  } catch {
    // Opened before the tests, or by the command that makes pictures.
  }
}

async function opened(browser: Browser, url: string, options: BrowserContextOptions): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  page.on('requestfailed', (request) => refused.push(`${request.failure()?.errorText} ${request.url()}`));
  tellWhereItFailed(page, refused);
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // An answer that is a refusal is told by the page; the browser's own line about it is no fault of the page.
    const isAnswer = /^Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
  });
  await page.goto(url);
  return {
    page,
    async quiet() {
      deepEqual(complaints, []);
      await context.close();
    },
  };
}

/** Harvests the example into a folder of its own, and serves it. */
export async function startWeb(...more: readonly string[]): Promise<Started> {
  const data = mkdtempSync(join(tmpdir(), 'web-'));
  const { child, said, ended } = beginCommand('start', '--port', '0', '--data', data, ...more);
  const gone = ended.then(({ err }) => {
    throw new Error(`The system ended: ${err}`);
  });
  gone.catch(() => undefined);
  const ready = until(() => said.out, /Serving at (\S+)/);
  const [, address = ''] = await Promise.race([ready, gone]);
  const [, token = ''] = await until(() => said.out, /show the token (\S+)/);
  // It serves all the same, perhaps with the pages of an earlier build.
  if (said.err.includes('cannot be shown')) throw new Error(said.err);
  const browser = await launchBrowser();
  return {
    address,
    data,
    token,
    browser,
    open: (path, options = {}) => opened(browser, address + path, options),
    async stop() {
      await browser.close();
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'close');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** What axe finds wrong with a page, by the rules of WCAG 2.2 AA: each with an element of its. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // By the protocol, as the page's policy lets no script in from elsewhere.
  await page.evaluate(axe.source);
  return page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0]?.html))`,
  );
}

/** Whether a page has to be scrolled sideways, in pixels; 0 when not. */
export const overhangOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
