/** What to do first, and where: the actions of the first page and the tables of their places. */
import type { Action, OwnerReport } from '#schemas/owner-report.ts';
import type { Block, Cell, Inline, Section, Table } from '../document.ts';
import type { Wording } from '../wording.ts';
import { actionAnchor, joined, lines, nowText, plain, registerInline } from './pieces.ts';

/** More names than these push the next action off the first page; the table of places has them all. */
const NAMES = 6;

function registersCell({ registers }: Action, wording: Wording): Cell {
  const names = registers.slice(0, NAMES).map((register) => registerInline(register, wording));
  const more = registers.length - names.length;
  return [[...joined(names), ...(more > 0 ? [{ text: ` ${wording.words.andMore(more)}` }] : [])]];
}

/** The value where all places have the same one. */
function nowInline({ registers, fault }: Action, wording: Wording): Inline {
  const values = new Set(registers.flatMap(({ places }) => places.map(({ value }) => value)));
  const [value] = values;
  if (values.size > 1) return { text: wording.words.differs };
  return nowText({ fault, ...(value !== undefined && { value }) }, wording);
}

function gainCell({ gain, after }: Action, before: string, wording: Wording): Cell {
  const gained = { text: wording.gained(gain), strong: true };
  const letters = wording.words.gainMean(before, `${after.letter} (${wording.tenth(after.share)})`);
  return [[gained, { text: ` ${letters}` }]];
}

function actionBlock(action: Action, rank: number, { report, wording }: Made): Block {
  const { words, say } = wording;
  const places = action.registers.reduce((sum, register) => sum + register.places.length, 0);
  const before = report.standing ? `${report.standing.letter} (${wording.tenth(report.standing.share)})` : '';
  const now = nowInline(action, wording);
  const fact = (term: string, lines: Cell) => ({ term, lines });
  return {
    kind: 'action',
    rank,
    title: `${wording.mendTitle(action)} ${words.inRegisters(action.registers.length)}`,
    text: say(action.text),
    facts: [
      fact(words.gain, gainCell(action, before, wording)),
      fact(words.effort, plain(words.effortText(words.efforts[action.effort]))),
      ...(now.text === '–' ? [] : [fact(words.now, [[now]])]),
      ...(action.shouldBe ? [fact(words.shouldBe, plain(say(action.shouldBe)))] : []),
      ...(action.example ? [fact(words.example, [[{ text: say(action.example), code: true }]])] : []),
      fact(words.which, registersCell(action, wording)),
    ],
    link: { text: words.seePlaces(places), goTo: actionAnchor(rank) },
  };
}

interface Made {
  readonly report: OwnerReport;
  readonly wording: Wording;
}

/** The three to five things to do first; fewer where there is less to gain. */
export function actionsSection(report: OwnerReport, wording: Wording): Section {
  const { words } = wording;
  const { actions, furtherActions } = report;
  const note = (text: string): Block => ({ kind: 'paragraph', tone: 'note', line: [{ text }] });
  return {
    anchor: 'actions',
    title: { text: words.actions },
    blocks: [
      note(actions.length > 0 ? words.actionsLead : words.noActions),
      ...actions.map((action, index) => actionBlock(action, index + 1, { report, wording })),
      ...(furtherActions > 0 ? [note(words.furtherActions(furtherActions))] : []),
    ],
  };
}

function placesTable(action: Action, wording: Wording): Table {
  const { words, say } = wording;
  return {
    kind: 'table',
    caption: `${wording.mendTitle(action)} ${words.inRegisters(action.registers.length)}`,
    columns: [
      { head: words.register, width: 30 },
      { head: words.place, width: 25 },
      { head: words.now, width: 25 },
      { head: words.gain, width: 20 },
    ],
    rows: action.registers.map((register) => [
      [[registerInline(register, wording)]],
      register.places.flatMap(({ place, path }) => [[{ text: say(place) }], [{ text: path, code: true }]]),
      register.places.map(({ value }) => [
        nowText({ fault: action.fault, ...(value !== undefined && { value }) }, wording),
      ]),
      [
        ...lines(wording.gainLines(register.gain)),
        ...(register.before === register.after ? [] : plain(words.letterChange(register.before, register.after))),
      ],
    ]),
  };
}

/** A table an action: every register and place that it is about. */
export function placesSection({ actions }: OwnerReport, wording: Wording): Section[] {
  if (actions.length === 0) return [];
  const { words, say } = wording;
  return [
    {
      anchor: 'places',
      title: { text: words.places },
      newPage: true,
      blocks: [{ kind: 'paragraph', tone: 'note', line: [{ text: words.placesLead }] }],
      sections: actions.map((action, index) => ({
        anchor: actionAnchor(index + 1),
        title: { text: `${index + 1}. ${wording.mendTitle(action)}` },
        blocks: [
          ...(action.shouldBe
            ? [
                {
                  kind: 'paragraph',
                  line: [{ text: `${words.shouldBe}: `, strong: true }, { text: say(action.shouldBe) }],
                } as const,
              ]
            : []),
          placesTable(action, wording),
        ],
      })),
    },
  ];
}
