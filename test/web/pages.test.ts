import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '#test/browser.ts';
import { PUBLIC_PAGES } from './public-pages.ts';
import { overhangOf, type Started, startWeb, violationsOf } from './started.ts';

/** Each language in both colour schemes and at both widths; together all four pairs of them. */
const LOOKS = {
  da: [
    ['light', 1280],
    ['dark', 320],
  ],
  en: [
    ['dark', 1280],
    ['light', 320],
  ],
} as const;

describeInBrowser('the pages in a browser', () => {
  let web: Started;
  beforeAll(async () => {
    web = await startWeb();
  });
  afterAll(() => web.stop());

  const languages = ['da', 'en'] as const;
  it.each(languages.flatMap((language) => PUBLIC_PAGES.map((path) => [language, path] as const)))(
    'break no rule of WCAG that axe knows, in both colour schemes, and need no sideways scrolling: /%s%s',
    async (language, path) => {
      for (const [colorScheme, width] of LOOKS[language]) {
        const look = { colorScheme, viewport: { width, height: 900 } };
        const { page, quiet } = await web.open(`/${language}${path}`, look);
        await page.locator('main h1').waitFor();
        await page.locator('main:not(:has(.loading))').waitFor();
        expect(await violationsOf(page), `${colorScheme} ${width}`).toEqual([]);
        expect(await overhangOf(page), `${colorScheme} ${width}`).toBe(0);
        await quiet();
      }
    },
  );

  it('lead from the map to a register, and speak the other language at the same place', async () => {
    const { page, quiet } = await web.open('/da/');
    await page.getByRole('combobox', { name: 'Søg' }).fill('landspatientregister');
    await page
      .getByRole('link', { name: /^Landspatientregisteret/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Landspatientregisteret' }).waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Danish National Patient Register' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/registers\//);
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await quiet();
  });

  it('come with a policy that lets nothing in from elsewhere', async () => {
    const { headers } = await fetch(`${web.address}/da/`);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
    const asked: string[] = [];
    const { page, quiet } = await web.open('/da/');
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.reload();
    await page.locator('main a').first().waitFor();
    expect([...new Set(asked)]).toEqual([web.address]);
    await quiet();
  });

  it('are found by a browser at the root, and a dataset by its name', async () => {
    const headers = { accept: 'text/html', 'accept-language': 'da' };
    const root = await fetch(`${web.address}/`, { headers, redirect: 'manual' });
    const named = await fetch(`${web.address}/id/dataset/eksempel-dokumentation.lpr`, { headers, redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/da/']);
    expect([named.status, named.headers.get('location')]).toEqual([303, '/da/registers/eksempel-dokumentation.lpr']);
  });
});
