import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '#test/browser.ts';
import { linksOf } from './owner-letter.ts';
import { overhangOf, type Started, startWeb, violationsOf } from './started.ts';

describeInBrowser('the page behind an owner’s signed link', () => {
  let web: Started;
  let links: Readonly<Record<'da' | 'en', string>>;

  beforeAll(async () => {
    web = await startWeb();
    links = await linksOf(web.data, 'sundhedsdatastyrelsen');
  });
  afterAll(() => web.stop());

  const firstAction = (page: Page) => page.locator('.own-action h3').first();

  it.each([
    ['da', 'Gør dette først', /Beskrivelsen passer.*Landspatientregisteret/, 'Tak: beskrivelsen af'],
    ['en', 'Do this first', /The description is right.*Danish National Patient Register/, 'Thank you: the'],
  ] as const)('tells in %s what to do first, and takes the word that a description is right', async (...row) => {
    const [language, heading, button, thanks] = row;
    const { page, quiet } = await web.open(links[language]);
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(((await firstAction(page).textContent()) ?? '').length).toBeGreaterThan(20);
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('status').filter({ hasText: thanks }).waitFor();
    const year = String(new Date().getFullYear());
    await page.getByRole('row').filter({ hasText: year }).first().waitFor();
    await quiet();
  });

  it('keeps how often to write, and says so', async () => {
    const { page, quiet } = await web.open(links.da);
    await page.getByLabel('Hver måned').check();
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'Gemt.' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Breve' }).waitFor();
    expect(await page.getByLabel('Hver måned').isChecked()).toBe(true);
    await quiet();
  });

  it('shows what the next harvest would change, and asks for none while one was just had', async () => {
    const { page, quiet } = await web.open(links.da);
    await page.getByRole('button', { name: 'Vis, hvad næste indsamling ville ændre' }).first().click();
    await page.getByText('Næste indsamling ville give').first().waitFor({ timeout: 60_000 });
    await quiet();
  });

  it('says what to do when the link is void', async () => {
    const { page, quiet } = await web.open(`${links.da.slice(0, -6)}abcdef`);
    await page.getByRole('heading', { level: 1, name: 'Linket gælder ikke længere' }).waitFor();
    await quiet();
  });

  it.each([
    ['da', 'light', 1280],
    ['da', 'dark', 320],
    ['en', 'dark', 1280],
    ['en', 'light', 320],
  ] as const)('breaks no rule of WCAG that axe knows: %s, %s, %d px', async (language, colorScheme, width) => {
    const look = { colorScheme, viewport: { width, height: 900 } };
    const { page, quiet } = await web.open(links[language], look);
    await firstAction(page).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await overhangOf(page)).toBe(0);
    await quiet();
  });
});
