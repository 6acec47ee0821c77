/** The facts that decide what can be asked of a dataset. */
import type { Measurement } from '#schemas/assessment.ts';
import { conceptByIri } from '#schemas/vocabulary.ts';
import { distributionsOf, isSaid, type Subject } from './subject.ts';

/** Levels at which nobody downloads anything: access is applied for. */
const APPLIED_FOR: ReadonlySet<string | undefined> = new Set(['RESTRICTED', 'NON_PUBLIC', 'CONFIDENTIAL', 'SENSITIVE']);

const codeOf = (accessRights: string | undefined): string | undefined =>
  accessRights === undefined ? undefined : conceptByIri('access-right', accessRights)?.code;

/** Null where neither a level nor a download says it: silence excuses nothing. */
function expectsDownload(subject: Subject): boolean | null {
  if (distributionsOf(subject).some(({ downloadURL }) => isSaid(downloadURL))) return true;
  const code = codeOf(subject.record.accessRights);
  if (code === undefined) return null;
  return !APPLIED_FOR.has(code);
}

export const measureFacts = (subject: Subject): Measurement[] => [
  { metric: 'expectsDistribution', on: 'dataset', value: subject.kind === 'Dataset' },
  { metric: 'expectsDownload', on: 'dataset', value: expectsDownload(subject) },
  { metric: 'expectsVariables', on: 'dataset', value: subject.record.hasStructuredData ?? null },
];
