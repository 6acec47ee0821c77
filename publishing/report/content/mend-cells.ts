/** The cells of a mend that say what is to be done, whether it is told of one register or of many. */
import type { Mend } from '#schemas/owner-report.ts';
import type { Cell } from '../document.ts';
import type { Wording } from '../wording.ts';
import type { FoldedMend } from './folded-mends.ts';
import { plain } from './pieces.ts';

/** The place in words, and where it stands in the record. */
export function placeCell({ mend, count, paths }: FoldedMend, { words, say }: Wording): Cell {
  return [
    [{ text: say(mend.place), strong: true }, ...(count > 1 ? [{ text: ` ${words.andMore(count - 1)}` }] : [])],
    ...paths.map((path) => [{ text: path, code: true }]),
  ];
}

/** Who demands it, then who recommends it: a line for each asker made the rows twice as high. */
export function askedCell({ askedBy }: Mend, { words, named }: Wording): Cell {
  const lines = (['violation', 'warning'] as const).flatMap((severity): Cell => {
    const sets = new Set(askedBy.filter((one) => one.severity === severity).map(({ set }) => set));
    const names = [...sets].map((set) => named(words.askers, set)).join(', ');
    return sets.size === 0 ? [] : [[{ text: `${names} (${words.severities[severity]})` }]];
  });
  return lines.length === 0 ? plain('–') : lines;
}

/** Of what is missing the other columns say what, where and for whom: the sentence would say it once more in each row. */
export function shouldBeCell({ fault, text, shouldBe, example }: Mend, { say, words }: Wording): Cell {
  return [
    ...(fault === 'missing' && shouldBe ? [] : [[{ text: say(text) }]]),
    ...(shouldBe ? plain(say(shouldBe)) : []),
    ...(example ? [[{ text: `${words.example}: ` }, { text: say(example), code: true }]] : []),
  ];
}
