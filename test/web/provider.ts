/**
 * A real OpenID provider on this machine, whose tokens look as Cognito's do: scopes with the name of their server, and groups. It makes
 * none without an audience; those of Cognito that name a client alone are signed by its key.
 */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import Provider from 'oidc-provider';

/** Whose accounts there are, with the groups that they are in. */
const accounts: Readonly<Record<string, readonly string[]>> = { anna: ['operators'], bo: [] };

export const PAGES = 'pages';
const SERVER = 'datalandkort';
export const SCOPES = `openid email ${SERVER}/operator`;

const program = (id: string, scope: string) => ({
  client_id: id,
  client_secret: `${id}-secret`,
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  scope: `${SERVER}/${scope}`,
});

export interface TestProvider {
  readonly issuer: string;
  readonly authorize: string;
  readonly token: string;
  readonly logout: string;
  readonly jwks: string;
  /** Lets people come from the pages at `address`, which are told of the provider before they have one. */
  serve(address: string): void;
  /** A program's token, by the scope that its client has. */
  programToken(id: 'harvester' | 'subscriber'): Promise<string>;
  /** A token with the provider's own signature, and whatever claims. @param seconds from now, until it ends. */
  sign(claims: Readonly<Record<string, unknown>>, seconds: number): Promise<string>;
  stop(): Promise<void>;
}

const groupsOf = (_context: unknown, { accountId }: { accountId?: string }) => ({
  token_use: 'access',
  ...(accountId !== undefined && { 'cognito:groups': accounts[accountId] }),
});

const accountOf = (_context: unknown, id: string) =>
  accounts[id] && { accountId: id, claims: () => ({ sub: id, email: `${id}@example.dk` }) };

const configurationFor = (address: string, key: object) => ({
  jwks: { keys: [key] },
  cookies: { keys: ['of the test'] },
  clients: [
    {
      client_id: PAGES,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: ['da', 'en'].map((language) => `${address}/${language}/operator`),
      post_logout_redirect_uris: ['da', 'en'].map((language) => `${address}/${language}/operator`),
    },
    program('harvester', 'operator'),
    program('subscriber', 'subscriber'),
  ],
  scopes: ['openid', 'email', `${SERVER}/operator`, `${SERVER}/subscriber`],
  claims: { openid: ['sub'], email: ['email'] },
  // As Cognito does, it tells of the person in the ID token.
  conformIdTokenClaims: false,
  findAccount: accountOf,
  pkce: { required: (_: unknown, client: { clientId: string }) => client.clientId === PAGES },
  issueRefreshToken: () => true,
  clientBasedCORS: (_: unknown, origin: string) => origin === address,
  extraTokenClaims: groupsOf,
  ttl: {
    AccessToken: 300,
    ClientCredentials: 300,
    IdToken: 300,
    Grant: 3600,
    Session: 3600,
    RefreshToken: 3600,
    Interaction: 600,
  },
  features: {
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => `urn:${SERVER}`,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: `${SERVER}/operator ${SERVER}/subscriber`,
        audience: SERVER,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
});

/** Starts it on a free port; it answers nothing before it is told whom it serves. */
export async function startProvider(): Promise<TestProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'of-the-test' };
  let answer: RequestListener = (_, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Listening on a TCP port, so the address is no pipe's name.
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = `${issuer}/token`;
  return {
    ...{ issuer, token, authorize: `${issuer}/auth`, logout: `${issuer}/session/end`, jwks: `${issuer}/jwks` },
    serve(address) {
      const provider = new Provider(issuer, configurationFor(address, key));
      provider.on('server_error', (_, error) => void process.stderr.write(`${error.stack}\n`));
      answer = provider.callback();
    },
    async programToken(id) {
      const scope = `${SERVER}/${id === 'harvester' ? 'operator' : 'subscriber'}`;
      const headers = { authorization: `Basic ${Buffer.from(`${id}:${id}-secret`).toString('base64')}` };
      const body = new URLSearchParams({ grant_type: 'client_credentials', scope });
      const given = await (await fetch(token, { method: 'POST', headers, body })).json();
      return String(given.access_token);
    },
    sign: (claims, seconds) =>
      new SignJWT({ iss: issuer, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: key.kid })
        .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
        .sign(privateKey),
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}
