/** `/v1/sign-in`: which ways of signing in there are, for a page that asks people to. */
import type { ApiPorts } from './ports.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

/** It changes when the service is set up anew; a page that has the old one is told so by the provider. */
const SET_UP = 'public, max-age=300';

const openIdOf = (signIn: ApiPorts['signIn']) =>
  signIn === undefined
    ? null
    : {
        issuer: signIn.issuer,
        clientId: signIn.client,
        scopes: signIn.scopes,
        authorizationEndpoint: signIn.authorize,
        tokenEndpoint: signIn.token,
        logout: signIn.logout ? { endpoint: signIn.logout.address, returnParameter: signIn.logout.returnTo } : null,
      };

/** Shows where people sign in, and whether a token lets in. The page needs no discovery: its policy names one host to fetch from. */
export async function showSignIn(ports: ApiPorts, { query }: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, query);
  const { operatorToken, tokens, signIn, links } = ports;
  const token = operatorToken !== undefined || tokens !== undefined;
  return json({ token, openid: openIdOf(signIn), links: { self: links.to('/v1/sign-in') } }, { cache: SET_UP });
}
