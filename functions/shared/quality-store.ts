/** What is known of how good descriptions are: the latest assessment of each dataset, how its scores went, and gathered scores. */
import type { Assessment } from '#schemas/assessment.ts';
import type {
  Aggregate,
  AggregatePoint,
  Gathering,
  ScoreCause,
  ScorePoint,
  ScoreSummary,
} from '#schemas/score-history.ts';

/** An assessment with what it was made of. */
export interface Assessed {
  readonly assessment: Assessment;
  /** The number of the change whose record was assessed. */
  readonly seq: number;
  /** Which measuring rules made it: others mean that it can differ although nothing else does. */
  readonly rules: string;
}

/** An assessment to write, with what made its scores others than before; without a cause they are the same. */
export interface AssessmentWrite extends Assessed {
  readonly summary: ScoreSummary;
  /** What joins the day's point of history; null writes none. */
  readonly cause: ScoreCause | null;
}

export interface DayRange {
  /** Days as `2026-11-25`; both are within. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface QualityStore {
  /**
   * Replaces assessments, and adds to their histories on the day of each one's `assessedAt`. At most one a dataset. Doing it
   * again after it failed half-way neither loses a cause nor tells it twice.
   */
  write(writes: readonly AssessmentWrite[]): Promise<void>;
  /** Takes away what is known of removed datasets, but for their histories. */
  remove(datasets: readonly string[]): Promise<void>;
  get(dataset: string): Promise<Assessed | undefined>;
  /** The scores of those that were assessed. */
  summaries(datasets: readonly string[]): Promise<ReadonlyMap<string, ScoreSummary>>;
  /** Ascending by day. */
  history(dataset: string, range?: DayRange): Promise<ScorePoint[]>;
  /** Replaces the aggregates of one kind, and adds a point of the day for each that is another than before. */
  gather(by: Gathering, aggregates: readonly Aggregate[], day: string): Promise<void>;
  aggregates(by: Gathering): Promise<Aggregate[]>;
  aggregateHistory(by: Gathering, id: string, range?: DayRange): Promise<AggregatePoint[]>;
  /** When each dataset's owner last said that its description is right, as an ISO instant. */
  confirmations(datasets: readonly string[]): Promise<ReadonlyMap<string, string>>;
  confirm(dataset: string, at: string): Promise<void>;
}
