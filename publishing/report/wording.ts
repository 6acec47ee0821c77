/** How a report is put into one language: its words, numbers and days, and whatever an owner wrote in another language. */
import type { Gained, Mend, RegisterName } from '#schemas/owner-report.ts';
import type { Texts } from '#schemas/texts.ts';
import { danish, type ReportWords } from './words-da.ts';
import { english } from './words-en.ts';

export type ReportLanguage = keyof Texts;

/** A text with its language where it is another one than the report's; `und` where nobody knows. */
interface SpokenText {
  readonly text: string;
  readonly language?: string;
}

export interface Wording {
  readonly language: ReportLanguage;
  readonly words: ReportWords;
  /** A text of ours. */
  readonly say: (texts: Texts) => string;
  /** Points of a hundred: `61`. */
  readonly hundred: (share: number) => string;
  /** The same to a tenth, where small changes are told: `61,4`. */
  readonly tenth: (share: number) => string;
  /** A change of them: `+4,2`. */
  readonly changed: (share: number) => string;
  readonly percent: (share: number) => string;
  /** Points of MQA, and whatever is counted: `1.234`. */
  readonly whole: (count: number) => string;
  readonly mqaChanged: (points: number) => string;
  /** Both kinds of points on one line, and each on a line of its own. */
  readonly gained: (gain: Gained) => string;
  readonly gainLines: (gain: Gained) => readonly string[];
  /** `25. november 2026`; what is no date stays as it is. */
  readonly day: (at: string) => string;
  readonly title: (register: RegisterName) => SpokenText;
  readonly ownerName: (owner: {
    readonly id: string;
    readonly name: { da?: string | undefined; en?: string | undefined };
  }) => string;
  /** The words of a name that we give out; the name itself where it is none that we know. */
  readonly named: (table: Readonly<Record<string, string>>, name: string) => string;
  readonly mendTitle: (mend: Pick<Mend, 'fault' | 'label'>) => string;
}

/** BCP 47 tags as owners write them; anything else must not become an attribute that readers act on. */
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function titleIn(language: ReportLanguage, { id, title }: RegisterName): SpokenText {
  const tag = [language, 'da', 'en', ...Object.keys(title)].find((one) => (title[one] ?? '').trim() !== '');
  if (tag === undefined) return { text: id };
  const text = title[tag] ?? id;
  return tag === language || tag === 'und' || !TAG.test(tag) ? { text } : { text, language: tag };
}

const dayIn =
  (format: Intl.DateTimeFormat) =>
  (at: string): string =>
    Number.isNaN(Date.parse(at)) ? at : format.format(new Date(at));

/** A gain of nothing in one of the two is not told; one of nothing at all is a dash. */
const gainedIn =
  (words: ReportWords, { changed, mqaChanged }: Pick<Wording, 'changed' | 'mqaChanged'>) =>
  ({ grade, mqa }: Gained): string[] => {
    const [points, ofMqa] = [changed(grade), mqaChanged(mqa)];
    const told = [
      ...(points === '0' ? [] : [words.gainedPoints(points)]),
      ...(ofMqa === '0' ? [] : [words.gainedMqa(ofMqa)]),
    ];
    return told.length > 0 ? told : ['–'];
  };

/** Everything that the writers need to speak a language. */
export function wordingOf(language: ReportLanguage): Wording {
  const words = language === 'da' ? danish : english;
  const { locale } = words;
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  // Registries work by the clocks of Copenhagen, whatever the clock of the machine that writes.
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Copenhagen' });
  const changed = (share: number) => signed.format(share * 100);
  const mqaChanged = (points: number) => signed.format(points);
  const gainLines = gainedIn(words, { changed, mqaChanged });
  return {
    language,
    words,
    say: (texts) => texts[language],
    hundred: (share) => whole.format(share * 100),
    tenth: (share) => tenth.format(share * 100),
    changed,
    percent: (share) => percent.format(share),
    whole: (count) => whole.format(count),
    mqaChanged,
    gained: (gain) => gainLines(gain).join(' · '),
    gainLines,
    day: dayIn(days),
    title: (register) => titleIn(language, register),
    ownerName: ({ id, name }) => name[language] ?? name.da ?? name.en ?? id,
    named: (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined) ?? name,
    mendTitle: ({ fault, label }) => words.faults[fault](label[language]),
  };
}
