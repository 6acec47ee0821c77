/**
 * Which language a text is in. Tags are often wrong: a page's template says `en`, and the text in it is Danish. Detection errs
 * too, most of all between Danish, Norwegian and Swedish, so a tag stands unless the text speaks clearly against it.
 */
import { eld } from 'eld/small';
import { toldByWords, witnessesOf, wordsOf } from './telling-words.ts';

/** Those that are told apart: what Danish owners write in, and what is mistaken for it. More of them make short texts less certain. */
const TOLD_APART = ['da', 'en', 'no', 'sv'];

/** Two lines. More made nothing more certain for the texts that this was tried on, and detecting is most of an assessment's time. */
const CHARACTERS_READ = 120;
/** Below this a text is a name or an abbreviation, which has no language. */
const FEWEST_LETTERS = 12;
/**
 * How far the best language must lie before the tag's own (scores run from 0 to 1). English names in Danish titles lie up to
 * 0.08 before; real texts in the wrong language 0.2 and more.
 */
const CLEAR_LEAD = 0.15;

/**
 * The same between Danish, Norwegian and Swedish, which share most of their words. Norwegian never led by more than 0.02 in the
 * Danish texts that this was tried on, and by 0.05 and more in three quarters of the Norwegian ones.
 */
const CLEAR_NORDIC_LEAD = 0.05;
/** A short text has too few words for that lead to mean anything. */
const NORDIC_CHARACTERS = 40;
/** One foreign word may be a name or a slip. */
const FEWEST_WITNESSES = 2;

type Scores = Readonly<Record<string, number>>;

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

/**
 * What a text in a Nordic language is in: a neighbour of Danish where its words or its scores say so clearly, and otherwise what
 * it is taken for.
 */
function nordicOf(text: string, scores: Scores, otherwise: string): string {
  const { danish, neighbour, foreign } = witnessesOf(wordsOf(text));
  if (foreign >= FEWEST_WITNESSES && foreign > danish) return neighbour;
  if (danish > 0 || text.length < NORDIC_CHARACTERS) return otherwise;
  const [best = otherwise, score = 0] = Object.entries(scores)[0] ?? [];
  return isNordic(best) && score - (scores.da ?? 0) >= CLEAR_NORDIC_LEAD ? best : otherwise;
}

/**
 * The language of a text, as a tag of two letters. `tag` is what its owner says (`und` where nothing is said); it is the answer
 * for texts that are too short to tell, for single words, and for languages that are not told apart here.
 */
export function languageOf(text: string, tag: string): string {
  const claimed = plainTag(tag);
  if (claimed !== 'und' && !TOLD_APART.includes(claimed)) return claimed;
  const read = text.trim().slice(0, CHARACTERS_READ);
  if ((read.match(letters)?.length ?? 0) < FEWEST_LETTERS || !read.includes(' ')) return claimed;
  const told = toldByWords(wordsOf(read));
  if (told !== undefined) return told;
  // Its scores come with the best first.
  const scores: Scores = detector.detect(read).getScores();
  const [best = claimed, score = 0] = Object.entries(scores)[0] ?? [];
  if (isNordic(best) && isNordic(claimed)) return nordicOf(read, scores, claimed);
  const detected = isNordic(best) ? nordicOf(read, scores, 'da') : best;
  if (claimed === 'und') return detected;
  return score - (scores[claimed] ?? 0) >= CLEAR_LEAD ? detected : claimed;
}
