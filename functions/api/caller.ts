/** Who calls: nobody that we know, the holder of the operator token, or whoever an OpenID provider vouches for. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { TransientFailure } from '#functions/shared/failures.ts';
import type { ApiPorts } from './ports.ts';

export type Caller =
  | { readonly kind: 'nobody' }
  /** What was shown is no token of ours, or one that is forged, too old or for somebody else. */
  | { readonly kind: 'refused'; readonly because: 'unknown' | 'invalid' }
  /** The provider's keys could not be had just now. */
  | { readonly kind: 'unverifiable' }
  | {
      readonly kind: 'known';
      readonly by: 'operator-token' | 'access-token';
      readonly name: string;
      readonly scopes: ReadonlySet<string>;
    };

export const NOBODY: Caller = { kind: 'nobody' };

/** Whether the caller may do everything. */
export const isOperator = ({ caller }: { readonly caller: Caller }): boolean =>
  caller.kind === 'known' && caller.scopes.has('operator');

/** What the holder of the operator token is called in the audit log. */
const OPERATOR_TOKEN = 'operator token';

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Digests are compared, so that neither the length nor the time tells anything of the token. */
const isOperatorToken = (token: string, known: string | undefined): boolean =>
  known !== undefined && timingSafeEqual(digest(token), digest(known));

/** Three parts with dots between them: what else may be a token is for the operator token alone. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Who shows this `Authorization`. */
export async function callerOf(
  { operatorToken, tokens }: Pick<ApiPorts, 'operatorToken' | 'tokens'>,
  authorization: string | undefined,
): Promise<Caller> {
  const [, token] = /^Bearer +([^\s]+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) return NOBODY;
  if (isOperatorToken(token, operatorToken)) {
    return { kind: 'known', by: 'operator-token', name: OPERATOR_TOKEN, scopes: new Set(['operator']) };
  }
  if (!tokens || !JWT.test(token)) return { kind: 'refused', because: 'unknown' };
  try {
    const bearer = await tokens.verify(token);
    return bearer
      ? { kind: 'known', by: 'access-token', name: bearer.subject, scopes: new Set(bearer.scopes) }
      : { kind: 'refused', because: 'invalid' };
  } catch (error) {
    if (error instanceof TransientFailure) return { kind: 'unverifiable' };
    throw error;
  }
}
