/**
 * Coding systems. The scheme of the European Health Data Space is seen with one code; the others are known by the IRIs
 * that their keepers gave them, and by the Wikidata properties that HealthDCAT-AP asked for before Release 8.
 */
import { type Concept, ehdsVocabulary, type Vocabulary } from './vocabulary-tables.ts';

const wikidata = (property: string): readonly string[] => [
  `http://www.wikidata.org/entity/${property}`,
  `https://www.wikidata.org/wiki/Property:${property}`,
];

const system = (code: string, iri: string, name: string, ...aliases: readonly string[]): Concept => ({
  code,
  iri,
  label: { da: name, en: name },
  aliases,
});

const scheme = ehdsVocabulary('coding-system', [
  ['ORPHACODE', 'Orphakode', 'ORPHAcode', 'Orphanet', ...wikidata('P1550')],
]);

export const codingSystem: Vocabulary = {
  ...scheme,
  concepts: [
    ...scheme.concepts,
    system('ICD-10', 'http://hl7.org/fhir/sid/icd-10', 'ICD-10', 'ICD10', ...wikidata('P494')),
    system('ICD-10-CM', 'http://hl7.org/fhir/sid/icd-10-cm', 'ICD-10-CM', ...wikidata('P4229')),
    system('ICD-11', 'http://id.who.int/icd/release/11/mms', 'ICD-11', 'ICD11'),
    system('ICD-9', 'http://hl7.org/fhir/sid/icd-9', 'ICD-9', 'ICD9', ...wikidata('P493')),
    system('SNOMED-CT', 'http://snomed.info/sct', 'SNOMED CT', 'SNOMED', ...wikidata('P5806')),
    system('LOINC', 'http://loinc.org', 'LOINC', ...wikidata('P4338')),
    system('ATC', 'http://www.whocc.no/atc', 'ATC', 'ATC-koder', ...wikidata('P267')),
  ],
};
