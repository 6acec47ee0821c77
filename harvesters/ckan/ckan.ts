/** CKAN's Action API, and DKAN's copy of it: pages of packages, each read as it comes. */
import type { Harvester } from '#harvesters/harvester.ts';
import { parsed, textNamed } from '#harvesters/json/element.ts';
import { type ListFormat, ListReader, type ReadObject } from '#harvesters/json/list-reader.ts';
import { isObject, type JsonObject, plainText } from '#harvesters/json/value.ts';
import { EXCERPT_LENGTH, type Page, type Reading } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import { textOf } from './fields.ts';
import { identifierOf, recordOf } from './package.ts';
import { baseOf, firstRequest, nextRequest, type Paging, pagingOf } from './requests.ts';
import { CkanSettings, fullEvery, settingsOf } from './settings.ts';

/** As many packages that are not public are named in a page's report. */
const NAMED = 5;

/**
 * Reads CKAN. A run asks for everything in the stable order of the packages' ids, or, where it can know what it saw before,
 * for what was modified since; what is gone shows in the next listing of everything.
 */
export const ckan: Harvester = {
  version: 1,
  settings: CkanSettings,
  first: (source, since) => [firstRequest(source, since)],
  fullEvery,
  read: readPage,
};

async function* readPage(source: Source, page: Page): AsyncGenerator<Reading> {
  const paging = pagingOf(page.request);
  if (paging.changesOnly) yield { kind: 'scope', scope: 'changes-only' };
  const hidden: string[] = [];
  const reader = new ListReader(formatOf(baseOf(source), hidden));
  for await (const chunk of page.body) {
    yield* reader.read(chunk);
    if (reader.isBroken) return;
  }
  yield* reader.end();
  if (hidden.length > 0) yield hiddenProblem(hidden);
  if (!reader.isBroken && reader.fact('success') === 'false') yield refusal((path) => reader.fact(path));
  yield* ending(source, page, reader, paging, hidden.length);
}

/** Where the list goes on, or how long it should have been. Behind a page that was cut it goes on too: what is there is kept. */
function* ending(
  source: Source,
  { request }: Page,
  reader: ListReader,
  before: Paging,
  hidden: number,
): Generator<Reading> {
  const { action, rows } = settingsOf(source);
  const count = countOf(reader.fact('result/count'));
  const seen = reader.isBroken ? rows : reader.elements;
  const paging: Paging = {
    ...before,
    start: before.start + seen,
    claimed: count === null ? before.claimed : Math.max(before.claimed ?? 0, count),
    skipped: before.skipped + hidden,
  };
  if (count !== null && seen > 0 && paging.start < count) yield { kind: 'page', request: nextRequest(request, paging) };
  else if (paging.claimed !== null) yield { kind: 'total', count: Math.max(0, paging.claimed - paging.skipped) };
  // This list has no count: it ends with an empty page. A page of more than was asked for is all that there is.
  else if (action !== 'package_search' && !reader.isBroken && seen > 0 && seen <= rows) {
    yield { kind: 'page', request: nextRequest(request, paging) };
  }
}

const countOf = (written: string | undefined): number | null =>
  written !== undefined && /^\d{1,15}$/.test(written) ? Number(written) : null;

const formatOf = (base: string, hidden: string[]): ListFormat => ({
  lists: ['result/results', 'result'],
  top: 'result',
  nested: ['result'],
  facts: ['success', 'error', 'result/count'],
  readingsOf: (element) => readingsOf(element, base, hidden),
  isRecord: (object) => 'resources' in object || ('name' in object && 'title' in object && 'state' in object),
  identifierIn: (text) => textNamed('id', text),
  withoutLists: (fact) =>
    fact('success') === 'false' || fact('error') !== undefined
      ? refusal(fact)
      : { kind: 'broken', code: 'wrong-media', message: 'The page is JSON and has no list of packages.' },
});

function* readingsOf({ object, place, repairs }: ReadObject, base: string, hidden: string[]): Generator<Reading> {
  const identifier = identifierOf(object);
  if (!isPublic(object)) {
    hidden.push(identifier ?? place.path ?? '');
    if (identifier !== null && textOf(object.state)?.toLowerCase() === 'deleted')
      yield { kind: 'deletion', identifier, place };
    return;
  }
  yield { kind: 'record', record: recordOf(object, base, place, repairs) };
}

/** Whether a package is a dataset that everybody may see. */
const isPublic = ({ state, private: isPrivate, type }: JsonObject): boolean => {
  const written = textOf(state) ?? 'active';
  if (written.toLowerCase() !== 'active' || type === 'harvest') return false;
  // DKAN, which writes its states with a capital, says `private: true` of what it has published.
  return written === 'Active' || !(isPrivate === true || isPrivate === 'true' || isPrivate === 'True');
};

const hiddenProblem = (hidden: readonly string[]): Reading => ({
  kind: 'problem',
  code: 'not-public',
  message: `The list holds ${hidden.length} packages that are private, deleted, drafts or no datasets; they are left out: ${hidden.slice(0, NAMED).join(', ')}${hidden.length > NAMED ? ', …' : ''}`,
});

/** The portal's own answer that something is wrong, which it sends in the place of a list. */
const refusal = (fact: (path: string) => string | undefined): Extract<Reading, { kind: 'broken' }> => {
  const written = fact('error') ?? '';
  const outcome = parsed(written);
  const error = 'value' in outcome ? outcome.value : written;
  const message = isObject(error) ? (textOf(error.message) ?? plainText(error)) : plainText(error ?? '');
  return {
    kind: 'broken',
    code: 'source-error',
    message: `The portal says: ${message.slice(0, EXCERPT_LENGTH)}`,
    excerpt: written,
  };
};
