/**
 * Which language a text is in. Tags are often wrong: a page's template says `en`, and the text in it is Danish. Detection errs
 * too, most of all between Danish, Norwegian and Swedish, so a tag stands unless the text speaks clearly against it.
 */
import { eld } from 'eld/small';
import { neighbourOf } from './nordic-words.ts';

/** Those that are told apart: what Danish owners write in, and what is mistaken for it. More of them make short texts less certain. */
const TOLD_APART = ['da', 'en', 'no', 'sv'];

/** More of a text makes nothing more certain, and takes longer. */
const CHARACTERS_READ = 200;
/** Below this a text is a name or an abbreviation, which has no language. */
const FEWEST_LETTERS = 12;
/**
 * How far the best language must lie before the tag's own (scores run from 0 to 1). English names in Danish titles lie up to
 * 0.08 before; real texts in the wrong language 0.2 and more.
 */
const CLEAR_LEAD = 0.15;

// An instance of our own: the subset of a shared one would be everybody's.
const detector = eld.newInstance();
detector.setLanguageSubset(TOLD_APART);

const sameLanguage: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };
const plainTag = (tag: string): string => {
  const base = tag.toLowerCase().split('-')[0] ?? tag;
  return sameLanguage[base] ?? base;
};

const isNordic = (language: string): boolean => language === 'da' || language === 'no' || language === 'sv';

const letters = /\p{L}/gu;

/** Danish owners' texts: what looks Norwegian or Swedish is taken for Danish until its words say otherwise. */
const nordic = (text: string): string => neighbourOf(text) ?? 'da';

/**
 * The language of a text, as a tag of two letters. `tag` is what its owner says (`und` where nothing is said); it is the answer
 * for texts that are too short to tell, and for languages that are not told apart here.
 */
export function languageOf(text: string, tag: string): string {
  const claimed = plainTag(tag);
  if (claimed !== 'und' && !TOLD_APART.includes(claimed)) return claimed;
  if ((text.match(letters)?.length ?? 0) < FEWEST_LETTERS) return claimed;
  const read = text.slice(0, CHARACTERS_READ);
  const scores = detector.detect(read).getScores();
  const [best, score = 0] = Object.entries(scores)[0] ?? [claimed];
  const detected = isNordic(best) ? nordic(read) : best;
  if (claimed === 'und') return detected;
  if (isNordic(claimed) && isNordic(best)) return neighbourOf(read) ?? claimed;
  return score - (scores[claimed] ?? 0) >= CLEAR_LEAD ? detected : claimed;
}
