/** The 23 metrics of the Metadata Quality Assessment, measured as piveau measures them. */
import type { Measurement } from '#schemas/assessment.ts';
import { conceptByIri, findConcept } from '#schemas/vocabulary.ts';
import { fileTypesOf, isMachineReadable, isNonProprietary } from './open-formats.ts';
import { type Circumstances, type Distribution, distributionsOf, isSaid, type Subject } from './subject.ts';

type Links = Circumstances['links'];

/** A value that no rule could map was said all the same: it counts as available, and not as one of the list. */
const isWritten = ({ record, unmapped }: Subject, key: keyof Subject['record']): boolean =>
  isSaid(record[key]) || unmapped.some(({ name, value }) => name === key && value.trim() !== '');

function measureDataset(subject: Subject, conforms: boolean): Measurement[] {
  const { record } = subject;
  const said = (metric: string, value: boolean): Measurement => ({ metric, on: 'dataset', value });
  return [
    said('keywordAvailability', isWritten(subject, 'keyword')),
    said('categoryAvailability', isWritten(subject, 'theme')),
    said('spatialAvailability', isWritten(subject, 'spatial')),
    said('temporalAvailability', isWritten(subject, 'temporal')),
    said('dcatApCompliance', conforms),
    said('accessRightsAvailability', isWritten(subject, 'accessRights')),
    said(
      'accessRightsVocabularyAlignment',
      record.accessRights !== undefined && conceptByIri('access-right', record.accessRights) !== undefined,
    ),
    said('contactPointAvailability', isWritten(subject, 'contactPoint')),
    said('publisherAvailability', isWritten(subject, 'publisher')),
    said('dateIssuedAvailability', isWritten(subject, 'issued')),
    said('dateModifiedAvailability', isWritten(subject, 'modified')),
  ];
}

const statusesOf = (metric: string, on: number, urls: readonly string[] | undefined, links: Links): Measurement[] =>
  (urls ?? []).map((url) => ({ metric, on, value: links.get(url) ?? null, url }));

/** The definition says both; some clones take one for enough. */
const isAligned = ({ format, mediaType }: Distribution): boolean =>
  format !== undefined &&
  mediaType !== undefined &&
  conceptByIri('file-type', format) !== undefined &&
  findConcept('media-type', mediaType) !== undefined;

/** Measures one distribution, which stands at the place `on` of its list. */
export function measureDistribution(distribution: Distribution, on: number, links: Links): Measurement[] {
  const { format, mediaType, license } = distribution;
  const fileTypes = fileTypesOf(format, mediaType);
  const said = (metric: string, value: boolean): Measurement => ({ metric, on, value });
  return [
    ...statusesOf('accessUrlStatusCode', on, distribution.accessURL, links),
    said('downloadUrlAvailability', isSaid(distribution.downloadURL)),
    ...statusesOf('downloadUrlStatusCode', on, distribution.downloadURL, links),
    said('formatAvailability', isSaid(format)),
    said('mediaTypeAvailability', isSaid(mediaType)),
    said('formatMediaTypeVocabularyAlignment', isAligned(distribution)),
    said('formatMediaTypeNonProprietary', isNonProprietary(fileTypes)),
    said('formatMediaTypeMachineInterpretable', isMachineReadable(fileTypes)),
    said('licenceAvailability', isSaid(license)),
    said('knownLicence', license !== undefined && conceptByIri('licence', license) !== undefined),
    said('rightsAvailability', isSaid(distribution.rights)),
    said('byteSizeAvailability', isSaid(distribution.byteSize)),
    // Said of every distribution, true or false: a false one hides what the dataset says of itself.
    said('dateIssuedAvailability', isSaid(distribution.issued)),
    said('dateModifiedAvailability', isSaid(distribution.modified)),
  ];
}

/** @param conforms whether the record conforms to DCAT-AP 3. */
export const measureMqa = (subject: Subject, links: Links, conforms: boolean): Measurement[] => [
  ...measureDataset(subject, conforms),
  ...distributionsOf(subject).flatMap((distribution, on) => measureDistribution(distribution, on, links)),
];
