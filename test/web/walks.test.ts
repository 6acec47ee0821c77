/** What readers and operators come for, from the first page to the end of it, in Danish and in English. */
import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeInBrowser } from '#test/browser.ts';
import { addSource, harvest, PATIENCE, signedIn, tabTo } from './console.ts';
import { feeds, startFeeds, stopFeeds } from './feeds.ts';
import { follow } from './follow.ts';
import { titled } from './operated.ts';
import { type Started, startWeb } from './started.ts';
import { languages, said } from './walked.ts';

let web: Started;
let host = '';

describeInBrowser('a person in a browser', () => {
  beforeAll(async () => {
    web = await startWeb();
    host = await startFeeds();
  });
  afterAll(async () => {
    await web.stop();
    stopFeeds();
  });

  describe.each(languages)('in %s', (language) => {
    const words = said[language];

    it('finds a register by a misspelt word, reads it, sees its history and downloads it', async () => {
      const { page, quiet } = await web.open(`/${language}/?view=list`);
      await page.getByRole('combobox', { name: words.search }).fill(words.misspelt);
      await page.getByRole('button', { name: words.meant, exact: true }).click();
      await page.waitForURL((url) => url.searchParams.get('q') === words.meant);
      const register = page.getByRole('heading', { level: 1, name: words.register });
      await follow(page, page.getByRole('link', { name: words.register, exact: true }).first(), register);
      await page.getByRole('link', { name: words.history, exact: true }).click();
      await page.getByText(words.showHistory).first().click();
      await page.locator('.history').getByRole('rowheader', { name: words.title, exact: true }).waitFor();
      await page.getByRole('heading', { name: words.download }).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Turtle', exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^eksempel-.+\.lpr\.ttl$/);
      expect(await text(createReadStream(await download.path()))).toContain('"Landspatientregisteret"@da');
      await quiet();
    });

    it('finds a register by a variable', async () => {
      const { page, quiet } = await web.open(`/${language}/?view=list`);
      await page.getByRole('combobox', { name: words.search }).fill('INDDTO');
      await page.locator('.result-count').getByText('1 regist').waitFor();
      await page.getByText(words.foundIn).waitFor();
      expect(await page.locator('.result mark').allTextContents()).toEqual(['INDDTO']);
      await page.getByRole('link', { name: words.register }).click();
      await page.getByRole('heading', { level: 1, name: words.register }).waitFor();
      await quiet();
    });

    it('signs in, adds a source with a mistake in it, is told, previews, saves and harvests it', async () => {
      const id = `nye-registre-${language}`;
      feeds.set(`/${id}.ttl`, titled('Nyt', 3));
      const { page, quiet } = await web.open(`/${language}/operator/sources`);
      await page.getByRole('heading', { level: 1, name: words.signIn }).waitFor();
      await page.getByLabel(words.token, { exact: true }).fill('forkert');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText(words.wrongToken).waitFor();
      await page.getByLabel(words.token, { exact: true }).fill(web.token);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: words.sources }).waitFor();
      await page.getByRole('link', { name: words.addSource }).click();

      await page.getByLabel('Id', { exact: true }).fill(id);
      await page.getByLabel(words.titleField).fill('Nye registre på Læsø');
      await page.getByLabel(words.owner).fill('test-ejer');
      await page.getByLabel('Format', { exact: true }).selectOption('dcat');
      await page.getByLabel(words.address).fill('ingen adresse');
      await page.getByLabel(words.settings).fill('{ "a": ');
      await page.getByRole('button', { name: words.preview }).click();
      await page.getByRole('heading', { name: words.faults }).waitFor();
      expect(await page.evaluate('document.activeElement?.className')).toBe('alert alert-error');
      const told = page.getByRole('alert').getByRole('link');
      await told.filter({ hasText: words.address }).click();
      expect(await page.evaluate('document.activeElement?.id')).toBe('field-url');
      expect(await page.locator('#field-url-error').textContent()).toContain(words.malformed);

      await page.getByLabel(words.address).fill(`${host}/${id}.ttl`);
      await page.getByLabel(words.settings).fill('');
      await page.getByRole('button', { name: words.preview }).click();
      await page.getByRole('heading', { name: words.gives }).waitFor();
      await page.getByRole('rowheader', { name: 'Nyt register nr. 2 på Ærø' }).waitFor();
      await page.getByRole('button', { name: words.add, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Nye registre på Læsø' }).waitFor();
      await page.getByRole('button', { name: words.run, exact: true }).click();
      await page.getByRole('link', { name: new RegExp(`^${id}\\.`) }).click();
      await page.getByText(words.succeeded, { exact: true }).first().waitFor();
      await page.getByRole('link', { name: words.created }).click();
      await page.getByRole('rowheader', { name: new RegExp(`^${id}\\.d-2-`) }).waitFor();
      await page.getByText(words.createdRecord).click();
      await page.getByRole('rowheader', { name: words.title, exact: true }).waitFor();
      await quiet();
    }, 60_000);

    it('sees why a run is held and releases it by keyboard alone; what it removes leaves the map', async () => {
      const [id, source, name] = [`svinder-${language}`, `Den svindende kilde (${language})`, `Svindende ${language}`];
      feeds.set(`/${id}.ttl`, titled(name, 8));
      await addSource(web, host, id, source);
      expect((await harvest(web, id)).state).toBe('succeeded');
      const found = `/${language}/?q=${encodeURIComponent(`${name} register`)}`;
      const map = await web.open(found);
      const last = map.page.getByRole('link', { name: `${name} register nr. 7 på Ærø` });
      await vi.waitFor(async () => {
        await map.page.goto(`${web.address}${found}`);
        await last.waitFor({ timeout: 2_000 });
      }, PATIENCE);

      feeds.set(`/${id}.ttl`, titled(name, 2));
      expect((await harvest(web, id)).state).toBe('held');
      const { page, quiet } = await signedIn(web, `/${language}/operator`);
      await page.getByText(words.heldBack(source)).waitFor();
      await page.locator('main h1').focus();
      await tabTo(page, words.decide);
      await page.keyboard.press('Enter');
      await page.getByText(words.wouldRemove).waitFor();
      await tabTo(page, words.which);
      await page.keyboard.press('Enter');
      await page.getByRole('rowheader', { name: new RegExp(`^${id}\\.d-7-`) }).waitFor();
      await tabTo(page, words.release);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText(words.leaving).waitFor();
      await tabTo(page, words.release);
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText(words.released).waitFor();
      await vi.waitFor(async () => {
        await map.page.goto(`${web.address}${found}`);
        await map.page.locator('.loading').waitFor({ state: 'detached' });
        await map.page.getByRole('link', { name: `${name} register nr. 1 på Ærø` }).waitFor({ timeout: 2_000 });
        expect(await last.count()).toBe(0);
      }, PATIENCE);
      await map.quiet();
      await quiet();
    }, 120_000);

    it('sees a source that breaks named on the overview within a minute, without loading it again', async () => {
      const [id, source] = [`knaekker-${language}`, `Kilden, der knækker (${language})`];
      feeds.set(`/${id}.ttl`, titled('Knækkende', 2));
      await addSource(web, host, id, source);
      expect((await harvest(web, id)).state).toBe('succeeded');
      const { page, quiet } = await signedIn(web, `/${language}/operator`);
      await page.getByRole('rowheader', { name: source }).waitFor();
      feeds.delete(`/${id}.ttl`);
      const broken = harvest(web, id);
      const trouble = page.getByText(words.broke(source));
      await trouble.waitFor({ timeout: 60_000 });
      expect((await broken).state).toBe('failed');
      await page.locator('li', { has: trouble }).getByRole('link', { name: words.seeRun }).click();
      await page.getByText(words.failed, { exact: true }).first().waitFor();
      await quiet();
    }, 120_000);
  });
});
