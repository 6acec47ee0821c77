import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '#test/browser.ts';
import { overhangOf, type Started, startWeb, violationsOf } from './started.ts';

const LPR = 'eksempel-dokumentation.lpr';

/** Several times what the field waits for the next letter. */
const LONGER_THAN_A_LETTER_MS = 1000;

/** What a browser says when a script of a harvested text runs. */
const alertsOf = (page: Page): string[] => {
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  return alerts;
};

/** Answers a question of the page with what its own answer is made into. */
const altered = async (page: Page, path: string, alter: (answer: Record<string, unknown>) => unknown) =>
  page.route(
    (url) => url.pathname === path && url.search !== '?profile=schema-org',
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: alter(await response.json()) });
    },
  );

describeInBrowser('what readers do', () => {
  let web: Started;
  beforeAll(async () => {
    web = await startWeb();
  });
  afterAll(() => web.stop());

  it('a variable leads to the registers that hold it, and a register to its variables', async () => {
    const { page, quiet } = await web.open('/da/');
    await page.getByRole('link', { name: 'Variabler', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Søg efter en variabel' }).fill('pseudonymiseret');
    await page.getByRole('link', { name: 'PNR', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'PNR' }).waitFor();
    await page.getByText('Findes i 3 registre.').waitFor();
    await page.getByText('1977 til 2018').first().waitFor();
    await page.getByRole('link', { name: 'Landspatientregisteret' }).click();
    await page.getByRole('searchbox', { name: 'Søg i registerets variabler' }).fill('ambulant');
    await page.getByText('Viser 1 af 1.').waitFor();
    await page.getByRole('link', { name: 'C_PATTYPE' }).waitFor();
    expect(new URL(page.url()).search).toBe('?variable=ambulant');
    await quiet();
  });

  it('a register shows how its grade went, and what made it another', async () => {
    const { page, quiet } = await web.open('/da/about');
    const point = { letter: 'C', share: 0.5, mqa: 200, rating: 'good' };
    await altered(page, `/v1/datasets/${LPR}/quality`, (answer) => ({
      ...answer,
      history: [
        { ...point, day: '2025-01-10', causes: [{ kind: 'created', run: 'r', seq: 1 }] },
        { ...point, day: '2025-03-10', letter: 'D', share: 0.3, causes: [{ kind: 'link', urls: ['https://a.dk/'] }] },
        {
          ...point,
          day: '2025-10-01',
          letter: 'B',
          share: 0.723,
          causes: [
            { kind: 'changed', run: 'r', seq: 2, properties: ['title', 'populationCoverage'] },
            { kind: 'confirmed', on: '' },
          ],
        },
      ],
    }));
    await page.goto(`${web.address}/da/registers/${LPR}#quality`);
    await page.getByRole('img', { name: 'Fra 50 % den 10. januar 2025 til 72 % nu' }).waitFor();
    const rows = page.getByRole('region', { name: 'Sådan er karakteren gået' }).locator('tbody tr');
    const [newest, dead, first] = await rows.allInnerTexts();
    expect(newest).toMatch(/1\. oktober 2025.*B.*72,3 %.*Beskrivelsen blev ændret: titel, befolkningsdækning/s);
    expect(newest).toContain('Dataejeren bekræftede, at beskrivelsen er rigtig.');
    expect(dead).toContain('Et link holdt op med at virke eller virker igen.');
    expect(first).toContain('Registeret kom med i kataloget.');
    expect(await violationsOf(page)).toEqual([]);
    await quiet();
  });

  it('a link that is followed before the last letter was asked is not led back from, however slow its page comes', async () => {
    const { page, quiet } = await web.open('/da/');
    await page.route(/register-page/, async (route) => {
      await delay(LONGER_THAN_A_LETTER_MS);
      await route.continue();
    });
    const found = page.getByRole('link', { name: /^Landspatientregisteret/ }).first();
    await found.waitFor();
    await page.getByRole('combobox', { name: 'Søg' }).fill('landspatient');
    await found.dispatchEvent('click');
    await page.getByRole('heading', { level: 1, name: 'Landspatientregisteret' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/da/registers/${LPR}`);
    await page.goBack();
    await page.getByRole('combobox', { name: 'Søg' }).waitFor();
    await quiet();
  });

  it('a register says in English what it is, where each fact was read, and what the owner wrote', async () => {
    const { page, quiet } = await web.open(`/en/registers/${LPR}`);
    await page.getByText('This is a copy for demonstration').waitFor();
    const fact = page.locator('.fact', { hasText: 'Frequency' });
    const text = () => fact.locator('dd').textContent();
    expect(await text()).toContain('monthly');
    await fact.getByText('Source: frequency').click();
    expect(await text()).toContain('månedlig');
    expect(await text()).toContain('/example/dokumentation/vis?id=lpr');
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'History' }).click();
    expect(new URL(page.url()).hash).toBe('#history');
    await page.getByText('The owner added it.').waitFor();
    await page.getByText(/^Show \d+ properties/).click();
    await page
      .getByRole('region', { name: /Revision 1/ })
      .getByText('monthly')
      .waitFor();
    await quiet();
  });

  it('a register tells where another source says something else, and how good its description is', async () => {
    const { page, quiet } = await web.open(`/da/registers/${LPR}`);
    const same = page.getByRole('region', { name: 'Forskelle fra Landspatientregisteret' });
    await same.getByRole('row', { name: 'dækningsperiode startdato: 1977 startdato: 1976' }).waitFor();
    await page.getByRole('region', { name: 'Hvad karakteren består af' }).getByText('HealthDCAT-AP').waitFor();
    await page.getByText('Det ville gøre beskrivelsen bedre').waitFor();
    await quiet();
  });

  it('a register stands in the page in the words of search engines, as data that the policy lets be', async () => {
    const { page, quiet } = await web.open(`/da/registers/${LPR}`);
    const block = page.locator('head script[type="application/ld+json"]');
    await block.waitFor({ state: 'attached' });
    const told = JSON.parse((await block.textContent()) ?? '');
    expect([told['@type'], JSON.stringify(told.name)]).toEqual([
      'Dataset',
      expect.stringContaining('Landspatientregisteret'),
    ]);
    await page.getByRole('link', { name: 'Ændringer', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Ændringer' }).waitFor();
    expect(await block.count()).toBe(0);
    await quiet();
  });

  it('each format and profile that is offered for download is there', async () => {
    const { page, quiet } = await web.open(`/da/registers/${LPR}`);
    await page.getByRole('link', { name: 'Croissant' }).waitFor();
    const links = page.locator('section:has(#downloads) a');
    const addresses: readonly string[] = await links.evaluateAll((all) => all.map(String));
    const answers = await Promise.all(addresses.map(async (address) => [address, (await fetch(address)).status]));
    expect(answers.length).toBe(11);
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    await quiet();
  });

  it('the history of a register shows each property before and after', async () => {
    const { page, quiet } = await web.open('/da/');
    await altered(page, `/v1/datasets/${LPR}/changes`, (answer) => ({
      ...answer,
      items: [
        {
          ...(answer.items as object[])[0],
          type: 'Update',
          cause: 'source-updated',
          revision: 2,
          seq: 99,
          difference: [
            {
              property: 'numberOfRecords',
              label: { da: 'antal poster', en: 'number of records' },
              before: { value: 7, text: { da: '7', en: '7' } },
              after: { value: 8, text: { da: '8 <mark>nye</mark>', en: '8' } },
            },
          ],
        },
        ...(answer.items as object[]),
      ],
    }));
    await page.goto(`${web.address}/da/registers/${LPR}#history`);
    await page.getByText('Dataejeren har ændret: antal poster.').waitFor();
    const table = page.getByRole('region', { name: 'Udgave 2 (99)' });
    await table.getByRole('row', { name: 'antal poster 7 8 <mark>nye</mark>' }).waitFor();
    await quiet();
  });

  it('a hostile record is text: nothing of it runs, leads astray or breaks the page', async () => {
    const { page, quiet } = await web.open('/da/');
    const alerts = alertsOf(page);
    const title = '<script>alert(1)</script><mark>Æ</mark>';
    await altered(page, `/v1/datasets/${LPR}`, (answer) => ({
      ...answer,
      record: {
        ...(answer.record as object),
        title: { da: title },
        description: { da: `<img src=x onerror=alert(2)>${'æ'.repeat(3000)}` },
        landingPage: ['javascript:alert(3)', 'https://www.ssi.dk/'],
        contactPoint: [{ fn: { da: 'Ring' }, hasURL: 'javascript:alert(4)', hasEmail: 'mailto:a@example.dk' }],
        keyword: { und: ['"><svg onload=alert(5)>'] },
      },
      unmapped: [{ name: '<b>x</b>', value: 'javascript:alert(6)' }],
    }));
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${web.address}/da/registers/${LPR}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.getByText('"><svg onload=alert(5)>').waitFor();
      await page.getByText('javascript:alert(3)').click();
      expect(await page.locator('a[href^="javascript:"], main script, main mark, main img').count()).toBe(0);
      const link = page.getByRole('link', { name: 'https://www.ssi.dk/' });
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
      expect(await overhangOf(page)).toBe(0);
      expect(await violationsOf(page)).toEqual([]);
    }
    expect(alerts).toEqual([]);
    await quiet();
  });

  it('a removed register says when and why it went, and what stands in its place', async () => {
    const { page, quiet } = await web.open('/da/');
    await page.route(
      (url) => url.pathname === `/v1/datasets/${LPR}`,
      (route) =>
        route.fulfill({
          status: 410,
          contentType: 'application/problem+json',
          json: {
            type: `${web.address}/problems/dataset-removed`,
            title: 'Gone',
            status: 410,
            detail: 'It was removed.',
            tombstone: {
              deletedAt: '2026-03-01T12:00:00.000Z',
              lastRevision: 3,
              cause: 'source-removed',
              replacedBy: 'eksempel-forskningsregistre.lpr',
            },
          },
        }),
    );
    await page.goto(`${web.address}/da/registers/${LPR}`);
    await page.getByRole('heading', { level: 1, name: 'Registeret er fjernet fra kataloget' }).waitFor();
    await page.getByText('Det blev fjernet 1. marts 2026.').waitFor();
    await page.getByText('Dataejeren viser det ikke længere.').waitFor();
    await page.getByRole('heading', { name: /kom med/ }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.unroute(() => true);
    await page.getByRole('link', { name: 'eksempel-forskningsregistre.lpr' }).click();
    await page.getByRole('heading', { level: 1, name: 'Landspatientregisteret' }).waitFor();
    await quiet();
  });

  it('a link that does not work says so, and since when', async () => {
    const { page, quiet } = await web.open('/da/');
    await altered(page, `/v1/datasets/${LPR}/links`, (answer) => ({
      ...answer,
      items: [
        {
          url: 'https://www.esundhed.dk/Dokumentation/DocumentationExtended?id=5',
          status: 'dead',
          says: { da: 'Siden findes ikke.', en: 'There is no such page.' },
          firstFailure: '2026-02-03T12:00:00.000Z',
        },
      ],
    }));
    await page.goto(`${web.address}/da/registers/${LPR}`);
    await page.getByText('(linket har ikke virket siden 3. februar 2026): Siden findes ikke.').waitFor();
    await quiet();
  });

  it('owners are sorted in the address, and lead to their registers, grades and report', async () => {
    const { page, quiet } = await web.open('/en/owners');
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('datasets');
    await page.waitForURL('**/en/owners?sort=datasets');
    const first = page.getByRole('region', { name: 'Owners' }).locator('tbody tr').first();
    await first.getByRole('link', { name: 'Central Denmark Region' }).click();
    await page.getByRole('heading', { level: 1, name: /Central Denmark Region/ }).waitFor();
    await page.getByText('30 registers.').waitFor();
    const report = await page.getByRole('link', { name: 'as a web page' }).getAttribute('href');
    const answer = await fetch(`${web.address}${report}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    await quiet();
  });

  it('themes lead to the map, changes to registers, and all metrics are told with their points', async () => {
    const { page, quiet } = await web.open('/da/themes');
    await page.getByRole('link', { name: 'Sundhed' }).waitFor();
    expect(await page.getByRole('link', { name: 'Sundhed' }).getAttribute('href')).toBe('/da/?theme=HEAL');
    await page.getByRole('link', { name: 'Ændringer', exact: true }).click();
    await page.getByRole('link', { name: 'Nyt datasæt: Det Centrale Personregister' }).click();
    await page.getByRole('heading', { level: 1, name: 'Det Centrale Personregister' }).waitFor();
    await page.getByRole('link', { name: 'Sådan regnes karakteren' }).click();
    await page.getByText('EU’s metadatakvalitet (MQA) (23 spørgsmål)').click();
    await page.getByRole('row', { name: 'Der er nøgleord Findbarhed 30' }).waitFor();
    await quiet();
  });
});
