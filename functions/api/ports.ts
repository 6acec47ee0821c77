/** What the API stands on. */
import type { ProposedRename } from '#catalogue/rename.ts';
import type { Built } from '#functions/send-reports/build-report.ts';
import type { LetterOutcome } from '#functions/set-aside/replay-letters.ts';
import type { AuditLog } from '#functions/shared/audit-log.ts';
import type { CatalogueStore } from '#functions/shared/catalogue-store.ts';
import type { CheckpointStore } from '#functions/shared/checkpoint-store.ts';
import type { Clock } from '#functions/shared/clock.ts';
import type { ErasedContacts } from '#functions/shared/erased-contacts.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { LetterStore } from '#functions/shared/letter-store.ts';
import type { LinkStatuses } from '#functions/shared/link-statuses.ts';
import type { LinkStore } from '#functions/shared/link-store.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { Presign } from '#functions/shared/presigned.ts';
import type { QualityStore } from '#functions/shared/quality-store.ts';
import type { SearchReader } from '#functions/shared/search-index.ts';
import type { SignInSettings } from '#functions/shared/sign-in-settings.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';
import type { CourseStore, DeliveryLog, SubscriptionStore } from '#functions/shared/subscription-store.ts';
import type { TokenVerifier } from '#functions/shared/token-verifier.ts';
import type { WebhookSender } from '#functions/shared/webhook-sender.ts';
import type { ReplayStart } from '#functions/start-runs/start-replay.ts';
import type { Published } from '#publishing/published.ts';
import type { Measured } from '#publishing/rdf/describe-quality.ts';
import type { DeadLetter } from '#schemas/dead-letter.ts';
import type { OwnerReport } from '#schemas/owner-report.ts';
import type { Run } from '#schemas/run.ts';
import type { Links } from './links.ts';

/** Runs that started before an instant (ISO 8601), newest first. */
export interface RunListing {
  readonly limit: number;
  readonly before?: string | undefined;
}

export interface RunReader {
  get(id: string): Promise<Run | undefined>;
  bySource(source: string, listing: RunListing): Promise<Run[]>;
  recent(listing: RunListing): Promise<Run[]>;
}

/** The sources, and what operators change of them; the source file is read by the host. */
type Sources = Omit<SourceStore, 'replaceAll'>;

type HeldDecision = 'release' | 'reject';

/** Carries out what an operator decides about the removals that a run holds. */
export interface HeldRemovals {
  decide(
    run: string,
    decision: HeldDecision,
  ): Promise<
    | { readonly kind: 'done'; readonly run: Run }
    | { readonly kind: 'busy' }
    | { readonly kind: 'nothing-held' }
    | { readonly kind: 'outdated'; readonly detail: string }
    | { readonly kind: 'unfinished'; readonly detail: string }
    | { readonly kind: 'unknown-run' }
  >;
}

/** The identifiers of a source that look renamed, and what an operator decides about them. */
export interface Renames {
  list(source: string): Promise<readonly ProposedRename[]>;
  decide(
    source: string,
    pair: { readonly from: string; readonly to: string },
    decision: 'confirm' | 'reject',
  ): Promise<
    | { readonly kind: 'done'; readonly changes: Run['changes'] }
    | { readonly kind: 'busy' }
    | { readonly kind: 'impossible'; readonly detail: string }
  >;
}

export interface RunStarter {
  start(
    source: string,
    options: { readonly force: boolean; readonly preview?: true },
  ): Promise<
    | { readonly kind: 'started'; readonly run: string }
    | { readonly kind: 'busy' }
    /** The owner does not want to be asked before then. */
    | { readonly kind: 'waiting'; readonly until: string }
    | { readonly kind: 'unknown' }
  >;
  /** Reads the archived pages of a run anew. */
  replay(run: string, options: { readonly dryRun: boolean }): Promise<ReplayStart>;
}

/** What could not be worked on, and the way to try it again. */
export interface DeadLetters {
  list(from: { readonly after?: string | undefined; readonly replayed: boolean }): AsyncIterable<DeadLetter>;
  get(id: string): Promise<DeadLetter | undefined>;
  replay(id: string): Promise<LetterOutcome | undefined>;
  replayAll(): Promise<{ readonly letters: readonly LetterOutcome[]; readonly hasMore: boolean }>;
}

/** Who is told of changes, and the way to ask a receiver whether it wants to be. */
interface Webhooks {
  readonly subscriptions: SubscriptionStore;
  readonly courses: Pick<CourseStore, 'get' | 'all' | 'move'>;
  readonly deliveries: Pick<DeliveryLog, 'list'>;
  readonly sender: WebhookSender;
  /** Hosts that an operator lets through by name. */
  readonly allowedHosts: readonly string[];
  /** Bytes by chance. */
  readonly random: (bytes: number) => Uint8Array;
}

export type RdfFormat = 'ttl' | 'jsonld' | 'nt' | 'rdf';

/** Writes datasets in one RDF format. */
type RdfWriter = (datasets: readonly Published[]) => string;

/** The formats, with what writes them; the API reads none of them. */
export interface ReportWriters {
  readonly html: (report: OwnerReport, language: 'da' | 'en') => Promise<string>;
  readonly pdf: (report: OwnerReport, language: 'da' | 'en') => Promise<Buffer>;
  readonly csv: (report: OwnerReport, language: 'da' | 'en') => Promise<string>;
  /** What was measured of the registers, in the Data Quality Vocabulary. */
  readonly ttl: (measured: readonly Measured[]) => Promise<string>;
  readonly jsonld: (measured: readonly Measured[]) => Promise<string>;
}

export interface ApiPorts {
  readonly links: Links;
  readonly ledger: Pick<Ledger, 'head' | 'read' | 'payloads'>;
  readonly catalogue: Pick<CatalogueStore, 'get' | 'list'>;
  /** How far the views of the ledger have come. */
  readonly checkpoints: Pick<CheckpointStore, 'get'>;
  /** Which datasets of other sources are the same. */
  readonly sameAs: Pick<LinkStore, 'get'>;
  /** How good descriptions are. */
  readonly quality: Pick<
    QualityStore,
    'get' | 'summaries' | 'history' | 'aggregates' | 'aggregateHistory' | 'confirmations' | 'confirm'
  >;
  readonly reports: { build(owner: string): Promise<Built>; keep(report: OwnerReport): Promise<void> };
  readonly reportWriters: ReportWriters;
  readonly letters: LetterStore;
  /** What the links in owners' letters are signed with. */
  readonly linkSecret: string;
  /** The mail address of whoever runs this; empty where it is not told. */
  readonly contact: string;
  readonly clock: Clock;
  /** Whether the addresses that datasets name work. */
  readonly linkStatuses: Pick<LinkStatuses, 'get' | 'list' | 'usesOf' | 'linksOf'>;
  readonly search: SearchReader;
  readonly runs: RunReader;
  readonly sources: Sources;
  /** The contacts of people who asked to be erased. */
  readonly erased: Pick<ErasedContacts, 'known' | 'add' | 'list'>;
  readonly objects: Pick<ObjectStore, 'get' | 'getStream'>;
  /** Where S3 itself hands out what is too large for an answer. */
  readonly presign: Presign;
  readonly held: HeldRemovals;
  readonly renames: Renames;
  readonly starter: RunStarter;
  readonly deadLetters: DeadLetters;
  readonly webhooks: Webhooks;
  readonly writers: Readonly<Record<RdfFormat, RdfWriter>>;
  /** Undefined when nobody is an operator. */
  readonly operatorToken: string | undefined;
  /** Reads the access tokens of the OpenID provider; undefined when there is none. */
  readonly tokens?: TokenVerifier | undefined;
  /** Where people sign in at that provider; undefined where they paste a token. */
  readonly signIn?: (SignInSettings & { readonly issuer: string }) | undefined;
  /** Who did what. */
  readonly audit: AuditLog;
  /** Told of every failure that was not the caller's, with the id that the caller was given. */
  readonly report: (failure: unknown, requestId: string) => void;
}
