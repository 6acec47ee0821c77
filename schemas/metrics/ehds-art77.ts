/**
 * The minimum elements of a dataset's description by the draft act to Article 77 of the EHDS regulation (2026, not adopted).
 * Five of them are only recommended or optional in HealthDCAT-AP Release 8.
 */
import type { Metric } from './metric.ts';

const element = <const Key extends string>(key: Key, da: string, en: string) =>
  ({
    id: `art77.${key}`,
    on: 'dataset',
    type: 'boolean',
    property: `Dataset.${key}`,
    label: { da, en },
  }) as const satisfies Metric;

export const ehdsArt77Metrics = [
  element('accessRights', 'Adgangsrettigheder', 'Access rights'),
  element('applicableLegislation', 'Gældende lovgivning', 'Applicable legislation'),
  element('hasCodingSystem', 'Kodesystem', 'Coding system'),
  element('custodian', 'Dataindehaver', 'Data holder'),
  element('distribution', 'Distribution', 'Distribution'),
  element('spatial', 'Geografisk dækning', 'Geographical coverage'),
  element('healthCategory', 'Kategori af sundhedsdata', 'Health category'),
  element('hdab', 'Sundhedsdataadgangsorgan', 'Health data access body'),
  element('identifier', 'Identifikator', 'Identifier'),
  element('provenance', 'Proveniens', 'Provenance'),
  element('temporal', 'Tidsmæssig dækning', 'Temporal coverage'),
  element('hasVariables', 'Variable', 'Variables'),
] as const;
