/** A page a register: its grade taken apart, what cannot apply to it, every mend, and how it came to stand there. */

import type { Mend, OwnerReport, RegisterReport } from '#schemas/owner-report.ts';
import type { Block, Cell, Chart, Line, Section, Table } from '../document.ts';
import type { Wording } from '../wording.ts';
import { foldedMends } from './folded-mends.ts';
import { nowText, plain, registerAnchor, registerInline, webLink } from './pieces.ts';
import { historyBlocks, madeBlocks } from './register-grade.ts';

/** Who demands it, then who recommends it: a line for each asker made the rows twice as high. */
function askedCell({ askedBy }: Mend, { words, named }: Wording): Cell {
  const lines = (['violation', 'warning'] as const).flatMap((severity): Cell => {
    const sets = new Set(askedBy.filter((one) => one.severity === severity).map(({ set }) => set));
    const names = [...sets].map((set) => named(words.askers, set)).join(', ');
    return sets.size === 0 ? [] : [[{ text: `${names} (${words.severities[severity]})` }]];
  });
  return lines.length === 0 ? plain('–') : lines;
}

function gainCell({ gain, standing }: Mend, wording: Wording): Cell {
  const { words } = wording;
  return [
    ...(gain ? wording.gainLines(gain).map((text) => [{ text, strong: true }]) : plain('–')),
    ...(gain ? plain(words.efforts[gain.effort]) : []),
    ...(standing === 'new' ? plain(words.standing.new) : []),
  ];
}

/** Of what is missing the other columns say what, where and for whom: the sentence would say it once more in each row. */
function shouldBeCell({ fault, text, shouldBe, example }: Mend, { say, words }: Wording): Cell {
  return [
    ...(fault === 'missing' && shouldBe ? [] : [[{ text: say(text) }]]),
    ...(shouldBe ? plain(say(shouldBe)) : []),
    ...(example ? [[{ text: `${words.example}: ` }, { text: say(example), code: true }]] : []),
  ];
}

function mendsBlocks({ mends }: RegisterReport, wording: Wording): Block[] {
  const { words, say } = wording;
  if (mends.length === 0) return [{ kind: 'paragraph', line: [{ text: words.noMends }] }];
  const table: Table = {
    kind: 'table',
    caption: words.mendsTitle(mends.length),
    columns: [
      { head: words.whatWhere, width: 25 },
      { head: words.now, width: 14 },
      { head: words.faultAndGoal, width: 30 },
      { head: words.askedBy, width: 16 },
      { head: words.gainAndEffort, width: 15 },
    ],
    rows: foldedMends(mends).map(({ mend, count, paths }) => [
      [
        [{ text: say(mend.place), strong: true }, ...(count > 1 ? [{ text: ` ${words.andMore(count - 1)}` }] : [])],
        ...paths.map((path) => [{ text: path, code: true }]),
      ],
      [[nowText(mend, wording)]],
      shouldBeCell(mend, wording),
      askedCell(mend, wording),
      gainCell(mend, wording),
    ]),
  };
  return [
    { kind: 'heading', text: words.mendsTitle(mends.length) },
    table,
    { kind: 'paragraph', tone: 'note', line: [{ text: words.sharedGain }] },
  ];
}

function mqaChart({ mqa, notApplicable }: RegisterReport, wording: Wording): Chart[] {
  if (!mqa) return [];
  const { words, named } = wording;
  const points = (value: number) => wording.mqa(value);
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
  const text = words.ceiling(wording.mqa(mqa.ceiling), wording.mqa(mqa.of));
  return [
    { kind: 'paragraph', line: [{ text }] },
    {
      kind: 'list',
      items: notApplicable.map(({ label, of }) => [{ text: words.ceilingPart(say(label), wording.mqa(of)) }]),
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

const registerSection = (register: RegisterReport, wording: Wording): Section => ({
  anchor: registerAnchor(register.id),
  title: wording.title(register),
  newPage: true,
  blocks: [
    gradeBlock(register, wording),
    { kind: 'charts', charts: mqaChart(register, wording) },
    ...ceilingBlocks(register, wording),
    ...mendsBlocks(register, wording),
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
      plain(register.mqa ? wording.mqa(register.mqa.points) : '–'),
      plain(wording.mqa(register.mends.length)),
    ]),
  };
}

/** The list of all registers, and a page for each. */
export function registersSection({ registers }: OwnerReport, wording: Wording): Section[] {
  if (registers.length === 0) return [];
  const { words } = wording;
  return [
    {
      anchor: 'registers',
      title: { text: words.registersTitle },
      newPage: true,
      blocks: [
        { kind: 'paragraph', tone: 'note', line: [{ text: words.registersLead }] },
        overviewTable(registers, wording),
      ],
      sections: registers.map((register) => registerSection(register, wording)),
    },
  ];
}
