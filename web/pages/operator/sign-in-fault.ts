/** Why signing in at a provider did not come about, as the page can tell it. */
import {
  AuthorizationResponseError,
  JWT_TIMESTAMP_CHECK,
  OperationProcessingError,
  RESPONSE_IS_NOT_CONFORM,
  RESPONSE_IS_NOT_JSON,
  ResponseBodyError,
} from 'oauth4webapi';

export type FaultKind =
  /** The person or the provider said no. */
  | 'refused'
  /** The provider could not, now or as it is set up. */
  | 'provider'
  /** It was not begun in this tab, or is over already. */
  | 'not-begun'
  /** The code was used already, or is too old. */
  | 'used'
  | 'unreachable'
  /** By this machine's clock, what the provider gave is of another time. */
  | 'clock'
  /** What came back was not meant for this page, or not by this provider. */
  | 'not-ours'
  /** The API does not take what the provider gave. */
  | 'not-accepted'
  /** The page was not loaded in a way in which a browser lets it keep secrets. */
  | 'insecure';

/** @property code what the provider calls it, for whoever runs this. */
export class SignInFault extends Error {
  readonly kind: FaultKind;
  readonly code: string | undefined;

  constructor(kind: FaultKind, code?: string) {
    super(`Signing in: ${kind}${code === undefined ? '' : ` (${code})`}`);
    this.kind = kind;
    this.code = code;
  }
}

/** Refusals by which the page or the account is the wrong one; other codes are the provider's own trouble (RFC 6749 § 4.1.2.1). */
const REFUSED: ReadonlySet<string> = new Set([
  'access_denied',
  'consent_required',
  'interaction_required',
  'login_required',
]);

const UNREADABLE: ReadonlySet<string | undefined> = new Set([RESPONSE_IS_NOT_CONFORM, RESPONSE_IS_NOT_JSON]);

function ofProcessing({ code }: OperationProcessingError): SignInFault {
  if (code === JWT_TIMESTAMP_CHECK) return new SignInFault('clock');
  return UNREADABLE.has(code) ? new SignInFault('provider') : new SignInFault('not-ours');
}

/** What `fetch` throws; the library's own complaints of the same type have a code. */
const isNetwork = (error: unknown): boolean =>
  error instanceof DOMException || (error instanceof TypeError && !('code' in error));

/** What to tell of whatever was thrown on the way. */
export function faultOf(error: unknown): SignInFault {
  if (error instanceof SignInFault) return error;
  if (error instanceof AuthorizationResponseError) {
    return new SignInFault(REFUSED.has(error.error) ? 'refused' : 'provider', error.error);
  }
  if (error instanceof ResponseBodyError) {
    return error.error === 'invalid_grant' ? new SignInFault('used') : new SignInFault('provider', error.error);
  }
  if (error instanceof OperationProcessingError) return ofProcessing(error);
  return new SignInFault(isNetwork(error) ? 'unreachable' : 'not-ours');
}
