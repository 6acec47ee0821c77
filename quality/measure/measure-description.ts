/** What a person can read out of a description. */
import type { Measurement } from '#schemas/assessment.ts';
import type { Dataset, LanguageMap } from '#schemas/record.ts';
import { languageOf } from '../language/language-of.ts';
import { distributionsOf, isSaid, type Subject } from './subject.ts';

/** One text of a record, with the language that its tag says and the one that it is in. */
export interface ReadText {
  readonly property: 'title' | 'description';
  readonly tag: string;
  readonly language: string;
  readonly text: string;
}

const textsOf = (property: ReadText['property'], texts: LanguageMap | undefined): ReadText[] =>
  Object.entries(texts ?? {})
    .filter(([, text]) => text.trim() !== '')
    .map(([tag, text]) => ({ property, tag, language: languageOf(text, tag), text: text.trim() }));

/**
 * The titles and descriptions of a record, read once for measurements and findings alike. A title that is too short to tell, and
 * of which nothing is said, is in the language of its description.
 */
export function readTexts({ record }: Pick<Subject, 'record'>): readonly ReadText[] {
  const titles = textsOf('title', record.title);
  const descriptions = textsOf('description', record.description);
  const around = descriptions.find(({ tag }) => tag === 'und')?.language ?? 'und';
  return [...titles.map((one) => (one.language === 'und' ? { ...one, language: around } : one)), ...descriptions];
}

/** The length of the longest text that is in a language, whatever its tag says. */
const lengthIn = (texts: readonly ReadText[], property: ReadText['property'], language: string): number =>
  texts
    .filter((one) => one.property === property && one.language === language)
    .reduce((longest, { text }) => Math.max(longest, text.length), 0);

const columnsOf = ({ hasVariables }: Dataset) =>
  (hasVariables ?? []).flatMap(({ table }) => table ?? []).flatMap(({ column }) => column ?? []);

function describedShare(record: Dataset): number | null {
  const columns = columnsOf(record);
  if (columns.length === 0) return null;
  return columns.filter(({ title, description }) => isSaid(description) || isSaid(title)).length / columns.length;
}

const hasStart = ({ temporal }: Dataset): boolean =>
  (temporal ?? []).some(({ startDate, hasBeginning }) => isSaid(startDate) || isSaid(hasBeginning));

const hasRoute = (subject: Subject): boolean =>
  isSaid(subject.record.landingPage) ||
  isSaid(subject.record.hdab?.contactPoint) ||
  distributionsOf(subject).some(({ accessURL }) => isSaid(accessURL));

const hasReachableContact = ({ contactPoint }: Dataset): boolean =>
  (contactPoint ?? []).some(
    ({ hasEmail, hasURL, hasTelephone }) => isSaid(hasEmail) || isSaid(hasURL) || isSaid(hasTelephone),
  );

export function measureDescription(subject: Subject, texts: readonly ReadText[]): Measurement[] {
  const { record } = subject;
  const measured = (id: string, value: Measurement['value']): Measurement => ({
    metric: `description.${id}`,
    on: 'dataset',
    value,
  });
  return [
    measured('title.da', lengthIn(texts, 'title', 'da')),
    measured('title.en', lengthIn(texts, 'title', 'en')),
    measured('description.da', lengthIn(texts, 'description', 'da')),
    measured('description.en', lengthIn(texts, 'description', 'en')),
    measured('variables', columnsOf(record).length),
    measured('variables.described', describedShare(record)),
    measured('population', isSaid(record.populationCoverage)),
    measured('period', hasStart(record)),
    measured('accessRights', isSaid(record.accessRights)),
    measured('accessRoute', hasRoute(subject)),
    measured('contact', hasReachableContact(record)),
  ];
}
