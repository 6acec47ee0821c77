/** Everybody who may come to the API, with what they show. */
import { SignJWT } from 'jose';
import { hashOfKey } from '#functions/api/subscriptions/access.ts';
import { joseTokenVerifier } from '#functions/shared/jose-token-verifier.ts';
import { ownerToken } from '#functions/shared/owner-link.ts';
import { AUDIENCE, issueToken, keySetOf, LOCAL_ISSUER, newSigningKey } from '#infra/local/token-issuer.ts';
import { LINK_SECRET, TOKEN } from '../functions/api/scene.ts';
import { exampleSource } from '../functions/memory-control.ts';

export const NOW = Date.parse('2026-11-23T04:00:00.000Z');
const DAY = 86_400_000;

const key = newSigningKey();
export const tokens = joseTokenVerifier({ issuer: LOCAL_ISSUER, audience: AUDIENCE, jwks: keySetOf(key) }, () => NOW);

export const OWNER = exampleSource.owner.id;
export const SUBSCRIPTION = 'sub_of-the-test';
const SUBSCRIPTION_KEY = 'dlk_of-the-test';
export const KEY_HASH = hashOfKey(SUBSCRIPTION_KEY);

export const ownLink = ownerToken(LINK_SECRET, { owner: OWNER, links: 1, issued: NOW });

/** What lets somebody in; `refused` is a token of ours that is no more, or never was, worth anything. */
type Standing = 'nobody' | 'refused' | 'stranger' | 'subscriber' | 'key' | 'owner' | 'otherOwner' | 'operator';

export interface Caller {
  readonly standing: Standing;
  readonly authorization?: string;
  /** What stands in the address where it wants a link. */
  readonly link?: string;
}

const bearer = (token: string): string => `Bearer ${token}`;

const scoped = async (scopes: readonly string[], signedWith = key, at = NOW): Promise<string> =>
  bearer(await issueToken(signedWith, { subject: 'kirsten', scopes, days: 1 }, at));

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const claims = { iss: LOCAL_ISSUER, aud: AUDIENCE, sub: 'x', scope: 'operator', exp: NOW / 1000 + 3600 };

/** A token whose claims are true and whose signature was made with the public key as if it were a shared secret. */
const confused = async (): Promise<string> =>
  new SignJWT({ scope: 'operator' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(LOCAL_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject('x')
    .setExpirationTime(claims.exp)
    .sign(Buffer.from(keySetOf(key)));

/** A token of the same key for another service. */
async function forElsewhere(): Promise<string> {
  const { importJWK } = await import('jose');
  return new SignJWT({ scope: 'operator' })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(LOCAL_ISSUER)
    .setAudience('another-service')
    .setSubject('x')
    .setExpirationTime(claims.exp)
    .sign(await importJWK(key, 'ES256'));
}

/** An operator's claims under a subscriber's signature. */
async function swapped(): Promise<string> {
  const [head, , mark] = (await scoped(['subscriber'])).split('.');
  return [head, part(claims), mark].join('.');
}

const voidLink = (over: { owner?: string; issued?: number; secret?: string; links?: number }): string =>
  ownerToken(over.secret ?? LINK_SECRET, {
    owner: over.owner ?? OWNER,
    links: over.links ?? 1,
    issued: over.issued ?? NOW,
  });

/** All of them, by what they are called in the matrix. */
export const callers = async (): Promise<Readonly<Record<string, Caller>>> => ({
  nobody: { standing: 'nobody' },
  'a wrong operator token': { standing: 'stranger', authorization: bearer(`${TOKEN}x`) },
  'the operator token': { standing: 'operator', authorization: bearer(TOKEN) },
  'an operator by JWT': { standing: 'operator', authorization: await scoped(['operator']) },
  'the owner by JWT': { standing: 'owner', authorization: await scoped([`owner:${OWNER}`]) },
  'another owner by JWT': { standing: 'otherOwner', authorization: await scoped(['owner:somebody-else']) },
  'an owner of nothing by JWT': { standing: 'otherOwner', authorization: await scoped(['owner:']) },
  'a subscriber by JWT': { standing: 'subscriber', authorization: await scoped(['subscriber']) },
  'a token without scopes': { standing: 'otherOwner', authorization: await scoped([]) },
  'a scope that looks like an operator’s': {
    standing: 'otherOwner',
    authorization: await scoped(['operators', 'xoperator']),
  },
  'the key of the subscription': { standing: 'key', authorization: bearer(SUBSCRIPTION_KEY) },
  'the key of another subscription': { standing: 'stranger', authorization: bearer('dlk_of-another') },
  'the owner’s signed link': { standing: 'nobody', link: ownLink },
  'the signed link as a bearer': { standing: 'stranger', authorization: bearer(ownLink) },
  'a link that is too old': { standing: 'nobody', link: voidLink({ issued: NOW - 181 * DAY }) },
  'a link that was made void': { standing: 'nobody', link: voidLink({ links: 0 }) },
  'a forged link': { standing: 'nobody', link: voidLink({ secret: 'guessed' }) },
  'a JWT that is too old': { standing: 'refused', authorization: await scoped(['operator'], key, NOW - 2 * DAY) },
  'a JWT of another key': { standing: 'refused', authorization: await scoped(['operator'], newSigningKey()) },
  'a JWT with other claims': { standing: 'refused', authorization: await swapped() },
  'a JWT for another service': { standing: 'refused', authorization: bearer(await forElsewhere()) },
  'a JWT signed with the public key': { standing: 'refused', authorization: bearer(await confused()) },
  'a JWT with alg none': { standing: 'refused', authorization: bearer(`${part({ alg: 'none' })}.${part(claims)}.x`) },
  'a JWT with alg none and no signature': {
    standing: 'stranger',
    authorization: bearer(`${part({ alg: 'none' })}.${part(claims)}.`),
  },
});
