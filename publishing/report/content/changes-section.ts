/** What came of the last report. */
import type { ChangedMend, Changes, OwnerReport, RegisterName } from '#schemas/owner-report.ts';
import type { Block, Cell, Section, Table } from '../document.ts';
import type { Wording } from '../wording.ts';
import { lines, plain, registerInline } from './pieces.ts';

type Standing = Changes['before'];

const standingText = ({ letter, share, mqa }: Standing, { hundred, whole }: Wording): string =>
  `${letter} · ${hundred(share)} · ${whole(mqa)} MQA`;

const whatCell = (mend: ChangedMend, wording: Wording): Cell => [
  [{ text: wording.mendTitle({ ...mend, label: mend.place }) }],
  [{ text: mend.path, code: true }],
];

const rowOf = (mend: ChangedMend, wording: Wording): readonly Cell[] => [
  [[registerInline(mend.register, wording)]],
  whatCell(mend, wording),
];

const notes = (caption: string, wording: Wording): Block[] => [
  { kind: 'heading', text: caption },
  { kind: 'paragraph', line: [{ text: wording.words.nothing }] },
];

const titled = (caption: string, table: Table): Block[] => [{ kind: 'heading', text: caption }, table];

function fixedBlocks({ fixed }: Changes, wording: Wording): Block[] {
  const { words } = wording;
  if (fixed.length === 0) return notes(words.fixed, wording);
  return [
    ...titled(words.fixed, {
      kind: 'table',
      caption: words.fixed,
      columns: [
        { head: words.register, width: 32 },
        { head: words.what, width: 43 },
        { head: words.promised, width: 25 },
      ],
      rows: fixed.map((mend) => [
        ...rowOf(mend, wording),
        mend.gain ? lines(wording.gainLines(mend.gain)) : plain('–'),
      ]),
    }),
    { kind: 'paragraph', tone: 'note', line: [{ text: words.promisedNote }] },
  ];
}

function freshBlocks({ new: fresh }: Changes, wording: Wording): Block[] {
  const { words } = wording;
  if (fresh.length === 0) return notes(words.fresh, wording);
  return titled(words.fresh, {
    kind: 'table',
    caption: words.fresh,
    columns: [
      { head: words.register, width: 40 },
      { head: words.what, width: 60 },
    ],
    rows: fresh.map((mend) => rowOf(mend, wording)),
  });
}

function openBlocks({ stillOpen }: Changes, wording: Wording): Block[] {
  const { words } = wording;
  if (stillOpen.length === 0) return notes(words.stillOpen, wording);
  return titled(words.stillOpen, {
    kind: 'table',
    caption: words.stillOpen,
    columns: [
      { head: words.what, width: 60 },
      { head: words.which, width: 20, numeric: true },
      { head: words.placesCount, width: 20, numeric: true },
    ],
    rows: stillOpen.map((open) => [
      plain(wording.mendTitle(open)),
      plain(wording.whole(open.registers)),
      plain(wording.whole(open.places)),
    ]),
  });
}

function movedBlocks({ registers }: Changes, wording: Wording): Block[] {
  const { words } = wording;
  if (registers.length === 0) return [];
  return titled(words.movedRegisters, {
    kind: 'table',
    caption: words.movedRegisters,
    columns: [
      { head: words.register, width: 40 },
      { head: words.before, width: 20 },
      { head: words.after, width: 20 },
      { head: words.change, width: 20, numeric: true },
    ],
    rows: registers.map(({ register, before, after }) => [
      [[registerInline(register, wording)]],
      plain(standingText(before, wording)),
      plain(standingText(after, wording)),
      lines(wording.gainLines({ grade: after.share - before.share, mqa: after.mqa - before.mqa })),
    ]),
  });
}

function namesBlocks(
  caption: string,
  names: readonly RegisterName[],
  made: { wording: Wording; isLinked: boolean },
): Block[] {
  if (names.length === 0) return [];
  const items = names.map((register) => [registerInline(register, made.wording, made.isLinked)]);
  return [
    { kind: 'heading', text: caption },
    { kind: 'list', items },
  ];
}

/** Nothing where there was no report before. */
export function changesSection({ changes }: OwnerReport, wording: Wording): Section[] {
  if (!changes) return [];
  const { words, day } = wording;
  const open = changes.stillOpen.reduce((sum, { places }) => sum + places, 0);
  const total = words.changesTotal(changes.fixed.length, changes.new.length, open);
  return [
    {
      anchor: 'changes',
      title: { text: words.changes },
      newPage: true,
      blocks: [
        {
          kind: 'paragraph',
          line: [{ text: `${total}. `, strong: true }, { text: words.changesLead(day(changes.since)) }],
        },
        ...movedBlocks(changes, wording),
        ...fixedBlocks(changes, wording),
        ...freshBlocks(changes, wording),
        ...openBlocks(changes, wording),
        ...namesBlocks(words.added, changes.added, { wording, isLinked: true }),
        ...namesBlocks(words.gone, changes.gone, { wording, isLinked: false }),
      ],
    },
  ];
}
