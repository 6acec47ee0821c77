/** What would be measured, and how the profiles would judge, if one property of a dataset were mended. */
import type { Assessment, Measurement, ProfileStanding } from '#schemas/assessment.ts';
import type { Finding } from '#schemas/finding.ts';
import { metricById } from '#schemas/metrics/metric-table.ts';
import { measureDistribution } from '../measure/measure-mqa.ts';
import { type Measured, sorted } from '../score/measured.ts';
import { isExcused } from '../score/standing.ts';
import { gradeWeights } from '../weights/grade.ts';
import { type Weight, worthOf } from '../weights/weight.ts';
import { weightTables } from '../weights/weight-tables.ts';

const weights: ReadonlyMap<string, Weight> = new Map(
  gradeWeights.flatMap(({ set }) => weightTables[set]).map((weight) => [weight.metric, weight]),
);

const OK = 200;

/** The value at which a metric gives all its points. */
const goalOf = ({ rule }: Weight): boolean | number =>
  rule === undefined ? true : rule.kind === 'status' ? OK : rule.kind === 'at-most' ? 0 : (rule.steps[0]?.[0] ?? 1);

/** A date is mended where it counts: on the distribition where there is one. */
const propertyOf = ({ metric, on }: Pick<Measurement, 'metric' | 'on'>): string | undefined => {
  const row = metricById(metric);
  if (row?.on !== 'either' || on !== 'dataset') return row?.property;
  return row.property?.replace('Distribution.', 'Dataset.');
};

/** The class and key of what a finding is about; a series is mended like a dataset. */
const propertyOfFinding = ({ class: name, property }: Finding): string =>
  `${name === 'DatasetSeries' ? 'Dataset' : name}.${property}`;

/** Alignment takes a format and a media type: mending one mends it where the other is there. */
const otherHalf: Readonly<Record<string, string>> = {
  'Distribution.mediaType': 'formatAvailability',
  'Distribution.format': 'mediaTypeAvailability',
};
const ALIGNMENT = 'formatMediaTypeVocabularyAlignment';

/** What is measured of an address that is not there yet. */
const statusOf: Readonly<Record<string, string>> = {
  'Distribution.accessURL': 'accessUrlStatusCode',
  'Distribution.downloadURL': 'downloadUrlStatusCode',
};

export interface Mended {
  readonly measurements: readonly Measurement[];
  readonly profiles: readonly ProfileStanding[];
  /** The metrics that would then give all their points. */
  readonly metrics: readonly string[];
  readonly findings: readonly string[];
}

class Mending {
  readonly #assessment: Assessment;
  readonly #property: string;
  readonly #measured: Measured;
  readonly #changed = new Set<string>();

  constructor(assessment: Assessment, property: string) {
    this.#assessment = assessment;
    this.#property = property;
    this.#measured = sorted(assessment.measurements);
  }

  mend(): Mended {
    const measurements = [...this.#assessment.measurements.map((one) => this.#measurement(one)), ...this.#added()];
    const gone = this.#assessment.findings.filter((finding) => propertyOfFinding(finding) === this.#property);
    const conforms = this.#conforms(gone);
    return {
      measurements: conforms ? measurements.map((one) => this.#compliance(one)) : measurements,
      profiles: this.#assessment.profiles.map((profile) => raised(profile, gone)),
      metrics: [...this.#changed],
      findings: [...new Set(gone.map(({ code }) => code))],
    };
  }

  #measurement(one: Measurement): Measurement {
    const weight = weights.get(one.metric);
    // What could not be told has nothing to mend, and what cannot be asked of the dataset is nobody's advice.
    if (weight === undefined || one.value === null || !this.#isMended(one) || isExcused(weight, this.#measured))
      return one;
    if (worthOf(weight, one.value) === 1) return one;
    this.#changed.add(one.metric);
    return { ...one, value: goalOf(weight) };
  }

  #isMended({ metric, on }: Measurement): boolean {
    const other = otherHalf[this.#property];
    if (metric !== ALIGNMENT || other === undefined) return propertyOf({ metric, on }) === this.#property;
    return on !== 'dataset' && this.#measured.distributions.get(on)?.get(other)?.[0]?.value === true;
  }

  /** Measurements that only come into being by the mending: a first distribution, or an address where there is none. */
  #added(): readonly Measurement[] {
    const places = [...this.#measured.distributions.keys()];
    if (this.#property === 'Dataset.distribution' && places.length === 0) {
      const url = 'https://example.dk/';
      this.#changed.add('accessUrlStatusCode');
      return measureDistribution({ accessURL: [url] }, 0, new Map([[url, OK]]));
    }
    const metric = statusOf[this.#property];
    const weight = metric === undefined ? undefined : weights.get(metric);
    if (metric === undefined || weight === undefined || isExcused(weight, this.#measured)) return [];
    const without = places.filter((on) => !this.#measured.distributions.get(on)?.has(metric));
    if (without.length > 0) this.#changed.add(metric);
    return without.map((on) => ({ metric, on, value: OK }));
  }

  /** Whether the last violation of DCAT-AP is among what goes. */
  #conforms(gone: readonly Finding[]): boolean {
    const isViolation = ({ set, severity }: Finding): boolean => set === 'dcat-ap-3' && severity === 'violation';
    return gone.some(isViolation) && !this.#assessment.findings.some((one) => isViolation(one) && !gone.includes(one));
  }

  #compliance(one: Measurement): Measurement {
    if (one.metric !== 'dcatApCompliance') return one;
    this.#changed.add(one.metric);
    return { ...one, value: true };
  }
}

/** A verdict counts the properties of the record itself; those of its parts tell by their findings alone. */
const isOfRecord = ({ class: name }: Finding): boolean => name === 'Dataset' || name === 'DatasetSeries';

/** A profile's verdict without some findings: each property that was missing is then there. */
function raised(standing: ProfileStanding, gone: readonly Finding[]): ProfileStanding {
  const missing = gone.filter((one) => one.set === standing.profile && one.fault === 'missing' && isOfRecord(one));
  const plus = ({ met, of }: { met: number; of: number }, severity: Finding['severity']) => ({
    met: Math.min(of, met + missing.filter((one) => one.severity === severity).length),
    of,
  });
  return {
    ...standing,
    mandatory: plus(standing.mandatory, 'violation'),
    recommended: plus(standing.recommended, 'warning'),
  };
}

export const mend = (assessment: Assessment, property: string): Mended => new Mending(assessment, property).mend();

/** The properties that something is to be mended of: those of findings, and those of metrics without all their points. */
export function toMend(assessment: Assessment): readonly string[] {
  const metrics = assessment.scores
    .flatMap(({ parts }) => parts)
    .filter(({ standing }) => standing === 'unmet' || standing === 'part')
    .map(propertyOf)
    .filter((property) => property !== undefined);
  const own = metrics.some((property) => property === 'Distribution.mediaType') ? ['Distribution.format'] : [];
  return [...new Set([...assessment.findings.map(propertyOfFinding), ...metrics, ...own])];
}
