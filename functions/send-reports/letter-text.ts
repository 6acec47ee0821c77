/** The letter around a report: Danish first and English below it, short, with the first thing to mend and the owner's own link. */
import { oneLine } from '#functions/shared/obeyed.ts';
import { wordingOf } from '#publishing/report/wording.ts';
import type { Action, OwnerReport } from '#schemas/owner-report.ts';

type Language = 'da' | 'en';

interface Words {
  readonly greeting: string;
  readonly about: (registers: number, letter: string, points: string) => string;
  readonly none: string;
  readonly changes: (fixed: number, added: number, open: number) => string;
  readonly dead: (count: number) => string;
  readonly first: string;
  readonly nothing: string;
  readonly attached: string;
  readonly online: string;
  readonly link: string;
  readonly why: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  da: {
    greeting: 'Hej',
    about: (registers, letter, points) =>
      `${registers === 1 ? 'Beskrivelsen af jeres register' : `Beskrivelserne af jeres ${registers} registre`} i Datalandkort har karakteren ${letter} (${points}).`,
    none: 'Datalandkort kender ingen beskrivelser af jeres registre lige nu.',
    changes: (fixed, added, open) => `Siden sidste rapport: ${fixed} rettet, ${added} nye, ${open} stadig åbne.`,
    dead: (count) => (count === 1 ? 'Ét link svarer ikke længere.' : `${count} links svarer ikke længere.`),
    first: 'Begynd her:',
    nothing: 'Der er intet, I behøver at rette.',
    attached: 'Hele rapporten er vedhæftet.',
    online: 'Hele rapporten:',
    link: 'Bekræft en beskrivelse, bed om en ny indsamling, eller bestem, hvor tit I vil have rapporten:',
    why: 'I får mailen, fordi jeres adresse står ved en kilde i Datalandkort. Linket er jeres eget: giv det kun videre til dem, der må handle for jer.',
  },
  en: {
    greeting: 'Hello',
    about: (registers, letter, points) =>
      `${registers === 1 ? 'The description of your register in Datalandkort has' : `The descriptions of your ${registers} registers in Datalandkort have`} the grade ${letter} (${points}).`,
    none: 'Datalandkort knows no descriptions of your registers just now.',
    changes: (fixed, added, open) => `Since the last report: ${fixed} fixed, ${added} new, ${open} still open.`,
    dead: (count) => (count === 1 ? 'One link does not answer any more.' : `${count} links do not answer any more.`),
    first: 'Begin here:',
    nothing: 'There is nothing that you need to mend.',
    attached: 'The whole report is attached.',
    online: 'The whole report:',
    link: 'Confirm a description, ask for a harvest, or say how often you want the report:',
    why: 'You get this mail because your address stands at a source in Datalandkort. The link is your own: give it only to those who may act for you.',
  },
};

export interface Letter {
  readonly report: OwnerReport;
  /** The owner's signed link, to the page in each language. */
  readonly link: Readonly<Record<Language, string>>;
  /** Where the report can be read. */
  readonly reportUrl: string;
  /** The languages in which it is attached. */
  readonly attached: readonly Language[];
}

/** Actions in a letter: the report has them all. */
const ACTIONS = 3;

function paragraphs(report: OwnerReport, language: Language): string[] {
  const words = WORDS[language];
  const wording = wordingOf(language);
  const { standing, changes, deadLinks, actions, registers, owner } = report;
  const name = oneLine(owner.name[language] ?? owner.name.da ?? owner.name.en ?? owner.id);
  return [
    `${words.greeting} ${name}`,
    standing
      ? words.about(registers.length, standing.letter, wording.words.gradeOf(wording.hundred(standing.share)))
      : words.none,
    ...(changes
      ? [
          words.changes(
            changes.fixed.length,
            changes.new.length,
            changes.stillOpen.reduce((sum, { places }) => sum + places, 0),
          ),
        ]
      : []),
    ...(deadLinks.length > 0 ? [words.dead(deadLinks.length)] : []),
    ...(standing && actions.length === 0 ? [words.nothing] : []),
  ];
}

/** What to do and what it gains, in the words of the report's own first page. */
function actionLines({ actions }: OwnerReport, language: Language): string[] {
  const wording = wordingOf(language);
  const lineOf = (action: Action): string => {
    const what = `${wording.mendTitle(action)} ${wording.words.inRegisters(action.registers.length)}`;
    return oneLine(`${what} (${wording.gained(action.gain)})`);
  };
  return actions.slice(0, ACTIONS).map(lineOf);
}

function textIn({ report, link, reportUrl, attached }: Letter, language: Language): string {
  const words = WORDS[language];
  const actions = actionLines(report, language).map((line, place) => `${place + 1}. ${line}`);
  const begin = actions.length > 0 ? [[words.first, ...actions].join('\n')] : [];
  const whole = attached.includes(language) ? words.attached : `${words.online}\n${reportUrl}?lang=${language}`;
  return [...paragraphs(report, language), ...begin, whole, `${words.link}\n${link[language]}`, words.why].join('\n\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

function htmlIn({ report, link, reportUrl, attached }: Letter, language: Language): string {
  const words = WORDS[language];
  const actions = actionLines(report, language).map((line) => `<li>${escaped(line)}</li>`);
  const begin = actions.length > 0 ? `<p>${escaped(words.first)}</p><ol>${actions.join('')}</ol>` : '';
  const texts = paragraphs(report, language).map((text) => `<p>${escaped(text)}</p>`);
  const online = `${reportUrl}?lang=${language}`;
  const whole = attached.includes(language)
    ? escaped(words.attached)
    : `${escaped(words.online)} <a href="${escaped(online)}">${escaped(online)}</a>`;
  const end = `<p>${whole}</p><p>${escaped(words.link)}<br><a href="${escaped(link[language])}">${escaped(link[language])}</a></p><p><small>${escaped(words.why)}</small></p>`;
  return `<section lang="${language}">${texts.join('')}${begin}${end}</section>`;
}

/** The letter's subject, text and HTML. */
export function letterOf(letter: Letter): { readonly subject: string; readonly text: string; readonly html: string } {
  const { owner, standing } = letter.report;
  const name = owner.name.da ?? owner.name.en ?? owner.id;
  const grade = standing ? ` – ${standing.letter}` : '';
  const subject = oneLine(`Datalandkort: ${name}${grade}`);
  const title = escaped(subject);
  const body = `${htmlIn(letter, 'da')}<hr>${htmlIn(letter, 'en')}`;
  return {
    subject,
    text: `${textIn(letter, 'da')}\n\n—\n\n${textIn(letter, 'en')}\n`,
    html: `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>${title}</title></head><body style="font-family:sans-serif;max-width:40em">${body}</body></html>`,
  };
}
