/** `docs/scores.md`: every set of scores with its metrics and points, the grade and the efforts, from the tables themselves. */
import { effortCost, effortTable } from '#quality/gains/effort.ts';
import { gradeBands, gradeWeights } from '#quality/weights/grade.ts';
import { mqaBands } from '#quality/weights/mqa.ts';
import type { Weight } from '#quality/weights/weight.ts';
import { weightTables } from '#quality/weights/weight-tables.ts';
import { type ScoreSetId, scoreSets } from '#schemas/assessment.ts';
import { dimensionLabels, metricById, publishedIri, scoreSetLabels } from '#schemas/metrics/metric-table.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |\n`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  row(...heads) + row(...heads.map(() => '---')) + rows.map((cells) => row(...cells)).join('');

const HEAD = `# Scores

How good a description is, is counted in seven sets of scores. What is measured is kept apart from what it is worth: changing a
weight asks for no new harvest and no new measuring. \`quality/assess.ts\` makes an assessment of a record under given
circumstances: the moment, the last HTTP status of its addresses, and when its owner last confirmed it.

This page is made from the tables in \`schemas/metrics/\` and \`quality/weights/\` by \`npm run docs:scores\`.

A metric is *met*, met in *part* or *unmet*. It is *unknown* where it could not be told this time (an address that nobody has asked
yet), *not assessed* where this catalogue cannot tell it at all, and *not applicable* where it cannot be asked of the dataset. A
set's share counts the first three alone.
`;

/** What is to be known of a set besides its table. */
const notes: Readonly<Record<ScoreSetId, string>> = {
  mqa: `The Metadata Quality Assessment of data.europa.eu, by piveau's points, names and way of counting, so that the number can be
compared. The points of a dataset are those of its best distribution (the one with the most points, the earlier of two alike) and
those of the dataset itself. A date of issue or change counts on the dataset only where there is no distribution: a distribution
without the date hides it. A link counts when it answers with 200 to 299. \`formatMediaTypeVocabularyAlignment\` takes both a format
and a media type, as its definition says. \`dcatApCompliance\` is the verdict of our own check against DCAT-AP 3.0.1.

A register that nobody downloads cannot have the metrics of downloads. They are false here all the same, and so its points can reach
no more than the ceiling that is counted beside them (355 where both are missing); in our own grade they are not applicable. A register that says nothing
about access is asked for a download like any other.`,
  'healthdcat-ap-r8': `How many of the properties are there that HealthDCAT-AP asks of a dataset at its access level.`,
  'ehds-art77': `The minimum elements of a description in the draft implementing act to Article 77 of Regulation (EU) 2025/327. The
draft of 2026 was not adopted when this was written.`,
  'art78-readiness': `Whether there is evidence to show for each of the six blocks of the data quality and utility label. The label itself
is the holder's own assessment and has weights of its own, which are not these: here each block counts as much as another. It
is shown, and does not count in the grade.`,
  fair: `The tests of F-UJI 0.8 that a description can answer. It is shown, and does not count in the grade.`,
  timeliness: `An update is late when more time has passed since the last one than the frequency promises, and a day of grace. A
frequency that promises nothing (irregular, as needed, never) cannot be broken: it is unknown. The holder of a register checks
its description at least once a year (Article 60).`,
  description: `Whether a person can find the register and understand what it is. The language of title and description is detected and
not believed: a Danish text that is tagged as English counts as Danish, and its owner is told. Between Danish, Norwegian and
Swedish a tag stands unless several words speak against it.`,
};

const ruleText = ({ rule, needs, notAssessed }: Weight): string => {
  const steps =
    rule === undefined || rule.kind === 'status'
      ? []
      : rule.steps.map(([bound, share]) => `${rule.kind === 'at-least' ? '≥' : '≤'} ${bound}: ${share * 100} %`);
  return [
    ...(rule?.kind === 'status' ? ['200–299'] : []),
    ...steps,
    ...(needs === undefined ? [] : [`if ${needs.join(' and ')}`]),
    ...(notAssessed === undefined ? [] : [`not assessed: ${notAssessed.en}`]),
  ].join('; ');
};

const number = (points: number): string => String(Math.round(points * 100) / 100);

const weightRow = (weight: Weight): readonly string[] => {
  const { metric, dimension, points } = weight;
  const label = metricById(metric)?.label;
  return [
    publishedIri(metric) === undefined ? `\`${metric}\`` : `\`pv:${metric}\``,
    dimensionLabels[dimension]?.en ?? dimension,
    number(points),
    label?.en ?? '',
    label?.da ?? '',
    ruleText(weight),
  ];
};

const setSection = (set: ScoreSetId): string => {
  const weights = weightTables[set];
  const total = weights.reduce((sum, { points }) => sum + points, 0);
  const { en, da } = scoreSetLabels[set];
  const heads = ['metric', 'dimension', 'points', 'what is asked', 'hvad der spørges om', 'rule'];
  return `\n## ${en} (\`${set}\`)\n\n*${da}.* ${number(total)} points.\n\n${notes[set]}\n\n${table(heads, weights.map(weightRow))}`;
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const gradeSection = (): string => `
## The grade

The grade of a dataset is the weighted mean of the shares of five sets (docs/decisions/0023). A set of which nothing could be told
is left out, with its weight. \`fair\` and \`art78-readiness\` ask for the same properties once more and do not count.

${table(
  ['set', 'weight'],
  gradeWeights.map(({ set, weight }) => [scoreSetLabels[set].en, String(weight)]),
)}
${table(
  ['grade', 'from'],
  gradeBands.map(({ letter, from }) => [letter, percent(from)]),
)}
The bands of \`mqa\` are piveau's, by its code and its scheme of concepts. The published text has 120 points among the bad.

${table(
  ['rating', 'from'],
  mqaBands.map(({ rating, from }) => [rating, String(from)]),
)}`;

const gainSection = (): string => `
## Gains

For each property that something is to be mended of, the gain is counted by scoring the dataset once more as if it were mended: in
the grade and in \`mqa\`. The list puts the most gain for the least effort first: the sum of both, each as a share of what can be
had, divided by the cost of the effort. What an owner should not do is not advised: nobody is told to offer a protected register for download.

${table(
  ['effort', 'cost', 'why', 'hvorfor', 'properties'],
  effortTable.map(({ effort, reason, properties }) => [
    effort,
    String(effortCost[effort]),
    reason.en,
    reason.da,
    properties.map((property) => `\`${property}\``).join(' '),
  ]),
)}`;

/** The whole page. */
export const scoresPage = (): string => HEAD + gradeSection() + scoreSets.map(setSection).join('') + gainSection();
