/** Words for findings in tests, as the wiring will hand them in: a sentence, what should stand there, and an example. */

import type { Finding } from '#schemas/finding.ts';
import type { WordedFinding } from '#schemas/owner-report-input.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import type { Texts } from '#schemas/texts.ts';

interface Words {
  readonly shouldBe: Texts;
  readonly example?: string;
}

const known: Readonly<Record<string, Words>> = {
  'Dataset.contactPoint': {
    shouldBe: {
      da: 'En postkasse eller en kontaktside, som bliver ved med at findes, når medarbejdere skifter.',
      en: 'A mailbox or a contact page that stays when people come and go.',
    },
    example: 'kontakt@sundhedsdata.dk',
  },
  'Dataset.hdab': {
    shouldBe: {
      da: 'Det organ, der giver adgang til sundhedsdata, med navn og kontakt.',
      en: 'The body that gives access to health data, with its name and a contact.',
    },
    example: 'Sundhedsdatastyrelsen, Forskerservice',
  },
  'Dataset.applicableLegislation': {
    shouldBe: {
      da: 'Adressen på den lov, som data er omfattet af; for sundhedsdata mindst EHDS-forordningen.',
      en: 'The address of the law that covers the data; for health data at least the EHDS regulation.',
    },
    example: 'http://data.europa.eu/eli/reg/2025/327/oj',
  },
  'Dataset.healthCategory': {
    shouldBe: { da: 'En kode fra EHDS-listen over datakategorier.', en: 'A code of the EHDS list of data categories.' },
    example: 'https://hdeu-dcat.data.health.europa.eu/resource/authority/healthcategories/PHDR',
  },
};

const faults: Readonly<Record<Finding['fault'], (label: Texts) => Texts>> = {
  missing: ({ da, en }) => ({ da: `Der står ingen værdi i »${da}«.`, en: `There is no value in “${en}”.` }),
  'too-many': ({ da, en }) => ({ da: `»${da}« må kun stå én gang.`, en: `“${en}” may stand only once.` }),
  vocabulary: ({ da, en }) => ({
    da: `Værdien i »${da}« er ikke en kode fra listen.`,
    en: `The value of “${en}” is no code of the list.`,
  }),
  range: ({ da, en }) => ({ da: `»${da}« er af en anden slags.`, en: `“${en}” is of another kind.` }),
  value: ({ da, en }) => ({ da: `»${da}« følger ikke reglen.`, en: `“${en}” does not follow the rule.` }),
  'too-short': ({ da, en }) => ({ da: `»${da}« siger for lidt.`, en: `“${en}” says too little.` }),
  language: ({ da, en }) => ({
    da: `»${da}« er på et andet sprog end angivet.`,
    en: `“${en}” is in another language than its tag says.`,
  }),
  overdue: ({ da, en }) => ({ da: `»${da}« er overskredet.`, en: `“${en}” has passed.` }),
  unreachable: ({ da, en }) => ({ da: `»${da}« svarer ikke.`, en: `“${en}” does not answer.` }),
};

export function worded(finding: Finding): WordedFinding {
  const label = propertyByKey(finding.class, finding.property)?.label ?? { da: finding.property, en: finding.property };
  const words = known[`${finding.class}.${finding.property}`];
  return {
    ...finding,
    text: faults[finding.fault](label),
    ...(words && { shouldBe: words.shouldBe }),
    ...(words?.example !== undefined && { example: { da: words.example, en: words.example } }),
  };
}
