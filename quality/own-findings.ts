/** What is to be mended besides what the profiles name: texts, dates, addresses, and the minimum elements of the draft act. */
import type { Measurement, Score } from '#schemas/assessment.ts';
import type { Finding } from '#schemas/finding.ts';
import { EXCERPT_LENGTH } from '#schemas/reading.ts';
import type { ReadText } from './measure/measure-description.ts';
import type { Subject } from './measure/subject.ts';
import { mqaFindings } from './mqa-findings.ts';
import { descriptionWeights } from './weights/description.ts';
import { worthOf } from './weights/weight.ts';

interface Known {
  readonly entry: Subject;
  readonly measurements: readonly Measurement[];
  readonly scores: readonly Score[];
  readonly texts: readonly ReadText[];
  /** What the profiles ask for. */
  readonly asked: readonly Finding[];
}

type Fields = Pick<Finding, 'set' | 'fault' | 'class' | 'property'> & {
  readonly path?: string;
  readonly value?: string;
};

const warning = ({ path, value, ...fields }: Fields): Finding => ({
  code: `${fields.set}.${fields.fault}.${fields.class}.${fields.property}`,
  ...fields,
  severity: 'warning',
  path: path ?? fields.property,
  ...(value !== undefined && { value: value.slice(0, EXCERPT_LENGTH) }),
});

/** The languages that a description has to be read in: Danish for those it is about, English for those from elsewhere. */
const READ_IN = ['da', 'en'];

const mistagged = ({ entry: { kind }, texts }: Known): Finding[] =>
  texts
    .filter(({ tag, language }) => tag !== 'und' && language !== 'und' && tag.slice(0, 2).toLowerCase() !== language)
    .filter(({ tag, language }) => !(language === 'no' && /^n[bn]/i.test(tag)))
    .map(({ property, tag, text }) =>
      warning({
        set: 'description',
        fault: 'language',
        class: kind,
        property,
        path: `${property}.${tag}`,
        value: text,
      }),
    );

const poorTexts = ({ entry: { kind }, measurements, texts }: Known): Finding[] =>
  (['title', 'description'] as const).flatMap((property) =>
    READ_IN.flatMap((language) => {
      const metric = `description.${property}.${language}`;
      const weight = descriptionWeights.find((one) => one.metric === metric);
      const value = measurements.find((one) => one.metric === metric)?.value ?? null;
      if (weight === undefined || worthOf(weight, value) === 1) return [];
      const text = texts.find((one) => one.property === property && one.language === language)?.text;
      const fault = text === undefined ? 'missing' : 'too-short';
      const path = `${property}.${language}`;
      return [
        warning({ set: 'description', fault, class: kind, property, path, ...(text !== undefined && { value: text }) }),
      ];
    }),
  );

const missingElements = ({ entry: { kind }, scores }: Known): Finding[] =>
  (scores.find(({ set }) => set === 'ehds-art77')?.parts ?? [])
    .filter(({ standing }) => standing === 'unmet')
    .map(({ metric }) =>
      warning({ set: 'ehds-art77', fault: 'missing', class: kind, property: metric.slice('art77.'.length) }),
    );

const overdue = ({ entry: { kind }, scores, measurements }: Known): Finding[] =>
  (scores.find(({ set }) => set === 'timeliness')?.parts ?? [])
    .filter(({ metric, standing }) => metric === 'timeliness.overdue' && standing === 'unmet')
    .map(({ metric }) => {
      const days = measurements.find((one) => one.metric === metric)?.value;
      return warning({ set: 'timeliness', fault: 'overdue', class: kind, property: 'modified', value: `P${days}D` });
    });

const addressOf: Readonly<Record<string, string>> = {
  accessUrlStatusCode: 'accessURL',
  downloadUrlStatusCode: 'downloadURL',
};

const isDead = ({ value }: Measurement): boolean => typeof value === 'number' && (value < 200 || value > 299);

const deadLinks = ({ measurements }: Known): Finding[] =>
  measurements.flatMap((one) => {
    const property = addressOf[one.metric];
    if (property === undefined || !isDead(one)) return [];
    const path = `distribution[${one.on}].${property}`;
    const url = one.url ?? '';
    return [warning({ set: 'mqa', fault: 'unreachable', class: 'Distribution', property, path, value: url })];
  });

const unmetMqa = ({ entry, scores, asked }: Known): Finding[] =>
  mqaFindings(
    entry,
    scores.find(({ set }) => set === 'mqa'),
    asked,
  );

/** The findings of our own sets, in the order in which a reader can mend them: what it says, what is missing, what is dead, and what
 * costs points. */
export const ownFindings = (known: Known): Finding[] => [
  ...mistagged(known),
  ...poorTexts(known),
  ...missingElements(known),
  ...overdue(known),
  ...deadLinks(known),
  ...unmetMqa(known),
];
