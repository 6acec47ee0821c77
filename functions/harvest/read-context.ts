/** What reading the pages of a run works on, and what readers of pages and of unchanged pages share. */
import { createHash } from 'node:crypto';
import type { IsErased } from '#catalogue/erased-contacts.ts';
import type { Validators } from '#functions/shared/fetcher.ts';
import type { Harvester } from '#harvesters/harvester.ts';
import type { PageRequest } from '#schemas/reading.ts';
import type { Outcome } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import type { ChangeWriter } from './change-writer.ts';
import type { Frontier, FrontierPage, Offer } from './frontier.ts';
import type { HeldBack } from './held-back.ts';
import type { ProblemsBefore } from './problems-before.ts';
import type { Session } from './session.ts';
import type { SourceState } from './source-state.ts';

/** All that reading a page works on. */
export interface ReadContext {
  readonly source: Source;
  readonly harvester: Harvester;
  readonly session: Session;
  readonly state: SourceState;
  readonly frontier: Frontier;
  readonly writer: Pick<ChangeWriter, 'add'>;
  /** What this very run did before it was taken up again, by dataset id. */
  readonly done: ReadonlyMap<string, Outcome>;
  readonly touch: () => void;
  /** Where the run keeps its changes until its yield is known; absent where they are published at once. */
  readonly heldBack?: HeldBack | undefined;
  /** What stood at the source's last run; absent where nothing is compared. */
  readonly before?: ProblemsBefore;
  /** Tells the addresses of people who asked to be erased; absent where nobody did. */
  readonly isErased?: IsErased | undefined;
}

/** A page that came, archived and ready to be read. */
export interface ArrivedPage {
  readonly taken: FrontierPage;
  readonly url: string;
  readonly contentType: string | null;
  readonly validators: Validators;
  readonly sha256: string;
  readonly archive: string;
  readonly observedAt: string;
  readonly isImmutable?: boolean | undefined;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Pages read by another version of the reader, or with other settings, are read again although they are unchanged. */
export const readerOf = (source: Source, harvester: Harvester): string =>
  createHash('sha256')
    .update(JSON.stringify([source.format, harvester.version, source.settings, source.defaults, source.textLanguage]))
    .digest('hex')
    .slice(0, 16);

/** What a request tells its reader beyond the address; undefined where it tells nothing. */
export const contextOf = ({ context }: PageRequest): string | undefined =>
  context === undefined ? undefined : createHash('sha256').update(JSON.stringify(context)).digest('hex').slice(0, 16);

/** A request that does not say otherwise goes on with the list of the page that made it. */
export const relationOf = (request: PageRequest): 'next' | 'child' => request.relation ?? 'next';

/** Why an offer of a page costs the page that made it its completeness; undefined when it costs nothing. */
export const costOf = (offer: Offer): string | undefined => {
  if (offer === 'loop') return 'page-loop';
  if (offer === 'too-many') return 'too-many-pages';
  return offer === 'bad-address' ? 'bad-address' : undefined;
};

/** What this run did to a record before it was taken up again; a record that it did nothing to is unchanged. */
export const sameRunOutcome = (done: Outcome | undefined): Outcome =>
  done === undefined || done === 'removed' ? 'unchanged' : done;

/** Notes that a record was seen, and on which page if that is its home; says so to nobody when the state knows it already. */
export function markSeen({ state, touch }: ReadContext, id: string, page: string | null): void {
  const record = state.records.get(id);
  const home = page ?? record?.home ?? null;
  if (!record || (record.missingRuns === 0 && !record.kept && record.home === home)) return;
  state.records.set(id, { ...record, missingRuns: 0, kept: false, home });
  touch();
}
