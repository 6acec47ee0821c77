/** Decides at a run's end what of its changes is published: all but those of page families whose yield has fallen. */
import {
  type Drift,
  driftRulesOf,
  type FamilyYield,
  familyOf,
  findDrifts,
  knownByFamily,
  type RecordYield,
} from '#catalogue/drift.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import { problemCode } from '#schemas/problem-codes.ts';
import type { RunRecord } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import type { ChangeWriter } from './change-writer.ts';
import type { HeldBack } from './held-back.ts';
import type { ReadContext } from './read-context.ts';
import { note } from './session.ts';
import { believeLinks, linksOf as pageLinks, type SourceState } from './source-state.ts';
import { type WaitingStore, WaitingWriter } from './waiting-changes.ts';

interface SettleDriftPorts {
  readonly ledger: Pick<Ledger, 'read' | 'payload' | 'payloads'>;
  readonly objects: WaitingStore;
}

/** Whether a run keeps its changes back until its yield is known: there must be an earlier yield to compare with. */
export const holdsBack = (source: Source, { records }: SourceState): boolean =>
  driftRulesOf(source) !== null && records.size > 0;

const parentIn =
  ({ session, state }: ReadContext) =>
  (key: string): string | null | undefined =>
    session.pages.get(key)?.parent ?? state.pages.get(key)?.parent;

/** The pages of a family, seen in this run or known from before: a list page that nothing leads to any more is a part of it. */
function linksOf(context: ReadContext, family: string, familyOfPage: (key: string) => string): FamilyYield['links'] {
  const { session, state } = context;
  let before = 0;
  let after = 0;
  let page = family;
  for (const [key, { links, whole }] of session.pages) {
    if (familyOfPage(key) !== family) continue;
    // A list that could not be read says so itself; how many links it has is not known.
    if (!whole && pageLinks(state.pages.get(key)) > 0) return { before: 0, after: 0, page };
    if (!links) continue;
    before += links.before;
    after += links.after;
    if (links.after < links.before) page = key;
  }
  for (const [key, known] of state.pages) {
    if (!session.pages.has(key) && familyOfPage(key) === family) before += pageLinks(known);
  }
  return { before, after, page };
}

/** What each family yields: read from the rows of the run, the states as they were before it, and the changes held back. */
async function yieldsOf(context: ReadContext, heldBack: HeldBack): Promise<FamilyYield[]> {
  const { session, state } = context;
  const parents = parentIn(context);
  const familyOfPage = (key: string) => familyOf(key, parents);
  const changed = new Map<string, string>();
  for await (const { draft, state: after } of heldBack.changes()) changed.set(draft.dataset, after.properties);
  const records = new Map<string, RecordYield[]>();
  for (const { id, outcome, page } of session.rows) {
    const at = id === null ? undefined : session.seen.get(id);
    if (id === null || at === undefined || outcome === 'duplicate') continue;
    const known = state.records.get(id);
    const before = known?.live ? known.properties : undefined;
    const after = outcome === 'rejected' ? '' : (changed.get(id) ?? before ?? '');
    const family = familyOfPage(at);
    const others = records.get(family) ?? [];
    others.push({ page: page ?? at, before, after });
    records.set(family, others);
  }
  return [...knownByFamily(state.records.values(), familyOfPage)].map(([family, known]) => ({
    family,
    known,
    records: records.get(family) ?? [],
    links: linksOf(context, family, familyOfPage),
  }));
}

/** The sentence that says what fell, from how much to how much, and where to look. */
export const driftReason = ({ field, before, after, page }: Drift): string => {
  const what = field === 'links' ? 'The list pages lead to' : `The field "${field}" was found in`;
  const unit = field === 'links' ? 'register pages' : 'records';
  return `${what} ${after} ${unit} where there were ${before}; the site may have changed its shape (look at ${page}). Nothing of these pages is published until an operator releases or rejects it, or a later run reads them as before.`;
};

/** What is read from a drifted family counts as not seen whole: nothing is missing because of it, and it is read again. */
function distrust({ session, state, touch }: ReadContext, isDrifted: (page: string) => boolean): void {
  for (const [key, seen] of session.pages) {
    if (!isDrifted(key)) continue;
    session.pages.set(key, { ...seen, whole: false });
    const page = state.pages.get(key);
    if (page?.reusable) state.pages.set(key, { ...page, reusable: false });
  }
  touch();
}

/** Rows of what waits: neither created nor updated before someone says so. */
function holdRows({ session }: ReadContext, held: ReadonlySet<string>): void {
  const hold = (row: RunRecord): RunRecord => {
    const { id, outcome } = row;
    if (id === null || !held.has(id)) return row;
    const waits = outcome === 'created' || outcome === 'updated' || outcome === 'returned';
    return waits ? { ...row, outcome: 'held', waits: outcome } : row;
  };
  session.rows.replace(function* (rows) {
    for (const row of rows) yield hold(row);
  });
}

/**
 * Publishes what was held back, but for drifted families, whose changes wait for an operator as those of a source that is
 * approved do.
 * @returns what drifted, the worst first.
 */
export async function settleDrift(
  ports: SettleDriftPorts,
  context: ReadContext,
  writer: Pick<ChangeWriter, 'add' | 'flush'>,
): Promise<readonly Drift[]> {
  const { heldBack, session, source } = context;
  const rules = driftRulesOf(source);
  if (!heldBack || !rules) return [];
  const drifts = findDrifts(await yieldsOf(context, heldBack), rules);
  const drifted = new Set(drifts.map(({ family }) => family));
  const parents = parentIn(context);
  const isDrifted = (page: string) => drifted.has(familyOf(page, parents));
  const waiting = new WaitingWriter(ports, session.run.id, session);
  const held = new Set<string>();
  for await (const change of heldBack.changes()) {
    const { dataset } = change.draft;
    const waits = drifted.size > 0 && isDrifted(session.seen.get(dataset) ?? '');
    if (waits) held.add(dataset);
    await (waits ? waiting : writer).add(change);
  }
  await writer.flush();
  await waiting.flush();
  believeLinks(context.state, (page) => !isDrifted(page));
  if (drifts.length === 0) return [];
  holdRows(context, held);
  distrust(context, isDrifted);
  const { severity } = problemCode('scraper-drift');
  for (const drift of drifts) {
    note(session, {
      code: 'scraper-drift',
      severity,
      property: drift.field,
      message: driftReason(drift),
      place: { page: drift.page },
    });
  }
  return drifts;
}
