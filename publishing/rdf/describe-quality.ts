/**
 * Measurements and scores of a dataset as triples of the Data Quality Vocabulary (https://www.w3.org/TR/vocab-dqv/): each
 * measurement on what it was made of, and each metric with its dimension, datatype and label.
 */
import { createHash } from 'node:crypto';
import type { Assessment, Measurement, Score } from '#schemas/assessment.ts';
import { isAbsoluteIri } from '#schemas/lexical-form.ts';
import type { Metric } from '#schemas/metrics/metric.ts';
import { dimensionLabels, metricById, publishedIri, scoreSetLabels } from '#schemas/metrics/metric-table.ts';
import { namespaces } from '#schemas/namespaces.ts';
import type { RecordNode } from '#schemas/record.ts';
import { iriTerm, literalTerm, type Subject, type Term, type Triple, textTerm, tripleKey } from './term.ts';

const { dcat, dqv, prov, pv, rdf, skos, xsd } = namespaces;

/** A dataset with what was measured of it. */
export interface Measured {
  /** The dataset's address in our catalogue. */
  readonly iri: string;
  /** As they stand in the record: measurements name them by their place. */
  readonly distributions: readonly Pick<RecordNode<'Distribution'>, 'iri' | 'accessURL'>[];
  readonly assessment: Assessment;
  /** What our own metrics are named behind, as `https://…/metrics#`; those of others keep their names. */
  readonly vocabulary: string;
}

interface Label {
  readonly da: string;
  readonly en: string;
}

/** Dimensions that piveau has named; ours of the same name in other sets mean the same and keep to themselves. */
const dimensionIri = (isOfMqa: boolean, dimension: string, vocabulary: string): string =>
  isOfMqa ? pv + dimension : `${vocabulary}${dimension}`;

const datatypeOf = ({ type }: Pick<Metric, 'type'>): string =>
  xsd + (type === 'boolean' ? 'boolean' : type === 'share' ? 'decimal' : 'integer');

/** A number that came of a division has no end; three places tell datasets apart. */
const DECIMALS = 3;

const valueTerm = (value: boolean | number, datatype: string): Term =>
  literalTerm(
    typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(DECIMALS) : String(value),
    typeof value === 'number' && !Number.isInteger(value) ? `${xsd}decimal` : datatype,
  );

/** Collects the triples of one dataset's quality. */
class Quality {
  readonly #triples = new Map<string, Triple>();
  readonly #measured: Measured;
  readonly #blankPrefix: string;
  readonly #places = new Map<number, Subject>();
  #blanks = 0;

  constructor(measured: Measured) {
    this.#measured = measured;
    this.#blankPrefix = `q${createHash('sha256').update(measured.iri).digest('hex').slice(0, 12)}x`;
  }

  get triples(): readonly Triple[] {
    return [...this.#triples.values()];
  }

  measurement({ metric, on, value }: Measurement): void {
    const row = metricById(metric);
    // Facts decide what can be asked; they are no quality. What could not be told was not measured.
    if (row === undefined || value === null || metric.startsWith('expects')) return;
    this.#measure(this.#place(on), this.#iriOf(metric), valueTerm(value, datatypeOf(row)));
  }

  /** The points of a set and of its dimensions; those of `mqa` under piveau's names. */
  score({ set, points, dimensions }: Score): void {
    const dataset = iriTerm(this.#measured.iri);
    const isOfMqa = set === 'mqa';
    const name = isOfMqa ? `${pv}scoring` : `${this.#measured.vocabulary}score.${set}`;
    this.#measure(dataset, name, valueTerm(points, `${xsd}${isOfMqa ? 'integer' : 'decimal'}`));
    if (!isOfMqa) this.#describe(name, scoreSetLabels[set], `${xsd}decimal`);
    if (isOfMqa)
      for (const one of dimensions)
        this.#measure(dataset, `${pv}${one.dimension}Scoring`, valueTerm(one.points, `${xsd}integer`));
  }

  /** What the metrics of a set are. */
  metrics({ set, parts }: Score): void {
    for (const { metric, dimension } of parts) {
      const row = metricById(metric);
      if (row === undefined) continue;
      const iri = this.#iriOf(metric);
      const inDimension = dimensionIri(set === 'mqa', dimension, this.#measured.vocabulary);
      this.#describe(iri, row.label, datatypeOf(row));
      this.#say(iriTerm(iri), `${dqv}inDimension`, iriTerm(inDimension));
      this.#labelled(iriTerm(inDimension), `${dqv}Dimension`, dimensionLabels[dimension]);
    }
  }

  #describe(iri: string, label: Label, datatype: string): void {
    this.#labelled(iriTerm(iri), `${dqv}Metric`, label);
    this.#say(iriTerm(iri), `${dqv}expectedDataType`, iriTerm(datatype));
  }

  #labelled(subject: Subject, type: string, label: Label | undefined): void {
    this.#say(subject, `${rdf}type`, iriTerm(type));
    for (const language of ['da', 'en'] as const)
      if (label !== undefined) this.#say(subject, `${skos}prefLabel`, textTerm(label[language], language));
  }

  #measure(on: Subject, metric: string, value: Term): void {
    const measurement = this.#blank();
    this.#say(on, `${dqv}hasQualityMeasurement`, measurement);
    this.#say(measurement, `${rdf}type`, iriTerm(`${dqv}QualityMeasurement`));
    this.#say(measurement, `${dqv}isMeasurementOf`, iriTerm(metric));
    // A node without an address stands around its measurement: it cannot be pointed to from inside.
    if (on.kind === 'iri') this.#say(measurement, `${dqv}computedOn`, on);
    this.#say(measurement, `${dqv}value`, value);
    const { assessedAt } = this.#measured.assessment;
    this.#say(measurement, `${prov}generatedAtTime`, literalTerm(assessedAt, `${xsd}dateTime`));
  }

  #place(on: Measurement['on']): Subject {
    const dataset = iriTerm(this.#measured.iri);
    if (on === 'dataset') return dataset;
    const known = this.#places.get(on);
    if (known !== undefined) return known;
    const { iri, accessURL = [] } = this.#measured.distributions[on] ?? {};
    const place = iri !== undefined && isAbsoluteIri(iri) ? iriTerm(iri) : this.#blank();
    this.#places.set(on, place);
    this.#say(dataset, `${dcat}distribution`, place);
    this.#say(place, `${rdf}type`, iriTerm(`${dcat}Distribution`));
    for (const url of accessURL.filter(isAbsoluteIri)) this.#say(place, `${dcat}accessURL`, iriTerm(url));
    return place;
  }

  #iriOf(metric: string): string {
    return publishedIri(metric) ?? this.#measured.vocabulary + metric;
  }

  #say(subject: Subject, predicate: string, object: Term): void {
    const triple = { subject, predicate, object };
    this.#triples.set(tripleKey(triple), triple);
  }

  #blank(): Subject {
    this.#blanks += 1;
    return { kind: 'blank', value: this.#blankPrefix + this.#blanks };
  }
}

/** The triples of what was measured of a dataset, each once. */
export function describeQuality(measured: Measured): readonly Triple[] {
  const { measurements, scores } = measured.assessment;
  const quality = new Quality(measured);
  for (const measurement of measurements) quality.measurement(measurement);
  for (const score of scores) quality.score(score);
  for (const score of scores) quality.metrics(score);
  return quality.triples;
}
