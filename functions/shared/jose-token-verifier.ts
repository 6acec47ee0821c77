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
import { TransientFailure } from './failures.ts';
import { KeySet, type TokenVerifier } from './token-verifier.ts';

export interface TokenSettings {
  readonly issuer: string;
  /** Whom tokens must be for. */
  readonly audience: string;
  /** Where the keys are, or the keys themselves as a JSON Web Key Set. */
  readonly jwks: string;
}

/** Signatures only: with a shared secret, whoever can check a token could make one. */
const ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'];

/** Clocks of machines differ by seconds. */
const CLOCK_SECONDS = 30;

/** Nobody's request waits for a provider for longer. */
const KEYS_TIMEOUT_MS = 3_000;

/** Cognito writes `<resource server>/<scope>`; the resource server is the audience. */
const PREFIX = /^[\w.-]+\//;

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

const scopesOf = ({ scope }: JWTPayload): string[] =>
  typeof scope === 'string' ? scope.split(' ').map((one) => one.replace(PREFIX, '')) : [];

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
export function joseTokenVerifier({ issuer, audience, jwks }: TokenSettings, clock = Date.now): TokenVerifier {
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
        if (!isForUs(payload, audience)) return undefined;
        return { subject: String(payload.sub), scopes: scopesOf(payload) };
      } catch (error) {
        if (isTokensFault(error)) return undefined;
        throw new TransientFailure('The keys of the OpenID provider cannot be had.', { cause: error });
      }
    },
  };
}
