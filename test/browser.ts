/** Tests that need a browser are skipped, with a line that says so, where there is none. */
import { describe } from 'vitest';
import { browserPath } from './chromium.ts';

/** A group of tests in a browser. */
export function describeInBrowser(name: string, tests: () => void): void {
  describe.skipIf(browserPath === undefined)(`${name} (skipped where there is no Chromium; set CHROMIUM)`, tests);
}
