/** What people do on the first page, in a browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '#test/browser.ts';
import { landscapeOf, mapped } from './map/mapped.ts';
import { type Started, startWeb } from './started.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

const search = (page: Page, name: string) => page.getByRole('combobox', { name });
const addressOf = (page: Page): string => new URL(page.url()).search;
const total = (page: Page) => page.locator('.result-count');

/** Answers for the map with something else; the list stays the system's own. */
async function withMap(page: Page, map: unknown): Promise<void> {
  await page.route('**/v1/map*', (route) => route.fulfill({ json: map }));
  await page.reload();
}

describeInBrowser('the first page in a browser', () => {
  let web: Started;
  beforeAll(async () => {
    web = await startWeb();
  });
  afterAll(() => web.stop());

  it('counts the registers of each decade, and narrows the period to one of them', async () => {
    const { page, quiet } = await web.open('/da/?view=list');
    await page.getByText('Periode', { exact: true }).click();
    const decade = page.getByRole('button', { name: /^1970–1979 \(\d+\)$/ });
    const [, count] = /\((\d+)\)/.exec((await decade.textContent()) ?? '') ?? [];
    await decade.click();
    await total(page).getByText(`${count} registre`, { exact: true }).waitFor();
    expect(addressOf(page)).toContain('from=1970');
    expect(await decade.getAttribute('aria-pressed')).toBe('true');
    await decade.click();
    await page.waitForURL((url) => !url.search.includes('1970'));
    await quiet();
  });

  it('suggests while somebody types, and is gone through by keyboard', async () => {
    const { page, quiet } = await web.open('/da/');
    const input = search(page, 'Søg i registre og variabler');
    await input.pressSequentially('landsp');
    await page.getByRole('option', { name: 'Landspatientregisteret' }).first().waitFor();
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await input.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    expect(await input.inputValue()).toBe('landsp');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Landspatientregisteret/ }).waitFor();
    await quiet();
  });

  it('narrows by a filter, shows it as one that can be let go, and goes back', async () => {
    const { page, quiet } = await web.open('/da/?view=list');
    await total(page).getByText('61 registre').waitFor();
    await page.getByLabel('Statens Serum Institut (4)').check();
    await total(page).getByText('4 registre').waitFor();
    expect(addressOf(page)).toBe('?view=list&owner=ssi');
    await page.getByRole('button', { name: 'Fjern filteret Dataejer: Statens Serum Institut' }).click();
    await total(page).getByText('61 registre').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('results-head');
    await page.goBack();
    await total(page).getByText('4 registre').waitFor();
    expect(await page.getByLabel('Statens Serum Institut (4)').isChecked()).toBe(true);
    await page.reload();
    await total(page).getByText('4 registre').waitFor();
    await quiet();
  });

  it('shows more of a long list, and says how much of it is shown', async () => {
    const { page, quiet } = await web.open('/da/?view=list');
    await page.getByRole('button', { name: 'Vis flere' }).click();
    await page.getByText('50 af 61 registre vises').waitFor();
    await page.getByRole('button', { name: 'Vis flere' }).click();
    await page.getByText('61 af 61 registre vises').waitFor();
    expect(await page.locator('.result').count()).toBe(61);
    expect(await page.getByRole('button', { name: 'Vis flere' }).count()).toBe(0);
    await quiet();
  });

  it('says what to do where nothing was found', async () => {
    const { page, quiet } = await web.open('/da/?q=qqqqqq&owner=ssi');
    await page.getByRole('heading', { name: 'Ingen registre passer på det, du søger' }).waitFor();
    await page.getByRole('button', { name: 'Vis alle registre' }).click();
    await total(page).getByText('61 registre').waitFor();
    expect(addressOf(page)).toBe('');
    await quiet();
  });

  it('leads through the areas by the arrow keys, into an owner by Enter and back by the browser', async () => {
    const { page, quiet } = await web.open('/da/');
    const owner = page.getByRole('link', { name: /^Statens Serum Institut ?, 4 registre/ });
    await owner.focus();
    await page.keyboard.press('ArrowRight');
    const within = await page.evaluate('document.activeElement.textContent');
    expect(within).toMatch(/, Statens Serum Institut, Karakter D$/);
    expect(await page.locator('.area-map a[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Sted på landkortet' }).waitFor();
    expect(addressOf(page)).toBe('?zoom=ssi');
    expect(await page.locator('.area-register').count()).toBe(4);
    // Whoever went in by keyboard goes on at the first register, and not at the beginning of the page.
    expect(await page.evaluate('document.activeElement.className')).toBe('area area-register');
    expect(await page.locator('.area-map a[tabindex="0"]').count()).toBe(1);
    await page.goBack();
    await owner.waitFor();
    await page.getByRole('link', { name: 'Vis det samme som liste' }).click();
    await page.locator('.result').first().waitFor();
    await quiet();
  });

  it('counts the registers that do not tell the number by which the areas are sized', async () => {
    const { page, quiet } = await web.open('/da/');
    await page.getByLabel('Størrelse efter').selectOption({ label: 'Antal variabler' });
    await page.getByText('58 registre uden oplyst antal er tegnet små.').waitFor();
    await page.getByRole('link', { name: /^Landspatientregisteret ?, .*, Karakter C, 15 variabler$/ }).waitFor();
    expect(addressOf(page)).toBe('?size=variables');
    await quiet();
  });

  it('shows on the timeline what covers a span, with breaks in words', async () => {
    const { page, quiet } = await web.open('/en/?view=timeline');
    const document = {
      ...landscapeOf(0),
      datasets: [
        mapped('a', {
          title: { en: 'Broken' },
          periods: [
            { from: '1970', until: '1980' },
            { from: '1985', until: null },
          ],
        }),
        mapped('b', { title: { en: 'Whole' }, periods: [{ from: '1970', until: null }] }),
      ],
    };
    await withMap(page, document);
    await page.getByText('1970–1980, 1985–now, break 1981–1984').waitFor();
    await page.getByLabel('From year').last().fill('1977');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('1 of 2 registers cover the whole period without a break').waitFor();
    expect(await page.locator('.timeline-register a').allTextContents()).toEqual(['Whole']);
    expect(addressOf(page)).toBe('?view=timeline&since=1977');
    await page.getByRole('button', { name: 'HEAL (1)' }).click();
    expect(await page.locator('.timeline-register').count()).toBe(0);
    await quiet();
  });

  it('draws of five thousand registers what can be seen', async () => {
    const { page, quiet } = await web.open('/da/?view=timeline');
    await withMap(page, landscapeOf(5_000));
    await page.locator('.timeline-register').first().waitFor();
    await page.locator('.timeline').focus();
    await page.keyboard.press('End');
    await page.locator('.timeline-row[aria-posinset="5007"]').waitFor();
    expect(await page.locator('.timeline-row').count()).toBeLessThan(100);
    await page.getByRole('link', { name: 'Landkort', exact: true }).click();
    await page.getByRole('link', { name: /^Dataejer 7 ?, 125 registre/ }).click();
    await page.locator('.area-register').nth(100).waitFor();
    await quiet();
  });

  it('lets no owner’s markup become markup', async () => {
    const { page, quiet } = await web.open('/da/?view=list&q=x');
    const item = {
      id: 'a',
      source: 's',
      title: { da: HOSTILE },
      publisher: { da: HOSTILE },
      quality: null,
      highlights: { title: { da: `${HOSTILE}<mark>x</mark>` }, variable: [HOSTILE] },
    };
    const found = { items: [item], total: 1, didYouMean: HOSTILE, cursor: null, hasMore: false };
    await page.route('**/v1/datasets?*', (route) => route.fulfill({ json: found }));
    await withMap(page, { ...landscapeOf(0), datasets: [mapped('a', { title: { da: HOSTILE } })] });
    await page.getByRole('link', { name: `${HOSTILE}x` }).waitFor();
    await page.getByRole('link', { name: 'Landkort', exact: true }).click();
    await page.getByRole('link', { name: new RegExp(`^${HOSTILE.replace(/[()]/g, '\\$&')}`) }).waitFor();
    await page.getByRole('link', { name: 'Tidslinje' }).click();
    await page.getByRole('link', { name: HOSTILE }).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    await quiet();
  });

  it('tells when the map cannot be loaded, and asks again', async () => {
    const { page, quiet } = await web.open('/da/');
    await page.route('**/v1/map*', (route) => route.abort());
    await page.reload();
    await page.getByText('Kataloget svarer ikke').waitFor();
    await page.unroute('**/v1/map*');
    await page.getByRole('button', { name: 'Prøv igen' }).click();
    await page.locator('.area-register').first().waitFor();
    await quiet();
  });

  it('is a list on a telephone, with the filters behind one button', async () => {
    const { page, quiet } = await web.open('/da/', { viewport: { width: 360, height: 740 } });
    await page.locator('.result').first().waitFor();
    const scripts = await page.evaluate('performance.getEntriesByType("resource").map(({ name }) => name).join(" ")');
    expect(scripts).not.toMatch(/area-map|timeline/);
    expect(await page.getByLabel('Statens Serum Institut (4)').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Filtre' }).click();
    await page.getByLabel('Statens Serum Institut (4)').check();
    await page.getByRole('button', { name: 'Filtre (1 valgt)' }).waitFor();
    await total(page).getByText('4 registre').waitFor();
    await quiet();
  });

  it('prints the list, and nothing that can only be pressed', async () => {
    const { page, quiet } = await web.open('/da/?view=list');
    await page.locator('.result').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const seen = async (name: string) => page.locator(name).first().isVisible();
    expect(await Promise.all(['.result', '.map-search', '.map-filters', '.view-switch', '.choice'].map(seen))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    await quiet();
  });
});
