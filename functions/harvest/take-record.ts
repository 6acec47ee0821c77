/** What becomes of one record that a page lists: its identity, its normal form, and whether it is a change. */
import { type Comparison, compare } from '#catalogue/compare.ts';
import type { IsErased } from '#catalogue/erased-contacts.ts';
import { fingerprint } from '#catalogue/fingerprint.ts';
import { datasetId } from '#catalogue/identity.ts';
import { type NormalisedRecord, normalise } from '#catalogue/normalise.ts';
import type { RecordState } from '#catalogue/record-state.ts';
import { keptId, matchKey } from '#catalogue/rename.ts';
import type { Cause } from '#schemas/change.ts';
import { problemCode } from '#schemas/problem-codes.ts';
import type { Place, RawRecord } from '#schemas/reading.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import type { Outcome } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import type { PendingChange } from './change-writer.ts';

/** What the record is compared with, and where it was read. */
export interface RecordContext {
  readonly source: Source;
  readonly run: string;
  /** Where and when the page was read. */
  readonly page: string;
  /** The key of the page as the record's home; null on a page that lists only changes and never comes again. */
  readonly pageKey: string | null;
  readonly archive: string | null;
  readonly observedAt: string;
  readonly stateOf: (id: string) => RecordState | undefined;
  /** Tells the addresses of people who asked to be erased. */
  readonly isErased?: IsErased | undefined;
  /** Why a record is another, when it is not because its source says so: its page was only read anew. */
  readonly updateCause?: Cause | undefined;
}

/** What a record came to; `change` is what the ledger is to be told. */
export type Taken =
  | { readonly kind: 'rejected'; readonly code: string; readonly message: string; readonly identifier: string | null }
  | {
      readonly kind: 'taken';
      readonly id: string;
      readonly identifier: string | null;
      readonly outcome: Extract<Outcome, 'created' | 'updated' | 'unchanged' | 'returned'>;
      readonly changed: readonly string[];
      readonly problems: NormalisedRecord['problems'];
      /** How the record is known again under another identifier. */
      readonly match: string | undefined;
      readonly change: PendingChange | null;
    };

/** A place in words: what a person types into an editor's "go to", or the path of the value. */
export const placeText = (place: Place | undefined): string | null => {
  if (!place) return null;
  const line = place.line === undefined ? [] : [`line ${place.line}`];
  const column = place.column === undefined ? [] : [`column ${place.column}`];
  return [...line, ...column, ...(place.path === undefined ? [] : [place.path])].join(', ') || null;
};

function entryOf(raw: RawRecord, normalised: NormalisedRecord, id: string, context: RecordContext): CatalogueEntry {
  return {
    id,
    kind: normalised.kind,
    identifier: normalised.identifier,
    source: context.source.id,
    record: normalised.record,
    unmapped: normalised.unmapped,
    written: normalised.written,
    origin: {
      run: context.run,
      page: context.page,
      archive: context.archive,
      place: placeText(raw.place),
      observedAt: context.observedAt,
      catalogues: [...(raw.catalogues ?? [])],
      ...(context.source.example && { example: true }),
    },
    problems: normalised.problems.map(({ code, property, value, message }) => ({
      code,
      ...(property !== undefined && { property }),
      ...(value !== undefined && { value }),
      message: message || problemCode(code).en,
    })),
  };
}

/** A table's item holds 400 KB; a larger record is kept beside it, and whoever wants it is sent more than they may expect. */
const LARGE = 400_000;

const CAUSES = { created: 'source-created', updated: 'source-updated', returned: 'source-returned' } as const;

/** A record that comes under another of its identifiers than the last time has changed, although nothing it says has. */
const withIdentifier = (comparison: Comparison, before: RecordState | undefined, own: string): Comparison => {
  if (before === undefined || (before.knownAs ?? before.id) === own) return comparison;
  if (comparison.kind === 'unchanged') return { kind: 'updated', changed: ['identifier'] };
  if (comparison.kind !== 'updated') return comparison;
  return { kind: 'updated', changed: [...new Set(['identifier', ...comparison.changed])] };
};

/**
 * The text in memory of its own. V8 keeps the whole of which a text is a part alive with it, here the record as it was written:
 * the state of a hundred thousand records would hold all their pages.
 */
const alone = (part: string): string => Buffer.from(part).toString();

/** Decides about one record. Pure but for the state that it is told of. */
export function takeRecord(raw: RawRecord, context: RecordContext): Taken {
  const { source, run, observedAt, pageKey } = context;
  const normalised = normalise(raw, { ...source, isErased: context.isErased });
  if ('rejected' in normalised) {
    const { rejected, message } = normalised;
    return { kind: 'rejected', code: rejected, message, identifier: raw.identifier };
  }
  const own = datasetId(source.id, normalised.key);
  const id = keptId(own, context.stateOf);
  const before = context.stateOf(id);
  const now = fingerprint(normalised);
  const { contentHash, properties, size } = now;
  const compared = compare(before, now, source.ignoreChangesIn);
  const comparison = withIdentifier(compared, before, own);
  const match = matchKey(normalised.record);
  const { problems } = normalised;
  const identifier = normalised.identifier === null ? null : alone(normalised.identifier);
  if (size > LARGE)
    problems.push({ code: 'large-record', value: `${size} characters`, message: problemCode('large-record').en });
  const taken = { kind: 'taken', id, identifier, problems, match } as const;
  if (comparison.kind === 'unchanged') return { ...taken, outcome: 'unchanged', changed: [], change: null };

  const changed = comparison.kind === 'updated' ? [...comparison.changed] : [];
  const revision = (before?.revision ?? 0) + 1;
  const state: RecordState = {
    id,
    identifier,
    kind: normalised.kind,
    live: true,
    revision,
    hash: contentHash,
    properties,
    lastSeq: before?.lastSeq ?? 0,
    missingRuns: 0,
    flaps: (before?.flaps ?? 0) + (comparison.kind === 'returned' ? 1 : 0),
    kept: false,
    home: pageKey ?? before?.home ?? null,
    match,
    knownAs: own === id ? undefined : own,
  };
  const draft = {
    type: comparison.kind === 'updated' ? ('Update' as const) : ('Create' as const),
    dataset: id,
    kind: normalised.kind,
    revision,
    contentHash,
    previousHash: before?.hash ?? null,
    changed,
    source: source.id,
    run,
    observedAt,
    cause: (comparison.kind === 'updated' ? context.updateCause : undefined) ?? CAUSES[comparison.kind],
    previous: before ? before.lastSeq : null,
  };
  return {
    ...taken,
    outcome: comparison.kind,
    changed,
    change: { draft, entry: entryOf(raw, normalised, id, context), state, size },
  };
}
