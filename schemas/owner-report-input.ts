/** What an owner's quality report is made of: everything is handed in as values, the words of the findings included. */
import * as z from 'zod';
import { Assessment, Gain } from './assessment.ts';
import { Finding } from './finding.ts';
import { DeadLink, HistoryPoint, LeftOut, Owner, ReportSummary, SourceProblem, Title } from './owner-report.ts';
import { Texts } from './texts.ts';

/** A finding in words that its owner can act on. */
const WordedFinding = Finding.extend({
  /** What is wrong, as a sentence. */
  text: Texts,
  /** What should stand there instead. */
  shouldBe: Texts.optional(),
  /** A valid value, to be copied and adapted. */
  example: Texts.optional(),
});
export type WordedFinding = z.infer<typeof WordedFinding>;

const AssessedRegister = z.object({
  id: z.string(),
  title: Title,
  source: z.string(),
  landingPage: z.string().optional(),
  assessment: Assessment.extend({ findings: z.array(WordedFinding) }),
  gains: z.array(Gain),
  /** Oldest first. */
  history: z.array(HistoryPoint),
  /** When the owner last said that the description is right; null where never. */
  lastConfirmed: z.string().nullable(),
});
export type AssessedRegister = z.infer<typeof AssessedRegister>;

export const OwnerReportInput = z.object({
  owner: Owner,
  /** The moment of the report. */
  at: z.string(),
  registers: z.array(AssessedRegister),
  deadLinks: z.array(DeadLink),
  problems: z.array(SourceProblem),
  leftOut: z.array(LeftOut),
  /** What the report before this one left behind; null where this is the first. */
  previous: ReportSummary.nullable(),
});
export type OwnerReportInput = z.infer<typeof OwnerReportInput>;
