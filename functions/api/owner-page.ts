/** The page behind the link in an owner's letter: plain HTML with forms, which works in every browser and without script. */

import type { Frequency, Letter } from '#schemas/letter.ts';
import type { ScoreSummary } from '#schemas/score-history.ts';
import { escaped } from './escaped.ts';
import type { OwnerPreview } from './owner-preview.ts';
import { previewPart } from './owner-preview-part.ts';

type Language = 'da' | 'en';
type Names = { readonly [language: string]: string | undefined };

export interface OwnerView {
  readonly owner: { readonly id: string; readonly name: Names };
  readonly letter: Pick<Letter, 'frequency' | 'always' | 'stopped'>;
  readonly registers: readonly {
    readonly id: string;
    readonly title: Names;
    readonly quality: ScoreSummary | null;
    readonly lastConfirmed: string | null;
  }[];
  readonly sources: readonly {
    readonly id: string;
    readonly title: Names;
    readonly latestRun: { readonly state: string; readonly startedAt: string; readonly reason: string | null } | null;
    readonly preview: OwnerPreview | null;
  }[];
  readonly links: { readonly self: string; readonly report: string };
}

type Done = 'confirm' | 'frequency' | 'harvest' | 'preview';

interface Words {
  readonly title: string;
  readonly done: Readonly<Record<Done, string>>;
  readonly report: string;
  readonly registers: string;
  readonly register: string;
  readonly grade: string;
  readonly confirmed: string;
  readonly never: string;
  readonly confirm: string;
  readonly confirmWhy: string;
  readonly sources: string;
  readonly lastRun: string;
  readonly states: Readonly<Record<string, string>>;
  readonly harvest: string;
  readonly preview: string;
  readonly harvestWhy: string;
  readonly letters: string;
  readonly frequencies: Readonly<Record<Frequency, string>>;
  readonly always: string;
  readonly save: string;
  readonly stopped: string;
  readonly other: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  da: {
    title: 'Jeres registre i Datalandkort',
    done: {
      confirm: 'Tak. Beskrivelsen er bekræftet.',
      frequency: 'Jeres ønske er gemt.',
      harvest: 'Indsamlingen er sat i gang.',
      preview: 'Kilden læses. Forhåndsvisningen står nedenfor, når den er klar.',
    },
    report: 'Se hele rapporten',
    registers: 'Registre',
    register: 'Register',
    grade: 'Karakter',
    confirmed: 'Senest bekræftet',
    never: 'aldrig',
    confirm: 'Bekræft',
    confirmWhy:
      'En dataindehaver skal mindst én gang om året efterse, at beskrivelsen er rigtig (EHDS-forordningens artikel 60).',
    sources: 'Kilder',
    lastRun: 'Seneste indsamling',
    states: {
      running: 'i gang',
      succeeded: 'lykkedes',
      partial: 'lykkedes delvist',
      held: 'afventer',
      failed: 'mislykkedes',
    },
    harvest: 'Indsaml nu',
    preview: 'Se, hvad næste indsamling ville ændre',
    harvestWhy:
      'Har I rettet noget, kan I bede om en ny indsamling, højst én gang i timen. En forhåndsvisning offentliggør intet.',
    letters: 'Rapporten på mail',
    frequencies: { weekly: 'hver uge', monthly: 'hver måned', off: 'aldrig' },
    always: 'også når intet er nyt',
    save: 'Gem',
    stopped: 'Mails til jer kommer retur, så vi sender ingen, før vi har talt sammen.',
    other: 'In English',
  },
  en: {
    title: 'Your registers in Datalandkort',
    done: {
      confirm: 'Thank you. The description is confirmed.',
      frequency: 'Your wish is kept.',
      harvest: 'The harvest has begun.',
      preview: 'The source is being read. The preview stands below when it is ready.',
    },
    report: 'See the whole report',
    registers: 'Registers',
    register: 'Register',
    grade: 'Grade',
    confirmed: 'Last confirmed',
    never: 'never',
    confirm: 'Confirm',
    confirmWhy:
      'A data holder shall check at least once a year that the description is right (Article 60 of the EHDS regulation).',
    sources: 'Sources',
    lastRun: 'Latest harvest',
    states: {
      running: 'under way',
      succeeded: 'succeeded',
      partial: 'succeeded in part',
      held: 'waits',
      failed: 'failed',
    },
    harvest: 'Harvest now',
    preview: 'See what the next harvest would change',
    harvestWhy:
      'When you have mended something you can ask for a harvest, at most once an hour. A preview publishes nothing.',
    letters: 'The report by mail',
    frequencies: { weekly: 'every week', monthly: 'every month', off: 'never' },
    always: 'also when nothing is new',
    save: 'Save',
    stopped: 'Mails to you come back, so we send none until we have spoken.',
    other: 'På dansk',
  },
};

const nameIn = (names: Names, language: Language, id: string): string =>
  escaped(names[language] ?? Object.values(names).find((name) => name !== undefined) ?? id);

const dayIn = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(instant));

const form = (action: string, fields: string, button: string): string =>
  `<form method="post" action="${escaped(action)}">${fields}<button>${escaped(button)}</button></form>`;

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escaped(value)}">`;

function registerRow(
  { id, title, quality, lastConfirmed }: OwnerView['registers'][number],
  view: OwnerView,
  language: Language,
): string {
  const words = WORDS[language];
  const confirmed = lastConfirmed === null ? words.never : dayIn(lastConfirmed, language);
  const button = form(`${view.links.self}/confirm`, hidden('dataset', id), words.confirm);
  return `<tr><th scope="row">${nameIn(title, language, id)}</th><td>${quality?.letter ?? '–'}</td><td>${escaped(confirmed)}</td><td>${button}</td></tr>`;
}

function sourceItem(
  { id, title, latestRun, preview }: OwnerView['sources'][number],
  view: OwnerView,
  language: Language,
): string {
  const words = WORDS[language];
  const run = latestRun
    ? `${words.lastRun}: ${dayIn(latestRun.startedAt, language)}, ${words.states[latestRun.state] ?? latestRun.state}${latestRun.reason ? ` – ${latestRun.reason}` : ''}`
    : `${words.lastRun}: ${words.never}`;
  const forms = (['harvest', 'preview'] as const).map((act) =>
    form(`${view.links.self}/${act}`, hidden('source', id), words[act]),
  );
  const shown = preview ? previewPart(preview, dayIn(preview.startedAt, language), language) : '';
  return `<li><strong>${nameIn(title, language, id)}</strong><br>${escaped(run)} ${forms.join(' ')}${shown}</li>`;
}

function letterForm({ letter, links }: OwnerView, language: Language): string {
  const words = WORDS[language];
  const choices = (['weekly', 'monthly', 'off'] as const).map(
    (frequency) =>
      `<label><input type="radio" name="frequency" value="${frequency}"${frequency === letter.frequency ? ' checked' : ''}> ${escaped(words.frequencies[frequency])}</label>`,
  );
  const always = `<label><input type="checkbox" name="always" value="on"${letter.always ? ' checked' : ''}> ${escaped(words.always)}</label>`;
  const stopped = letter.stopped ? `<p role="alert">${escaped(words.stopped)}</p>` : '';
  return `${stopped}${form(`${links.self}/frequency`, `<fieldset><legend>${escaped(words.letters)}</legend>${choices.join(' ')}<br>${always}</fieldset>`, words.save)}`;
}

const STYLE = `
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:0 auto;padding:1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem;border-bottom:1px solid #8888;vertical-align:top}
button{font:inherit;padding:.35rem .8rem;min-height:2rem}
[role=status],[role=alert]{border:2px solid;padding:.5rem 1rem}
fieldset{margin:0 0 .5rem}li{margin:0 0 1rem}form{display:inline-block;margin:.2rem 0}`;

/** The page. @param done what the owner has just done. */
export function ownerPage(view: OwnerView, language: Language, done: Done | undefined): string {
  const words = WORDS[language];
  const other = language === 'da' ? 'en' : 'da';
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escaped(words.title)}</title><style>${STYLE}</style>`;
  const rows = view.registers.map((register) => registerRow(register, view, language)).join('');
  return `<!doctype html><html lang="${language}"><head>${head}</head><body><main>
<p><a href="${escaped(view.links.self)}?lang=${other}" lang="${other}" hreflang="${other}">${escaped(words.other)}</a></p>
<h1>${escaped(words.title)}: ${nameIn(view.owner.name, language, view.owner.id)}</h1>
${done ? `<p role="status">${escaped(words.done[done])}</p>` : ''}
<p><a href="${escaped(view.links.report)}?lang=${language}">${escaped(words.report)}</a></p>
<h2>${escaped(words.registers)}</h2><p>${escaped(words.confirmWhy)}</p>
<table><thead><tr><th scope="col">${escaped(words.register)}</th><th scope="col">${escaped(words.grade)}</th><th scope="col">${escaped(words.confirmed)}</th><td></td></tr></thead><tbody>${rows}</tbody></table>
<h2>${escaped(words.sources)}</h2><p>${escaped(words.harvestWhy)}</p><ul>${view.sources.map((source) => sourceItem(source, view, language)).join('')}</ul>
<h2>${escaped(words.letters)}</h2>${letterForm(view, language)}
</main></body></html>
`;
}
