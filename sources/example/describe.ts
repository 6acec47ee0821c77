/** A register as statements of DCAT-AP and HealthDCAT-AP, before any serialisation: what the three RDF feeds write. */
import { areaOf, typeNames } from './markup.ts';
import { ownerOf } from './owners.ts';
import { banner, frequencies, type Register, type Text } from './register.ts';

/** The prefixes that the statements use. */
export const prefixes: Readonly<Record<string, string>> = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  healthdcatap: 'http://healthdataportal.eu/ns/health#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** What a statement says: a text, an address, or a nameless thing with statements of its own. */
export type Term =
  | { readonly kind: 'text'; readonly value: string; readonly language?: string; readonly datatype?: string }
  | { readonly kind: 'iri'; readonly value: string }
  | { readonly kind: 'thing'; readonly type: string; readonly statements: readonly Statement[]; readonly iri?: string };

export type Statement = readonly [predicate: string, object: Term];

const EU = 'http://publications.europa.eu/resource/authority/';
const HEALTH = 'https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/';

const iri = (value: string): Term => ({ kind: 'iri', value });
const plain = (value: string, datatype?: string): Term => ({ kind: 'text', value, ...(datatype && { datatype }) });
const thing = (type: string, statements: readonly Statement[]): Term => ({ kind: 'thing', type, statements });

const both = (predicate: string, text: Text | undefined): Statement[] =>
  text === undefined
    ? []
    : (['da', 'en'] as const).map((language) => [predicate, { kind: 'text', value: text[language], language }]);

const one = (predicate: string, object: Term | undefined): Statement[] =>
  object === undefined ? [] : [[predicate, object]];

const year = (value: number | undefined): Term | undefined =>
  value === undefined ? undefined : plain(String(value), 'xsd:gYear');

const count = (value: number | undefined): Term | undefined =>
  value === undefined ? undefined : plain(String(value), 'xsd:nonNegativeInteger');

const period = ({ first, last }: Register): Statement[] =>
  first === undefined
    ? []
    : one(
        'dct:temporal',
        thing('dct:PeriodOfTime', [...one('dcat:startDate', year(first)), ...one('dcat:endDate', year(last))]),
      );

const place = (register: Register): Statement[] => {
  if (register.nationwide && !register.area) return one('dct:spatial', iri(`${EU}country/DNK`));
  const area = areaOf(register);
  return area
    ? one('dct:spatial', thing('dct:Location', both('http://www.w3.org/2004/02/skos/core#prefLabel', area)))
    : [];
};

const publisher = ({ owner }: Register): Statement[] => {
  const known = ownerOf(owner);
  return known
    ? one(
        'dct:publisher',
        thing('foaf:Agent', [...both('foaf:name', known.name), ['foaf:homepage', iri(known.homepage)]]),
      )
    : [];
};

/** Categories of Art. 51 that follow from what kind of register it is; for the others the owner must say it. */
const categories: Partial<Record<Register['type'], string>> = { biobank: 'EINS', cohort: 'RQSH', survey: 'RQSH' };

const category = ({ type }: Register): Statement[] => {
  const code = categories[type];
  return code === undefined ? [] : one('healthdcatap:healthCategory', iri(HEALTH + code));
};

const distribution = (access: string | undefined): Statement[] =>
  access === undefined
    ? []
    : one(
        'dcat:distribution',
        thing('dcat:Distribution', [
          ...both('dct:title', { da: 'Søg om adgang', en: 'Apply for access' }),
          ['dcat:accessURL', iri(access)],
        ]),
      );

/** Names that outlive the address of the machine that the example runs on; the top-level domain is reserved for examples. */
export const datasetIri = (site: string, register: Register): string =>
  `https://datalandkort.example/${site}/dataset/${register.id}`;

/**
 * Everything that a feed says about a register.
 * @param access where one applies for access, when the site has one way in for all its registers.
 */
export const statementsOf = (register: Register, access?: string): Statement[] => [
  ...both('dct:title', register.name),
  ...both('dct:description', register.about),
  ...one('dct:identifier', plain(register.id)),
  ...one('dct:alternative', register.abbreviation === undefined ? undefined : plain(register.abbreviation)),
  ...both('dcat:keyword', typeNames[register.type]),
  ...one('dcat:theme', iri(`${EU}data-theme/HEAL`)),
  ...one('dct:accessRights', iri(`${EU}access-right/NON_PUBLIC`)),
  ...publisher(register),
  ...period(register),
  ...place(register),
  ...one('dct:accrualPeriodicity', register.frequency && iri(`${EU}frequency/${frequencies[register.frequency].code}`)),
  ...both('healthdcatap:populationCoverage', register.population),
  ...one('healthdcatap:numberOfUniqueIndividuals', count(register.individuals)),
  ...one('healthdcatap:numberOfRecords', count(register.records)),
  ...category(register),
  ...one(
    'dpv:hasLegalBasis',
    register.law === undefined
      ? undefined
      : thing('dpv:LegalBasis', [['dct:description', { kind: 'text', value: register.law, language: 'da' }]]),
  ),
  ...one('dcat:landingPage', register.link === undefined ? undefined : iri(register.link)),
  ...one('foaf:page', iri(register.reference)),
  ...distribution(access),
  ...both('adms:versionNotes', banner),
];
