/** How the tables of concepts are written: a row a concept, as short as it can be read. */

/** One concept of a vocabulary. */
export interface Concept {
  readonly code: string;
  readonly iri: string;
  readonly label: { readonly da: string; readonly en: string };
  /** What real feeds write instead: older codes, other IRIs, plain words. */
  readonly aliases?: readonly string[];
}

/** One vocabulary. */
export interface Vocabulary {
  /** The concept scheme's IRI; a concept whose IRI does not start with it is none of the scheme's own. */
  readonly scheme: string;
  /** Other places where the same codes were or are published; what follows is looked up like a code. */
  readonly otherBases?: readonly string[];
  /** A plainer form of a value that was not found as written; it is lower-case, and an IRI has lost its `http:`. */
  readonly simplify?: (folded: string) => string;
  readonly concepts: readonly Concept[];
}

/** Code, Danish label, English label, aliases. */
export type ConceptRow = readonly [code: string, da: string, en: string, ...aliases: string[]];

/** The concepts of rows that share the start of their IRIs. */
export const conceptsFrom = (base: string, rows: readonly ConceptRow[]): readonly Concept[] =>
  rows.map(([code, da, en, ...aliases]) => ({
    code,
    iri: base + code,
    label: { da, en },
    ...(aliases.length > 0 && { aliases }),
  }));

const EU_AUTHORITY = 'http://publications.europa.eu/resource/authority/';
const EHDS_AUTHORITY = 'https://hdeu-dcat.data.health.europa.eu/resource/authority/';

/** An authority table of the EU Publications Office; its older address is still in use, in Danish feeds too. */
export const euVocabulary = (
  name: string,
  rows: readonly ConceptRow[],
  more: Partial<Vocabulary> = {},
): Vocabulary => ({
  scheme: EU_AUTHORITY + name,
  concepts: conceptsFrom(`${EU_AUTHORITY}${name}/`, rows),
  ...more,
  otherBases: [`http://publications.europa.eu/resource/dataset/${name}/`, ...(more.otherBases ?? [])],
});

/** An authority table of the European Health Data Space, whose address changed twice while feeds copied it. */
export const ehdsVocabulary = (name: string, rows: readonly ConceptRow[]): Vocabulary => ({
  scheme: EHDS_AUTHORITY + name,
  concepts: conceptsFrom(`${EHDS_AUTHORITY}${name}/`, rows),
  otherBases: [
    `http://healthdataportal.eu/resource/authority/${name}/`,
    `http://13.81.34.152:1101/resource/authority/${name}/`,
  ],
});
