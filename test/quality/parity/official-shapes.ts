/**
 * The official shapes of each profile, put together as its validator does. What is not published as a file that we hold is
 * made from the official tables, and said here: the codelists of HealthDCAT-AP, and its shapes for public and restricted data.
 */
import { DataFactory, Parser, type Quad, type Quad_Subject } from 'n3';
import { namespaces } from '#schemas/namespaces.ts';
import type { AccessLevel } from '#schemas/profile.ts';
import { sharedText } from '#test/shared-data.ts';
import { SH } from './engines.ts';

const BASE = 'standards/dcat-ap-3.0.1/html-shacl';
const HEALTH = 'standards/healthdcat-ap-r8';
const LEVELS = { public: 'PUBLIC', restricted: 'RESTRICTED', nonPublic: 'NON_PUBLIC' } as const;
const { dcat, owl, rdf } = namespaces;
const { namedNode, quad: made } = DataFactory;

/** Imports name files that the validator loads itself. */
const read = (turtle: string): Quad[] =>
  new Parser().parse(turtle).filter(({ predicate }) => predicate.value !== `${owl}imports`);

const prefixes = Object.entries({ ...namespaces, sh: SH })
  .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`)
  .join('\n');

/**
 * A property shape without a path is no SHACL, and engines stop at it: the condition it holds (variables of structured data)
 * is put on the dataset itself.
 */
const withoutPathless = (quads: readonly Quad[]): Quad[] => {
  const withPath = new Set(
    quads.filter(({ predicate }) => predicate.value === `${SH}path`).map((quad) => quad.subject.value),
  );
  const pathless = new Set(
    quads
      .filter(({ predicate, object }) => predicate.value === `${SH}property` && !withPath.has(object.value))
      .map(({ object }) => object.value),
  );
  return quads.flatMap((quad) => {
    const { predicate, object } = quad;
    if (predicate.value !== `${SH}property` || !pathless.has(object.value) || object.termType === 'Literal')
      return [quad];
    // The condition keeps its own (blank) name; only what makes it a shape of datasets is added.
    const shape = object as Quad_Subject;
    return [
      made(shape, namedNode(`${rdf}type`), namedNode(`${SH}NodeShape`)),
      made(shape, namedNode(`${SH}targetClass`), namedNode(`${dcat}Dataset`)),
    ];
  });
};

/** The shapes without one of them. */
const withoutShape = (quads: readonly Quad[], iri: string): Quad[] =>
  quads.filter(({ subject }) => subject.value !== iri);

const restriction = (rule: string): string => {
  if (/^country\|place\|continent/.test(rule) || rule === 'as Dataset') return PLACES;
  if (/^IRI pattern /.test(rule)) return `sh:pattern "${rule.slice('IRI pattern '.length)}"`;
  if (/^class /.test(rule)) return `sh:class ${rule.slice('class '.length)}`;
  const scheme = /^(\S+)( \(and HEAL required\))?$/.exec(rule) ?? /^(\S+) NAL$/.exec(rule);
  if (scheme === null) throw new Error(`no shape for the rule ${rule}`);
  const iri = scheme[1]?.startsWith('http')
    ? scheme[1]
    : `http://publications.europa.eu/resource/authority/${scheme[1]}`;
  const heal = scheme[2] === undefined ? '' : ` ; sh:hasValue <${iri}/HEAL>`;
  return `${inScheme(iri)}${heal}`;
};

const inScheme = (iri: string): string =>
  `sh:node [ a sh:NodeShape ; sh:property [ sh:path skos:inScheme ; sh:hasValue <${iri}> ] ]`;

const PLACES = `sh:node [ a sh:NodeShape ; sh:or (${['country', 'place', 'continent']
  .map(
    (name) =>
      `[ sh:property [ sh:path skos:inScheme ; sh:hasValue <http://publications.europa.eu/resource/authority/${name}> ] ]`,
  )
  .join(' ')} [ sh:pattern "^https?://sws.geonames.org" ]) ]`;

/** `dct:publisher/dct:type` is a sequence; `dcat:mediaType|compressFormat` are several rules in one line. */
const pathsOf = (written: string): string[] => {
  if (written.includes('/')) return [`( ${written.split('/').join(' ')} )`];
  const [prefix = ''] = written.split(':');
  return written.split('|').map((name) => (name.includes(':') ? name : `${prefix}:${name}`));
};

type CodelistRules = Record<string, Record<string, readonly [rule: string, severity: string]>>;

/** The codelists as shapes: the release publishes them as shapes too, of which we hold the table. */
const codelists = (): Quad[] => {
  const {
    source: _source,
    'dcat:Catalog': _catalogue,
    ...rules
  } = JSON.parse(sharedText(`${HEALTH}/codelist-rules.json`)) as CodelistRules;
  const shapes = Object.entries(rules).map(([name, properties], index) => {
    const said = Object.entries(properties).flatMap(([written, [rule, severity]]) =>
      pathsOf(written).map((path) => `[ sh:path ${path} ; ${restriction(rule)} ; sh:severity sh:${severity} ]`),
    );
    return `<urn:codelists:${index}> a sh:NodeShape ; sh:targetClass ${name} ; sh:property ${said.join(',\n')} .`;
  });
  return read(`${prefixes}\n${shapes.join('\n')}`);
};

interface Cardinality {
  readonly property: string;
  readonly PUBLIC: { readonly level: string };
  readonly RESTRICTED: { readonly level: string };
}

/** Of public and restricted data we hold the table of levels; the shapes differ from those for non-public data in it alone. */
const healthShapes = (level: AccessLevel): Quad[] => {
  const shapes = sharedText(`${HEALTH}/non-public-shapes.ttl`);
  const recommended = sharedText(`${HEALTH}/non-public-shapes_recommended.ttl`);
  if (level === 'nonPublic') return [...withoutPathless(read(shapes)), ...read(recommended)];
  const name = LEVELS[level];
  const [before = '', after = ''] = shapes.split('# additional mandatory fields for NON_PUBLIC');
  const eased = `${before}${after.replace(/\[ sh:minCount 1 ; (?=sh:nodeKind [^;]+ ; sh:path (?:dcat:contactPoint|dcat:keyword|dct:type|dct:provenance) )/g, '[ ')}`;
  const { properties } = JSON.parse(sharedText(`${HEALTH}/dataset-cardinalities.json`)) as {
    properties: Cardinality[];
  };
  const wanted = properties
    .filter((property) => property[name].level === 'R')
    .map(({ property }) => `[ sh:path ${property} ; sh:minCount 1 ; sh:severity sh:Warning ]`);
  const shape = `<urn:recommended> a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property ${wanted.join(', ')} .`;
  return [
    ...withoutPathless(read(eased.replaceAll('access-right/NON_PUBLIC', `access-right/${name}`))),
    ...read(`${prefixes}\n${shape}`),
  ];
};

/** DCAT-AP 3.0.1: what it demands, its ranges, its codelists and what it recommends. */
export const dcatApShapes = (): Quad[] =>
  ['shapes', 'range', 'mdr-vocabularies.shape', 'shapes_recommended'].flatMap((name) =>
    read(sharedText(`${BASE}/${name}.ttl`)),
  );

/** HealthDCAT-AP Release 8 on top of DCAT-AP 3.0.1, at one access level; what it recommends of a dataset takes DCAT-AP's place. */
export const healthDcatApShapes = (level: AccessLevel): Quad[] => [
  ...['shapes', 'range'].flatMap((name) => read(sharedText(`${BASE}/${name}.ttl`))),
  ...withoutShape(read(sharedText(`${BASE}/shapes_recommended.ttl`)), 'http://data.europa.eu/r5r#Dataset_Shape'),
  ...healthShapes(level),
  ...read(sharedText(`${HEALTH}/range.ttl`)),
  ...codelists(),
];

/** The level's shapes alone, as the notes on the data count their faults in raw files. */
export const nonPublicShapes = (): Quad[] => withoutPathless(read(sharedText(`${HEALTH}/non-public-shapes.ttl`)));
