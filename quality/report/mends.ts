/** What is to be mended in one register: its findings, one mend for each fault at each place, whoever asks for it. */
import type { Gain } from '#schemas/assessment.ts';
import type { Mend } from '#schemas/owner-report.ts';
import type { AssessedRegister, WordedFinding } from '#schemas/owner-report-input.ts';
import type { Texts } from '#schemas/texts.ts';
import { metricLabel } from './metric-label.ts';
import { placeText } from './place-text.ts';
import { CONFIRMATION, propertyLabel } from './property-label.ts';

/** Class and key; a series is mended like a dataset. */
const propertyOfFinding = ({ class: name, property }: WordedFinding): string =>
  `${name === 'DatasetSeries' ? 'Dataset' : name}.${property}`;

const isViolation = ({ severity }: WordedFinding): boolean => severity === 'violation';

const sameMend = (finding: WordedFinding): string =>
  JSON.stringify([propertyOfFinding(finding), finding.fault, finding.path, finding.value ?? null]);

const toldGain = ({ property, grade, mqa, letter, effort }: Gain): NonNullable<Mend['gain']> => ({
  property,
  grade,
  mqa,
  letter,
  effort,
});

/** A gain names what it mends by the property and by the codes of the findings that would be gone. */
function gainOf(gains: readonly Gain[], findings: readonly WordedFinding[]): Mend['gain'] {
  const gain =
    gains.find(({ property }) => findings.some((finding) => propertyOfFinding(finding) === property)) ??
    gains.find((one) => findings.some(({ code }) => one.findings.includes(code)));
  return gain ? toldGain(gain) : null;
}

/** The first that has it, those that are mandatory before the others. */
function mendOf(findings: readonly [WordedFinding, ...WordedFinding[]], gains: readonly Gain[]): Mend {
  const [first = findings[0]] = findings.filter(isViolation);
  const shouldBe = first.shouldBe ?? findings.find((one) => one.shouldBe)?.shouldBe;
  const example = first.example ?? findings.find((one) => one.example)?.example;
  return {
    property: propertyOfFinding(first),
    label: propertyLabel(propertyOfFinding(first)),
    fault: first.fault,
    severity: first.severity,
    path: first.path,
    place: placeText(first.path),
    ...(first.value !== undefined && { value: first.value }),
    text: first.text,
    ...(shouldBe && { shouldBe }),
    ...(example && { example }),
    askedBy: findings.map(({ set, severity, code }) => ({ set, severity, code })),
    gain: gainOf(gains, findings),
    standing: null,
  };
}

/** Most gain first; what gains nothing is ordered by whether it is mandatory. */
const byGain = (a: Mend, b: Mend): number =>
  (b.gain?.grade ?? 0) - (a.gain?.grade ?? 0) ||
  (b.gain?.mqa ?? 0) - (a.gain?.mqa ?? 0) ||
  Number(b.severity === 'violation') - Number(a.severity === 'violation') ||
  (a.path < b.path ? -1 : 1);

const neverConfirmed: Texts = {
  da: 'Det er over et år siden, eller aldrig sket, at nogen har bekræftet beskrivelsen.',
  en: 'Nobody has confirmed the description for more than a year, or ever.',
};

/** A gain that no finding stands for: its metrics say what is not met. */
function unmetMend(gain: Gain): Mend {
  const isAct = gain.property === CONFIRMATION;
  const list = (language: keyof Texts) => gain.metrics.map((id) => metricLabel(id)[language]).join('; ');
  return {
    property: gain.property,
    label: propertyLabel(gain.property),
    fault: isAct ? 'unconfirmed' : 'unmet',
    severity: 'warning',
    path: gain.property.replace(/^Dataset\./, ''),
    place: propertyLabel(gain.property),
    text: isAct ? neverConfirmed : { da: `Ikke opfyldt: ${list('da')}.`, en: `Not met: ${list('en')}.` },
    askedBy: [],
    gain: toldGain(gain),
    standing: null,
  };
}

/** All that is to be mended in a register: no finding and no gain is left out. */
export function mendsOf({ assessment, gains }: Pick<AssessedRegister, 'assessment' | 'gains'>): Mend[] {
  const groups = new Map<string, [WordedFinding, ...WordedFinding[]]>();
  for (const finding of assessment.findings) {
    const key = sameMend(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const found = [...groups.values()].map((findings) => mendOf(findings, gains));
  const told = new Set(found.map(({ gain }) => gain?.property));
  const unmet = gains.filter(({ property }) => !told.has(property)).map((gain) => unmetMend(gain));
  return [...found, ...unmet].sort(byGain);
}
