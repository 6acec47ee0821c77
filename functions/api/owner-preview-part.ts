/** A preview in plain words, for the page behind the link in an owner's letter. */
import { propertyByKey } from '#schemas/property-lookup.ts';
import { escaped } from './escaped.ts';
import type { OwnerPreview, PreviewedRegister } from './owner-preview.ts';

type Language = 'da' | 'en';

interface Words {
  readonly preview: string;
  readonly running: string;
  readonly failed: string;
  readonly nothing: string;
  readonly counts: (would: NonNullable<OwnerPreview['would']>) => string;
  readonly kinds: Readonly<Record<PreviewedRegister['type'] | 'returns', string>>;
  readonly changed: string;
  readonly more: (count: number) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  da: {
    preview: 'Forhåndsvisning af næste indsamling',
    running: 'Kilden læses nu. Genindlæs siden om lidt.',
    failed: 'Kilden kunne ikke læses',
    nothing: 'Intet ville blive ændret.',
    counts: ({ created, updated, returned, removed }) =>
      `${created} nye, ${updated} ændrede, ${returned} tilbage og ${removed} fjernet. Intet er offentliggjort.`,
    kinds: { Create: 'Nyt', Update: 'Ændret', Delete: 'Fjernes', returns: 'Kommer tilbage' },
    changed: 'ændrer',
    more: (count) => `… og ${count} til.`,
  },
  en: {
    preview: 'Preview of the next harvest',
    running: 'The source is being read. Load the page again in a while.',
    failed: 'The source could not be read',
    nothing: 'Nothing would change.',
    counts: ({ created, updated, returned, removed }) =>
      `${created} new, ${updated} changed, ${returned} back and ${removed} removed. Nothing is published.`,
    kinds: { Create: 'New', Update: 'Changed', Delete: 'Removed', returns: 'Comes back' },
    changed: 'changes',
    more: (count) => `… and ${count} more.`,
  },
};

const labelOf = (property: string, language: Language): string =>
  propertyByKey('Dataset', property)?.label[language] ?? property;

function registerItem({ type, returns, id, title, changed }: PreviewedRegister, language: Language): string {
  const words = WORDS[language];
  const name = title[language] ?? Object.values(title)[0] ?? id;
  const properties = changed.map((property) => labelOf(property, language)).join(', ');
  const what = properties === '' ? '' : ` – ${words.changed} ${properties}`;
  return `<li>${escaped(`${words.kinds[returns ? 'returns' : type]}: ${name}${what}`)}</li>`;
}

function resultOf({ state, reason, would, registers }: OwnerPreview, language: Language): string {
  const words = WORDS[language];
  if (state === 'running') return `<p>${escaped(words.running)}</p>`;
  if (state === 'failed') return `<p>${escaped(words.failed)}${reason ? `: ${escaped(reason)}` : '.'}</p>`;
  const all = would ? would.created + would.updated + would.returned + would.removed : 0;
  // Said of a preview that saw only a part: what it does not name may change all the same.
  const partly = state === 'partial' && reason ? `<p>${escaped(reason)}</p>` : '';
  if (!would || all === 0) return `${partly}<p>${escaped(words.nothing)}</p>`;
  const left = all - registers.length;
  const more = left > 0 ? `<li>${escaped(words.more(left))}</li>` : '';
  const items = registers.map((register) => registerItem(register, language)).join('');
  return `${partly}<p>${escaped(words.counts(would))}</p><ul>${items}${more}</ul>`;
}

/** @param day the day of the preview, as it is written in the language. */
export const previewPart = (preview: OwnerPreview, day: string, language: Language): string =>
  `<details open><summary>${escaped(`${WORDS[language].preview}, ${day}`)}</summary>${resultOf(preview, language)}</details>`;
