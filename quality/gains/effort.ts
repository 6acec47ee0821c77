/** How much it takes to mend a property, and why it is thought so. A guess that is written down can be argued with. */
import type { Effort } from '#schemas/assessment.ts';

interface EffortRow {
  readonly effort: Effort;
  readonly reason: { readonly da: string; readonly en: string };
  readonly properties: readonly string[];
}

const ofDataset = (keys: string): string[] => keys.split(' ').map((key) => `Dataset.${key}`);
const ofDistribution = (keys: string): string[] => keys.split(' ').map((key) => `Distribution.${key}`);

export const effortTable: readonly EffortRow[] = [
  {
    effort: 'minutes',
    reason: { da: 'Ejeren læser beskrivelsen og siger ja', en: 'The owner reads the description and says yes' },
    properties: ['confirmation'],
  },
  {
    effort: 'minutes',
    reason: { da: 'Vælges fra en liste', en: 'Chosen from a list' },
    properties: [
      ...ofDataset(
        'theme type language spatial accessRights healthCategory healthTheme hasCodingSystem hasPersonalData accrualPeriodicity hasStructuredData personalDataCategory confidentialityType',
      ),
      ...ofDistribution('format mediaType license availability status language'),
    ],
  },
  {
    effort: 'minutes',
    reason: {
      da: 'Et ord, et tal, en dato eller en adresse, som ejeren kender',
      en: 'A word, a number, a date or an address that the owner knows',
    },
    properties: [
      ...ofDataset(
        'title keyword identifier temporal issued modified landingPage applicableLegislation numberOfRecords numberOfUniqueIndividuals minTypicalAge maxTypicalAge temporalResolution',
      ),
      ...ofDistribution('title byteSize issued modified applicableLegislation rights'),
    ],
  },
  {
    effort: 'minutes',
    reason: { da: 'Det samme for alle ejerens registre', en: 'The same for all registers of the owner' },
    properties: [
      ...ofDataset('contactPoint publisher creator custodian hdab hdabCoordinator'),
      'Agent.name',
      'Agent.contactPoint',
      'Agent.type',
      'AgentContactPoint.email',
      'AgentContactPoint.contactPage',
      'ContactPoint.hasEmail',
      'ContactPoint.hasURL',
    ],
  },
  {
    effort: 'hours',
    reason: {
      da: 'Skal skrives af en, der kender registret',
      en: 'Has to be written by somebody who knows the register',
    },
    properties: [
      ...ofDataset(
        'description populationCoverage provenance hasLegalBasis hasPurpose retentionPeriod hasCodeValues source relation isReferencedBy page conformsTo wasGeneratedBy',
      ),
      ...ofDistribution('description'),
    ],
  },
  {
    effort: 'hours',
    reason: { da: 'Kræver en side, der findes og svarer', en: 'Takes a page that exists and answers' },
    properties: ['Dataset.distribution', 'Distribution.accessURL'],
  },
  {
    effort: 'days',
    reason: {
      da: 'Skal samles variabel for variabel, eller data skal gøres klar',
      en: 'Has to be gathered variable by variable, or data have to be made ready',
    },
    properties: [
      ...ofDataset('hasVariables hasQualityAnnotation analytics sample'),
      'Column.description',
      'Column.title',
      'Column.datatype',
      'Distribution.downloadURL',
    ],
  },
];

const byProperty: ReadonlyMap<string, Effort> = new Map(
  effortTable.flatMap(({ effort, properties }) => properties.map((property) => [property, effort] as const)),
);

/** The effort of a property; hours for one that nobody has thought of, so that it never goes before what is known to be little. */
export const effortOf = (property: string): Effort => byProperty.get(property) ?? 'hours';

/** How often one could do the lesser thing in the time of the greater: a quarter of an hour, an hour, half a working week. */
export const effortCost: Readonly<Record<Effort, number>> = { minutes: 1, hours: 4, days: 80 };
