/** What is known of one address that live datasets name: whether it works, what the last check found, and since when. */
import * as z from 'zod';

/**
 * Whether an address works. `failing`: it failed, not often or long enough to be called dead. `unknown`: it was not checked
 * yet, or may not be.
 */
export const linkStates = ['dead', 'failing', 'unknown', 'ok'] as const;
export type LinkState = (typeof linkStates)[number];

/**
 * What a kind says of the address. `alive`: something is there. `failed`: nothing usable is. `barred`: we may not look, so
 * nothing is known. `postponed`: nothing was learnt, and what was known before stands.
 */
type Verdict = 'alive' | 'failed' | 'barred' | 'postponed';

interface KindRow {
  readonly verdict: Verdict;
  readonly da: string;
  readonly en: string;
}

/** Everything that a check can find. */
export const linkKinds = {
  ok: { verdict: 'alive', da: 'Linket virker.', en: 'The link works.' },
  redirected: {
    verdict: 'alive',
    da: 'Siden er flyttet for altid; brug den nye adresse.',
    en: 'The page has moved for good; use its new address.',
  },
  'login-wall': { verdict: 'alive', da: 'Adressen kræver login.', en: 'The address asks for a login.' },
  'media-type-differs': {
    verdict: 'alive',
    da: 'Filen er af en anden medietype end den oplyste.',
    en: 'The file is of another media type than the one that is declared.',
  },
  'certificate-ending': {
    verdict: 'alive',
    da: 'Serverens certifikat udløber snart.',
    en: 'The server’s certificate ends soon.',
  },
  'not-found': { verdict: 'failed', da: 'Siden findes ikke.', en: 'There is no such page.' },
  'server-error': { verdict: 'failed', da: 'Serveren svarer med en fejl.', en: 'The server answers with an error.' },
  'client-error': { verdict: 'failed', da: 'Serveren afviser forespørgslen.', en: 'The server refuses the request.' },
  timeout: { verdict: 'failed', da: 'Serveren svarede ikke i tide.', en: 'The server did not answer in time.' },
  'dns-failure': {
    verdict: 'failed',
    da: 'Værtsnavnet kan ikke slås op.',
    en: 'The name of the host cannot be resolved.',
  },
  'no-connection': {
    verdict: 'failed',
    da: 'Der kan ikke oprettes forbindelse til serveren.',
    en: 'No connection to the server can be made.',
  },
  'certificate-invalid': {
    verdict: 'failed',
    da: 'Serverens certifikat er ugyldigt, eller der kan ikke aftales en kryptering.',
    en: 'The server’s certificate is invalid, or no encryption can be agreed on.',
  },
  'bad-redirect': {
    verdict: 'failed',
    da: 'Siden omdirigerer i ring, for mange gange eller til noget, der ikke er en side.',
    en: 'The page redirects in circles, too often, or to what is no page.',
  },
  'not-http': { verdict: 'failed', da: 'Svaret følger ikke HTTP.', en: 'The answer does not follow HTTP.' },
  'robots-disallowed': {
    verdict: 'barred',
    da: 'Ikke kontrolleret: værtens robots.txt tillader det ikke.',
    en: 'Not checked: the host’s robots.txt does not allow it.',
  },
  'address-refused': {
    verdict: 'barred',
    da: 'Ikke kontrolleret: adressen er ikke offentlig.',
    en: 'Not checked: the address is not a public one.',
  },
  unchecked: { verdict: 'postponed', da: 'Endnu ikke kontrolleret.', en: 'Not checked yet.' },
  'robots-unreachable': {
    verdict: 'postponed',
    da: 'Ikke kontrolleret: værtens robots.txt kunne ikke læses.',
    en: 'Not checked: the host’s robots.txt could not be read.',
  },
  'asked-to-wait': {
    verdict: 'postponed',
    da: 'Ikke kontrolleret: værten er optaget eller har bedt om ro.',
    en: 'Not checked: the host is busy or asked to be left alone.',
  },
  'network-silent': {
    verdict: 'postponed',
    da: 'Ikke kontrolleret: vores eget netværk når ikke ud.',
    en: 'Not checked: our own network does not reach the outside.',
  },
} as const satisfies Record<string, KindRow>;

export type LinkKind = keyof typeof linkKinds;

export const verdictOf = (kind: LinkKind): Verdict => linkKinds[kind].verdict;

/** The keys of the table above; Object.keys forgets their type. */
const kindNames = Object.keys(linkKinds) as [LinkKind, ...LinkKind[]];

export const LinkState = z.enum(linkStates);
export const LinkKind = z.enum(kindNames);

/** One check of the past. `status` is the HTTP status, null where no answer came. */
const LinkCheck = z.object({ at: z.string(), kind: LinkKind, status: z.number().nullable() });

/** All times are ISO 8601. */
export const LinkStatus = z.object({
  /** As `linkAddress` writes it. */
  url: z.string(),
  state: LinkState,
  kind: LinkKind,
  /** The HTTP status of the last check; null where no answer came. */
  status: z.number().nullable(),
  /** What was wrong, for the operator. */
  message: z.string().nullable(),
  checkedAt: z.string().nullable(),
  /** When state or kind last became what they are: what scores depend on is other since then. */
  changedAt: z.string(),
  lastOk: z.string().nullable(),
  /** Of the failures in a row, the first. */
  firstFailure: z.string().nullable(),
  failures: z.number().int(),
  due: z.string(),
  /** The new address of a page that has moved for good. */
  movedTo: z.string().nullable(),
  certificateEnds: z.string().nullable(),
  mediaType: z.string().nullable(),
  /** The newest first. */
  history: z.array(LinkCheck),
});
export type LinkStatus = z.infer<typeof LinkStatus>;

/** What one check found. */
export interface Sighting {
  readonly kind: LinkKind;
  readonly status: number | null;
  readonly message: string | null;
  readonly movedTo: string | null;
  readonly certificateEnds: string | null;
  readonly mediaType: string | null;
  /** Epoch milliseconds before which there is no use in asking again. */
  readonly askAgainAt: number | null;
}

/** An address that a dataset names for the first time: due at once. */
export const newLink = (url: string, now: number): LinkStatus => {
  const at = new Date(now).toISOString();
  return {
    url,
    state: 'unknown',
    kind: 'unchecked',
    status: null,
    message: null,
    checkedAt: null,
    changedAt: at,
    lastOk: null,
    firstFailure: null,
    failures: 0,
    due: at,
    movedTo: null,
    certificateEnds: null,
    mediaType: null,
    history: [],
  };
};
