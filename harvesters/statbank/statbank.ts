/** Statistics Denmark's StatBank API: subjects, their tables, and each table in both languages as one record. */
import type { Failure, Harvester } from '#harvesters/harvester.ts';
import { readElement } from '#harvesters/json/element.ts';
import { isObject } from '#harvesters/json/value.ts';
import { EXCERPT_LENGTH, type Page, type PageRequest, type Reading } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import { recordOf } from './record.ts';
import {
  baseOf,
  danishRequest,
  englishRequest,
  type Step,
  stepOf,
  subjectsRequest,
  tablesRequest,
} from './requests.ts';
import { StatbankSettings as Settings, type StatbankSettings, settingsOf } from './settings.ts';
import { leavesOf } from './subjects.ts';
import { type TableInfo, TablePage } from './table-info.ts';

/** The description of the largest table is some megabytes; what is longer is none. */
const PAGE_BYTES = 64 * 1024 * 1024;

/** Reads the StatBank. Every table's page is asked for in Danish; it names the English one, which gives the record. */
export const statbank: Harvester = {
  version: 1,
  settings: Settings,
  first: (source) => [subjectsRequest(source, settingsOf(source))],
  read: readPage,
  missed: readMissed,
};

/** What servers answer about a page that they do not have: asking again tomorrow would not change it. */
const NOT_THERE: ReadonlySet<string> = new Set(['http-400', 'http-404', 'http-410']);

/** A table that has no English page is one in Danish; one whose English page did not come stays as it was. */
function* readMissed(source: Source, request: PageRequest, failure: Failure): Generator<Reading> {
  const step = stepOf(request);
  if (step.step !== 'english') return;
  if (NOT_THERE.has(failure.code)) {
    yield { kind: 'record', record: table(source, settingsOf(source), step, { id: step.table }) };
    return;
  }
  const message = `the English page of the table did not come: ${failure.message}`;
  yield { kind: 'rejection', code: 'incomplete-record', identifier: step.danish.id, message };
}

async function* readPage(source: Source, page: Page): AsyncGenerator<Reading> {
  const outcome = await readJson(page);
  if ('broken' in outcome) {
    yield outcome.broken;
    return;
  }
  yield* readValue(source, stepOf(page.request), outcome.value);
}

type Broken = Extract<Reading, { kind: 'broken' }>;

const broken = (code: string, message: string, excerpt?: string): Broken => ({
  kind: 'broken',
  code,
  message,
  excerpt,
});

const readJson = async ({ body, url }: Page): Promise<{ readonly value: unknown } | { readonly broken: Broken }> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > PAGE_BYTES) return { broken: broken('page-too-large', `${url} is larger than ${PAGE_BYTES} bytes.`) };
  }
  const bytes = Buffer.concat(chunks);
  const outcome = readElement(bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes);
  if (outcome.kind === 'value') {
    const { value } = outcome;
    if (isObject(value) && typeof value.errorTypeCode === 'string') {
      return { broken: broken('source-error', `The StatBank says: ${value.message ?? value.errorTypeCode}`) };
    }
    return { value };
  }
  const start = outcome.text.trimStart().slice(0, EXCERPT_LENGTH);
  if (start === '') return { broken: broken('truncated', `${url} is empty.`) };
  if (!/^[[{]/.test(start)) return { broken: broken('wrong-media', `${url} is no JSON.`, start) };
  const isCut = outcome.offset >= outcome.text.trimEnd().length;
  return { broken: broken(isCut ? 'truncated' : 'syntax-error', `${url}: ${outcome.message}`, start) };
};

/** The mark that some servers put before UTF-8. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function* readValue(source: Source, step: Step, value: unknown): Generator<Reading> {
  const settings = settingsOf(source);
  if (step.step === 'subjects') yield* readSubjects(source, settings, value);
  else if (step.step === 'tables') yield* readTables(source, step.subject, value);
  else {
    const parsed = TablePage.safeParse(value);
    if (!parsed.success || parsed.data.id.toLowerCase() !== step.table.toLowerCase()) {
      yield broken('wrong-media', `The page is not the description of the table ${step.table}.`);
    } else if (step.step === 'danish') yield child(englishRequest(source, step.table, step.subject, parsed.data));
    else yield { kind: 'record', record: table(source, settings, step, parsed.data) };
  }
}

const table = (
  source: Source,
  { site }: StatbankSettings,
  step: Extract<Step, { step: 'english' }>,
  english: TableInfo,
) => recordOf({ danish: step.danish, english, subject: step.subject, base: baseOf(source), site });

const child = (request: PageRequest): Reading => ({ kind: 'page', request });

function* readSubjects(source: Source, settings: StatbankSettings, value: unknown): Generator<Reading> {
  const leaves = leavesOf(value, settings.subjects === undefined ? settings.matching : undefined);
  if (leaves === undefined) yield broken('wrong-media', 'The page is not a list of subjects.');
  else if (leaves.length === 0) yield broken('no-records-found', 'No subject of the StatBank fits the settings.');
  else for (const { id, name } of leaves) yield child(tablesRequest(source, settings, id, name));
}

function* readTables(source: Source, subject: string, value: unknown): Generator<Reading> {
  if (!Array.isArray(value)) {
    yield broken('wrong-media', 'The page is not a list of tables.');
    return;
  }
  for (const [index, one] of value.entries()) {
    const id = isObject(one) ? one.id : undefined;
    if (typeof id === 'string' && id.trim() !== '') yield child(danishRequest(source, id.trim(), subject));
    else {
      const message = 'The list names a table without an id.';
      yield { kind: 'rejection', code: 'no-identity', identifier: null, message, place: { path: `/${index}` } };
    }
  }
}
