/** The system's own Chromium; tests that need it are skipped, with a line that says so, where there is none. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

/** Where Debian and Ubuntu, and where the browser's own package, put it. */
const browserPath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** Starts it without a window. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ ...(browserPath && { executablePath: browserPath }), args: ['--no-sandbox'] });

/** A group of tests in a browser. */
export function describeInBrowser(name: string, tests: () => void): void {
  describe.skipIf(browserPath === undefined)(`${name} (skipped where there is no Chromium; set CHROMIUM)`, tests);
}
