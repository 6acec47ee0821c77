/** Following a link of a list that is being answered. */
import type { Frame, Locator, Page } from 'playwright-core';
import { vi } from 'vitest';
import { PATIENCE } from './console.ts';

/** How long a click may take to lead somewhere before a person would click again. */
const NOTHING_HAPPENS_MS = 5_000;

/**
 * Clicks until the page behind the link is there: a list that is drawn anew under the pointer, on a busy machine, swallows a click.
 * Only a click that led nowhere is made again, so a page that leads back is not helped over it.
 */
export async function follow(page: Page, link: Locator, landmark: Locator): Promise<void> {
  const from = new URL(page.url()).pathname;
  let hasLeft = false;
  const note = (frame: Frame): void => {
    hasLeft ||= new URL(frame.url()).pathname !== from;
  };
  page.on('framenavigated', note);
  try {
    await vi.waitFor(async () => {
      if (!hasLeft) await link.click({ timeout: NOTHING_HAPPENS_MS });
      await landmark.waitFor({ timeout: NOTHING_HAPPENS_MS });
    }, PATIENCE);
  } finally {
    page.off('framenavigated', note);
  }
}
