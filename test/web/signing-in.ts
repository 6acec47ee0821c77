/** Somebody who signs in at a real provider, by the pages of the whole system. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { vi } from 'vitest';
import { PAGES, SCOPES, startProvider, type TestProvider } from './provider.ts';
import { type Started, startWeb } from './started.ts';

export interface SigningIn {
  readonly web: Started;
  readonly provider: TestProvider;
  /** A provider that the system was told nothing of, which lets in the same people. */
  readonly elsewhere: TestProvider;
  stop(): Promise<void>;
}

/** Starts two providers, and the system with what names the first of them. */
export async function startSigningIn(): Promise<SigningIn> {
  const provider = await startProvider();
  const elsewhere = await startProvider();
  const settings = {
    TOKEN_ISSUER: provider.issuer,
    TOKEN_JWKS: provider.jwks,
    TOKEN_AUDIENCE: `datalandkort,${PAGES},harvester,subscriber`,
    SIGN_IN_CLIENT: PAGES,
    SIGN_IN_AUTHORIZE: provider.authorize,
    SIGN_IN_TOKEN: provider.token,
    SIGN_IN_LOGOUT: provider.logout,
    SIGN_IN_SCOPES: SCOPES,
    SIGN_IN_GROUP: 'operators',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(`DATALANDKORT_${name}`, value);
  const web = await startWeb();
  vi.unstubAllEnvs();
  for (const one of [provider, elsewhere]) one.serve(web.address);
  return {
    ...{ web, provider, elsewhere },
    async stop() {
      await web.stop();
      await Promise.all([provider.stop(), elsewhere.stop()]);
    },
  };
}

export const words = {
  da: {
    title: 'Log ind til driften',
    button: 'Log ind',
    sources: 'Kilder',
    signedIn: 'Logget ind som anna@example.dk',
    pause: 'Sæt på pause',
    paused: 'Kilden er sat på pause.',
    resume: 'Lad den køre igen',
    signOut: 'Log ud',
  },
  en: {
    title: 'Sign in to operations',
    button: 'Sign in',
    sources: 'Sources',
    signedIn: 'Signed in as anna@example.dk',
    pause: 'Pause',
    paused: 'The source is paused.',
    resume: 'Let it go on',
    signOut: 'Sign out',
  },
} as const;
type Language = keyof typeof words;

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** A page of ours; the provider's ask for a typeface from the net, which a test does not. */
export async function opened({ web }: SigningIn, path: string, look: BrowserContextOptions = {}) {
  const { page, quiet } = await web.open(path, look);
  await page.route(/googleapis/, (route) => route.abort());
  return { page, quiet };
}

export const press = async (page: Page, language: Language = 'da'): Promise<void> =>
  page.getByRole('button', { name: words[language].button, exact: true }).click();

/** Answers what the provider asks. */
async function giveName(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('whatever');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

export async function signIn(page: Page, name = 'anna', language: Language = 'da'): Promise<void> {
  await heading(page, words[language].title).waitFor();
  await press(page, language);
  await giveName(page, name);
}

/** What the page asked the provider's token endpoint for, as it goes on. */
export function tokensAsked({ provider }: SigningIn, page: Page): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url() === provider.token && request.method() === 'POST') asked.push(request.postData() ?? '');
  });
  return asked;
}

/** The address that the provider leads back to, which is not gone to: somebody has it before the page does. */
export async function intercepted({ web }: SigningIn, page: Page, begin: () => Promise<void>): Promise<string> {
  const back = Promise.withResolvers<string>();
  // By the browser's own protocol, as it is the end of a chain of redirects.
  const devtools = await page.context().newCDPSession(page);
  devtools.on('Fetch.requestPaused', async ({ requestId, request }) => {
    back.resolve(request.url);
    await devtools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  });
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: `${web.address}/*code=*` }] });
  await begin();
  const address = await back.promise;
  await devtools.detach();
  return address;
}
