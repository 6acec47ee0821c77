import { generateKeyPairSync } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { TransientFailure } from '#functions/shared/failures.ts';
import { joseTokenVerifier } from '#functions/shared/jose-token-verifier.ts';
import { SignInVariable } from '#functions/shared/sign-in-settings.ts';
import { AUDIENCE, issueToken, keySetOf, LOCAL_ISSUER, newSigningKey } from '#infra/local/token-issuer.ts';
import { exampleSource, memoryRuns, runOf } from '../memory-control.ts';
import { createScene, TOKEN } from './scene.ts';

const NOW = Date.parse('2026-11-23T04:00:00.000Z');
const key = newSigningKey();
const tokens = joseTokenVerifier({ issuer: LOCAL_ISSUER, audience: AUDIENCE, jwks: keySetOf(key) }, () => NOW);

const run = runOf(`${exampleSource.id}.20261123T040000Z.abc123`, '2026-11-23T04:00:00.000Z');
const OWNER = exampleSource.owner.id;

const grants = {
  nobody: undefined,
  subscriber: ['subscriber'],
  'owner of this': [`owner:${OWNER}`],
  'owner of other': ['owner:somebody-else'],
  operator: ['operator'],
} as const;
type Who = keyof typeof grants;

const bearers = new Map<Who, string | undefined>();
beforeAll(async () => {
  for (const who of Object.keys(grants) as Who[]) {
    const scopes = grants[who];
    bearers.set(who, scopes && (await issueToken(key, { subject: who, scopes, days: 1 }, NOW)));
  }
});

const scene = () => createScene({ tokens, runs: memoryRuns([run]), clock: () => NOW });

const ask = (method: string, target: string, bearer: string | undefined) =>
  scene().ask(target, {
    method,
    headers: { ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) },
  });

/** Who gets through at which address is asked in test/security/authorisation.test.ts. */
describe('a token', () => {
  const TARGET = '/v1/dead-letters';
  const operator = { subject: 'kirsten', scopes: ['operator'], days: 1 };

  test('of the provider counts beside the operator token', async () => {
    expect((await ask('GET', TARGET, await issueToken(key, operator, NOW))).status).toBe(200);
    expect((await ask('GET', TARGET, TOKEN)).status).toBe(200);
  });

  test('that is too old, of another key, or of another issuer is invalid', async () => {
    const old = await issueToken(key, operator, NOW - 2 * 86_400_000);
    const forged = await issueToken(newSigningKey(), operator, NOW);
    const [head, , mark] = (await issueToken(key, { ...operator, scopes: ['subscriber'] }, NOW)).split('.');
    const claims = { iss: LOCAL_ISSUER, aud: AUDIENCE, sub: 'x', scope: 'operator', exp: NOW / 1000 + 60 };
    const swapped = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), mark].join('.');
    for (const token of [old, forged, swapped]) {
      const { status, headers } = await ask('GET', TARGET, token);
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toContain('error="invalid_token"');
    }
  });

  test('that says it needs no signature is invalid', async () => {
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: LOCAL_ISSUER, aud: AUDIENCE, sub: 'x', scope: 'operator', exp: NOW / 1000 + 60 };
    const { status } = await ask('GET', TARGET, `${encode({ alg: 'none' })}.${encode(claims)}.x`);
    expect(status).toBe(401);
  });

  test('for somebody else’s service is invalid', async () => {
    const elsewhere = joseTokenVerifier(
      { issuer: LOCAL_ISSUER, audience: 'elsewhere', jwks: keySetOf(key) },
      () => NOW,
    );
    expect(await elsewhere.verify(await issueToken(key, operator, NOW))).toBeUndefined();
    expect(await tokens.verify(await issueToken(key, operator, NOW))).toEqual({
      subject: 'kirsten',
      scopes: ['operator'],
    });
  });

  test('that is no JWT is a token of nobody', async () => {
    const { status, json } = await ask('GET', TARGET, 'not-a-token');
    expect([status, String(json.type).split('/').at(-1)]).toEqual([403, 'forbidden']);
  });

  test('that cannot be checked now is not taken for invalid', async () => {
    const verify = async () => {
      throw new TransientFailure('away');
    };
    const api = createScene({ tokens: { verify } });
    const { status, headers } = await api.ask(TARGET, { headers: { authorization: 'Bearer a.b.c' } });
    expect([status, headers['retry-after']]).toEqual([503, '5']);
  });

  test('is not looked at where everybody may read', async () => {
    const { status } = await ask('GET', '/v1/datasets', 'forged.to.nothing');
    expect(status).toBe(200);
  });
});

/** A token as Cognito writes it: it names a client and no audience, and scopes with the server that they are of. */
async function cognitoToken(claims: Readonly<Record<string, unknown>>): Promise<string> {
  return new SignJWT({ token_use: 'access', scope: `openid ${AUDIENCE}/operator`, ...claims })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(LOCAL_ISSUER)
    .setSubject('5f0c')
    .setExpirationTime(NOW / 1000 + 3600)
    .sign(await importJWK(key, 'ES256'));
}

describe('a person’s token', () => {
  const people = { client: 'pages', group: 'operators' };
  const audience = `${AUDIENCE},pages,program`;
  const settings = { issuer: LOCAL_ISSUER, audience, jwks: keySetOf(key), people };
  const scopesOf = async (claims: Readonly<Record<string, unknown>>) =>
    (await joseTokenVerifier(settings, () => NOW).verify(await cognitoToken(claims)))?.scopes;

  test('makes an operator of a member of the group, and of nobody else', async () => {
    const operators = { client_id: 'pages', 'cognito:groups': ['readers', 'operators'] };
    expect(await scopesOf(operators)).toEqual(['openid', 'operator']);
    expect(await scopesOf({ azp: 'pages', groups: ['operators'], client_id: undefined, aud: AUDIENCE })).toContain(
      'operator',
    );
    for (const groups of [undefined, [], ['operator'], 'operators', [['operators']], { operators: true }]) {
      expect(await scopesOf({ client_id: 'pages', 'cognito:groups': groups }), String(groups)).toEqual(['openid']);
    }
  });

  test('that names no client is held to the group as well, and a program’s is not', async () => {
    expect(await scopesOf({ aud: AUDIENCE })).toEqual(['openid']);
    expect(await scopesOf({ client_id: 'program' })).toEqual(['openid', 'operator']);
  });

  test('allows nothing by a scope of another service, or where it is meant for another client', async () => {
    const groups = { 'cognito:groups': ['operators'] };
    expect(await scopesOf({ client_id: 'pages', ...groups, scope: 'elsewhere/operator' })).not.toContain('operator');
    expect(await scopesOf({ client_id: 'elsewhere', ...groups })).toBeUndefined();
  });

  test('is no access token when it only tells who somebody is', async () => {
    expect(await scopesOf({ aud: 'pages', token_use: 'id', 'cognito:groups': ['operators'] })).toBeUndefined();
  });

  test('makes an operator by its scope alone where no group is named', async () => {
    const verifier = joseTokenVerifier({ ...settings, people: undefined }, () => NOW);
    expect((await verifier.verify(await cognitoToken({ client_id: 'pages' })))?.scopes).toContain('operator');
  });
});

describe('GET /v1/sign-in', () => {
  const ways = async (over: Parameters<typeof createScene>[0]) => {
    const { json, headers, status } = await createScene(over).ask('/v1/sign-in');
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=300']);
    return json;
  };

  test('says that a token is pasted where there is no provider', async () => {
    expect(await ways({})).toMatchObject({ token: true, openid: null });
    expect(await ways({ operatorToken: undefined })).toMatchObject({ token: false, openid: null });
  });

  test('says where people sign in, and keeps the group to itself', async () => {
    const signIn = SignInVariable.parse(
      JSON.stringify({
        client: 'pages',
        authorize: 'https://login.example.dk/oauth2/authorize',
        token: 'https://login.example.dk/oauth2/token',
        scopes: ['openid', 'datalandkort/operator'],
        logout: { address: 'https://login.example.dk/logout', returnTo: 'logout_uri' },
        group: 'operators',
      }),
    );
    const { openid } = await ways({ signIn: { ...signIn, issuer: 'https://issuer.example.dk/pool' } });
    expect(openid).toEqual({
      issuer: 'https://issuer.example.dk/pool',
      clientId: 'pages',
      scopes: ['openid', 'datalandkort/operator'],
      authorizationEndpoint: 'https://login.example.dk/oauth2/authorize',
      tokenEndpoint: 'https://login.example.dk/oauth2/token',
      logout: { endpoint: 'https://login.example.dk/logout', returnParameter: 'logout_uri' },
    });
  });

  test.each([
    ['an address in the clear', { token: 'http://login.example.dk/token' }],
    ['no client', { client: '' }],
    ['no scope', { scopes: [] }],
    ['two scopes in one', { scopes: ['openid operator'] }],
    ['what is no address', { authorize: 'javascript:alert(1)' }],
    ['a member that nobody knows', { secret: 'x' }],
  ])('is not set up with %s', (_, over) => {
    const sound = { client: 'pages', authorize: 'https://l.dk/a', token: 'https://l.dk/t', scopes: ['openid'] };
    expect(SignInVariable.safeParse(JSON.stringify(sound)).success).toBe(true);
    expect(SignInVariable.safeParse(JSON.stringify({ ...sound, ...over })).success).toBe(false);
    expect(SignInVariable.safeParse('{').success).toBe(false);
  });
});

describe('GET /v1/me', () => {
  test('says who shows the token and what it allows', async () => {
    const own = await ask('GET', '/v1/me', bearers.get('owner of this'));
    expect(own.json).toMatchObject({
      name: 'owner of this',
      by: 'access-token',
      scopes: [`owner:${OWNER}`],
      operator: false,
    });
    expect((await ask('GET', '/v1/me', TOKEN)).json).toMatchObject({
      name: 'operator token',
      by: 'operator-token',
      operator: true,
    });
  });

  test('answers 401 to nobody and to a token that was mistyped, so that a page asks again', async () => {
    for (const bearer of [undefined, 'mistyped', 'forged.to.nothing']) {
      const { status, headers } = await ask('GET', '/v1/me', bearer);
      expect([status, headers['cache-control']]).toEqual([401, 'no-store']);
      expect(headers['www-authenticate']).toMatch(/^Bearer /);
    }
  });
});

describe('an owner with a token', () => {
  const start = async () => ({ kind: 'started', run: run.id }) as const;
  const starter = { start, replay: async () => ({ kind: 'busy' }) as const };
  const target = `/v1/sources/${exampleSource.id}/runs`;

  const asked = (since: number, bearer: string | undefined) =>
    createScene({ tokens, runs: memoryRuns([run]), starter, clock: () => NOW + since }).ask(target, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}` },
    });

  test('may have a source harvested once an hour, an operator whenever it is needed', async () => {
    const own = bearers.get('owner of this');
    const early = await asked(59 * 60_000, own);
    expect([early.status, early.headers['retry-after']]).toEqual([429, '60']);
    expect((await asked(60 * 60_000, own)).status).toBe(202);
    expect((await asked(1000, bearers.get('operator'))).status).toBe(202);
  });
});

test('an RSA key of a provider is a key like any other', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwks = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] });
  const verifier = joseTokenVerifier({ issuer: LOCAL_ISSUER, audience: AUDIENCE, jwks }, () => NOW);
  expect(await verifier.verify(await issueToken(key, { subject: 'x', scopes: [], days: 1 }, NOW))).toBeUndefined();
});
