/** A finding in words that its reader can act on, in Danish and English: what is wrong, what should stand there, an example. */
import { classTable } from '#schemas/class-table.ts';
import { type ClassName, isClassName, type LiteralRange, type Property } from '#schemas/property.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import { conceptByIri, vocabularies } from '#schemas/vocabulary.ts';
import type { Finding } from '../finding.ts';
import { type Bilingual, exampleOf } from './example-values.ts';

export interface FindingText {
  readonly sentence: Bilingual;
  readonly shouldBe: Bilingual;
  readonly example?: Bilingual;
}

const sets: Readonly<Record<string, string>> = {
  'dcat-ap-3': 'DCAT-AP 3',
  'dcat-ap-dk-3': 'DCAT-AP-DK 3',
  'healthdcat-ap-r8': 'HealthDCAT-AP',
};

/** A value longer than this is told by its beginning: a sentence must stay one. */
const LONGEST_QUOTE = 120;

/** The parts of a sentence in one language. */
interface Words {
  readonly set: string;
  /** The property with its class. */
  readonly property: string;
  /** The other property of which one of the two will do, or the one that makes this one due. */
  readonly partner: string | undefined;
  readonly condition: string | undefined;
  /** The value, quoted; undefined where the finding has none. */
  readonly value: string | undefined;
  readonly wanted: string | undefined;
  readonly isWarning: boolean;
}

/** What profiles find; other sets have faults of their own, and words for them. */
const profileFaults = ['missing', 'too-many', 'vocabulary', 'range', 'value'] as const;
type ProfileFault = (typeof profileFaults)[number];

const profileFault = (fault: Finding['fault']): ProfileFault => profileFaults.find((one) => one === fault) ?? 'value';

type Sentences = Readonly<Record<ProfileFault, (words: Words) => string>>;

const danish: Sentences = {
  missing: ({ set, property, partner, condition, isWarning }) => {
    if (partner !== undefined)
      return `Der mangler en værdi for ${property} eller ${partner}. ${set} kræver mindst én af dem.`;
    if (condition !== undefined && !isWarning)
      return `Der mangler en værdi for ${property}. ${set} kræver den, når ${condition} er sand.`;
    return `Der mangler en værdi for ${property}. ${set} ${isWarning ? 'anbefaler' : 'kræver'} den.`;
  },
  'too-many': ({ set, property }) => `Der står flere værdier for ${property}. ${set} tillader kun én.`,
  vocabulary: ({ set, property, value, isWarning }) =>
    `Værdien${value === undefined ? '' : ` ${value}`} for ${property} findes ikke i det ordforråd, som ${set} ${isWarning ? 'anbefaler' : 'kræver'}.`,
  range: ({ set, property, value }) =>
    `Værdien${value === undefined ? '' : ` ${value}`} for ${property} er ikke af den art, som ${set} kræver.`,
  value: ({ set, property, value, wanted }) =>
    wanted === undefined
      ? `Værdien${value === undefined ? '' : ` ${value}`} for ${property} er ikke den, som ${set} kræver her.`
      : `Blandt værdierne for ${property} mangler ${wanted}, som ${set} kræver.`,
};

const english: Sentences = {
  missing: ({ set, property, partner, condition, isWarning }) => {
    if (partner !== undefined)
      return `There is no value for ${property} or ${partner}. ${set} requires at least one of them.`;
    if (condition !== undefined && !isWarning)
      return `There is no value for ${property}. ${set} requires one when ${condition} is true.`;
    return `There is no value for ${property}. ${set} ${isWarning ? 'recommends' : 'requires'} one.`;
  },
  'too-many': ({ set, property }) => `There are several values for ${property}. ${set} allows only one.`,
  vocabulary: ({ set, property, value, isWarning }) =>
    `The value${value === undefined ? '' : ` ${value}`} for ${property} is not in the vocabulary that ${set} ${isWarning ? 'recommends' : 'requires'}.`,
  range: ({ set, property, value }) =>
    `The value${value === undefined ? '' : ` ${value}`} for ${property} is not of the kind that ${set} requires.`,
  value: ({ set, property, value, wanted }) =>
    wanted === undefined
      ? `The value${value === undefined ? '' : ` ${value}`} for ${property} is not the one that ${set} requires here.`
      : `Among the values for ${property}, ${wanted} is missing, which ${set} requires.`,
};

const sentences = { da: danish, en: english } as const;
const quotes = { da: ['»', '«'], en: ['“', '”'] } as const;

const kinds: Readonly<Record<LiteralRange, Bilingual>> = {
  text: { da: 'en tekst, helst både på dansk og engelsk', en: 'a text, preferably in both Danish and English' },
  texts: {
    da: 'korte tekster, helst både på dansk og engelsk',
    en: 'short texts, preferably in both Danish and English',
  },
  literal: { da: 'en kort tekst', en: 'a short text' },
  iri: { da: 'en fuld webadresse eller en anden IRI', en: 'a full web address or another IRI' },
  concept: { da: 'en fuld webadresse eller en anden IRI', en: 'a full web address or another IRI' },
  date: {
    da: 'en dato, en måned eller et år (2026-01-31, 2026-01 eller 2026)',
    en: 'a date, a month or a year (2026-01-31, 2026-01 or 2026)',
  },
  duration: { da: 'et tidsrum efter ISO 8601 (P1D er en dag)', en: 'a duration of ISO 8601 (P1D is a day)' },
  integer: { da: 'et helt tal på nul eller derover', en: 'a whole number of zero or more' },
  decimal: { da: 'et tal', en: 'a number' },
  boolean: { da: 'true (ja) eller false (nej)', en: 'true (yes) or false (no)' },
};

const shouldBeOf = ({ range, vocabulary }: Property): Bilingual => {
  if (isClassName(range)) {
    const { da, en } = classTable[range].label;
    return { da: `en beskrivelse af arten »${da}«`, en: `a description of the kind “${en}”` };
  }
  const scheme = range === 'concept' ? vocabularies[vocabulary ?? '']?.scheme : undefined;
  if (scheme === undefined) return kinds[range];
  return { da: `en værdi fra ordforrådet ${scheme}`, en: `a value from the vocabulary ${scheme}` };
};

const shorten = (text: string): string =>
  text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).toWellFormed()}…`;

type Language = 'da' | 'en';

const quoted = (language: Language, text: string): string => quotes[language].join(text);

const labelOf = (name: ClassName, key: string | undefined, language: Language): string | undefined => {
  const row = key === undefined ? undefined : propertyByKey(name, key);
  return row && quoted(language, row.label[language]);
};

const wordsOf = (finding: Finding, row: Property | undefined, language: Language): Words => {
  const { set, class: name, property, value, severity } = finding;
  const label = labelOf(name, property, language) ?? quoted(language, property);
  const wanted = row?.mustInclude;
  const concept = wanted === undefined ? undefined : conceptByIri(row?.vocabulary ?? '', wanted)?.label[language];
  return {
    set: sets[set] ?? set,
    property: `${label} (${classTable[name].label[language]})`,
    partner: labelOf(name, row?.mandatoryUnless, language),
    condition: labelOf(name, row?.mandatoryWhen, language),
    value: value === undefined ? undefined : quoted(language, shorten(value)),
    wanted: wanted && `${quoted(language, concept ?? wanted)} (${wanted})`,
    isWarning: severity === 'warning',
  };
};

/** The words of a finding; `sentence` is whole in itself, `shouldBe` and `example` can stand beside it. */
export const findingText = (finding: Finding): FindingText => {
  const row = propertyByKey(finding.class, finding.property);
  const sentence = (language: Language): string =>
    sentences[language][profileFault(finding.fault)](wordsOf(finding, row, language));
  const example = exampleOf(finding.class, finding.property);
  return {
    sentence: { da: sentence('da'), en: sentence('en') },
    shouldBe: row === undefined ? kinds.literal : shouldBeOf(row),
    ...(example !== undefined && { example }),
  };
};
