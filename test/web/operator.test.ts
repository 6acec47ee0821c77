/** The operator's console on the whole system, as somebody who keeps it running walks through it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '#test/browser.ts';
import { addSource, call, harvest, signedIn } from './console.ts';
import { feeds, startFeeds, stopFeeds } from './feeds.ts';
import { titled } from './operated.ts';
import { overhangOf, type Started, startWeb, violationsOf } from './started.ts';

let web: Started;
let host = '';

describeInBrowser('the console in a browser', () => {
  beforeAll(async () => {
    web = await startWeb();
    host = await startFeeds();
  });
  afterAll(async () => {
    await web.stop();
    stopFeeds();
  });

  it('leads who is not signed in to where one signs in, tells a wrong token, and leads back', async () => {
    const { page, quiet } = await web.open('/da/operator/runs');
    await page.getByRole('heading', { level: 1, name: 'Log ind til driften' }).waitFor();
    await page.getByLabel('Adgangstegn').fill('forkert');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Adgangstegnet gælder ikke.').waitFor();
    await page.getByLabel('Adgangstegn').fill(web.token);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Indsamlinger' }).waitFor();
    await page.getByRole('button', { name: 'Log ud' }).click();
    await page.getByRole('heading', { level: 1, name: 'Log ind til driften' }).waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await quiet();
  });

  it('saves no change of a source that somebody else changed meanwhile, and says so', async () => {
    feeds.set('/delt.ttl', titled('Delt', 1));
    await addSource(web, host, 'delt', 'En delt kilde');
    const { page, quiet } = await signedIn(web, '/en/operator/sources/delt');
    await page.getByLabel('Title in English').fill('Mine');
    await call(web, 'PATCH', '/v1/sources/delt', { enabled: false });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText('Somebody else changed the source while you wrote.').waitFor();
    await page.getByRole('button', { name: 'Load the source again' }).click();
    await page.getByLabel('Title in English').fill('Ours');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Ours' }).waitFor();
    await page.getByRole('button', { name: 'Let it go on' }).click();
    await page.getByText('The source is harvested by its schedule again.').waitFor();
    await quiet();
  }, 60_000);

  it('takes text of a source for text, whatever it says', async () => {
    const hostile = '<img src=x onerror=alert(1)><b>fed</b>';
    feeds.set('/fjendtlig.ttl', [hostile]);
    await addSource(web, host, 'fjendtlig', hostile);
    const { run } = await harvest(web, 'fjendtlig');
    const { page, quiet } = await signedIn(web, '/da/operator/sources/fjendtlig');
    await page.getByRole('heading', { level: 1, name: hostile }).waitFor();
    await page.goto(`${web.address}/da/operator/runs/${run}`);
    await page.locator('summary [lang=en]').getByText('markup-stripped').click();
    await page.locator('pre').getByText(hostile).waitFor();
    expect(await page.locator('main img, main b').count()).toBe(0);
    await quiet();
  }, 60_000);

  const LOOKS = [
    ['da', 'light', 1280],
    ['da', 'dark', 320],
    ['en', 'dark', 1280],
    ['en', 'light', 320],
  ] as const;

  it.each(LOOKS)(
    'breaks no rule of WCAG that axe knows on any of its pages, and needs no sideways scrolling: %s, %s, %i',
    async (language, colorScheme, width) => {
      feeds.set('/vises.ttl', titled('Vist', 2));
      await addSource(web, host, 'vises', 'En kilde, der vises');
      const { run } = await harvest(web, 'vises');
      const paths = ['', '/sources', '/sources/new', '/sources/vises', '/runs', `/runs/${run}?outcome=unchanged`];
      const lists = ['/dead-letters?all=true', '/subscriptions', '/links?status=unknown', '/audit'];
      const look = { colorScheme, viewport: { width, height: 900 } };
      const { page, quiet } = await signedIn(web, `/${language}/operator`, look);
      for (const path of [...paths, ...lists]) {
        await page.goto(`${web.address}/${language}/operator${path}`);
        await page.locator('main h1').waitFor();
        await page.locator('.loading').first().waitFor({ state: 'detached' });
        await page.locator('main:not(:has(.loading))').waitFor();
        expect(await violationsOf(page), path).toEqual([]);
        expect(await overhangOf(page), path).toBe(0);
      }
      await quiet();
    },
    120_000,
  );
});
