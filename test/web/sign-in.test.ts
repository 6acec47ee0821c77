/** Signing in at a real OpenID provider, by a real browser, and what the API makes of the provider's tokens. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { describeInBrowser } from '#test/browser.ts';
import { PAGES, SCOPES } from './provider.ts';
import {
  heading,
  intercepted,
  opened,
  press,
  type SigningIn,
  signIn,
  startSigningIn,
  tokensAsked,
  words,
} from './signing-in.ts';
import { overhangOf, violationsOf } from './started.ts';

let scene: SigningIn;
/** A source of the example. */
let source = '';

const Sources = z.object({ items: z.array(z.object({ id: z.string() })).min(1) });

const failure = (page: Page) => page.getByRole('alert');

const ask = async (path: string, token: string): Promise<number> =>
  (await fetch(scene.web.address + path, { headers: { authorization: `Bearer ${token}` } })).status;

describeInBrowser('signing in at a provider', () => {
  beforeAll(async () => {
    scene = await startSigningIn();
    const { items } = Sources.parse(await (await fetch(`${scene.web.address}/v1/sources`)).json());
    source = items[0]?.id ?? '';
  });
  afterAll(() => scene.stop());

  it.each([
    ['da', 'light', 1280],
    ['en', 'dark', 320],
  ] as const)(
    'leads there and back to the page that was asked for, lets act, and signs out at both: %s, %s, %i',
    async (language, colorScheme, width) => {
      const said = words[language];
      const sources = `/${language}/operator/sources`;
      const { page, quiet } = await opened(scene, sources, { colorScheme, viewport: { width, height: 900 } });
      const back: string[] = [];
      page.on('request', (request) => request.url().includes('code=') && back.push(request.url()));
      await page.getByRole('button', { name: said.button, exact: true }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(await overhangOf(page)).toBe(0);
      await signIn(page, 'anna', language);
      await heading(page, said.sources).waitFor();
      await page.getByText(said.signedIn).waitFor();
      expect(page.url()).toBe(scene.web.address + sources);
      expect(await violationsOf(page)).toEqual([]);

      // The code was in the one address that the provider knows, and is in none that is left.
      expect(back.map((url) => new URL(url).pathname)).toEqual([`/${language}/operator`]);
      const devtools = await page.context().newCDPSession(page);
      const { entries } = await devtools.send('Page.getNavigationHistory');
      expect(entries.filter(({ url }) => url.includes('code='))).toEqual([]);

      await page.goto(`${scene.web.address}${sources}/${source}`);
      await page.getByRole('button', { name: said.pause, exact: true }).click();
      await page.getByText(said.paused).waitFor();
      await page.getByRole('button', { name: said.resume }).click();
      await page.getByRole('button', { name: said.pause, exact: true }).waitFor();
      await page.goto(`${scene.web.address}/${language}/operator/audit`);
      await page.getByRole('link', { name: 'anna', exact: true }).first().waitFor();

      await page.getByRole('button', { name: said.signOut }).click();
      await page.getByRole('button', { name: 'Yes, sign me out' }).click();
      await heading(page, said.title).waitFor();
      expect(await page.evaluate('sessionStorage.length')).toBe(0);
      await press(page, language);
      await page.getByPlaceholder('Enter any login').waitFor();
      await quiet();
    },
    120_000,
  );

  it('lets a token in as well, and says plainly whose', async () => {
    const { page, quiet } = await opened(scene, '/da/operator');
    await page.locator('summary', { hasText: 'Log ind med et adgangstegn' }).click();
    await page.getByLabel('Adgangstegn').fill(scene.web.token);
    await page.keyboard.press('Enter');
    await page.getByText('Logget ind med operatørens adgangstegn').waitFor();
    await page.getByRole('button', { name: 'Log ud' }).click();
    await heading(page, words.da.title).waitFor();
    await quiet();
  });

  it('lets nobody act whose account is in no group, says so, and lets him sign out to come as another', async () => {
    const { page, quiet } = await opened(scene, '/en/operator/sources');
    await signIn(page, 'bo', 'en');
    await page.getByText('You are signed in as bo@example.dk, who is no operator.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const token = String(await page.evaluate("sessionStorage.getItem('datalandkort.token')"));
    expect(await ask('/v1/audit', token)).toBe(403);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await signIn(page, 'anna', 'en');
    await page.getByText('Signed in as anna@example.dk').waitFor();
    await quiet();
  }, 120_000);

  it('has a new token without a word when the old one is about to end, and says so when there is none', async () => {
    const { page, quiet } = await opened(scene, '/da/operator/sources');
    await page.clock.install();
    await signIn(page);
    await page.getByText(words.da.signedIn).waitFor();
    const asked = tokensAsked(scene, page);
    await page.clock.fastForward('04:30');
    await page.getByRole('link', { name: 'Indsamlinger' }).click();
    await vi.waitFor(() => expect(asked.join()).toContain('grant_type=refresh_token'), { timeout: 10_000 });
    await page.getByText(words.da.signedIn).waitFor();

    const ended = await scene.provider.sign({ sub: 'anna', aud: 'datalandkort', scope: 'datalandkort/operator' }, -60);
    await page.evaluate((token) => sessionStorage.setItem('datalandkort.token', token), ended);
    await page.getByRole('link', { name: 'Kilder', exact: true }).click();
    await page.getByText('Din adgang er udløbet. Log ind igen.').waitFor();
    await quiet();
  }, 120_000);

  describe('that goes wrong', () => {
    it.each([
      ['da', 'Der blev sagt nej undervejs: du fortrød, eller din konto har ikke adgang.', 'access_denied'],
      ['en', 'It was refused on the way: you changed your mind, or your account has no access.', 'access_denied'],
    ] as const)('is told when the provider refuses, and can be tried again: %s', async (language, sentence, code) => {
      const { page, quiet } = await opened(scene, `/${language}/operator/runs`);
      await press(page, language);
      await page.getByRole('link', { name: 'Cancel' }).click();
      await failure(page).getByText(sentence).waitFor();
      await failure(page).getByText(code).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await signIn(page, 'anna', language);
      await page.waitForURL(`${scene.web.address}/${language}/operator/runs`);
      await quiet();
    });

    it('takes no code that somebody else leads here with, and asks the provider nothing', async () => {
      const sentence = 'Det blev ikke begyndt i denne fane, eller det er allerede brugt.';
      const { page, quiet } = await opened(scene, '/da/operator?code=of-an-attacker&state=his');
      const asked = tokensAsked(scene, page);
      await failure(page).getByText(sentence).waitFor();
      expect(page.url()).toBe(`${scene.web.address}/da/operator/sign-in`);

      // Also while one of this tab's own is under way.
      const address = await intercepted(scene, page, () => signIn(page));
      await page.goto(address.replace(/state=[^&]+/, 'state=his'));
      await failure(page).getByText(sentence).waitFor();
      await page.goto(address);
      await failure(page).getByText(sentence).waitFor();
      expect(asked).toEqual([]);
      expect(await page.evaluate("sessionStorage.getItem('datalandkort.token')")).toBeNull();
      await quiet();
    });

    it('takes no code twice: the page has forgotten what it needs for it, and the provider gives nothing for it', async () => {
      const { page, quiet } = await opened(scene, '/en/operator/runs');
      await page.clock.install();
      const asked = tokensAsked(scene, page);
      const address = await intercepted(scene, page, () => signIn(page, 'anna', 'en'));
      await page.goto(`${scene.web.address}/en/about`);
      const pending = String(await page.evaluate("sessionStorage.getItem('datalandkort.sign-in')"));
      await page.goto(address);
      await page.getByText('Signed in as anna@example.dk').waitFor();

      await page.goto(address);
      await failure(page).getByText('It was not begun in this tab, or it was used already.').waitFor();
      expect(asked).toHaveLength(1);
      await page.evaluate((kept) => sessionStorage.setItem('datalandkort.sign-in', kept), pending);
      await page.goto(address);
      await failure(page).getByText('the answer was used already').waitFor();

      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const again = await fetch(scene.provider.token, { method: 'POST', headers, body: asked[0] ?? '' });
      expect([again.status, await again.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
      await quiet();
    });

    it.each([
      ['from another provider', (url: string) => url.replace(/iss=[^&]+/, `iss=${scene.elsewhere.issuer}`), {}],
      ['for another attempt', (url: string) => url, { nonce: 'of another attempt' }],
    ] as const)('takes no answer %s', async (_, changed, over) => {
      const { page, quiet } = await opened(scene, '/da/operator');
      const address = await intercepted(scene, page, () => signIn(page));
      await page.goto(`${scene.web.address}/da/about`);
      await page.evaluate((change) => {
        const kept = JSON.parse(sessionStorage.getItem('datalandkort.sign-in') ?? '{}');
        sessionStorage.setItem('datalandkort.sign-in', JSON.stringify({ ...kept, ...change }));
      }, over);
      await page.goto(changed(address));
      await failure(page).getByText('Svaret var ikke til denne side.').waitFor();
      expect(await page.evaluate("sessionStorage.getItem('datalandkort.token')")).toBeNull();
      await quiet();
    });

    it('is told when the provider cannot be reached, and when the clock is wrong', async () => {
      const { page, quiet } = await opened(scene, '/da/operator');
      await page.route(scene.provider.token, (route) => route.abort());
      await signIn(page);
      await failure(page).getByText('Stedet, hvor du logger ind, svarer ikke.').waitFor();
      await page.unroute(scene.provider.token);

      await page.clock.setFixedTime(Date.now() + 86_400_000);
      await press(page);
      await failure(page).getByText('Uret på denne computer passer ikke').waitFor();
      await quiet();
    });

    it('is told when the provider is in trouble, and when the API does not take what it gave', async () => {
      const { page, quiet } = await opened(scene, '/en/operator');
      await page.route(scene.provider.token, (route) => route.fulfill({ status: 500, body: 'oops' }));
      await signIn(page, 'anna', 'en');
      await failure(page).getByText('The place where you sign in could not finish it.').waitFor();
      await page.unroute(scene.provider.token);

      const ended = await scene.provider.sign({ sub: 'anna', aud: 'datalandkort' }, -60);
      await page.route(scene.provider.token, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), access_token: ended } });
      });
      await press(page, 'en');
      await failure(page).getByText('You signed in, but the catalogue does not accept the answer.').waitFor();
      await quiet();
    });
  });

  it('counts by the keys that the provider publishes: a program’s scope, a person’s group, and nothing of others', async () => {
    const person = {
      sub: 'anna',
      client_id: PAGES,
      token_use: 'access',
      scope: SCOPES,
      'cognito:groups': ['operators'],
    };
    expect(await ask('/v1/audit', await scene.provider.programToken('harvester'))).toBe(200);
    // As Cognito's: with a client and no audience.
    expect(await ask('/v1/audit', await scene.provider.sign(person, 60))).toBe(200);

    expect(await ask('/v1/audit', await scene.provider.programToken('subscriber'))).toBe(403);
    expect(await ask('/v1/audit', await scene.provider.sign({ ...person, 'cognito:groups': ['readers'] }, 60))).toBe(
      403,
    );
    expect(await ask('/v1/audit', await scene.provider.sign({ ...person, scope: 'other/operator' }, 60))).toBe(403);

    expect(await ask('/v1/audit', await scene.elsewhere.programToken('harvester'))).toBe(401);
    expect(await ask('/v1/audit', await scene.elsewhere.sign({ ...person, iss: scene.provider.issuer }, 60))).toBe(401);
    expect(await ask('/v1/audit', await scene.provider.sign({ ...person, client_id: 'another' }, 60))).toBe(401);
    expect(await ask('/v1/audit', await scene.provider.sign({ ...person, token_use: 'id' }, 60))).toBe(401);
    expect(await ask('/v1/audit', await scene.provider.sign(person, -60))).toBe(401);
  });
});
