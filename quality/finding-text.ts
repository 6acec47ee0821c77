/** A finding as a sentence that its owner can act on, in Danish and in English. */
import type { Finding } from '#schemas/finding.ts';
import type { WordedFinding } from '#schemas/owner-report-input.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import type { Texts } from '#schemas/texts.ts';

type Sentence = (name: string, value: string) => string;

/** How each fault is told, given what the property is called and its value as it is now. */
const sentences: Readonly<Record<Finding['fault'], { readonly da: Sentence; readonly en: Sentence }>> = {
  missing: {
    da: (name) => `Der mangler ${name}.`,
    en: (name) => `There is no ${name}.`,
  },
  'too-many': {
    da: (name) => `Der er for mange værdier af ${name}.`,
    en: (name) => `There are too many values of ${name}.`,
  },
  vocabulary: {
    da: (name, value) => `${name}: ${value} står ikke i det ordforråd, der skal bruges.`,
    en: (name, value) => `${name}: ${value} is not in the vocabulary that is to be used.`,
  },
  range: {
    da: (name, value) => `${name}: ${value} er ikke en værdi af den rette slags.`,
    en: (name, value) => `${name}: ${value} is not a value of the right kind.`,
  },
  value: {
    da: (name, value) => `${name}: ${value} opfylder ikke profilens regel.`,
    en: (name, value) => `${name}: ${value} does not keep the profile’s rule.`,
  },
  'too-short': {
    da: (name) => `${name} er for kort til at sige noget.`,
    en: (name) => `The ${name} is too short to say anything.`,
  },
  language: {
    da: (name) => `${name} er skrevet på et andet sprog end det, der er angivet.`,
    en: (name) => `The ${name} is in another language than the one that is stated.`,
  },
  overdue: {
    da: () => 'Data er ikke opdateret så ofte, som beskrivelsen lover.',
    en: () => 'The data were not updated as often as the description promises.',
  },
  unreachable: {
    da: (name, value) => `${name}: ${value} svarer ikke, som det skal.`,
    en: (name, value) => `${name}: ${value} does not answer as it should.`,
  },
};

const LONGEST_VALUE = 120;

const shown = (value: string | undefined): string => {
  const text = value ?? '';
  return `»${text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} …` : text}«`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is wrong, as a sentence. */
export function findingText({ fault, class: name, property, value }: Finding): Texts {
  const label = propertyByKey(name, property)?.label ?? { da: property, en: property };
  const { da, en } = sentences[fault];
  return { da: capital(da(label.da, shown(value))), en: capital(en(label.en, shown(value))) };
}

/** The finding with its sentence. */
export const wordFinding = (finding: Finding): WordedFinding => ({ ...finding, text: findingText(finding) });
