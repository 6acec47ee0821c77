/** A change as people read of it: a headline and a sentence, in Danish or English. */
import type { Cause, LedgerEntry } from '#schemas/change.ts';
import type { Property } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import type { CatalogueEntry, LanguageMap } from '#schemas/record.ts';

export const newsLanguages = ['da', 'en'] as const;
export type NewsLanguage = (typeof newsLanguages)[number];

export interface Told {
  readonly change: LedgerEntry;
  /** The record as of the change; of a deletion, as it was before. */
  readonly entry: CatalogueEntry | null;
}

export interface NewsItem {
  /** The change's own address: never used for anything else. */
  readonly id: string;
  readonly url: string;
  readonly type: LedgerEntry['type'];
  readonly published: string;
  readonly title: string;
  readonly summary: string;
}

/** A summary is a teaser; readers show a few lines of it, and an owner's description may be pages long. */
const SUMMARY_CHARACTERS = 500;

const headlines = {
  da: { Create: 'Nyt', Update: 'Ændret', Delete: 'Fjernet' },
  en: { Create: 'New', Update: 'Changed', Delete: 'Removed' },
} as const;

const kinds = {
  da: { Dataset: 'datasæt', DatasetSeries: 'datasætserie' },
  en: { Dataset: 'dataset', DatasetSeries: 'dataset series' },
} as const;

const causes: Readonly<Record<NewsLanguage, Readonly<Record<Cause, string>>>> = {
  da: {
    'source-created': 'Ejeren har tilføjet det.',
    'source-updated': 'Ejeren har ændret det.',
    'source-removed': 'Ejeren viser det ikke længere.',
    'source-returned': 'Ejeren viser det igen.',
    'mapping-changed': 'Vi læser ejerens oplysninger anderledes end før.',
    manual: 'En medarbejder har ændret det.',
    withdrawn: 'Det er trukket tilbage.',
    'contact-erased': 'En kontaktperson er slettet efter eget ønske.',
  },
  en: {
    'source-created': 'Its owner added it.',
    'source-updated': 'Its owner changed it.',
    'source-removed': 'Its owner no longer shows it.',
    'source-returned': 'Its owner shows it again.',
    'mapping-changed': 'We read what its owner says in another way than before.',
    manual: 'One of us changed it.',
    withdrawn: 'It was withdrawn.',
    'contact-erased': 'A contact was erased at the person’s request.',
  },
};

/** The text in the language asked for, else in the other, else in any. */
function textIn(texts: LanguageMap | undefined, language: NewsLanguage): string | undefined {
  const order = [language, ...newsLanguages, ...Object.keys(texts ?? {})];
  return order.map((each) => texts?.[each]).find((text) => text !== undefined && text.trim() !== '');
}

const labelOf = (key: string, language: NewsLanguage): string =>
  (propertyTable.Dataset as readonly Property[]).find((row) => row.key === key)?.label[language] ?? key;

const cut = (text: string): string =>
  text.length > SUMMARY_CHARACTERS ? `${text.slice(0, SUMMARY_CHARACTERS).toWellFormed()}…` : text;

function summaryOf({ change, entry }: Told, language: NewsLanguage): string {
  const cause = causes[language][change.cause];
  if (change.type === 'Delete') return cause;
  const properties = change.changed.map((key) => labelOf(key, language)).join(', ');
  if (change.type === 'Update' && properties !== '') {
    return `${cause} ${{ da: 'Ændret er', en: 'What changed:' }[language]} ${properties}.`;
  }
  return [cause, cut(textIn(entry?.record.description, language) ?? '')].join(' ').trim();
}

/** @param id the change's address. @param url where the dataset is shown. */
export function newsItem(told: Told, language: NewsLanguage, { id, url }: { id: string; url: string }): NewsItem {
  const { change, entry } = told;
  const name = textIn(entry?.record.title, language) ?? change.dataset;
  return {
    id,
    url,
    type: change.type,
    published: change.published,
    title: `${headlines[language][change.type]} ${kinds[language][change.kind]}: ${name}`,
    summary: summaryOf(told, language),
  };
}
