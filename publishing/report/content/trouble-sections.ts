/** What does not stand in a description and still has to be mended: dead links, unconfirmed registers, harvest problems. */
import type { LeftOut, OwnerReport, ProblemGroup } from '#schemas/owner-report.ts';
import { problemCode } from '#schemas/problem-codes.ts';
import type { Cell, Inline, Line, Section } from '../document.ts';
import type { Wording } from '../wording.ts';
import { plain, registerInline, valueInline, webLink } from './pieces.ts';

/** As many problems of a code are shown: enough to see its pattern. The run's table has them all. */
const PROBLEMS_SHOWN = 10;

const note = (text: string) => ({ kind: 'paragraph', tone: 'note', line: [{ text }] }) as const;

/** Says what the report does not tell, and where it stands; nothing where it tells all. */
const leftOutNotes = ({ leftOut }: OwnerReport, which: LeftOut['what'], { words, whole }: Wording) =>
  leftOut
    .filter(({ what }) => what === which)
    .map(({ source, count, rest }) => {
      const say = which === 'problems' ? words.problemsLeftOut : words.deadLinksLeftOut;
      const line = [
        { text: say(whole(count), source), strong: true },
        { text: rest, code: true },
      ];
      return { kind: 'paragraph', tone: 'note', line } as const;
    });

export function deadLinksSection(report: OwnerReport, wording: Wording): Section[] {
  const { deadLinks, registers } = report;
  if (deadLinks.length === 0) return [];
  const { words, say, day } = wording;
  const live = new Set(registers.map(({ id }) => id));
  return [
    {
      anchor: 'dead-links',
      title: { text: words.deadLinks },
      blocks: [
        note(words.deadLinksLead),
        ...leftOutNotes(report, 'dead-links', wording),
        {
          kind: 'table',
          caption: words.deadLinks,
          columns: [
            { head: words.register, width: 25 },
            { head: words.address, width: 40 },
            { head: words.finding, width: 20 },
            { head: words.since, width: 15 },
          ],
          rows: deadLinks.map(({ url, path, since, text, register }) => [
            [[registerInline(register, wording, live.has(register.id))]],
            [[webLink(url)], ...(path === undefined ? [] : [[{ text: path, code: true }]])],
            plain(say(text)),
            plain(day(since)),
          ]),
        },
      ],
    },
  ];
}

export function unconfirmedSection({ unconfirmed }: OwnerReport, wording: Wording): Section[] {
  if (unconfirmed.length === 0) return [];
  const { words, day } = wording;
  return [
    {
      anchor: 'unconfirmed',
      title: { text: words.unconfirmed },
      blocks: [
        note(words.unconfirmedLead),
        {
          kind: 'table',
          caption: words.unconfirmed,
          columns: [
            { head: words.register, width: 65 },
            { head: words.lastConfirmed, width: 35 },
          ],
          rows: unconfirmed.map((register) => [
            [[registerInline(register, wording)]],
            plain(register.lastConfirmed === null ? words.never : day(register.lastConfirmed)),
          ]),
        },
      ],
    },
  ];
}

type Problem = ProblemGroup['problems'][number];

/** The page, and where in it: by line and column, or by the selector that found it. */
function placeCell({ place, excerpt }: Problem, wording: Wording): Cell {
  const { words } = wording;
  const where: Line[] = [
    ...(place?.page === undefined ? [] : [[webLink(place.page)]]),
    ...(place?.line === undefined ? [] : plain(words.line(place.line, place.column))),
    ...(place?.path === undefined ? [] : [[{ text: place.path, code: true }]]),
    ...(excerpt === undefined ? [] : [[valueInline(excerpt)]]),
  ];
  return where.length > 0 ? where : plain('–');
}

/** What a message adds to the sentence of its code; messages are English, and many begin with that sentence or are it. */
function detailOf({ code, message }: Problem, { language }: Wording): Line[] {
  const { en } = problemCode(code);
  const detail = (message.startsWith(en) ? message.slice(en.length) : message).trim();
  return detail === '' ? [] : [[{ text: detail, ...(language !== 'en' && { language: 'en' }) }]];
}

/** The code's sentence in the reader's language, and below it what is particular to this one. */
function problemRow(problem: Problem, wording: Wording): readonly Cell[] {
  const { standing, record, source, code } = problem;
  const mark: Inline[] = standing ? [{ text: `${wording.words.standing[standing]}: `, strong: true }] : [];
  return [
    [[{ text: record ?? source, code: true }]],
    [[...mark, { text: problemCode(code)[wording.language] }], ...detailOf(problem, wording)],
    placeCell(problem, wording),
  ];
}

function groupSection(group: ProblemGroup, wording: Wording): Section {
  const { words } = wording;
  const shown = group.problems.slice(0, PROBLEMS_SHOWN);
  const isCut = group.count + group.fixed > shown.length;
  return {
    anchor: `problem-${group.code}`,
    title: { text: `${words.problemSeverity[group.severity]}: ${group.code}` },
    blocks: [
      {
        kind: 'paragraph',
        line: [{ text: `${words.count}: ${words.problemCount(group.count, group.fixed)}.`, strong: true }],
      },
      {
        kind: 'table',
        caption: `${group.code}`,
        columns: [
          { head: words.record, width: 22 },
          { head: words.problem, width: 38 },
          { head: words.problemPlace, width: 40 },
        ],
        rows: shown.map((problem) => problemRow(problem, wording)),
      },
      ...(isCut ? [note(words.fullList)] : []),
    ],
  };
}

export function problemsSection(report: OwnerReport, wording: Wording): Section[] {
  const { problems } = report;
  if (problems.length === 0) return [];
  const { words } = wording;
  return [
    {
      anchor: 'problems',
      title: { text: words.problems },
      blocks: [note(words.problemsLead), ...leftOutNotes(report, 'problems', wording)],
      sections: problems.map((group) => groupSection(group, wording)),
    },
  ];
}
