/** What an answer says of the address that was asked, given what the records say about it. */
import type { LinkKind, Sighting } from './link-status.ts';
import type { LinkUse } from './record-links.ts';

/** What came of asking an address. Times in epoch milliseconds. */
export type ProbeAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** After all redirects. */
      readonly url: string;
      /** Where the permanent redirects lead that the chain begins with. */
      readonly movedTo: string | null;
      readonly mediaType: string | null;
      readonly certificateEnds: number | null;
      /** What the server says about when to come again. */
      readonly askAgainAt: number | null;
      /** A page with a field for a password came where a file was expected. */
      readonly showsLogin: boolean;
    }
  /** `host` is the one whose fault it is, which a redirect may have led to. */
  | { readonly kind: 'fault'; readonly host: string; readonly code: string; readonly message: string }
  /** A host wants or needs to be left alone. */
  | { readonly kind: 'closed'; readonly host: string; readonly untilMs: number; readonly message: string }
  /** The caller ended it. */
  | { readonly kind: 'aborted' };

/** Certificates are renewed a month before their end in most places; two weeks before, the renewal has failed. */
const CERTIFICATE_NOTICE_MS = 14 * 24 * 60 * 60 * 1000;

/** Our faults by the codes of the crawler; what is not named here is a connection that was not made. */
const FAULTS: Readonly<Record<string, LinkKind>> = {
  timeout: 'timeout',
  'dns-failure': 'dns-failure',
  'tls-failure': 'certificate-invalid',
  'address-refused': 'address-refused',
  'robots-disallowed': 'robots-disallowed',
  'robots-unreachable': 'robots-unreachable',
  'bad-redirect': 'bad-redirect',
  'too-many-redirects': 'bad-redirect',
  'not-http': 'not-http',
  'header-too-large': 'not-http',
};

/** Statuses that ask who we are; 403 is what a closed area answers as well. 511 is RFC 6585 § 6. */
const LOGIN_STATUSES = new Set([401, 403, 407, 511]);
/** A service that is asked without its parameters says so with one of these, and is there all the same. */
const SERVICE_STATUSES = new Set([400, 405, 406, 415, 422, 426]);

/** Hosts and paths of login pages, in English, Danish and of the usual identity providers. */
const LOGIN_HOST = /^(login|logon|signin|sso|idp|auth|adfs|accounts?)\.|nemlog-in|mitid|wayf\.dk/i;
const LOGIN_PATH =
  /\/(login|log-in|logon|signin|sign-in|logind|log-ind|sso|saml2?|adfs|cas|oauth2?|shibboleth)(\/|\.|$)/i;

const isLoginPage = (address: string): boolean => {
  const { hostname, pathname } = new URL(address);
  return LOGIN_HOST.test(hostname) || LOGIN_PATH.test(pathname);
};

/** Types that a server gives to whatever it does not know: they contradict nothing. */
const UNKNOWING = new Set([
  'application/octet-stream',
  'binary/octet-stream',
  'application/force-download',
  'application/x-download',
]);

/** Two names of one type, or a type and its more general or packed form. */
const generalOf = (type: string): string => {
  const bare = type.replace(/\/x-/, '/').replace(/^text\/(xml|json|csv)$/, 'application/$1');
  const suffix = /\+(xml|json|zip|gzip)$/.exec(bare)?.[1];
  const general = suffix === undefined ? bare : `application/${suffix}`;
  return general === 'application/zip-compressed' ? 'application/zip' : general;
};

/** Whether a type that was served contradicts all that were declared. Plain text is what servers call any text they do not know. */
export function mediaTypeDiffers(served: string | null, declared: readonly string[]): boolean {
  if (served === null || declared.length === 0 || UNKNOWING.has(served)) return false;
  return !declared.some(
    (type) =>
      UNKNOWING.has(type) ||
      generalOf(type) === generalOf(served) ||
      (served === 'text/plain' && (type.startsWith('text/') || /json|xml|csv/.test(type))),
  );
}

type Answered = Extract<ProbeAnswer, { kind: 'answered' }>;

/** The kind of an answer below 400, the gravest first. */
function kindOfPage(url: string, answer: Answered, uses: readonly LinkUse[], now: number): LinkKind {
  if (answer.showsLogin || (isLoginPage(answer.url) && !isLoginPage(url))) return 'login-wall';
  const declared = uses.flatMap(({ mediaTypes }) => mediaTypes);
  if (mediaTypeDiffers(answer.mediaType, declared)) return 'media-type-differs';
  const { certificateEnds } = answer;
  if (certificateEnds !== null && certificateEnds - now < CERTIFICATE_NOTICE_MS) return 'certificate-ending';
  return answer.movedTo === null ? 'ok' : 'redirected';
}

function kindOfAnswer(url: string, answer: Answered, uses: readonly LinkUse[], now: number): LinkKind {
  const { status } = answer;
  // An empty file has no first byte to give (RFC 9110 § 15.5.17).
  if (status < 400 || status === 416) return kindOfPage(url, answer, uses, now);
  if (LOGIN_STATUSES.has(status)) return 'login-wall';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timeout';
  if (status >= 500) return 'server-error';
  const isService = uses.some(({ property }) => property === 'endpointURL');
  return isService && SERVICE_STATUSES.has(status) ? 'ok' : 'client-error';
}

const nothing = { status: null, movedTo: null, certificateEnds: null, mediaType: null, askAgainAt: null };

/** Judges the answer of an address by the mentions of it. An aborted probe says nothing and is not to be judged. */
export function judgeLink(
  { url, uses }: { readonly url: string; readonly uses: readonly LinkUse[] },
  answer: Exclude<ProbeAnswer, { kind: 'aborted' }>,
  now: number,
): Sighting {
  const { message = null } = answer.kind === 'answered' ? {} : answer;
  if (answer.kind === 'closed') return { ...nothing, kind: 'asked-to-wait', message, askAgainAt: answer.untilMs };
  if (answer.kind === 'fault') return { ...nothing, kind: FAULTS[answer.code] ?? 'no-connection', message };
  const { status, movedTo, mediaType, certificateEnds, askAgainAt } = answer;
  const kind = kindOfAnswer(url, answer, uses, now);
  return {
    kind,
    status,
    message: status < 400 ? null : `The server answered ${status}.`,
    movedTo,
    mediaType,
    certificateEnds: certificateEnds === null ? null : new Date(certificateEnds).toISOString(),
    askAgainAt,
  };
}
