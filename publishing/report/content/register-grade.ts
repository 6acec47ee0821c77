/** How a register's grade is made up, and how it came to stand there: no score that nobody can explain. */
import { dimensionLabels, scoreSetLabels } from '#schemas/metrics/metric-table.ts';
import type { RegisterReport } from '#schemas/owner-report.ts';
import { propertyByKey } from '#schemas/property-lookup.ts';
import type { Block } from '../document.ts';
import type { Wording } from '../wording.ts';
import { plain } from './pieces.ts';

/** Older points say little about today; the register's history has them all. */
const POINTS_SHOWN = 8;

export function madeBlocks({ grade, mqa }: RegisterReport, wording: Wording): Block[] {
  const { words, say, percent } = wording;
  const weights = grade.parts.reduce((sum, { weight }) => sum + weight, 0);
  const dimensions: Block[] = mqa
    ? [
        {
          kind: 'table',
          caption: words.mqaBarTitle,
          columns: [
            { head: words.dimension, width: 60 },
            { head: words.points, width: 40, numeric: true },
          ],
          rows: mqa.dimensions.map(({ dimension, points, of }) => [
            plain(dimensionLabels[dimension]?.[wording.language] ?? dimension),
            plain(`${wording.whole(points)} / ${wording.whole(of)}`),
          ]),
        },
      ]
    : [];
  return [
    { kind: 'heading', text: words.howMade },
    {
      kind: 'table',
      caption: words.howMade,
      columns: [
        { head: words.part, width: 50 },
        { head: words.share, width: 25, numeric: true },
        { head: words.weight, width: 25, numeric: true },
      ],
      rows: grade.parts.map(({ set, share, weight }) => [
        plain(say(scoreSetLabels[set])),
        plain(share === null ? words.notTold : percent(share)),
        plain(percent(weight / weights)),
      ]),
    },
    ...dimensions,
  ];
}

const propertyName = (key: string, { language }: Wording): string =>
  propertyByKey('Dataset', key)?.label[language] ?? key;

export function historyBlocks({ history }: RegisterReport, wording: Wording): Block[] {
  if (history.length === 0) return [];
  const { words } = wording;
  const shown = history.slice(-POINTS_SHOWN).toReversed();
  const left = history.length - shown.length;
  const cause = ({ kind, properties = [] }: (typeof shown)[number]['causes'][number]): string => {
    const names = properties.map((key) => propertyName(key, wording)).join(', ');
    return names === '' ? words.causes[kind] : `${words.causes[kind]}: ${names}`;
  };
  return [
    { kind: 'heading', text: words.historyTitle },
    {
      kind: 'table',
      caption: words.historyTitle,
      columns: [
        { head: words.day, width: 22 },
        { head: words.grade, width: 18 },
        { head: words.mqa, width: 14, numeric: true },
        { head: words.cause, width: 46 },
      ],
      rows: shown.map(({ day, letter, share, mqa, causes }) => [
        plain(wording.day(day)),
        plain(`${letter} (${wording.hundred(share)})`),
        plain(wording.whole(mqa)),
        causes.map((one) => [{ text: cause(one) }]),
      ]),
    },
    ...(left > 0 ? [{ kind: 'paragraph', tone: 'note', line: [{ text: words.earlier(left) }] } as const] : []),
  ];
}
