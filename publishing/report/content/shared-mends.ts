/**
 * What several registers lack alike, explained once: an owner's registers are made by the same hand, and forty gaps spelled out
 * on the page of each of fifteen registers were most of a report of 66 pages. A register's own page then only names them.
 */
import type { Mend, RegisterReport } from '#schemas/owner-report.ts';
import type { Block, Line, Section } from '../document.ts';
import type { Wording } from '../wording.ts';
import { type FoldedMend, foldedMends } from './folded-mends.ts';
import { askedCell, placeCell, shouldBeCell } from './mend-cells.ts';
import { plain } from './pieces.ts';

/** In fewer, explaining it twice is less than the reader's way to another page. */
const EXPLAINED_ONCE_FROM = 3;

const ANCHOR = 'shared-mends';

/** All that does not differ between registers; what it gains, and whether it is new, does. */
const common = ({ gain: _, standing: __, ...said }: Mend): Mend => ({ ...said, gain: null, standing: null });

const keyOf = (mend: Mend): string => JSON.stringify(common(mend));

export interface SharedMends {
  readonly has: (mend: Mend) => boolean;
  /** Those of as many registers each, most registers first. */
  readonly groups: readonly { readonly registers: number; readonly mends: readonly Mend[] }[];
}

/** The gaps that stand word by word in EXPLAINED_ONCE_FROM registers or more. Where a value stands, it is the register's own matter. */
export function sharedMends(registers: readonly Pick<RegisterReport, 'mends'>[]): SharedMends {
  const counts = new Map<string, { readonly mend: Mend; registers: number }>();
  for (const { mends } of registers) {
    const missing = mends.filter(({ fault }) => fault === 'missing');
    for (const [key, mend] of new Map(missing.map((one) => [keyOf(one), one]))) {
      const counted = counts.get(key);
      if (counted) counted.registers += 1;
      else counts.set(key, { mend: common(mend), registers: 1 });
    }
  }
  const shared = new Map([...counts].filter(([, each]) => each.registers >= EXPLAINED_ONCE_FROM));
  const groups = Map.groupBy(shared.values(), (each) => each.registers);
  return {
    has: (mend) => mend.fault === 'missing' && shared.has(keyOf(mend)),
    groups: [...groups]
      .map(([count, each]) => ({ registers: count, mends: each.map(({ mend }) => mend) }))
      .sort((one, other) => other.registers - one.registers),
  };
}

/** The explanations; nothing where registers have no gap in common. */
export function sharedMendsSection({ groups }: SharedMends, wording: Wording): Section[] {
  if (groups.length === 0) return [];
  const { words } = wording;
  return [
    {
      anchor: ANCHOR,
      title: { text: words.sharedMends },
      blocks: [
        { kind: 'paragraph', tone: 'note', line: [{ text: words.sharedMendsLead }] },
        {
          kind: 'table',
          caption: words.sharedMends,
          columns: [
            { head: words.whatWhere, width: 30 },
            { head: words.shouldBe, width: 38 },
            { head: words.askedBy, width: 20 },
            { head: words.which, width: 12, numeric: true },
          ],
          rows: groups.flatMap(({ registers, mends }) =>
            foldedMends(mends).map((folded) => [
              placeCell(folded, wording),
              shouldBeCell(folded.mend, wording),
              askedCell(folded.mend, wording),
              plain(wording.whole(registers)),
            ]),
          ),
        },
      ],
    },
  ];
}

/** What one register lacks of it: a line for each gain, those that gain most first as the mends are ordered. */
export function sharedMendsBlocks(mends: readonly Mend[], wording: Wording): Block[] {
  if (mends.length === 0) return [];
  const { words, say } = wording;
  const byGain = Map.groupBy(foldedMends(mends), ({ mend: { gain } }) =>
    gain ? `${wording.gained(gain)} (${words.efforts[gain.effort]})` : words.noGain,
  );
  const named = ({ mend, count }: FoldedMend): string =>
    [
      say(mend.place),
      ...(count > 1 ? [words.andMore(count - 1)] : []),
      ...(mend.standing === 'new' ? [`(${words.standing.new})`] : []),
    ].join(' ');
  const items = [...byGain].map(
    ([gain, each]): Line => [{ text: `${gain}: `, strong: true }, { text: `${each.map(named).join('; ')}.` }],
  );
  return [
    { kind: 'paragraph', line: [{ text: words.sharedMendsHere(mends.length) }] },
    { kind: 'list', items },
    { kind: 'paragraph', line: [{ text: words.seeSharedMends, goTo: ANCHOR }] },
  ];
}
