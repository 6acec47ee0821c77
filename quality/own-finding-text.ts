/** The findings of our own sets in words, in Danish and English: what is wrong, so that its owner can mend it. */
import { scoreSetLabels } from '#schemas/metrics/metric-table.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import { conceptByIri, findConcept } from '#schemas/vocabulary.ts';
import type { Fault, Finding } from './finding.ts';

interface Text {
  readonly da: string;
  readonly en: string;
}

/** Short enough that a sentence stays one. */
const QUOTED_CHARACTERS = 80;

const languages: Readonly<Record<string, Text>> = {
  da: { da: 'dansk', en: 'Danish' },
  en: { da: 'engelsk', en: 'English' },
};

/** A language by its tag, as it stands at the end of a path: `title.en`. */
const languageOf = ({ path }: Finding): Text => {
  const tag = path.slice(path.lastIndexOf('.') + 1);
  return languages[tag] ?? conceptByIri('language', tag)?.label ?? { da: tag, en: tag };
};

const quoted = (value = ''): string =>
  value.length <= QUOTED_CHARACTERS ? value : `${value.slice(0, QUOTED_CHARACTERS).toWellFormed()}…`;

const propertyOf = (finding: Finding): Text =>
  propertyByKey(finding.class, finding.property)?.label ?? { da: finding.property, en: finding.property };

const isOfText = ({ set, path }: Finding): boolean => set === 'description' && path.includes('.');

type Sentence = (finding: Finding, property: Text) => Text;

const missing: Sentence = (finding, { da, en }) => {
  if (isOfText(finding)) {
    const language = languageOf(finding);
    return { da: `Der er ingen ${da} på ${language.da}.`, en: `There is no ${en} in ${language.en}.` };
  }
  // The codes of sets are those of scores here; a set without a label names itself.
  const set: Text = scoreSetLabels[finding.set as keyof typeof scoreSetLabels] ?? { da: finding.set, en: finding.set };
  return { da: `»${da}« mangler (${set.da}).`, en: `“${en}” is missing (${set.en}).` };
};

const sentences: Partial<Record<Fault, Sentence>> = {
  missing,
  'too-short': (finding, { da, en }) => {
    const language = languageOf(finding);
    return {
      da: `${capital(da)} på ${language.da} siger for lidt: »${quoted(finding.value)}«.`,
      en: `The ${en} in ${language.en} says too little: “${quoted(finding.value)}”.`,
    };
  },
  language: (finding, { da, en }) => {
    const language = languageOf(finding);
    return {
      da: `${capital(da)} er mærket som ${language.da}, men er på et andet sprog: »${quoted(finding.value)}«.`,
      en: `The ${en} is tagged as ${language.en} and is in another language: “${quoted(finding.value)}”.`,
    };
  },
  overdue: ({ value = '' }) => {
    const days = /\d+/.exec(value)?.[0] ?? '';
    return {
      da: `Data skulle efter opdateringsfrekvensen være opdateret for ${days} dage siden.`,
      en: `By the frequency of update the data should have been updated ${days} days ago.`,
    };
  },
  vocabulary: ({ value }, { da, en }) => ({
    da: `»${quoted(value)}« (${da}) står ikke på EU’s liste, som MQA måler efter.`,
    en: `“${quoted(value)}” (${en}) is not on the list of the EU that the MQA measures by.`,
  }),
  value: ({ value = '' }) => {
    const type = quoted(conceptByIri('file-type', findConcept('file-type', value)?.iri ?? value)?.code ?? value);
    return {
      da: `»${type}« er ikke et åbent format, som maskiner kan læse.`,
      en: `“${type}” is not an open format that machines can read.`,
    };
  },
  unreachable: ({ value }, { da, en }) => ({
    da: `${capital(da)} svarer ikke: ${value}`,
    en: `The ${en} does not answer: ${value}`,
  }),
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Sets whose findings are made here; those of profiles have words of their own. */
const own: ReadonlySet<string> = new Set(['description', 'timeliness', 'ehds-art77', 'mqa']);

/** The words of a finding of our own sets; undefined for one of a profile. */
export function ownFindingText(finding: Finding): Text | undefined {
  if (!own.has(finding.set)) return undefined;
  return sentences[finding.fault]?.(finding, propertyOf(finding));
}
