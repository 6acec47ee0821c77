/** What the console works out without a browser. */
import { describe, expect, test } from 'vitest';
import { classTable } from '#schemas/class-table.ts';
import { classNames, isClassName } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import { comparedCounts, segmentsOf } from '#web/pages/operator/balance.ts';
import { everyText, secondsText, usdText } from '#web/pages/operator/measures.ts';
import { beginSignIn } from '#web/pages/operator/openid.ts';
import { runChartOf } from '#web/pages/operator/run-chart.ts';
import { signOutAddress } from '#web/pages/operator/sign-out.ts';
import { definitionOf, draftOf, fieldOf } from '#web/pages/operator/source-draft.ts';
import { emptyDraft, keptOf, sinceOf, draftOf as subscriptionDraft } from '#web/pages/operator/subscription-draft.ts';
import type { Run } from '#web/pages/operator/types.ts';
import { valueText } from '#web/pages/operator/value-text.ts';
import { signInPath, wayBack } from '#web/pages/operator/way-back.ts';
import { namesOf, noNames, pathText } from '#web/parts/property-names.ts';

const NOTHING = {
  ...{ listed: 0, created: 0, updated: 0, unchanged: 0, duplicate: 0 },
  ...{ rejected: 0, returned: 0, missing: 0, removed: 0, held: 0 },
};

const run = (id: string, counts: Partial<Run['counts']>, seconds: number | null): Run => ({
  ...{ id, source: 'sds', state: 'succeeded', startedAt: '2026-11-01T04:00:00.000Z', endedAt: null, seconds },
  ...{ coverage: 'complete', live: { before: 0, after: 0 }, requests: 1, bytesReceived: 1, notModified: 0 },
  ...{ problems: [], changes: null, links: { self: '', records: '', problems: '', requests: '', source: '' } },
  counts: { ...NOTHING, ...counts },
});

describe('the way to sign in', () => {
  test('leads back to where one was, in the language of now', () => {
    const path = signInPath('/da/operator/runs/sds.1?outcome=held', true);
    const query = new URLSearchParams(path.split('?')[1]);
    expect([path.split('?')[0], query.get('ended')]).toEqual(['/da/operator/sign-in', '1']);
    expect(wayBack(query.get('next') ?? undefined, 'en')).toBe('/en/operator/runs/sds.1?outcome=held');
  });

  test('is not taken twice', () => {
    const path = '/en/operator/sign-in?next=%2Fen%2Foperator%2Fruns';
    expect(signInPath(path, false)).toBe(path);
  });

  test.each([
    ['an address elsewhere', 'https://elsewhere.example/da/operator'],
    ['another host in disguise', '//elsewhere.example/operator'],
    ['a page of its own', '/da/operator/sign-in?next=x'],
    ['a page that is none of the console', '/da/registers/x'],
    ['nothing', undefined],
  ])('leads to the overview from %s', (_name, next) => {
    expect(wayBack(next, 'da')).toBe('/da/operator');
  });
});

describe('signing in and out at a provider', () => {
  const person = { name: 'Anna', endsAt: 0, idToken: 'head.body.mark' };
  const logout = { endpoint: 'https://login.example.dk/logout', clientId: 'pages' };
  const parametersOf = (returnParameter: 'logout_uri' | 'post_logout_redirect_uri') => {
    const address = signOutAddress(
      { ...person, logout: { ...logout, returnParameter } },
      'https://d.example/da/operator',
    );
    return Object.fromEntries(new URL(address ?? '').searchParams);
  };

  test('leads to where the provider signs out, with what it knows: Cognito has names of its own', () => {
    expect(parametersOf('logout_uri')).toEqual({ client_id: 'pages', logout_uri: 'https://d.example/da/operator' });
    expect(parametersOf('post_logout_redirect_uri')).toEqual({
      client_id: 'pages',
      post_logout_redirect_uri: 'https://d.example/da/operator',
      id_token_hint: 'head.body.mark',
    });
    expect(signOutAddress({ ...person, logout: null }, 'https://d.example/da/operator')).toBeUndefined();
  });

  test('is not begun on a page that anybody on the way could have changed', async () => {
    const provider = {
      ...{ issuer: 'https://login.example.dk', clientId: 'pages', scopes: ['openid'], logout: null },
      authorizationEndpoint: 'https://login.example.dk/authorize',
      tokenEndpoint: 'https://login.example.dk/token',
    };
    await expect(beginSignIn(provider, 'da', '/da/operator')).rejects.toMatchObject({ kind: 'insecure' });
  });
});

describe('the form of a source', () => {
  const definition = {
    id: 'sds',
    title: { da: 'Sundhedsdatastyrelsens registre: æøå' },
    owner: { id: 'sds', email: 'a@sds.example' },
    format: 'html',
    url: 'https://sds.example/',
    settings: { profile: 'pages', fields: [{ property: 'title' }] },
    politeness: { requestsPerSecond: 0.5, respectRobots: false },
    removal: { holdAbove: { share: 0.2 } },
    ignoreChangesIn: ['modified', 'issued'],
    enabled: false,
    credentials: { kind: 'bearer', secret: 'sds-token' },
    drift: null,
  };

  test('gives back the definition that it was made of, with what it has no field for', () => {
    expect(definitionOf(draftOf(definition), definition)).toEqual({ definition, unreadable: [] });
  });

  test('leaves to its default what is left empty, and takes away what was emptied', () => {
    const draft = { ...draftOf(definition), '/owner/email': '', '/settings': ' ', '/removal/holdAbove/share': '' };
    const { definition: said } = definitionOf(draft, definition);
    expect(said).toMatchObject({ owner: { id: 'sds' } });
    expect([said.owner, said.settings, said.removal]).toEqual([{ id: 'sds' }, undefined, undefined]);
  });

  test('takes a Danish comma in a number, and names what it cannot read', () => {
    const draft = { '/politeness/requestsPerSecond': '0,5', '/precedence': 'to', '/settings': '{' };
    const { definition: said, unreadable } = definitionOf(draft, {});
    expect(said.politeness).toMatchObject({ requestsPerSecond: 0.5 });
    expect(unreadable).toEqual([
      { pointer: '/settings', kind: 'json' },
      { pointer: '/precedence', kind: 'number' },
    ]);
  });

  test('tells a fault at the field of its place, or at the nearest one around or below it', () => {
    expect(['/url', '/settings/fields/0', '/owner', '/credentials/kind'].map(fieldOf)).toEqual([
      '/url',
      '/settings',
      '/owner/id',
      undefined,
    ]);
  });
});

describe('the form of a subscription', () => {
  test('asks for all changes where nothing is left out, or all', () => {
    const url = ' https://modtager.example/hook ';
    const all = { url: 'https://modtager.example/hook', description: null, filters: {} };
    expect([keptOf({ ...emptyDraft, url }), keptOf({ ...emptyDraft, url, types: [] })]).toEqual([all, all]);
  });

  test('gives back the filters that it was made of', () => {
    const filters = { types: ['Create' as const], source: 'sds', theme: 'HEAL' };
    const delivery = { cursor: 'c1.e1.0', failedAttempts: 0, failingSince: null, nextAttemptAt: null };
    const links = { self: '', deliveries: '', replay: '', secret: '', changes: '' };
    const kept = keptOf(
      subscriptionDraft({
        ...{ id: 'sub_1', url: 'https://x.example/', description: 'Ærø', filters, delivery, links },
        ...{ state: 'active', reason: null, createdAt: '', updatedAt: '', secrets: [] },
      }),
    );
    expect(kept).toEqual({ url: 'https://x.example/', description: 'Ærø', filters });
  });

  test('begins at a time only where there is one', () => {
    expect([sinceOf({ kind: '0', at: '' }), sinceOf({ kind: 'at', at: '' })]).toEqual(['0', undefined]);
    expect(sinceOf({ kind: 'at', at: '2026-11-01T08:00' })).toBe(new Date('2026-11-01T08:00').toISOString());
  });
});

describe('the balance of a run', () => {
  test('fills its width with the parts that are there, in the order of the sum', () => {
    const segments = segmentsOf({ ...NOTHING, listed: 4, created: 1, unchanged: 3 }, 104);
    expect(segments).toEqual([
      { part: 'created', count: 1, x: 0, width: 27 },
      { part: 'unchanged', count: 3, x: 27, width: 77 },
    ]);
  });

  test('is empty for a run that listed nothing', () => {
    expect(segmentsOf(NOTHING, 100)).toEqual([]);
  });
});

test('figures of two runs are told with what is between them', () => {
  const rows = comparedCounts({ ...NOTHING, listed: 2, held: 6 }, { ...NOTHING, listed: 8, created: 8 });
  expect(rows.filter(({ difference }) => difference !== 0)).toEqual([
    { part: 'listed', one: 2, other: 8, difference: -6 },
    { part: 'created', one: 0, other: 8, difference: -8 },
    { part: 'held', one: 6, other: 0, difference: 6 },
  ]);
});

describe('the chart of runs', () => {
  test('has the newest to the right, each figure on a scale of its own, and no bar for nothing', () => {
    const chart = runChartOf([run('newer', { listed: 10 }, 2), run('older', { listed: 5, created: 5 }, 1)]);
    const heights = Object.fromEntries(
      chart.rows.map(({ series, most, bars }) => [series, [most, ...bars.map(({ run: id, height }) => [id, height])]]),
    );
    expect(heights).toMatchObject({
      listed: [10, ['older', 21], ['newer', 42]],
      created: [5, ['older', 42], ['newer', 0]],
      removed: [0, ['older', 0], ['newer', 0]],
      seconds: [2, ['older', 21], ['newer', 42]],
    });
  });

  test('stays within its frame, however many runs there are', () => {
    const { width, height, rows } = runChartOf(
      Array.from({ length: 500 }, (_, at) => run(`${at}`, { listed: at }, at)),
    );
    const bars = rows.flatMap((row) => row.bars);
    expect(bars.every(({ x, y, height: tall }) => x >= 0 && x < width && y >= 0 && y + tall <= height)).toBe(true);
  });
});

/** The table as `/v1/properties` answers it. */
const properties = {
  classes: classNames.map((id) => ({
    ...{ id, iri: classTable[id].iri, label: classTable[id].label },
    properties: propertyTable[id].map(({ key, iri, label, range, many }) => ({
      ...{ key, iri, label, range, many, vocabulary: null },
      kind: isClassName(range) ? ('node' as const) : ('literal' as const),
    })),
  })),
  links: { self: '/v1/properties' },
};

describe('properties', () => {
  const da = namesOf(properties, 'da');

  test('are called what the table calls them, in the language of the page, also inside one another', () => {
    const value = [{ name: { da: 'Åse' }, homepage: 'https://x.dk/' }];
    expect(valueText(value, da.inside('publisher'))).toBe('- navn: da: Åse\n  websted: https://x.dk/');
    expect([da.label('title'), namesOf(properties, 'en').label('title')]).toEqual(['titel', 'title']);
  });

  test('have a name in a path too, and a list’s places are counted from one', () => {
    expect(pathText('distribution/0/license', da)).toBe('distribution › 1 › licens');
    expect(pathText('distribution.license', noNames)).toBe('distribution › license');
  });

  test('are said as they are where the table has none, and what is no property has a word of ours', () => {
    expect([pathText('ukendt.felt', da), da.label('unmapped'), da.label('kind')]).toEqual([
      'ukendt › felt',
      'uden plads i tabellen',
      'art',
    ]);
  });
});

describe('values', () => {
  test('are lines of text, whatever they are', () => {
    expect(valueText({ da: 'Kræft', en: 'Cancer' })).toBe('da: Kræft\nen: Cancer');
    expect(valueText([{ name: 'alder', unit: 'år' }, 'løs'])).toBe('- name: alder\n  unit: år\n- løs');
    expect([valueText(undefined), valueText(null), valueText(0)]).toEqual(['', '', '0']);
  });

  test('are cut where nobody would read on', () => {
    const lines = valueText(Array.from({ length: 100 }, (_, at) => at)).split('\n');
    expect([lines.length, lines.at(-1)]).toEqual([41, '…']);
  });
});

test('spans of time are said in the language of the page', () => {
  expect([7.23, 200].map((seconds) => secondsText(seconds, 'da'))).toEqual(['7,2 s', '3 min 20 s']);
  expect(['PT24H', 'P7D', 'PT1M', 'ofte'].map((every) => everyText(every, 'da'))).toEqual([
    'hver 24 timer',
    'hver 7 dage',
    'hver 1 minut',
    'hver ofte',
  ]);
  expect(everyText('P1DT2H', 'en')).toBe('every 1 day 2 hours');
  expect([usdText(0.000225103, 'da'), usdText(12.34, 'en')]).toEqual(['0,00023', '12']);
});
