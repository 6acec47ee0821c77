/** Generated registers with variables, as Danish owners name and describe them: the same for the same number, on any machine. */
import type { CatalogueEntry } from '#schemas/record.ts';

export const VARIABLES_PER_RECORD = 20;

const EU = 'http://publications.europa.eu/resource/authority';
const CATEGORIES = 'https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories';

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const subjects = words(
  `cancer diabetes hjerte lunge nyre lever hud øjen øre knæ hofte ryg hjerne blod fødsels graviditets børne ældre
  psykiatri misbrugs vaccinations infektions allergi astma sclerose parkinson demens smerte søvn kost motions tand
  lægemiddel receptur sygesikrings ydelses udskrivnings indlæggelses ambulant akut kirurgi anæstesi intensiv rehabiliterings
  genoptrænings hjemmepleje plejehjems dødsårsags misdannelses arbejdsskade ulykkes trafik selvmords abort fertilitets`,
);
const kinds = words('registeret databasen kohorten biobanken undersøgelsen statistikken indberetningen opgørelsen');
const places = words(
  'Aarhus Odense Aalborg København Roskilde Ærø Årslev Ølstykke Hvidovre Gentofte Vejle Herning Viborg Esbjerg Køge Næstved',
);
const text = words(
  `registeret indeholder oplysninger om patienter med kontakt til sygehuse og praktiserende læger samt behandling diagnose
  medicin kræft forløb indberetning kvalitet data indsamles løbende siden landsdækkende forskning overvågning planlægning
  sundhedsvæsenet personnummer kommune region alder køn dato årsag udredning opfølgning overlevelse risikofaktorer rygning
  alkohol vægt højde blodtryk laboratorieprøver patologi billeddiagnostik ventetid genindlæggelse komplikation dødelighed`,
);
const english = words(
  `the register holds information on patients in hospitals and general practice treatment diagnosis medicine cancer course
  quality data collected nationwide research surveillance planning health care municipality region age sex date follow up
  survival risk factors smoking alcohol weight height blood pressure laboratory pathology imaging waiting time mortality`,
);
const measures = words(
  'DATO KODE TYPE ANTAL SUM STATUS GRAD DOSIS SIDE ALDER VÆGT SCORE INDEX FLAG NR TID KOEN REGION AFD SKS',
);
const common = words('PNR CPR KOEN FOEDDATO KOMNR REGION INDDTO UDDTO ADIAG RECNUM');
const themes = ['HEAL', 'SOCI', 'TECH', 'GOVE'];
const categories = ['EHRS', 'PHDR', 'MRMR', 'RQSH', 'EINS', 'HRAD', 'RMMD'];

/** Numbers that look drawn and are not: a measure must read the same records each time. */
function draws(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return (state >>> 8) % below;
  };
}

type Draw = (below: number) => number;

const pick = (list: readonly string[], draw: Draw): string => list[draw(list.length)] ?? '';
const sentence = (list: readonly string[], length: number, draw: Draw): string =>
  Array.from({ length }, () => pick(list, draw)).join(' ');
const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Half of a register's variables are those that every register has; the others are its own or shared with a few. */
function column(place: number, draw: Draw) {
  const subject = pick(subjects, draw);
  const measure = pick(measures, draw);
  const name =
    place < common.length ? (common[place] ?? '') : `${subject.slice(0, 4).toUpperCase()}_${measure}${draw(40)}`;
  return {
    name,
    title: { da: `${upper(measure.toLowerCase())} for ${subject}` },
    description: { da: sentence(text, 8, draw) },
    temporal: [{ startDate: String(1960 + draw(60)) }],
  };
}

export function searchRecord(index: number): CatalogueEntry {
  const draw = draws(index);
  const [first, second] = [pick(subjects, draw), pick(subjects, draw)];
  const kind = pick(kinds, draw);
  const place = pick(places, draw);
  const source = `kilde-${index % 40}`;
  return {
    id: `${source}.register-${index}`,
    kind: 'Dataset',
    identifier: `register-${index}`,
    source,
    record: {
      title: {
        da: `${upper(first)}${second}${kind} ${place} ${index}`,
        en: `${upper(first)} and ${second} registry ${index}`,
      },
      alternative: { da: [`${first.slice(0, 2)}${second.slice(0, 2)}${index}`.toUpperCase()] },
      description: { da: sentence(text, 60, draw), en: sentence(english, 50, draw) },
      keyword: { da: [first, second, pick(text, draw)], en: [pick(english, draw), pick(english, draw)] },
      publisher: { name: { da: `Registerejer ${index % 40} i ${place}` } },
      theme: [`${EU}/data-theme/${pick(themes, draw)}`],
      healthCategory: [`${CATEGORIES}/${pick(categories, draw)}`],
      accessRights: `${EU}/access-right/${index % 3 === 0 ? 'PUBLIC' : 'RESTRICTED'}`,
      type: [`${EU}/dataset-type/STATISTICAL`],
      temporal: [{ startDate: String(1940 + draw(80)) }],
      hasVariables: [
        { table: [{ column: Array.from({ length: VARIABLES_PER_RECORD }, (_, at) => column(at, draw)) }] },
      ],
    },
    unmapped: [],
    written: [],
    origin: { run: 'r', page: 'p', archive: null, place: null, observedAt: '2026-01-01T00:00:00Z', catalogues: [] },
    problems: [],
  };
}

/** What people ask: broad and narrow, whole words, beginnings, inner parts, misspelt, several words, nothing. */
export const questions: readonly string[] = [
  'cancer',
  'kræft',
  'kraeft',
  'register',
  'registeret',
  'lægemiddel',
  'laegemidel',
  'diabetesregistret',
  'hjerte lunge',
  'patienter data',
  'sygehus',
  'aarhus',
  'Århus',
  'fødsel',
  'biobank odense',
  'PNR',
  'data',
  'the register holds information',
  'register-1234',
  'blodtryk rygning alkohol',
  'psykiatri undersøgelse køge',
  'dat',
  'qqqqqq',
  'mortality cancer',
  '',
];

export const beginnings: readonly string[] = ['ca', 'can', 'kræ', 'læge', 'reg', 'dia', 'pn', 'hjerte lu', 's', 'øl'];
