/**
 * What is to be mended for the Metadata Quality Assessment: each metric that the dataset, or the distribution that counted,
 * does not meet, by the property that would meet it. A score that says only how many points are lost leaves its reader searching.
 */
import type { Score, ScorePart } from '#schemas/assessment.ts';
import type { Finding } from '#schemas/finding.ts';
import { metricById } from '#schemas/metrics/metric-table.ts';
import { EXCERPT_LENGTH } from '#schemas/reading.ts';
import { conceptByIri, findConcept } from '#schemas/vocabulary.ts';
import { fileTypesOf } from './measure/open-formats.ts';
import { type Distribution, distributionsOf, isSaid, type Subject } from './measure/subject.ts';

/** What is wrong with a property of the dataset or of its distribution. */
interface Fault {
  readonly fault: Finding['fault'];
  readonly property: string;
  readonly value?: string | undefined;
}

/** Made once for each property: a large catalogue lacks the same things many thousand times. */
function missing(property: string): () => readonly Fault[] {
  const faults: readonly Fault[] = [{ fault: 'missing', property }];
  return () => faults;
}

const unlisted = (property: string, value: string | undefined): Fault[] =>
  isSaid(value) ? [{ fault: 'vocabulary', property, value }] : [];

/** Of a format and a media type, those that are said and are not of the list; what is not said is told as missing. */
const unaligned = ({ format, mediaType }: Distribution): Fault[] => [
  ...(conceptByIri('file-type', format ?? '') ? [] : unlisted('format', format)),
  ...(findConcept('media-type', mediaType ?? '') ? [] : unlisted('mediaType', mediaType)),
];

/** A file type that is known and still not open, or not for machines. One that is not known is told by the list. */
const closed = ({ format, mediaType }: Distribution): Fault[] =>
  fileTypesOf(format, mediaType).length > 0 ? [{ fault: 'value', property: 'format', value: format ?? mediaType }] : [];

const ofDistribution: Readonly<Record<string, (distribution: Distribution) => readonly Fault[]>> = {
  downloadUrlAvailability: missing('downloadURL'),
  formatAvailability: missing('format'),
  mediaTypeAvailability: missing('mediaType'),
  formatMediaTypeVocabularyAlignment: unaligned,
  formatMediaTypeNonProprietary: closed,
  formatMediaTypeMachineInterpretable: closed,
  licenceAvailability: missing('license'),
  knownLicence: ({ license }) => unlisted('license', license),
  rightsAvailability: missing('rights'),
  byteSizeAvailability: missing('byteSize'),
  dateIssuedAvailability: missing('issued'),
  dateModifiedAvailability: missing('modified'),
};

/** As the record has it, or as its owner wrote it where no rule could map it. */
const accessRightsOf = ({ record, unmapped }: Subject): string | undefined =>
  record.accessRights ?? unmapped.find(({ name }) => name === 'accessRights')?.value;

const ofDataset: Readonly<Record<string, (subject: Subject) => readonly Fault[]>> = {
  keywordAvailability: missing('keyword'),
  categoryAvailability: missing('theme'),
  spatialAvailability: missing('spatial'),
  temporalAvailability: missing('temporal'),
  accessRightsAvailability: missing('accessRights'),
  accessRightsVocabularyAlignment: (subject) => unlisted('accessRights', accessRightsOf(subject)),
  contactPointAvailability: missing('contactPoint'),
  publisherAvailability: missing('publisher'),
  dateIssuedAvailability: missing('issued'),
  dateModifiedAvailability: missing('modified'),
};

const noDistribution = missing('distribution')();
const nothing: readonly Fault[] = [];

/** Addresses that do not answer are told one by one elsewhere, and what DCAT-AP asks for by its own findings. */
function faultsOf(subject: Subject, { metric, on }: ScorePart): readonly Fault[] {
  const distribution = on === 'dataset' ? undefined : distributionsOf(subject)[on];
  if (distribution) return ofDistribution[metric]?.(distribution) ?? nothing;
  // Nothing of a distribution can be met where there is none: that one is to be there is all that there is to say.
  if (metricById(metric)?.on === 'distribution') return noDistribution;
  return ofDataset[metric]?.(subject) ?? nothing;
}

interface Placed extends Fault {
  readonly on: ScorePart['on'];
  readonly path: string;
}

/** The first fault of each property: no property is measured both of the dataset and of its distribution. */
function placedFaults(subject: Subject, { parts }: Score): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const part of parts) {
    if (part.standing !== 'unmet') continue;
    const { on } = part;
    for (const { fault, property, value } of faultsOf(subject, part)) {
      if (placed.has(property)) continue;
      const path = on === 'dataset' ? property : `distribution[${on}].${property}`;
      placed.set(property, { fault, property, value, on, path });
    }
  }
  return placed;
}

/** @param asked what profiles find: whoever mends a property at a place for them mends it for this as well. */
export function mqaFindings(subject: Subject, score: Score | undefined, asked: readonly Finding[]): Finding[] {
  if (!score) return [];
  const placed = placedFaults(subject, score);
  for (const { property, path } of asked) if (placed.get(property)?.path === path) placed.delete(property);
  return [...placed.values()].map(({ fault, property, path, value, on }) => {
    const name = on === 'dataset' ? subject.kind : 'Distribution';
    const finding: Finding = {
      code: `mqa.${fault}.${name}.${property}`,
      set: 'mqa',
      fault,
      severity: 'warning',
      class: name,
      property,
      path,
    };
    return value === undefined ? finding : { ...finding, value: value.slice(0, EXCERPT_LENGTH) };
  });
}
