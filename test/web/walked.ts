/** What a person reads on the walks, in both languages, written here anew: the pages' own table may be wrong. */

export type Language = 'da' | 'en';

export const languages: readonly Language[] = ['da', 'en'];

interface Said {
  readonly search: string;
  /** A register that is in the example, by its name in this language, and a word that is nearly in it. */
  readonly register: string;
  readonly misspelt: string;
  readonly meant: string;
  readonly foundIn: string;
  readonly history: string;
  readonly showHistory: RegExp;
  readonly title: string;
  readonly download: string;
  readonly signIn: string;
  readonly token: string;
  readonly wrongToken: RegExp;
  readonly sources: string;
  readonly addSource: string;
  readonly titleField: string;
  readonly owner: string;
  readonly address: string;
  readonly settings: string;
  readonly preview: string;
  readonly faults: string;
  readonly malformed: string;
  readonly gives: string;
  readonly add: string;
  readonly run: string;
  readonly succeeded: string;
  readonly created: string;
  readonly createdRecord: string;
  readonly heldBack: (source: string) => string;
  readonly decide: string;
  readonly wouldRemove: string;
  readonly which: string;
  readonly release: string;
  readonly leaving: RegExp;
  readonly released: string;
  readonly broke: (source: string) => string;
  readonly seeRun: string;
  readonly failed: string;
}

export const said: Readonly<Record<Language, Said>> = {
  da: {
    search: 'Søg i registre og variabler',
    register: 'Landspatientregisteret',
    misspelt: 'landspatientregsteret',
    meant: 'landspatientregisteret',
    foundIn: 'Fundet i variablerne D_INDDTO',
    history: 'Historik',
    showHistory: /^Vis \d+ oplysninger/,
    title: 'titel',
    download: 'Hent beskrivelsen',
    signIn: 'Log ind til driften',
    token: 'Adgangstegn',
    wrongToken: /Adgangstegnet gælder ikke/,
    sources: 'Kilder',
    addSource: 'Tilføj en kilde',
    titleField: 'Titel på dansk',
    owner: 'Dataejerens id',
    address: 'Adresse, hvor der begyndes',
    settings: 'Formatets indstillinger',
    preview: 'Vis, hvad den giver',
    faults: '2 ting skal rettes',
    malformed: 'Er skrevet forkert.',
    gives: 'Det giver kilden',
    add: 'Tilføj kilden',
    run: 'Hent nu',
    succeeded: 'Lykkedes',
    created: '3 nye',
    createdRecord: 'Ny: Nyt register nr. 2 på Ærø',
    heldBack: (source) => `6 fjernelser fra ${source} er holdt tilbage.`,
    decide: 'Se og afgør',
    wouldRemove: 'Indsamlingen ville fjerne 6 registre.',
    which: 'Se, hvilke registre det er',
    release: 'Frigiv',
    leaving: /6 registre fjernes fra kataloget/,
    released: 'Det er frigivet.',
    broke: (source) => `${source} kunne ikke høstes`,
    seeRun: 'Se indsamlingen',
    failed: 'Mislykkedes',
  },
  en: {
    search: 'Search registers and variables',
    register: 'Danish National Patient Register',
    misspelt: 'natinal patient',
    meant: 'national patient',
    foundIn: 'Found in the variables D_INDDTO',
    history: 'History',
    showHistory: /^Show \d+ properties/,
    title: 'title',
    download: 'Download the description',
    signIn: 'Sign in to operations',
    token: 'Token',
    wrongToken: /The token is not valid/,
    sources: 'Sources',
    addSource: 'Add a source',
    titleField: 'Title in Danish',
    owner: 'Id of the owner',
    address: 'Address to begin at',
    settings: 'Settings of the format',
    preview: 'Preview',
    faults: '2 things to correct',
    malformed: 'Is not written as it has to be.',
    gives: 'What the source gives',
    add: 'Add the source',
    run: 'Run now',
    succeeded: 'Succeeded',
    created: '3 created',
    createdRecord: 'Created: Nyt register nr. 2 på Ærø',
    heldBack: (source) => `6 removals from ${source} are held back.`,
    decide: 'Look and decide',
    wouldRemove: 'The run would remove 6 registers.',
    which: 'See which registers',
    release: 'Release',
    leaving: /6 registers leave the catalogue/,
    released: 'It is released.',
    broke: (source) => `${source} could not be harvested`,
    seeRun: 'See the run',
    failed: 'Failed',
  },
};
