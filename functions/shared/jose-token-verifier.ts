/** Access tokens verified by the keys that the OpenID provider publishes, or that the configuration holds. */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import * as z from 'zod';
import { TransientFailure } from './failures.ts';
import { KeySet, type TokenVerifier } from './token-verifier.ts';

export interface TokenSettings {
  readonly issuer: string;
  /** Whom tokens must be for. */
  readonly audience: string;
  /** Where the keys are, or the keys themselves as a JSON Web Key Set. */
  readonly jwks: string;
  /** Whose tokens are people's, and the group that a person must be in to be an operator; undefined where the scope alone tells. */
  readonly people?: { readonly client: string; readonly group: string } | undefined;
}

/** Signatures only: with a shared secret, whoever can check a token could make one. */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];

/** Clocks of machines differ by seconds. */
const CLOCK_SECONDS = 30;

/** Nobody's request waits for a provider for longer. */
const KEYS_TIMEOUT_MS = 3_000;

function keysOf(jwks: string): JWTVerifyGetKey {
  if (/^https?:/.test(jwks)) return createRemoteJWKSet(new URL(jwks), { timeoutDuration: KEYS_TIMEOUT_MS });
  // Checked to be a set of keys; which members each must have is for jose to say.
  return createLocalJWKSet(KeySet.parse(JSON.parse(jwks)) as JSONWebKeySet);
}

/** Provider that name no audience name the client (`client_id`, as Cognito does). */
const isForUs = ({ aud, client_id: client }: JWTPayload, audience: string): boolean =>
  aud === undefined
    ? audience.split(',').includes(String(client))
    : [aud].flat().some((one) => audience.split(',').includes(one));

/** Cognito writes `<resource server>/<scope>`. One of a server that is no audience of ours is left as it is: it says nothing here. */
function scopesOf({ scope }: JWTPayload, audience: string): string[] {
  if (typeof scope !== 'string') return [];
  const servers = audience.split(',').map((one) => `${one}/`);
  return scope.split(' ').map((one) => one.slice(servers.find((server) => one.startsWith(server))?.length ?? 0));
}

const Groups = z.array(z.string()).catch([]);

/** Which groups the provider says that somebody is in: by Cognito's name for it, or by the usual one. */
const groupsOf = (payload: JWTPayload): readonly string[] => Groups.parse(payload['cognito:groups'] ?? payload.groups);

/**
 * The client gives its scope to every account of the provider, so of a person's token it counts only with the group. A program
 * has a client of its own; a token that names none is taken for a person's.
 */
function isNoOperator(payload: JWTPayload, people: TokenSettings['people']): boolean {
  const client = payload.client_id ?? payload.azp;
  const isPerson = client === undefined || client === people?.client;
  return people !== undefined && isPerson && !groupsOf(payload).includes(people.group);
}

/** ID tokens tell a page who somebody is; Cognito signs them with the same keys, for the same client. */
const isIdToken = ({ token_use: use }: JWTPayload): boolean => use === 'id';

/** Failures that say something of the token; all others say that the keys could not be had. */
const isTokensFault = (error: unknown): boolean =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWKSNoMatchingKey;

/** @param clock epoch milliseconds. */
export function joseTokenVerifier(settings: TokenSettings, clock = Date.now): TokenVerifier {
  const { issuer, audience, jwks, people } = settings;
  const keys = keysOf(jwks);
  return {
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          algorithms: ALGORITHMS,
          requiredClaims: ['exp', 'sub'],
          clockTolerance: CLOCK_SECONDS,
          currentDate: new Date(clock()),
        });
        if (!isForUs(payload, audience) || isIdToken(payload)) return undefined;
        const scopes = scopesOf(payload, audience);
        const allowed = isNoOperator(payload, people) ? scopes.filter((scope) => scope !== 'operator') : scopes;
        return { subject: String(payload.sub), scopes: allowed };
      } catch (error) {
        if (isTokensFault(error)) return undefined;
        throw new TransientFailure('The keys of the OpenID provider cannot be had.', { cause: error });
      }
    },
  };
}
