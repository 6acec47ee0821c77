/** A finding as a sentence that its owner can act on, in Danish and in English. */
import type { Finding } from '#schemas/finding.ts';
import type { WordedFinding } from '#schemas/owner-report-input.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import type { Texts } from '#schemas/texts.ts';
import { ownFindingText } from './own-finding-text.ts';

type Sentence = (name: string, value: string) => string;

/** How each fault is told, given what the property is called and its value as it is now. */
const sentences: Readonly<Partial<Record<Finding['fault'], { readonly da: Sentence; readonly en: Sentence }>>> = {
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
};

const LONGEST_VALUE = 120;

const shown = (value: string | undefined): string => {
  const text = value ?? '';
  return `»${text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} …` : text}«`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is wrong, as a sentence. */
export function findingText(finding: Finding): Texts {
  const own = ownFindingText(finding);
  if (own) return own;
  const { fault, class: name, property, value } = finding;
  const label = propertyByKey(name, property)?.label ?? { da: property, en: property };
  const sentence = sentences[fault];
  return sentence
    ? { da: capital(sentence.da(label.da, shown(value))), en: capital(sentence.en(label.en, shown(value))) }
    : label;
}

/** The finding with its sentence. */
export const wordFinding = (finding: Finding): WordedFinding => ({ ...finding, text: findingText(finding) });
