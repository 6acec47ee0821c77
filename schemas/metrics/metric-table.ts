/** Every metric by its id, and what sets of scores and their dimensions are called. */
import type { ScoreSetId } from '../assessment.ts';
import { art78ReadinessMetrics } from './art78-readiness.ts';
import { descriptionMetrics } from './description.ts';
import { ehdsArt77Metrics } from './ehds-art77.ts';
import { factMetrics } from './facts.ts';
import { fairMetrics } from './fair.ts';
import type { Metric } from './metric.ts';
import { MQA_NAMESPACE, mqaMetrics } from './mqa.ts';
import { profileMetrics } from './profile.ts';
import { timelinessMetrics } from './timeliness.ts';

/** Every metric of every set. */
export const metrics: readonly Metric[] = [
  ...mqaMetrics,
  ...profileMetrics,
  ...ehdsArt77Metrics,
  ...art78ReadinessMetrics,
  ...fairMetrics,
  ...timelinessMetrics,
  ...descriptionMetrics,
  ...factMetrics,
];

const byId: ReadonlyMap<string, Metric> = new Map(metrics.map((metric) => [metric.id, metric]));
const mqaIds: ReadonlySet<string> = new Set(mqaMetrics.map(({ id }) => id));

/** The metric of an id; undefined for what is none. */
export const metricById = (id: string): Metric | undefined => byId.get(id);

/** The address of a metric that others have named; undefined for those of our own. */
export const publishedIri = (id: string): string | undefined => (mqaIds.has(id) ? MQA_NAMESPACE + id : undefined);

interface Label {
  readonly da: string;
  readonly en: string;
}

export const scoreSetLabels: Readonly<Record<ScoreSetId, Label>> = {
  mqa: { da: 'EU’s metadatakvalitet (MQA)', en: 'EU metadata quality (MQA)' },
  'healthdcat-ap-r8': { da: 'HealthDCAT-AP, udgave 8', en: 'HealthDCAT-AP Release 8' },
  'ehds-art77': { da: 'EHDS artikel 77: mindstekrav', en: 'EHDS Article 77: minimum elements' },
  'art78-readiness': { da: 'EHDS artikel 78: parat til mærket', en: 'EHDS Article 78: ready for the label' },
  fair: { da: 'FAIR efter F-UJI 0.8', en: 'FAIR by F-UJI 0.8' },
  timeliness: { da: 'Aktualitet', en: 'Timeliness' },
  description: { da: 'Beskrivelse for mennesker', en: 'Description for people' },
};

export const dimensionLabels: Readonly<Record<string, Label>> = {
  findability: { da: 'Findbarhed', en: 'Findability' },
  accessibility: { da: 'Tilgængelighed', en: 'Accessibility' },
  interoperability: { da: 'Interoperabilitet', en: 'Interoperability' },
  reusability: { da: 'Genanvendelighed', en: 'Reusability' },
  contextuality: { da: 'Sammenhæng', en: 'Contextuality' },
  mandatory: { da: 'Obligatorisk', en: 'Mandatory' },
  recommended: { da: 'Anbefalet', en: 'Recommended' },
  minimum: { da: 'Mindsteelementer', en: 'Minimum elements' },
  documentation: { da: 'Dokumentation', en: 'Documentation' },
  technicalQuality: { da: 'Teknisk kvalitet', en: 'Technical quality' },
  maturity: { da: 'Modenhed i kvalitetsarbejdet', en: 'Maturity of quality management' },
  coverage: { da: 'Dækning', en: 'Coverage' },
  provision: { da: 'Adgang og levering', en: 'Access and provision' },
  modifications: { da: 'Ændringer og sammenkædning', en: 'Modifications and links' },
  punctuality: { da: 'Holdt løfte', en: 'Promise kept' },
  confirmation: { da: 'Ejerens bekræftelse', en: 'Confirmation by the owner' },
  age: { da: 'Alder', en: 'Age' },
  title: { da: 'Titel', en: 'Title' },
  text: { da: 'Beskrivelse', en: 'Description' },
  content: { da: 'Indhold', en: 'Content' },
  access: { da: 'Adgang', en: 'Access' },
};
