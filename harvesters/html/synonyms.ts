/**
 * What owners call the properties of a register, in Danish and English, after the label lists of real owner pages. A target
 * is a key of the property table; `key.part` is a property of the node under it. A label not listed here is not lost: its
 * value is kept under the label itself.
 */

/** What a label stands for. */
export interface Target {
  readonly property: string;
  /** The language that the label says its value is in ("Navn engelsk"). */
  readonly language?: string | undefined;
}

const labels: Record<string, readonly string[]> = {
  title: [
    'titel',
    'title',
    'navn',
    'name',
    'register',
    'registrets navn',
    'registernavn',
    'database',
    'navn på registeret',
    'datasæt',
    'dataset',
  ],
  'title@da': ['navne dansk', 'navn dansk', 'dansk navn', 'dansk titel', 'danish name', 'danish title'],
  'title@en': ['navne engelsk', 'navn engelsk', 'engelsk navn', 'engelsk titel', 'english name', 'english title'],
  alternative: [
    'akronym',
    'acronym',
    'alias',
    'forkortelse',
    'abbreviation',
    'kortnavn',
    'short name',
    'også kendt som',
    'also known as',
    'teknisk navn',
  ],
  description: [
    'beskrivelse',
    'description',
    'om registret',
    'om registeret',
    'about the register',
    'indhold',
    'registrets indhold',
    'registerets indhold',
    'content',
    'contents',
    'kort om registeret',
    'kort om registret',
    'introduction',
    'introduktion',
    'generel beskrivelse',
    'baggrund',
    'background',
    'data',
    'resumé',
    'summary',
  ],
  'description@da': ['beskrivelse dansk', 'danish description', 'kort om registeret dansk'],
  'description@en': ['beskrivelse engelsk', 'english description', 'in english', 'på engelsk', 'english summary'],
  hasPurpose: [
    'formål',
    'registerets formål',
    'registrets formål',
    'purpose',
    'formål og rationale',
    'formål med behandlingen',
    'aim',
  ],
  keyword: [
    'emneord',
    'nøgleord',
    'keywords',
    'keyword',
    'stikord',
    'database categories',
    'kategorier',
    'categories',
    'tags',
  ],
  theme: ['emne', 'tema', 'theme', 'subject'],
  temporal: [
    'periode',
    'dækker perioden',
    'tidsmæssig dækning',
    'dækningsperiode',
    'dataperiode',
    'temporal coverage',
    'collection period',
    'period',
    'time period',
    'coverage period',
    'tidsperiode',
    'indsamlingsperiode',
    'gyldighed',
    'tidsmæssig afgrænsning',
  ],
  'temporal.startDate': [
    'gyldig fra',
    'valid from',
    'startår',
    'start year',
    'første år',
    'first year',
    'data fra',
    'data from',
    'startdato',
    'start date',
  ],
  'temporal.endDate': [
    'gyldig til',
    'valid to',
    'slutår',
    'end year',
    'sidste år',
    'last year',
    'data til',
    'slutdato',
    'end date',
  ],
  spatial: [
    'geografisk område',
    'geografisk dækning',
    'geografi',
    'geographical coverage',
    'geographic coverage',
    'dækning',
    'coverage',
    'dækningsområde',
    'spatial coverage',
  ],
  populationCoverage: [
    'population',
    'populationer',
    'populations',
    'målgruppe',
    'befolkning',
    'study population',
    'omfattede personer',
  ],
  numberOfUniqueIndividuals: [
    'antal personer',
    'antal individer',
    'antal patienter',
    'number of individuals',
    'number of persons',
    'number of patients',
    'number of unique individuals',
    'antal deltagere',
    'number of participants',
  ],
  numberOfRecords: [
    'antal poster',
    'antal records',
    'antal observationer',
    'number of records',
    'number of observations',
    'antal registreringer',
    'antal rækker',
  ],
  accrualPeriodicity: [
    'opdateringsfrekvens',
    'ajourføring',
    'opdatering',
    'update frequency',
    'frequency',
    'updating',
    'updates',
    'frekvens',
    'opdateres',
  ],
  modified: [
    'sidst ændret',
    'seneste ændringsdato',
    'sidst opdateret',
    'last updated',
    'last modified',
    'modified',
    'senest opdateret',
    'seneste opdatering',
    'senest ændret',
  ],
  issued: ['udgivelsesdato', 'udgivet', 'offentliggjort', 'published', 'issued', 'publication date', 'release date'],
  contactPoint: [
    'kontakt',
    'kontaktpunkt',
    'contact',
    'contact point',
    'contact information',
    'kontaktoplysninger',
    'kontaktperson',
    'contact data owner',
    'kontaktinformation',
  ],
  'contactPoint.hasEmail': ['e mail', 'email', 'mail', 'e mailadresse', 'email address', 'kontakt e mail'],
  'contactPoint.hasTelephone': ['telefon', 'tlf', 'phone', 'telephone', 'telefonnummer'],
  publisher: [
    'udgiver',
    'publisher',
    'registerejer',
    'registry owner',
    'data owner',
    'dataejer',
    'ejer',
    'owner',
    'dataansvarlig',
    'registeransvarlig',
    'registeransvarlig myndighed',
    'dataansvarlig myndighed',
    'data controller',
    'data responsible',
    'ansvarlig myndighed',
    'responsible authority',
  ],
  creator: [
    'skaber',
    'skabt af',
    'creator',
    'created by',
    'afleverende myndighed',
    'submitting authority',
    'data administrator',
  ],
  landingPage: [
    'destinationsside',
    'landing page',
    'website',
    'hjemmeside',
    'websted',
    'website data owner',
    'link til registeret',
    'ejerens side',
    'owner s page',
    'ejerens egen side',
  ],
  page: [
    'dokumentation',
    'documentation',
    'øvrig dokumentation og vejledninger',
    'vejledninger',
    'vedhæftede filer',
    'attachments',
    'kilde',
    'referencer',
    'references',
    'bilag',
  ],
  hasLegalBasis: [
    'retsgrundlag',
    'hjemmel',
    'lovgrundlag',
    'gældende lovgivning',
    'lovgivning',
    'lovgivning og anmeldelse',
    'legal basis',
    'legislation',
    'retsgrundlag for behandlingen eller legitime interesser',
  ],
  rights: [
    'rettigheder',
    'rights',
    'adgang til data',
    'access to data',
    'data access',
    'application requirements',
    'adgang',
    'sådan får du adgang',
  ],
  accessRights: ['adgangsrettigheder', 'access rights', 'adgangsniveau', 'access level'],
  hasPersonalData: [
    'kategorier af oplysninger',
    'personoplysningskategori',
    'categories of personal data',
    'kategorier af personoplysninger',
  ],
  provenance: [
    'proveniens',
    'provenance',
    'datagrundlag',
    'datakilde',
    'datakilder',
    'data sources',
    'data source',
    'indberetning',
    'dataindsamling',
    'data collection',
  ],
  retentionPeriod: ['tidsrum for behandling af oplysninger', 'opbevaringsperiode', 'retention period'],
  hasCodingSystem: [
    'klassifikation',
    'klassifikationer',
    'classification',
    'classifications',
    'kodesystem',
    'coding system',
    'kodeværk',
  ],
  language: ['sprog', 'language'],
  identifier: ['identifikator', 'identifier', 'id', 'kode', 'code', 'registerkode', 'register code', 'aflevering'],
  versionNotes: ['versionsnoter', 'version notes', 'bemærkning', 'bemærkninger', 'remarks', 'note'],
  version: ['version', 'versioner', 'versions'],
  isReferencedBy: ['publikationer', 'publications'],
  distribution: ['filer', 'files', 'filer til hentning', 'downloads', 'download', 'hent', 'hent filer', 'fil'],
};

/** A label as it is compared: letters and digits only, in lower case, with æ, ø and å as the ASCII addresses write them. */
export const normaliseLabel = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const targetOf = (written: string): Target => {
  const [property = '', language] = written.split('@');
  return language === 'da' || language === 'en' ? { property, language } : { property };
};

const known = new Map<string, Target>(
  Object.entries(labels).flatMap(([written, names]) =>
    names.map((name) => [normaliseLabel(name), targetOf(written)] as const),
  ),
);

/** Everything that the built-in labels stand for. */
export const knownTargets = (): Iterable<Target> => known.values();

/** What a label stands for, and whether it had to be guessed from a misspelling. */
export interface LabelMatch {
  readonly target: Target;
  readonly guessed: boolean;
}

/** Words shorter than this have too many neighbours one letter away ("data"/"date") to be guessed. */
const GUESS_FROM = 7;

/** True when a and b differ by one letter put in, left out, changed, or swapped with its neighbour. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.length !== restB.length) return restA.slice(1) === restB || restB.slice(1) === restA;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** Finds what a label stands for: the source's own labels first, then the built-in ones, then one slip of the pen away. */
export function matchLabel(label: string, own: ReadonlyMap<string, Target>): LabelMatch | undefined {
  for (const name of [normaliseLabel(label), normaliseLabel(label.replace(/\([^)]*\)/g, ' '))]) {
    const target = own.get(name) ?? known.get(name);
    if (target) return { target, guessed: false };
  }
  const name = normaliseLabel(label);
  if (name.length < GUESS_FROM) return undefined;
  const near = [...own, ...known].filter(
    ([candidate]) => candidate.length >= GUESS_FROM && isOneSlipAway(name, candidate),
  );
  const targets = new Set(near.map(([, { property, language }]) => `${property}@${language}`));
  return targets.size === 1 && near[0] ? { target: near[0][1], guessed: true } : undefined;
}

/** The source's own labels (`settings.labels`: label → target) in the form that matchLabel asks for. */
export const ownLabels = (written: Readonly<Record<string, string>>): ReadonlyMap<string, Target> =>
  new Map(Object.entries(written).map(([label, target]) => [normaliseLabel(label), targetOf(target)]));

/** Tells whether a label is one of the words of a rule. */
export const isOneOf = (words: string | readonly string[]): ((label: string) => boolean) => {
  const names = new Set([words].flat().map(normaliseLabel));
  return (label) => names.has(normaliseLabel(label));
};
