/** The operator's console on the whole system, as somebody who keeps it running walks through it. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeInBrowser } from '#test/browser.ts';
import { addSource, call, harvest, PATIENCE, signedIn, tabTo } from './console.ts';
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

  it('adds a source: a mistake is told at its field, and it is previewed, saved and harvested', async () => {
    feeds.set('/nye-registre.ttl', titled('Nyt', 3));
    const { page, quiet } = await signedIn(web, '/da/operator/sources/new');
    await page.getByLabel('Id', { exact: true }).fill('nye-registre');
    await page.getByLabel('Titel på dansk').fill('Nye registre på Læsø');
    await page.getByLabel('Dataejerens id').fill('test-ejer');
    await page.getByLabel('Format', { exact: true }).selectOption('dcat');
    await page.getByLabel('Adresse, hvor der begyndes').fill('ingen adresse');
    await page.getByLabel('Formatets indstillinger').fill('{ "a": ');
    await page.getByRole('button', { name: 'Vis, hvad den giver' }).click();
    await page.getByRole('heading', { name: '2 ting skal rettes' }).waitFor();
    expect(await page.evaluate('document.activeElement?.className')).toBe('alert alert-error');
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Adresse, hvor der begyndes/ })
      .click();
    const address = page.getByLabel('Adresse, hvor der begyndes');
    expect(await page.evaluate('document.activeElement?.id')).toBe('field-url');
    expect(await page.locator('#field-url-error').textContent()).toContain('Er skrevet forkert.');
    await address.fill(`${host}/nye-registre.ttl`);
    await page.getByLabel('Formatets indstillinger').fill('');
    await page.getByRole('button', { name: 'Vis, hvad den giver' }).click();
    await page.getByRole('heading', { name: 'Det giver kilden' }).waitFor();
    await page.getByRole('rowheader', { name: 'Nyt register nr. 2 på Ærø' }).waitFor();
    await page.getByRole('button', { name: 'Tilføj kilden' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nye registre på Læsø' }).waitFor();
    await page.getByRole('button', { name: 'Hent nu' }).click();
    await page.getByRole('link', { name: /^nye-registre\./ }).click();
    await page.getByText('Lykkedes').waitFor();
    await page.getByRole('link', { name: '3 nye' }).click();
    await page.getByRole('rowheader', { name: /^nye-registre\.d-2-/ }).waitFor();
    await page.getByText('Ny: Nyt register nr. 2 på Ærø').click();
    await page.getByRole('rowheader', { name: 'titel', exact: true }).waitFor();
    await quiet();
  }, 60_000);

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

  it('shows why a run is held and releases it by keyboard alone; what it removes leaves the map', async () => {
    feeds.set('/svinder.ttl', titled('Svindende', 8));
    await addSource(web, host, 'svinder', 'Den svindende kilde');
    expect((await harvest(web, 'svinder')).state).toBe('succeeded');
    const found = `/en/?q=${encodeURIComponent('Svindende register')}`;
    const map = await web.open(found);
    const last = map.page.getByRole('link', { name: 'Svindende register nr. 7 på Ærø' });
    await vi.waitFor(async () => {
      await map.page.goto(`${web.address}${found}`);
      await last.waitFor({ timeout: 2_000 });
    }, PATIENCE);

    feeds.set('/svinder.ttl', titled('Svindende', 2));
    expect((await harvest(web, 'svinder')).state).toBe('held');
    const { page, quiet } = await signedIn(web, '/en/operator');
    await page.getByText('6 removals from Den svindende kilde are held back.').waitFor();
    await page.locator('main h1').focus();
    await tabTo(page, 'Look and decide');
    await page.keyboard.press('Enter');
    await page.getByText('The run would remove 6 registers.').waitFor();
    await tabTo(page, 'See which registers');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: /^svinder\.d-7-/ }).waitFor();
    await tabTo(page, 'Release');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('6 registers leave the catalogue').waitFor();
    await tabTo(page, 'Release');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('It is released.').waitFor();
    await vi.waitFor(async () => {
      await map.page.goto(`${web.address}${found}`);
      await map.page.locator('.loading').waitFor({ state: 'detached' });
      await map.page.getByRole('link', { name: 'Svindende register nr. 1 på Ærø' }).waitFor({ timeout: 2_000 });
      expect(await last.count()).toBe(0);
    }, PATIENCE);
    await map.quiet();
    await quiet();
  }, 120_000);

  it('names a source that breaks on the overview within a minute, without being loaded again', async () => {
    feeds.set('/knaekker.ttl', titled('Knækkende', 2));
    await addSource(web, host, 'knaekker', 'Kilden, der knækker');
    expect((await harvest(web, 'knaekker')).state).toBe('succeeded');
    const { page, quiet } = await signedIn(web, '/da/operator');
    await page.getByRole('rowheader', { name: 'Kilden, der knækker' }).waitFor();
    feeds.delete('/knaekker.ttl');
    const broken = harvest(web, 'knaekker');
    await page.getByText(/^Kilden, der knækker kunne ikke høstes/).waitFor({ timeout: 60_000 });
    expect((await broken).state).toBe('failed');
    await page.getByRole('link', { name: 'Se indsamlingen' }).first().click();
    await page.getByText('Mislykkedes').waitFor();
    await quiet();
  }, 120_000);

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
