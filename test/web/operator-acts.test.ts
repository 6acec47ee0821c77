/** What an operator does to subscriptions, dead letters and renames, in a browser and by keyboard, on the whole system. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { describeInBrowser } from '#test/browser.ts';
import { addSource, call, harvest, PATIENCE, signedIn, tabTo } from './console.ts';
import { feeds, startFeeds, stopFeeds } from './feeds.ts';
import { overhangOf, type Started, startWeb, violationsOf } from './started.ts';

const Message = z.object({ id: z.string(), data: z.object({ challenge: z.string().optional() }) });
const Audit = z.object({ items: z.array(z.object({ action: z.string(), request: z.unknown().optional() })) });
const Runs = z.object({ items: z.array(z.object({ state: z.string() })) });

/** Ids of messages as they came; a receiver that is not ready yet answers 500. */
const received: string[] = [];
let isReady = false;

const receiver = createServer(async (request, response) => {
  const { id, data } = Message.parse(JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString()));
  if (!isReady) return void response.writeHead(500).end();
  if (data.challenge === undefined) received.push(id);
  response.end(data.challenge ?? '');
});

let web: Started;
let host = '';
let hook = '';

describeInBrowser('the console’s acts in a browser', () => {
  beforeAll(async () => {
    web = await startWeb();
    host = await startFeeds();
    await once(receiver.listen(0, '127.0.0.1'), 'listening');
    // Listening on a TCP port, so the address is no pipe's name.
    hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  });
  afterAll(async () => {
    await web.stop();
    stopFeeds();
    receiver.closeAllConnections();
    receiver.close();
  });

  it('makes a subscription, tells that its receiver did not answer, and makes it active once it does', async () => {
    const { page, quiet } = await signedIn(web, '/da/operator/subscriptions');
    await page.getByRole('link', { name: 'Opret et abonnement' }).click();
    await page.getByLabel('Modtager').fill('ftp://ingen.example');
    await page.getByRole('button', { name: 'Opret' }).click();
    await page.getByRole('alert').getByText('Dertil sendes intet.').waitFor();
    await page.getByLabel('Modtager').fill(hook);
    await page.getByLabel('Hvem').fill('Portalen på Ærø');
    await page.getByLabel('fjernede registre').uncheck();
    await page.getByLabel('Fra kilden').selectOption('');
    await page.getByRole('button', { name: 'Opret' }).click();
    await page.getByText('Modtageren svarede ikke rigtigt på prøven').waitFor();
    await page.getByText('answered 500 to the challenge').waitFor();
    expect(await page.getByLabel(/^Nøgle/).inputValue()).toMatch(/^dlk_/);
    expect(await page.getByLabel(/^Hemmelighed/).inputValue()).toMatch(/^whsec_/);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Gå til abonnementet' }).click();
    await page.getByText('nye registre, ændrede registre').waitFor();
    isReady = true;
    await page.getByRole('button', { name: 'Prøv modtageren igen' }).click();
    await page.getByText('I brug', { exact: true }).waitFor();
    expect(await page.getByText('whsec_').count()).toBe(0);
    await quiet();
  }, 60_000);

  it('sends again from a delivery by keyboard alone, under the same id', async () => {
    feeds.set('/sendes.ttl', ['Sendes på Fanø']);
    await addSource(web, host, 'sendes', 'En kilde, der sendes');
    await harvest(web, 'sendes');
    await vi.waitFor(() => expect(received).toHaveLength(1), PATIENCE);
    const { page, quiet } = await signedIn(web, '/da/operator/subscriptions');
    await page.getByRole('link', { name: hook }).click();
    await page.getByRole('cell', { name: 'leveret' }).first().waitFor();
    await page.locator('main h1').focus();
    await tabTo(page, /^Send igen herfra/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('sendes igen med de samme numre').waitFor();
    await tabTo(page, 'Send igen');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Der sendes igen derfra.').waitFor();
    await vi.waitFor(() => expect(received).toHaveLength(2), PATIENCE);
    expect(received[1]).toBe(received[0]);
    // The list asks again by itself.
    await vi.waitFor(async () => expect(await page.getByRole('cell', { name: 'leveret' }).count()).toBe(2), PATIENCE);
    await quiet();
  }, 90_000);

  it('gives a new secret once, takes other filters, pauses, and deletes by keyboard', async () => {
    const { page, quiet } = await signedIn(web, '/en/operator/subscriptions');
    await page.getByRole('link', { name: hook }).click();
    await page.getByRole('button', { name: 'New secret' }).click();
    const secret = await page.getByLabel('The new secret').inputValue();
    expect(secret).toMatch(/^whsec_/);
    await page.getByText('The old one counts until').waitFor();
    await page.getByLabel('From the source').selectOption('sendes');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('From the source: sendes').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('Paused', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(secret);
    await page.locator('main h1').focus();
    await tabTo(page, 'Delete the subscription');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('This cannot be undone.').waitFor();
    await tabTo(page, 'Delete the subscription');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('The subscription is deleted.').waitFor();
    await page.getByText('Nobody subscribes to changes.').waitFor();
    await quiet();
  }, 60_000);

  it('tries a dead letter again by keyboard alone, and what it started ends well', async () => {
    await addSource(web, host, 'doed', 'En død kilde');
    expect((await harvest(web, 'doed')).state).toBe('failed');
    feeds.set('/doed.ttl', ['Genoplivet på Samsø']);
    const { page, quiet } = await signedIn(web, '/da/operator/dead-letters');
    await page.getByRole('button', { name: 'Prøv igen', exact: true }).first().waitFor();
    await page.locator('main h1').focus();
    await tabTo(page, 'Prøv igen');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Den er prøvet igen.').waitFor();
    await tabTo(page, /^doed\./);
    await page.keyboard.press('Enter');
    await page.getByText('Lykkedes', { exact: true }).waitFor();
    const runs = Runs.parse(await call(web, 'GET', '/v1/sources/doed/runs'));
    expect(runs.items.map(({ state }) => state)).toEqual(['succeeded', 'failed']);
    await page.goto(`${web.address}/da/operator/dead-letters`);
    await page.getByText('Ingen fejlede beskeder venter.').waitFor();
    await quiet();
  }, 90_000);

  it('shows what a register says under its new identifier, and lets it go on as the old one', async () => {
    const named = (identifier: string, version: string) => `
      @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
      <https://owner.example/${identifier}> a dcat:Dataset ; dct:title "Fødsler på Ærø"@da ; dct:identifier "${identifier}" ;
        dct:publisher <https://owner.example/> ; dcat:version "${version}" .`;
    feeds.set('/navne.ttl', named('gammel', '1'));
    await addSource(web, host, 'navne', 'En kilde, der skifter navne');
    await harvest(web, 'navne');
    feeds.set('/navne.ttl', named('ny', '2'));
    await harvest(web, 'navne');
    const { page, quiet } = await signedIn(web, '/da/operator/sources/navne');
    await page.getByText('Vis forskellene').click();
    const version = page.getByRole('row', { name: /^version/ });
    await version.waitFor();
    expect(await version.getByRole('cell').allTextContents()).toEqual(['1', '2']);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('main h1').focus();
    await tabTo(page, /^Det er det samme register/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('går videre med sin historie').waitFor();
    await tabTo(page, 'Det er det samme register');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Registeret går videre under sit gamle nummer.').waitFor();
    await page.getByText('Intet venter på en afgørelse.').waitFor();
    const { items } = Audit.parse(await call(web, 'GET', '/v1/audit'));
    expect(items[0]).toMatchObject({ action: 'decideRename', request: { decision: 'confirm' } });
    await page.goto(`${web.address}/da/operator/audit`);
    await page
      .getByRole('row', { name: /decideRename/ })
      .first()
      .getByText('Detaljer')
      .first()
      .click();
    await page.getByText('decision: confirm').waitFor();
    await quiet();
  }, 90_000);

  it.each([
    ['da', 'dark', 320],
    ['en', 'light', 1280],
  ] as const)(
    'breaks no rule of WCAG on the pages of a subscription: %s, %s, %i',
    async (language, colorScheme, width) => {
      await call(web, 'POST', '/v1/subscriptions', { url: hook, since: '0', description: 'Æ til Å' });
      const look = { colorScheme, viewport: { width, height: 900 } };
      const { page, quiet } = await signedIn(web, `/${language}/operator/subscriptions/new`, look);
      const check = async () => {
        await page.locator('main:not(:has(.loading))').waitFor();
        expect(await violationsOf(page)).toEqual([]);
        expect(await overhangOf(page)).toBe(0);
      };
      await page.locator('#subscription-url').waitFor();
      await check();
      await page.goto(`${web.address}/${language}/operator/subscriptions`);
      await page.getByRole('link', { name: hook }).first().click();
      await page.locator('.facts').waitFor();
      await check();
      await quiet();
    },
    60_000,
  );
});
