import { describe, expect, it } from 'vitest';
import { judgeLink, mediaTypeDiffers, type ProbeAnswer } from '#quality/links/judge-link.ts';
import { type LinkKind, linkKinds } from '#quality/links/link-status.ts';

const now = Date.parse('2026-11-23T04:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;
const url = 'https://sds.example/data';

type Answered = Extract<ProbeAnswer, { kind: 'answered' }>;

const answer = (over: Partial<Answered> = {}): Answered => ({
  kind: 'answered',
  status: 200,
  url,
  movedTo: null,
  mediaType: null,
  certificateEnds: null,
  askAgainAt: null,
  showsLogin: false,
  ...over,
});

const use = (property: string, mediaTypes: string[] = []) => ({ url, property, place: property, mediaTypes });

const kindOf = (over: Partial<Answered>, uses = [use('accessURL')]): LinkKind =>
  judgeLink({ url, uses }, answer(over), now).kind;

describe('a status', () => {
  it.each<[number, LinkKind]>([
    [200, 'ok'],
    [206, 'ok'],
    [204, 'ok'],
    [416, 'ok'],
    [400, 'client-error'],
    [401, 'login-wall'],
    [403, 'login-wall'],
    [404, 'not-found'],
    [405, 'client-error'],
    [408, 'timeout'],
    [410, 'not-found'],
    [451, 'client-error'],
    [500, 'server-error'],
    [503, 'server-error'],
    [511, 'login-wall'],
  ])('%i is %s', (status, kind) => expect(kindOf({ status })).toBe(kind));

  it('that asks for parameters shows that a service is there', () => {
    expect([400, 405, 406, 404].map((status) => kindOf({ status }, [use('endpointURL')]))).toEqual([
      'ok',
      'ok',
      'ok',
      'not-found',
    ]);
  });
});

describe('a login wall', () => {
  it.each([
    'https://login.sds.example/',
    'https://sds.example/Account/Login?ReturnUrl=%2Fdata',
    'https://sds.example/log-ind',
    'https://nemlog-in.mitid.dk/login.aspx',
    'https://sds.example/adfs/ls/',
  ])('is where a redirect leads to %s', (to) => expect(kindOf({ url: to })).toBe('login-wall'));

  it('is no page about logging, nor a login page that is itself the address', () => {
    expect(kindOf({ url: 'https://sds.example/catalogin/katalogindhold' })).toBe('ok');
    const itself = 'https://sds.example/login';
    expect(judgeLink({ url: itself, uses: [] }, answer({ url: itself }), now).kind).toBe('ok');
  });

  it('is a page with a field for a password where a file was expected, before its media type is looked at', () => {
    const uses = [use('downloadURL', ['text/csv'])];
    expect(kindOf({ showsLogin: true, mediaType: 'text/html' }, uses)).toBe('login-wall');
    expect(kindOf({ mediaType: 'text/html' }, uses)).toBe('media-type-differs');
  });
});

describe('a certificate', () => {
  it('near its end is told, with the time of the end, and one further from it is not', () => {
    expect(judgeLink({ url, uses: [] }, answer({ certificateEnds: now + 13 * DAY }), now)).toMatchObject({
      kind: 'certificate-ending',
      certificateEnds: '2026-12-06T04:00:00.000Z',
    });
    expect(kindOf({ certificateEnds: now + 15 * DAY })).toBe('ok');
  });
});

describe('a redirect', () => {
  it('for good is told with the new address, which is kept also where something graver is told', () => {
    const movedTo = 'https://sds.example/nyt';
    expect(judgeLink({ url, uses: [] }, answer({ movedTo, url: movedTo }), now)).toMatchObject({
      kind: 'redirected',
      movedTo,
    });
    expect(judgeLink({ url, uses: [] }, answer({ movedTo, status: 404 }), now)).toMatchObject({
      kind: 'not-found',
      movedTo,
    });
  });
});

describe('a media type', () => {
  it.each<[string | null, string[]]>([
    ['text/csv', ['text/csv']],
    ['text/csv', ['application/json', 'text/csv']],
    ['application/octet-stream', ['text/csv']],
    ['text/plain', ['text/csv']],
    ['text/plain', ['application/json']],
    ['application/ld+json', ['application/json']],
    ['text/xml', ['application/xml']],
    ['application/rdf+xml', ['text/xml']],
    ['application/x-gzip', ['text/csv', 'application/gzip']],
    ['application/pdf', []],
    [null, ['text/csv']],
  ])('%s does not contradict %j', (served, declared) => expect(mediaTypeDiffers(served, declared)).toBe(false));

  it.each([
    ['text/html', ['text/csv']],
    ['application/pdf', ['text/csv', 'application/json']],
    ['text/plain', ['application/pdf']],
    ['application/zip', ['text/csv']],
  ])('%s contradicts %j', (served, declared) => expect(mediaTypeDiffers(served, declared)).toBe(true));
});

describe('a fault', () => {
  it.each<[string, LinkKind]>([
    ['timeout', 'timeout'],
    ['dns-failure', 'dns-failure'],
    ['tls-failure', 'certificate-invalid'],
    ['connection-refused', 'no-connection'],
    ['connection-reset', 'no-connection'],
    ['no-answer', 'no-connection'],
    ['address-refused', 'address-refused'],
    ['robots-disallowed', 'robots-disallowed'],
    ['robots-unreachable', 'robots-unreachable'],
    ['too-many-redirects', 'bad-redirect'],
    ['not-http', 'not-http'],
  ])('%s is %s', (code, kind) => {
    const sighting = judgeLink(
      { url, uses: [] },
      { kind: 'fault', host: 'sds.example', code, message: 'Det gik galt.' },
      now,
    );
    expect(sighting).toMatchObject({ kind, status: null, message: 'Det gik galt.' });
  });
});

it('every kind says in Danish and in English what it is', () => {
  for (const { da, en } of Object.values(linkKinds)) {
    expect(da).toMatch(/\.$/);
    expect(en).toMatch(/\.$/);
    expect(da).not.toBe(en);
  }
});
