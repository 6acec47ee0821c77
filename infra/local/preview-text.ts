/** How a preview is shown to a person. Pure text. */

import type { Preview } from '#functions/harvest/preview.ts';
import { oneLine } from '#functions/shared/obeyed.ts';
import type { Problem } from '#schemas/problem.ts';
import type { CatalogueEntry } from '#schemas/record.ts';

/** Problems that are shown; the rest is counted. A page with one fault often has it a thousand times. */
const PROBLEMS_SHOWN = 20;

const titleOf = ({ record }: CatalogueEntry): string => {
  const title: Readonly<Record<string, string>> = record.title ?? {};
  return title.da ?? title.en ?? Object.values(title)[0] ?? '(no title)';
};

function problemLine({ severity, code, message, record, place }: Problem): string {
  const where = [place?.page, place?.line && `line ${place.line}`, place?.path].filter(Boolean).join(', ');
  return `  ${severity}: ${message} [${code}]${record ? ` in ${record}` : ''}${where ? ` at ${where}` : ''}`;
}

function tallied(preview: Preview): string {
  const tally = new Map<string, number>();
  for (const { outcome } of preview.rows) tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  const parts = [...tally].map(([outcome, count]) => `${outcome} ${count}`);
  return parts.length > 0 ? parts.join(', ') : 'no records';
}

function scoreLine({ score }: Preview): string[] {
  if (score === null) return [];
  const { records, grade, share, grades, mqa } = score;
  const each = Object.entries(grades).map(([letter, count]) => `${letter} ${count}`);
  const points = `MQA ${Math.round(mqa.points)} of ${mqa.of}`;
  const mean = `grade ${grade} (${Math.round(share * 100)} %), ${points}`;
  return [`  score: ${mean}; mean of ${records} (${each.join(', ')}); no link was asked`];
}

/** @param limit how many records are shown. */
export function previewText(preview: Preview, limit: number): string {
  const titles = new Map(preview.entries.map((entry) => [entry.id, titleOf(entry)]));
  const rows = preview.rows.slice(0, limit);
  const extent = preview.whole ? `coverage ${preview.coverage}` : 'stopped at the limit';
  const list = (name: string, ids: readonly string[]): string[] =>
    ids.length > 0 ? [`  ${name}: ${ids.join(', ')}`] : [];
  return [
    `${preview.source}: ${tallied(preview)} (${extent}); nothing was written.`,
    ...rows.map(({ outcome, id, identifier, reason }) => {
      const name = id ?? identifier ?? '(no name)';
      return `  ${outcome.padEnd(9)}  ${name}  ${titles.get(name) ?? ''}${reason ? ` (${reason})` : ''}`.trimEnd();
    }),
    ...(preview.rows.length > rows.length ? [`  … and ${preview.rows.length - rows.length} more`] : []),
    ...scoreLine(preview),
    ...list('would be removed', preview.wouldRemove),
    ...list('would be held', preview.wouldHold),
    ...preview.problems.slice(0, PROBLEMS_SHOWN).map(problemLine),
    ...(preview.problems.length > PROBLEMS_SHOWN
      ? [`  … and ${preview.problems.length - PROBLEMS_SHOWN} more problems`]
      : []),
  ]
    .map(oneLine)
    .join('\n');
}
