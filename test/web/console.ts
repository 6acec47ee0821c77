/** The console as somebody uses it: signed in, by keyboard, beside sources of the test's own. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import * as z from 'zod';
import type { Started } from './started.ts';

/** Waiting on a condition, on a machine that may be busy. */
export const PATIENCE = { timeout: 60_000, interval: 100 };

const RunState = z.object({ state: z.string() });
const Started202 = z.object({ run: z.string() });

/** Asks the API as the operator. */
export async function call(web: Started, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${web.address}${path}`, {
    method,
    headers: { authorization: `Bearer ${web.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.status === 204 ? undefined : response.json();
}

/** Keeps a source of a feed at `host`, whose removals are decided at once. */
export const addSource = (web: Started, host: string, id: string, title: string): Promise<unknown> =>
  call(web, 'POST', '/v1/sources', {
    id,
    title: { da: title },
    owner: { id: 'test-ejer', name: { da: 'Testejeren' } },
    format: 'dcat',
    url: `${host}/${id}.ttl`,
    removal: { missingRuns: 1 },
    politeness: { requestsPerSecond: 100 },
  });

/** Harvests a source now. @returns the run and the state in which it ended. */
export async function harvest(web: Started, id: string): Promise<{ run: string; state: string }> {
  const { run } = Started202.parse(await call(web, 'POST', `/v1/sources/${id}/runs`, {}));
  for (;;) {
    const { state } = RunState.parse(await call(web, 'GET', `/v1/runs/${run}`));
    if (state !== 'running') return { run, state };
    await new Promise((resolve) => setTimeout(resolve, PATIENCE.interval));
  }
}

/** A page of the console, gone to by signing in. */
export async function signedIn(web: Started, path: string, look: BrowserContextOptions = {}) {
  const language = path.slice(1, 3);
  const opened = await web.open(`/${language}/operator/sign-in?next=${encodeURIComponent(path)}`, look);
  await opened.page.locator('#token').fill(web.token);
  await opened.page.keyboard.press('Enter');
  await opened.page.locator('.console-menu').waitFor();
  return opened;
}

/** Moves on with Tab until an element of this name has the focus. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let count = 0; count < 200; count++) {
    const text = String(await page.evaluate('document.activeElement?.textContent?.trim()'));
    if (typeof name === 'string' ? text === name : name.test(text)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Nothing called "${name}" is reached by keyboard.`);
}
