/** How the first page feels with a large landscape, on a machine a quarter as fast: what Core Web Vitals call its paint, shift and interaction. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensureWebBuilt } from '#infra/local/web-build.ts';
import { launchBrowser } from '#test/chromium.ts';
import type { Result } from './report.ts';
import { scratch } from './scratch.ts';
import { VARIABLES_PER_RECORD } from './search-records.ts';
import { messageOf, serving } from './serving.ts';
import { serveLandscape } from './web-answers.ts';

const REGISTERS = 5_000;
/** Beside the hundred thousand of the five thousand registers: one that is as wide as the widest. */
const WIDE_VARIABLES = 5_000;
/** What the largest feed of one owner lists. */
const RECORDS = 5_000;
/** A telephone of some years ago beside a desk. */
const SLOWDOWN = 4;

/** Collects in the page what the browser notices of itself. Interactions shorter than 16 ms are not told. */
const OBSERVER = `
  window.felt = { lcp: 0, cls: 0, slowest: 0, by: 'nothing' };
  const watch = (type, take, more) => new PerformanceObserver((list) => list.getEntries().forEach(take))
    .observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', ({ startTime }) => { felt.lcp = startTime; });
  watch('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) felt.cls += value; });
  watch('event', ({ interactionId, duration, name, target }) => {
    if (!interactionId || duration <= felt.slowest) return;
    Object.assign(felt, { slowest: duration, by: name + ' on ' + (target?.className || target?.id || target?.nodeName) });
  }, { durationThreshold: 16 });
`;

interface Felt {
  readonly lcp: number;
  readonly cls: number;
  readonly slowest: number;
  /** What the slowest interaction was. */
  readonly by: string;
}

/**
 * Until the picture of what was done last is there: a hand takes as long from one thing to the next. Whoever presses while five
 * thousand areas are drawn anew waits for them, some tenths of a second on so slow a machine, and that is not measured here.
 */
const SETTLED_MS = 1_500;

interface Visit {
  readonly path: string;
  /** Is there when the view is drawn. */
  readonly drawn: string;
  readonly act: (page: Page) => Promise<void>;
  /** Signed in with it. */
  readonly token?: string;
}

const visits: Readonly<Record<string, Visit>> = {
  map: {
    path: '/da/?view=map',
    drawn: '.area-owner',
    act: async (page) => {
      await page.locator('.area-owner').nth(5).press('ArrowRight');
      await page.getByLabel('Størrelse efter').selectOption('individuals');
      await page.waitForTimeout(SETTLED_MS);
      await page.getByLabel('Farve efter').selectOption('theme');
      await page.waitForTimeout(SETTLED_MS);
      await page.locator('.area-owner').nth(3).press('Enter');
      await page.waitForTimeout(SETTLED_MS);
      await page.locator('.area-place a').click();
    },
  },
  timeline: {
    path: '/da/?view=timeline',
    drawn: '.timeline-register',
    act: async (page) => {
      await page.locator('.timeline').press('End');
      await page.waitForTimeout(SETTLED_MS);
      await page.locator('.timeline').press('Home');
      await page.waitForTimeout(SETTLED_MS);
      await page.locator('.timeline-group').first().click();
      await page.waitForTimeout(SETTLED_MS);
      await page.locator('.span-year input').last().fill('2000');
      await page.locator('.covering button').click();
    },
  },
  list: {
    path: '/da/?view=list',
    drawn: '.result',
    act: async (page) => {
      await page.locator('#q').pressSequentially('kræft', { delay: 120 });
      await page.locator('.form-checkbox').first().press('Space');
      await page.waitForTimeout(SETTLED_MS);
      await page.getByRole('link', { name: 'Landkort', exact: true }).click();
    },
  },
};

/** Pages of the real system, as their tables are read from it step by step. */
const variableVisits = (id: string): Readonly<Record<string, Visit>> => ({
  'all variables': {
    path: '/da/variables',
    drawn: '.found-list h2',
    act: async (page) => {
      await page.locator('#search-q').pressSequentially('vægt', { delay: 120 });
      await page.waitForTimeout(SETTLED_MS);
      await page.getByRole('button', { name: 'Vis flere' }).click();
    },
  },
  'a wide register': {
    path: `/da/registers/${id}`,
    drawn: '.scroll-table tbody tr',
    act: async (page) => {
      for (let more = 0; more < 5; more++) {
        await page.getByRole('button', { name: 'Vis flere' }).first().click();
        await page.waitForTimeout(SETTLED_MS);
      }
      await page.locator('#search-variable').pressSequentially('VAR_04', { delay: 120 });
    },
  },
});

/** What an operator looks through after a large harvest. */
const runVisits = (run: string, token: string): Readonly<Record<string, Visit>> => ({
  'a large run': {
    path: `/da/operator/runs/${run}?outcome=created`,
    drawn: '.scroll-table tbody tr',
    token,
    act: async (page) => {
      for (let more = 0; more < 5; more++) {
        await page.getByRole('button', { name: 'Vis flere' }).first().click();
        await page.waitForTimeout(SETTLED_MS);
      }
      await page.locator('.problem-group summary').first().click();
      await page.waitForTimeout(SETTLED_MS);
      await page.locator('.plain-list summary').first().click();
      await page.waitForTimeout(SETTLED_MS);
      await page.getByRole('button', { name: 'Vis flere' }).last().click();
    },
  },
});

async function feltOn(page: Page, { path, drawn, act, token }: Visit, address: string): Promise<Felt> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(OBSERVER);
  if (token !== undefined) await page.addInitScript(`sessionStorage.setItem('datalandkort.token', '${token}')`);
  await page.goto(address + path);
  await page.locator(drawn).first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const { lcp, cls } = await page.evaluate<Felt>('felt');
  await act(page);
  await page.waitForTimeout(SETTLED_MS);
  const { slowest, by } = await page.evaluate<Felt>('felt');
  return { lcp, cls, slowest, by };
}

function resultsOf(view: string, { lcp, cls, slowest, by }: Felt): Result[] {
  const detail = `${REGISTERS} registers, ${REGISTERS * VARIABLES_PER_RECORD + WIDE_VARIABLES} variables, a run of ${RECORDS} records, Chromium slowed down ${SLOWDOWN} times, nothing in its cache`;
  const common = { wanted: 'at most', detail } as const;
  return [
    { what: `web, ${view}: largest contentful paint`, figure: lcp / 1000, unit: 's', target: 2, ...common },
    { what: `web, ${view}: cumulative layout shift`, figure: cls, unit: '', target: 0.05, ...common },
    {
      what: `web, ${view}: slowest interaction`,
      figure: slowest,
      unit: 'ms',
      target: 200,
      ...common,
      detail: `${by}; ${detail}`,
    },
  ];
}

/** One after the other, each in a window of its own. */
async function resultsOfAll(
  browser: Browser,
  all: Readonly<Record<string, Visit>>,
  address: string,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [view, visit] of Object.entries(all)) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    results.push(...resultsOf(view, await feltOn(await context.newPage(), visit, address)));
    await context.close();
  }
  return results;
}

export async function measureWeb(): Promise<Result[]> {
  await ensureWebBuilt();
  await using place = await scratch();
  const { address, stop } = await serveLandscape(REGISTERS);
  const browser = await launchBrowser();
  try {
    const drawn = await resultsOfAll(browser, visits, address);
    using system = serving('variables-server.ts', place.folder, String(REGISTERS), String(WIDE_VARIABLES));
    const real = await messageOf<{ address: string; id: string }>(system);
    // The first question after a start fetches and opens the search file, which is no matter of the pages.
    await (await fetch(`${real.address}/v1/variables?limit=1`)).json();
    const read = await resultsOfAll(browser, variableVisits(real.id), real.address);
    using harvested = serving('run-server.ts', join(place.folder, 'run'), String(RECORDS));
    const { address: at, run, token } = await messageOf<{ address: string; run: string; token: string }>(harvested);
    return [...drawn, ...read, ...(await resultsOfAll(browser, runVisits(run, token), at))];
  } finally {
    await browser.close();
    stop();
  }
}
