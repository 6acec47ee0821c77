export type { Fault, Finding } from '#schemas/finding.ts';
