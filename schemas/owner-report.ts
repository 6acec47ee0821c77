/**
 * An owner's quality report: what to do first and what it gains, every finding of every register, and what came of the last
 * report. It is a value without a language; the writers in `publishing/report/` put it into words.
 */
import * as z from 'zod';
import { Effort, Grade, gradeLetters, Score, ScoreSetId } from './assessment.ts';
import { Finding } from './finding.ts';
import { RunProblem } from './run-problem.ts';
import { Texts } from './texts.ts';

/** A title as its owner wrote it, by language; `und` where the owner did not say which. */
export const Title = z.record(z.string(), z.string());

export const Owner = z.object({
  id: z.string(),
  name: z.object({ da: z.string().optional(), en: z.string().optional() }),
  homepage: z.string().optional(),
});

/** A day on which a dataset's scores became others, and why. */
export const HistoryPoint = z.object({
  /** `2026-11-25`. */
  day: z.string(),
  share: z.number(),
  letter: z.enum(gradeLetters),
  mqa: z.number(),
  causes: z.array(
    z.object({
      kind: z.enum(['created', 'changed', 'link', 'confirmed', 'time', 'rules']),
      /** Of `changed`: the keys of the properties. */
      properties: z.array(z.string()).optional(),
    }),
  ),
});
export type HistoryPoint = z.infer<typeof HistoryPoint>;

/** A register by name, wherever it is spoken of. */
export const RegisterName = z.object({ id: z.string(), title: Title });
export type RegisterName = z.infer<typeof RegisterName>;

/** What mending gains: added to the grade's share (0 to 1) and to the points of `mqa`. */
export const Gained = z.object({ grade: z.number(), mqa: z.number() });
export type Gained = z.infer<typeof Gained>;

const Standing = z.object({ share: z.number(), letter: z.enum(gradeLetters), mqa: z.number() });

/** `unmet`: a metric is not met, and no finding says why. `unconfirmed`: nobody said for long that the description is right. */
export const MendFault = z.enum([...Finding.shape.fault.options, 'unmet', 'unconfirmed']);
export type MendFault = z.infer<typeof MendFault>;

/** One thing to mend at one place. The same fault, asked for by several profiles, is one mend. */
export const Mend = z.object({
  /** Class and key of the property table: `Distribution.licence`. */
  property: z.string(),
  label: Texts,
  fault: MendFault,
  severity: Finding.shape.severity,
  path: z.string(),
  /** The path in the words of the property table: `distribution 1 › licens`. */
  place: Texts,
  value: z.string().optional(),
  text: Texts,
  shouldBe: Texts.optional(),
  example: Texts.optional(),
  askedBy: z.array(Finding.pick({ set: true, severity: true, code: true })),
  /** Of mending a property as a whole; all mends of a register that name the same property share the one gain. */
  gain: Gained.extend({ property: z.string(), letter: z.enum(gradeLetters), effort: Effort }).nullable(),
  /** Null in a first report, and where the register is new. */
  standing: z.enum(['new', 'open']).nullable(),
});
export type Mend = z.infer<typeof Mend>;

/** The same mend over all registers that want it. */
const Action = z.object({
  property: z.string(),
  label: Texts,
  fault: MendFault,
  effort: Effort,
  text: Texts,
  shouldBe: Texts.optional(),
  example: Texts.optional(),
  /** Added to the owner's mean share and mean points, this action regarded alone. */
  gain: Gained,
  /** The owner's share and letter after it. */
  after: Standing.omit({ mqa: true }),
  registers: z.array(
    RegisterName.extend({
      landingPage: z.string().optional(),
      gain: Gained,
      before: z.enum(gradeLetters),
      after: z.enum(gradeLetters),
      places: z.array(Mend.pick({ path: true, place: true, value: true })),
    }),
  ),
});
export type Action = z.infer<typeof Action>;

/** A metric and the points it would give. */
const MetricPoints = z.object({ metric: z.string(), label: Texts, of: z.number() });
export type MetricPoints = z.infer<typeof MetricPoints>;

const RegisterReport = RegisterName.extend({
  source: z.string(),
  landingPage: z.string().optional(),
  grade: Standing.omit({ mqa: true }).extend({ parts: Grade.shape.parts }),
  /** Since the last report; null where there was none or the register was not in it. */
  change: Gained.nullable(),
  /** Null where the record was not scored by it. */
  mqa: Score.pick({ points: true, of: true, ceiling: true, rating: true, dimensions: true }).nullable(),
  /** What cannot be asked of this register: left out of the grade, and counted as not had in `mqa`. */
  notApplicable: z.array(MetricPoints),
  /** What could not be told this time. */
  unknown: z.array(MetricPoints.omit({ of: true }).extend({ sets: z.array(ScoreSetId) })),
  mends: z.array(Mend),
  history: z.array(HistoryPoint),
  lastConfirmed: z.string().nullable(),
});
export type RegisterReport = z.infer<typeof RegisterReport>;

const ChangedMend = Mend.pick({ property: true, label: true, fault: true, path: true, place: true }).extend({
  register: RegisterName,
});
export type ChangedMend = z.infer<typeof ChangedMend>;

const Change = z.object({ before: Standing, after: Standing });

const Changes = Change.extend({
  since: z.string(),
  /** Registers whose scores moved, those that gained most first. */
  registers: z.array(Change.extend({ register: RegisterName })),
  added: z.array(RegisterName),
  /** No longer live: what was to be mended in them is neither fixed nor open. */
  gone: z.array(RegisterName),
  new: z.array(ChangedMend),
  /** With what the last report said that it would gain. */
  fixed: z.array(ChangedMend.extend({ gain: Gained.nullable() })),
  stillOpen: z.array(
    z.object({
      property: z.string(),
      label: Texts,
      fault: MendFault,
      places: z.number().int(),
      registers: z.number().int(),
    }),
  ),
});
export type Changes = z.infer<typeof Changes>;

/** An address of a live dataset that has not answered for so long that it counts as dead. */
export const DeadLink = z.object({
  url: z.string(),
  dataset: z.string(),
  /** Where in the record, as `distribution[0].accessURL`. */
  path: z.string().optional(),
  since: z.string(),
  /** What the checks find, as a stable name and in words. */
  kind: z.string(),
  text: Texts,
});
export type DeadLink = z.infer<typeof DeadLink>;

export const SourceProblem = RunProblem.extend({ source: z.string() });
export type SourceProblem = z.infer<typeof SourceProblem>;

/** The problems of one code. */
const ProblemGroup = z.object({
  code: z.string(),
  severity: RunProblem.shape.severity,
  /** As many stand now. */
  count: z.number().int(),
  fixed: z.number().int(),
  /** At most PROBLEMS_PER_CODE of them, new ones first. */
  problems: z.array(SourceProblem),
});
export type ProblemGroup = z.infer<typeof ProblemGroup>;

/** What of a source is more than a report tells. */
export const LeftOut = z.object({
  what: z.enum(['dead-links', 'problems']),
  source: z.string(),
  /** Of dead links: addresses. */
  count: z.number().int(),
  /** Where all of it stands, as far as it is kept: a path of the API. */
  rest: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** What is kept of a report to compare the next one with. */
export const ReportSummary = z.object({
  at: z.string(),
  standing: Standing,
  registers: z.array(
    RegisterName.extend({
      standing: Standing,
      mends: z.array(
        Mend.pick({ property: true, label: true, fault: true, path: true, place: true }).extend({
          gain: Gained.nullable(),
        }),
      ),
    }),
  ),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

export const OwnerReport = z.object({
  owner: Owner,
  at: z.string(),
  /** The means over the registers; null where the owner has none. */
  standing: Standing.extend({ ceiling: z.number(), of: z.number() }).nullable(),
  trend: z.object({
    /** Against the last report, or else against the first point. */
    direction: z.enum(['up', 'steady', 'down']).nullable(),
    points: z.array(Standing.extend({ day: z.string() })),
  }),
  letters: z.array(z.object({ letter: z.enum(gradeLetters), from: z.number(), registers: z.number().int() })),
  /** At most five, the most gain for the effort first. */
  actions: z.array(Action),
  /** The further things to mend that gain something, which stand on the registers' pages. */
  furtherActions: z.number().int(),
  /** The worst first. */
  registers: z.array(RegisterReport),
  changes: Changes.nullable(),
  deadLinks: z.array(DeadLink.extend({ register: RegisterName })),
  /** Not confirmed within twelve months (Article 60 of the EHDS regulation), never confirmed first. */
  unconfirmed: z.array(RegisterName.extend({ lastConfirmed: z.string().nullable() })),
  problems: z.array(ProblemGroup),
  /** Empty for a report that tells everything. */
  leftOut: z.array(LeftOut),
  /** Records of the owner that could not be read at all and therefore stand in no register above. */
  lostRecords: z.number().int(),
});
export type OwnerReport = z.infer<typeof OwnerReport>;
