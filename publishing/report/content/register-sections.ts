/** A page a register: its grade taken apart, what cannot apply to it, every mend, and how it came to stand there. */

import type { Mend, OwnerReport, RegisterReport } from '#schemas/owner-report.ts';
import type { Block, Cell, Chart, Line, Section, Table } from '../document.ts';
import type { Wording } from '../wording.ts';
import { foldedMends } from './folded-mends.ts';
import { askedCell, placeCell, shouldBeCell } from './mend-cells.ts';
import { nowText, plain, registerAnchor, registerInline, webLink } from './pieces.ts';
import { historyBlocks, madeBlocks } from './register-grade.ts';
import { type SharedMends, sharedMends, sharedMendsBlocks, sharedMendsSection } from './shared-mends.ts';

function gainCell({ gain, standing }: Mend, wording: Wording): Cell {
  const { words } = wording;
  return [
    ...(gain ? wording.gainLines(gain).map((text) => [{ text, strong: true }]) : plain('–')),
    ...(gain ? plain(words.efforts[gain.effort]) : []),
    ...(standing === 'new' ? plain(words.standing.new) : []),
  ];
}

function mendsTable(mends: readonly Mend[], wording: Wording): Table {
  const { words } = wording;
  return {
    kind: 'table',
    caption: words.mendsTitle(mends.length),
    columns: [
      { head: words.whatWhere, width: 25 },
      { head: words.now, width: 14 },
      { head: words.faultAndGoal, width: 30 },
      { head: words.askedBy, width: 16 },
      { head: words.gainAndEffort, width: 15 },
    ],
    rows: foldedMends(mends).map((folded) => [
      placeCell(folded, wording),
      [[nowText(folded.mend, wording)]],
      shouldBeCell(folded.mend, wording),
      askedCell(folded.mend, wording),
      gainCell(folded.mend, wording),
    ]),
  };
}

function mendsBlocks({ mends }: RegisterReport, shared: SharedMends, wording: Wording): Block[] {
  const { words } = wording;
  if (mends.length === 0) return [{ kind: 'paragraph', line: [{ text: words.noMends }] }];
  const own = mends.filter((mend) => !shared.has(mend));
  return [
    { kind: 'heading', text: words.mendsTitle(mends.length) },
    ...(own.length > 0 ? [mendsTable(own, wording)] : []),
    ...sharedMendsBlocks(mends.filter(shared.has), wording),
    { kind: 'paragraph', tone: 'note', line: [{ text: words.sharedGain }] },
  ];
}

function mqaChart({ mqa, notApplicable }: RegisterReport, wording: Wording): Chart[] {
  if (!mqa) return [];
  const { words, named } = wording;
  const points = (value: number) => wording.whole(value);
  const barred = notApplicable.reduce((sum, { of }) => sum + of, 0);
  const open = Math.max(0, mqa.of - mqa.points - barred);
  const part = (fill: 'had' | 'open' | 'barred', value: number, label: string) => ({
    fill,
    value,
    label: `${points(value)} ${label}`,
  });
  const parts = [
    part('had', mqa.points, words.had),
    part('open', open, words.canBeHad),
    part('barred', barred, words.cannotApply),
  ].filter(({ value }) => value > 0);
  return [
    {
      kind: 'bar',
      title: words.mqaBar(points(mqa.points), points(mqa.of), mqa.rating ? named(words.ratings, mqa.rating) : ''),
      text: parts.map(({ label }) => label).join(', '),
      parts,
    },
  ];
}

function ceilingBlocks({ mqa, notApplicable }: RegisterReport, wording: Wording): Block[] {
  if (!mqa || notApplicable.length === 0) return [];
  const { words, say } = wording;
  const text = words.ceiling(wording.whole(mqa.ceiling), wording.whole(mqa.of));
  return [
    { kind: 'paragraph', line: [{ text }] },
    {
      kind: 'list',
      items: notApplicable.map(({ label, of }) => [{ text: words.ceilingPart(say(label), wording.whole(of)) }]),
    },
  ];
}

function unknownBlocks({ unknown }: RegisterReport, { words, say }: Wording): Block[] {
  if (unknown.length === 0) return [];
  const line: Line = [
    { text: `${words.unknown}: `, strong: true },
    { text: `${unknown.map(({ label }) => say(label)).join('; ')}.` },
  ];
  return [{ kind: 'paragraph', line }];
}

function gradeBlock(register: RegisterReport, wording: Wording): Block {
  const { words } = wording;
  const { grade, change, lastConfirmed, landingPage, source } = register;
  const confirmed = lastConfirmed === null ? words.never : wording.day(lastConfirmed);
  return {
    kind: 'grade',
    letter: grade.letter,
    label: words.grade,
    lines: [
      [{ text: words.gradeOf(wording.hundred(grade.share)), strong: true }],
      ...(change ? [[{ text: `${words.changes}: ${wording.gained(change)}` }]] : []),
      [{ text: `${words.lastConfirmed}: ${confirmed}` }],
      [
        { text: `${words.source}: ` },
        { text: source, code: true },
        ...(landingPage === undefined ? [] : [{ text: ' · ' }, webLink(landingPage, words.landingPage)]),
      ],
    ],
  };
}

const registerSection = (register: RegisterReport, shared: SharedMends, wording: Wording): Section => ({
  anchor: registerAnchor(register.id),
  title: wording.title(register),
  newPage: true,
  blocks: [
    gradeBlock(register, wording),
    { kind: 'charts', charts: mqaChart(register, wording) },
    ...ceilingBlocks(register, wording),
    ...mendsBlocks(register, shared, wording),
    ...unknownBlocks(register, wording),
    ...madeBlocks(register, wording),
    ...historyBlocks(register, wording),
  ],
});

function overviewTable(registers: readonly RegisterReport[], wording: Wording): Table {
  const { words } = wording;
  return {
    kind: 'table',
    caption: words.registersTitle,
    columns: [
      { head: words.register, width: 40 },
      { head: words.grade, width: 14 },
      { head: words.change, width: 14, numeric: true },
      { head: words.mqa, width: 16, numeric: true },
      { head: words.mends, width: 16, numeric: true },
    ],
    rows: registers.map((register) => [
      [[registerInline(register, wording)]],
      plain(`${register.grade.letter} (${wording.hundred(register.grade.share)})`),
      plain(register.change ? wording.changed(register.change.grade) : '–'),
      plain(register.mqa ? wording.whole(register.mqa.points) : '–'),
      plain(wording.whole(register.mends.length)),
    ]),
  };
}

/** The list of all registers, what they lack alike, and a page for each. */
export function registersSection({ registers }: OwnerReport, wording: Wording): Section[] {
  if (registers.length === 0) return [];
  const { words } = wording;
  const shared = sharedMends(registers);
  return [
    {
      anchor: 'registers',
      title: { text: words.registersTitle },
      newPage: true,
      blocks: [
        { kind: 'paragraph', tone: 'note', line: [{ text: words.registersLead }] },
        overviewTable(registers, wording),
      ],
      sections: [
        ...sharedMendsSection(shared, wording),
        ...registers.map((register) => registerSection(register, shared, wording)),
      ],
    },
  ];
}
