/** The points of F-UJI 0.8: 26 over 17 metrics. What takes the owner's page, or lists that we do not have, is not assessed. */
import type { fairMetrics } from '#schemas/metrics/fair.ts';
import type { Weight } from './weight.ts';

type FairMetric = (typeof fairMetrics)[number]['id'];
type Row = Omit<Weight, 'metric' | 'dimension'>;

const ofData = (points: number): Row => ({ points, needs: ['expectsDistribution', 'expectsDownload'] });

const page = {
  da: 'Kræver, at ejerens side læses som en søgemaskine gør',
  en: 'Takes reading the owner’s page as a search engine does',
};

const rows: Readonly<Record<FairMetric, Row>> = {
  'FsF-F1-01MD-1': { points: 1 },
  'FsF-F1-02MD-1': { points: 0.5 },
  'FsF-F1-02MD-2': {
    points: 0.5,
    notAssessed: {
      da: 'Kræver et opslag i identifikatorens eget register',
      en: 'Takes a look-up in the identifier’s own registry',
    },
  },
  'FsF-F2-01M-2': { points: 1 },
  'FsF-F2-01M-3': { points: 1 },
  'FsF-F3-01M-2': ofData(1),
  'FsF-F4-01M-1': { points: 2, notAssessed: page },
  'FsF-A1-01M-1': { points: 1 },
  'FsF-A1-02MD-1': { points: 1 },
  'FsF-A1-02MD-2': ofData(1),
  'FsF-A1.1-01MD-1': { points: 1 },
  'FsF-A1.1-01MD-2': ofData(1),
  'FsF-A1.2-01MD-1': { points: 1 },
  'FsF-A1.2-01MD-2': ofData(1),
  'FsF-I1-01M': { points: 2, notAssessed: page },
  'FsF-I2-01M-2': {
    points: 2,
    notAssessed: {
      da: 'Kræver F-UJI’s liste over registrerede ordlister og ejerens egen serialisering',
      en: 'Takes F-UJI’s list of registered vocabularies and the owner’s own serialisation',
    },
  },
  'FsF-I3-01M': { points: 2 },
  'FsF-R1-01M-1': { points: 1 },
  'FsF-R1-01M-2': ofData(1),
  'FsF-R1.1-01M-1': { points: 1 },
  'FsF-R1.2-01M': { points: 1 },
  'FsF-R1.3-01M': { points: 1, notAssessed: page },
  'FsF-R1.3-02D-1': ofData(1),
};

const principleOf = (id: string): string =>
  ({ F: 'findability', A: 'accessibility', I: 'interoperability' })[id.charAt(4)] ?? 'reusability';

export const fairWeights: readonly Weight[] = Object.entries(rows).map(([metric, row]) => ({
  metric,
  dimension: principleOf(metric),
  ...row,
}));
