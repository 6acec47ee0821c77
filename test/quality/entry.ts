/** Entries for tests: a record as the catalogue keeps it, with nothing said but what the test says. */

import type { Circumstances } from '#quality/measure/subject.ts';
import type { Measurement, Score } from '#schemas/assessment.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';

const EU = 'http://publications.europa.eu/resource/authority/';

export const accessRight = (code: string): string => `${EU}access-right/${code}`;
export const fileType = (code: string): string => `${EU}file-type/${code}`;
export const licence = (code: string): string => `${EU}licence/${code}`;
export const frequency = (code: string): string => `${EU}frequency/${code}`;
export const mediaType = (type: string): string => `https://www.iana.org/assignments/media-types/${type}`;

export const entryOf = (record: Dataset, more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id: 'prøve',
  kind: 'Dataset',
  identifier: 'prøve',
  source: 'sds',
  record,
  unmapped: [],
  written: [],
  origin: {
    run: 'sds.run.1',
    page: 'https://example.dk/',
    archive: null,
    place: null,
    observedAt: '2026-01-01T00:00:00Z',
    catalogues: [],
  },
  problems: [],
  ...more,
});

export const circumstances = (more: Partial<Circumstances> = {}): Circumstances => ({
  now: '2026-06-01T12:00:00Z',
  links: new Map(),
  ...more,
});

export const measuredValue = (measurements: readonly Measurement[], metric: string): Measurement['value'] | undefined =>
  measurements.find((one) => one.metric === metric)?.value;

/** The standing and the points of one metric in a score. */
export const standingOf = ({ parts }: Score, metric: string): readonly [string, number] | undefined => {
  const part = parts.find((one) => one.metric === metric);
  return part && [part.standing, part.points];
};
