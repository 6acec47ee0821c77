import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { joseTokenVerifier } from '#functions/shared/jose-token-verifier.ts';
import { token } from '#infra/local/commands/token.ts';
import { openDataFolder } from '#infra/local/data-folder.ts';
import { signInSettings, tokenSettings } from '#infra/local/environment.ts';
import { readCommand } from '#infra/local/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'token-'));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const command = { kind: 'token', scopes: ['owner:sds'], subject: 'Ærø Sygehus', days: 1, data: folder } as const;

/** What the API on this folder is told of the issuer. */
function verifierOf() {
  const opened = openDataFolder(folder);
  opened.release();
  const {
    TOKEN_ISSUER: issuer,
    TOKEN_AUDIENCE: audience,
    TOKEN_JWKS: jwks,
  } = tokenSettings(opened.settings.signingKey);
  return { jwks, verifier: joseTokenVerifier({ issuer, audience, jwks }) };
}

async function printed(): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await token(command)).toBe(0);
  return String(write.mock.calls[0]?.[0]).trim();
}

describe('the token command', () => {
  test('makes a token that the API on the same folder takes, also while it runs', async () => {
    const { verifier } = verifierOf();
    const running = openDataFolder(folder);
    const made = await printed();
    running.release();
    expect(await verifier.verify(made)).toEqual({ subject: 'Ærø Sygehus', scopes: ['owner:sds'] });
  });

  test('tells the API the public half of the key alone', () => {
    expect(verifierOf().jwks).not.toContain('"d"');
  });

  test('makes none where another issuer is in charge, or where there is no catalogue', async () => {
    await expect(token({ ...command, data: join(folder, 'nothing') })).rejects.toThrow('There is no catalogue');
    vi.stubEnv('DATALANDKORT_TOKEN_ISSUER', 'https://login.example.dk');
    await expect(token(command)).rejects.toThrow('issuer');
  });

  test('takes the scopes that the API knows and no others', () => {
    expect(readCommand(['token', 'owner:sds', 'subscriber', '--for', 'æ', '--days', '7'])).toMatchObject({
      scopes: ['owner:sds', 'subscriber'],
      subject: 'æ',
      days: 7,
    });
    expect(() => readCommand(['token', 'root'])).toThrow('"root" is no scope');
    expect(() => readCommand(['token', 'operator', '--days', '1000'])).toThrow('--days');
  });
});

test('a provider that is named takes the place of this machine’s issuer', () => {
  vi.stubEnv('DATALANDKORT_TOKEN_ISSUER', 'https://login.example.dk/');
  const opened = openDataFolder(folder);
  opened.release();
  expect(tokenSettings(opened.settings.signingKey)).toEqual({
    TOKEN_ISSUER: 'https://login.example.dk/',
    TOKEN_AUDIENCE: 'datalandkort',
    TOKEN_JWKS: 'https://login.example.dk/.well-known/jwks.json',
  });
});

describe('people who sign in at a provider', () => {
  const name = (over: Readonly<Record<string, string>>) => {
    for (const [key, value] of Object.entries(over)) vi.stubEnv(`DATALANDKORT_${key}`, value);
  };
  const sound = {
    TOKEN_ISSUER: 'https://login.example.dk',
    SIGN_IN_CLIENT: 'pages',
    SIGN_IN_AUTHORIZE: 'https://login.example.dk/authorize',
    SIGN_IN_TOKEN: 'https://login.example.dk/token',
  };

  test('do so by what the variables name, and by nothing where none is', () => {
    expect(signInSettings()).toBeUndefined();
    name({ ...sound, SIGN_IN_LOGOUT: 'https://login.example.dk/logout', SIGN_IN_GROUP: 'operators' });
    expect(signInSettings()).toEqual({
      client: 'pages',
      authorize: 'https://login.example.dk/authorize',
      token: 'https://login.example.dk/token',
      scopes: ['openid', 'email', 'operator'],
      logout: { address: 'https://login.example.dk/logout', returnTo: 'post_logout_redirect_uri' },
      group: 'operators',
    });
  });

  test('are not let near a provider that is told by half, and every fault is named', () => {
    name({ SIGN_IN_CLIENT: 'pages' });
    expect(() => signInSettings()).toThrow('needs DATALANDKORT_TOKEN_ISSUER');
    name({ ...sound, SIGN_IN_AUTHORIZE: '', SIGN_IN_TOKEN: 'http://login.example.dk/token' });
    expect(() => signInSettings()).toThrow(/SIGN_IN_AUTHORIZE: .*SIGN_IN_TOKEN: must be https/);
  });
});
