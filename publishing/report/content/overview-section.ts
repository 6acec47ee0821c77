/** The first page's upper half: the grade, where it goes, and what must not be overlooked. */
import type { LeftOut, OwnerReport } from '#schemas/owner-report.ts';
import type { Block, Chart, Line, Section } from '../document.ts';
import type { Wording } from '../wording.ts';

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;

const sign = { up: '↑', steady: '→', down: '↓' } as const;

function directionLine({ standing, trend, changes }: OwnerReport, wording: Wording): Line {
  const { words } = wording;
  const { direction } = trend;
  const [first] = trend.points;
  if (direction === null || !standing) return [{ text: words.firstReport }];
  const what: Line = [{ text: `${sign[direction]} ${words.direction[direction]}: `, strong: true }];
  if (changes) {
    const change = wording.changed(standing.share - changes.before.share);
    return [...what, { text: words.sinceLast(change, wording.day(changes.since)) }];
  }
  if (!first) return what;
  return [...what, { text: words.sinceFirst(wording.changed(standing.share - first.share), wording.day(first.day)) }];
}

function trendChart({ trend }: OwnerReport, wording: Wording): Chart[] {
  const [first] = trend.points;
  const last = trend.points.at(-1);
  if (!first || !last || first === last) return [];
  const { words, hundred, day } = wording;
  return [
    {
      kind: 'trend',
      title: words.trendTitle,
      text: words.trendText(hundred(first.share), day(first.day), hundred(last.share), day(last.day)),
      points: trend.points.map(({ day: at, share, letter }) => ({ x: dayNumber(at), share, letter })),
      first: day(first.day),
      last: day(last.day),
    },
  ];
}

const lettersChart = ({ letters }: OwnerReport, { words }: Wording): Chart => ({
  kind: 'letters',
  title: words.lettersTitle,
  text: letters.map(({ letter, registers }) => `${letter}: ${registers}`).join(', '),
  columns: letters.map(({ letter, registers }) => ({ letter, count: registers })),
});

/** What stands on later pages and must be known on the first one. */
function alsoBlocks(report: OwnerReport, { words }: Wording): Block[] {
  const { lostRecords, deadLinks, unconfirmed, problems, leftOut } = report;
  const more = (which: LeftOut['what']): number =>
    leftOut.reduce((sum, { what, count }) => sum + (what === which ? count : 0), 0);
  const problemCount = problems.reduce((sum, { count }) => sum + count, more('problems'));
  const deadCount = deadLinks.length + more('dead-links');
  const notes: Line = [
    ...(deadCount > 0 ? [{ text: words.deadLinksNote(deadCount), goTo: 'dead-links' }] : []),
    ...(unconfirmed.length > 0 ? [{ text: words.unconfirmedNote(unconfirmed.length), goTo: 'unconfirmed' }] : []),
    ...(problemCount > 0 ? [{ text: words.problemsNote(problemCount), goTo: 'problems' }] : []),
  ].flatMap((note, index) => [{ text: index === 0 ? `${words.also}: ` : ' · ' }, note]);
  const alert: Line = [
    { text: `${words.lostRecords(lostRecords)} `, strong: true },
    { text: words.seeProblems, goTo: 'problems' },
  ];
  return [
    ...(lostRecords > 0 ? [{ kind: 'paragraph', tone: 'alert', line: alert } as const] : []),
    ...(notes.length > 0 ? [{ kind: 'paragraph', line: notes } as const] : []),
  ];
}

const boundsText = ({ letters }: OwnerReport, { hundred }: Wording): string =>
  letters.map(({ letter, from }) => `${letter} ≥ ${hundred(from)}`).join(', ');

/** The overview; it says so where the owner has no register. */
export function overviewSection(report: OwnerReport, wording: Wording): Section {
  const { standing } = report;
  const { words, hundred, whole } = wording;
  const head = { anchor: 'overview', title: { text: words.overview } };
  const also = alsoBlocks(report, wording);
  if (!standing) return { ...head, blocks: [{ kind: 'paragraph', line: [{ text: words.noRegisters }] }, ...also] };
  return {
    ...head,
    blocks: [
      {
        kind: 'grade',
        letter: standing.letter,
        label: words.grade,
        lines: [
          [{ text: words.gradeOf(hundred(standing.share)), strong: true }],
          directionLine(report, wording),
          [{ text: words.mqaMean(whole(standing.mqa), whole(standing.of), whole(standing.ceiling)) }],
        ],
      },
      ...also,
      { kind: 'charts', charts: [...trendChart(report, wording), lettersChart(report, wording)] },
      { kind: 'paragraph', tone: 'note', line: [{ text: words.howGraded(boundsText(report, wording)) }] },
    ],
  };
}
