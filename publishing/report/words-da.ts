/** The Danish words of the quality report. */
import type { Effort } from '#schemas/assessment.ts';
import type { HistoryPoint, MendFault } from '#schemas/owner-report.ts';

type CauseKind = HistoryPoint['causes'][number]['kind'];
type Severity = 'violation' | 'warning';

const registers = (count: number): string => (count === 1 ? '1 register' : `${count} registre`);

const faults: Record<MendFault, (label: string) => string> = {
  missing: (label) => `Tilføj »${label}«`,
  'too-many': (label) => `Behold kun én værdi i »${label}«`,
  vocabulary: (label) => `Brug en kode fra den kontrollerede liste i »${label}«`,
  range: (label) => `Skriv den rette slags værdi i »${label}«`,
  value: (label) => `Ret »${label}«`,
  'too-short': (label) => `Skriv mere i »${label}«`,
  language: (label) => `Ret sproget i »${label}«`,
  overdue: (label) => `Opdatér »${label}«`,
  unreachable: (label) => `Ret den døde adresse i »${label}«`,
  unmet: (label) => `Udfyld eller ret »${label}«`,
  unconfirmed: () => 'Bekræft beskrivelsen',
};

const efforts: Record<Effort, string> = { minutes: 'minutter', hours: 'timer', days: 'dage' };

const severities: Record<Severity, string> = { violation: 'obligatorisk', warning: 'anbefalet' };

const causes: Record<CauseKind, string> = {
  created: 'registeret kom med',
  changed: 'beskrivelsen blev ændret',
  link: 'en adresse svarer anderledes',
  confirmed: 'ejeren bekræftede beskrivelsen',
  time: 'tiden gik',
  rules: 'målingen blev ændret',
};

/** Short, for they stand in a narrow column; the sets' full names stand where the grade is taken apart. */
const askers: Record<string, string> = {
  mqa: 'MQA',
  'dcat-ap-3': 'DCAT-AP 3',
  'dcat-ap-dk-3': 'DCAT-AP-DK 3',
  'healthdcat-ap-r8': 'HealthDCAT-AP R8',
  'ehds-art77': 'EHDS art. 77',
  'art78-readiness': 'EHDS art. 78',
  fair: 'FAIR',
  timeliness: 'Aktualitet',
  description: 'Læsbarhed',
};

const ratings: Record<string, string> = {
  excellent: 'fremragende',
  good: 'god',
  enough: 'tilstrækkelig',
  bad: 'utilstrækkelig',
};

export const danish = {
  locale: 'da-DK',
  faults,
  efforts,
  severities,
  causes,
  ratings,
  askers,
  registers,

  title: (owner: string) => `Kvalitetsrapport for ${owner}`,
  made: (day: string) => `Datalandkort, ${day}`,
  lead: 'Rapporten viser, hvor godt jeres registre er beskrevet, og hvad I får mest ud af at rette først.',
  skip: 'Gå til indholdet',
  contents: 'Indhold',
  page: (page: number, pages: number) => `Side ${page} af ${pages}`,
  none: 'Intet',
  notThere: 'mangler',
  source: 'Kilde',
  landingPage: 'Ejerens side',

  overview: 'Overblik',
  grade: 'Karakter',
  gradeOf: (points: string) => `${points} af 100 point`,
  noRegisters: 'Der er ingen levende registre fra jer i kataloget.',
  mqa: 'MQA-point',
  mqaMean: (points: string, of: string, ceiling: string) =>
    `${points} af ${of} MQA-point i gennemsnit; jeres registre kan højst nå ${ceiling}.`,
  howGraded: (bounds: string) =>
    `Karakteren er gennemsnittet af jeres registre på en skala fra 0 til 100 (${bounds}). MQA er den europæiske dataportals måling; den vises for sig.`,
  direction: { up: 'Stigende', steady: 'Uændret', down: 'Faldende' },
  sinceLast: (change: string, day: string) => `${change} point siden sidste rapport (${day})`,
  sinceFirst: (change: string, day: string) => `${change} point siden den første måling (${day})`,
  firstReport: 'Det er den første rapport, så der er intet at sammenligne med.',
  trendTitle: 'Karakterens udvikling',
  trendText: (first: string, firstDay: string, last: string, lastDay: string) =>
    `Fra ${first} point den ${firstDay} til ${last} point den ${lastDay}.`,
  lettersTitle: 'Registre efter karakter',

  lostRecords: (count: number) =>
    count === 1
      ? '1 post kunne ikke læses og står derfor ikke i kataloget. Ret den først.'
      : `${count} poster kunne ikke læses og står derfor ikke i kataloget. Ret dem først.`,
  seeProblems: 'Se problemerne ved høsten',
  deadLinksNote: (count: number) => (count === 1 ? '1 link er dødt' : `${count} links er døde`),
  unconfirmedNote: (count: number) => `${registers(count)} er ikke bekræftet inden for 12 måneder`,
  problemsNote: (count: number) => (count === 1 ? '1 problem ved høsten' : `${count} problemer ved høsten`),
  also: 'Desuden',

  actions: 'Gør dette først',
  actionsLead: 'Sorteret efter, hvad de giver for arbejdet. Hver gevinst er regnet for sig.',
  noActions: 'Der er intet at rette, som ville hæve karakteren.',
  furtherActions: (count: number) =>
    count === 1
      ? 'Der er 1 ting mere, som giver point; den står under registrene.'
      : `Der er ${count} ting mere, som giver point; de står under registrene.`,
  inRegisters: (count: number) => `i ${registers(count)}`,
  gain: 'Gevinst',
  gainedPoints: (points: string) => `${points} point`,
  gainedMqa: (points: string) => `${points} MQA-point`,
  gainMean: (before: string, after: string) => `i gennemsnit; karakteren går fra ${before} til ${after}`,
  effort: 'Arbejde',
  effortText: (effort: string) => `${effort} pr. register`,
  now: 'Står nu',
  daysOver: (days: string) => `${days} dage over tiden`,
  differs: 'forskelligt; se stederne',
  shouldBe: 'Skal være',
  example: 'Eksempel',
  which: 'Registre',
  andMore: (count: number) => `og ${count} til`,
  seePlaces: (count: number) => (count === 1 ? 'Se stedet' : `Se de ${count} steder`),

  places: 'Hvor det skal rettes',
  placesLead: 'Stederne for hver af handlingerne ovenfor.',
  register: 'Register',
  place: 'Sted',
  property: 'Egenskab',
  path: 'Sti',
  code: 'Kode',
  level: 'Krav',
  fault: 'Fejl',
  mqaGain: 'Gevinst i MQA',
  standingHead: 'Stilling',
  letterChange: (before: string, after: string) => `${before} → ${after}`,

  changes: 'Siden sidste rapport',
  changesLead: (day: string) => `Sammenlignet med rapporten fra ${day}.`,
  changesTotal: (fixed: number, fresh: number, open: number) =>
    `${fixed} rettet · ${fresh} ${fresh === 1 ? 'ny' : 'nye'} · ${open} står endnu`,
  fixed: 'Rettet',
  fresh: 'Nyt',
  stillOpen: 'Står endnu',
  what: 'Hvad',
  placesCount: 'Steder',
  promised: 'Ventet gevinst',
  promisedNote: 'Den ventede gevinst er den, som sidste rapport regnede med.',
  movedRegisters: 'Registre, hvis karakter har flyttet sig',
  before: 'Før',
  after: 'Nu',
  added: 'Nye registre',
  gone: 'Registre, der ikke er i kataloget mere',
  nothing: 'Ingen.',

  deadLinks: 'Døde links',
  deadLinksLeftOut: (count: string, source: string) =>
    `Der er ${count} døde adresser til fra kilden »${source}«, som ikke står her. Hele listen: `,
  deadLinksLead: 'Adresser, der er prøvet flere gange over flere dage uden at svare.',
  address: 'Adresse',
  since: 'Siden',
  finding: 'Hvad der sker',

  unconfirmed: 'Ikke bekræftet i 12 måneder',
  unconfirmedLead:
    'En dataindehaver skal mindst én gang om året se efter, at beskrivelsen er rigtig (artikel 60 i forordning (EU) 2025/327).',
  lastConfirmed: 'Sidst bekræftet',
  never: 'aldrig',

  problems: 'Problemer ved høsten',
  problemsLeftOut: (count: string, source: string) =>
    `Der er ${count} problemer til fra kilden »${source}«, som ikke er regnet med her. Hele listen, så langt den er gemt: `,
  problemsLead: 'Hvad der ikke kunne læses, eller som blev rettet undervejs, da vi hentede jeres sider og filer.',
  problem: 'Problem',
  count: 'Antal',
  record: 'Post',
  problemPlace: 'Side og sted',
  line: (line: number, column: number | undefined) =>
    column === undefined ? `linje ${line}` : `linje ${line}, tegn ${column}`,
  problemSeverity: { error: 'Fejl', warning: 'Advarsel', info: 'Oplysning' },
  standing: { new: 'nyt', still: 'står endnu', fixed: 'rettet', open: 'står endnu' },
  problemCount: (count: number, fixed: number) => (fixed > 0 ? `${count} nu, ${fixed} rettet` : `${count}`),
  fullList: 'Hele listen står i kørslens tabel over problemer.',

  registersTitle: 'Registrene',
  registersLead: 'Det register, der har mest at vinde, står først.',
  mends: 'Rettelser',
  mendsTitle: (count: number) => (count === 1 ? '1 rettelse' : `${count} rettelser`),
  noMends: 'Der er intet at rette.',
  change: 'Ændring',
  confirmed: 'Bekræftet',
  whatWhere: 'Hvad og hvor',
  faultAndGoal: 'Fejl, og hvad der skal stå',
  gainAndEffort: 'Gevinst og arbejde',
  askedBy: 'Kræves af',
  sharedGain: 'Gevinsten gælder hele egenskaben; står den flere steder, er det den samme gevinst.',
  sharedMends: 'Mangler i flere registre',
  sharedMendsLead:
    'Hvad mindst tre registre mangler på samme måde, er forklaret én gang her. På hvert registers side står, hvad der mangler i netop det, og hvad det giver.',
  sharedMendsHere: (count: number) =>
    `${count === 1 ? '1 af dem er en mangel' : `${count} af dem er mangler`}, som flere registre har:`,
  seeSharedMends: 'Se, hvad der skal stå: »Mangler i flere registre«',
  noGain: 'Uden point',
  howMade: 'Sådan er karakteren sat sammen',
  part: 'Måling',
  share: 'Opfyldt',
  weight: 'Vægt',
  notTold: 'kunne ikke afgøres',
  mqaBarTitle: 'MQA-point',
  mqaBar: (points: string, of: string, rating: string) => `${points} af ${of} MQA-point${rating && ` (${rating})`}`,
  had: 'opnået',
  canBeHad: 'kan opnås',
  cannotApply: 'kan ikke gælde her',
  dimension: 'Område',
  points: 'Point',
  ceiling: (ceiling: string, of: string) =>
    `Loft: dette register kan højst nå ${ceiling} af ${of} MQA-point, fordi følgende ikke kan gælde for det. I vores karakter tæller det ikke med; i MQA tæller det som ikke opfyldt:`,
  ceilingPart: (label: string, of: string) => `${label} (${of} point)`,
  unknown: 'Kunne ikke afgøres denne gang',
  historyTitle: 'Sådan har karakteren flyttet sig',
  day: 'Dag',
  cause: 'Årsag',
  earlier: (count: number) =>
    count === 1 ? '1 tidligere ændring er udeladt.' : `${count} tidligere ændringer er udeladt.`,
};

export type ReportWords = typeof danish;
