/**
 * Owners' own web pages: most of what Denmark says about its registers is said there and nowhere else. A profile says how the
 * pages are walked and where in them each property stands.
 */
import { type CheerioAPI, load } from 'cheerio';
import { EXCERPT_LENGTH, type Page, type PageRequest, type Reading } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import type { Harvester } from '../harvester.ts';
import { decode, MAX_PAGE_BYTES, readBytes } from './decode.ts';
import { languageOf } from './dom.ts';
import { MAX_LINKS_PER_PAGE, nextPage, type PageRole, registerPages } from './links.ts';
import { MAX_NESTING, nestsTooDeep } from './nesting.ts';
import { type Profile, profileOf } from './profile.ts';
import { readRecord, saysNothing } from './read-record.ts';
import { scopesOf } from './scopes.ts';
import { HtmlSettings } from './settings.ts';

/** A page of more records than this is cut: a rule that takes every element for a record would fill the catalogue. */
const MAX_RECORDS_PER_PAGE = 5000;

const broken = (code: string, message: string, text = ''): Reading => ({
  kind: 'broken',
  code,
  message,
  excerpt: text.slice(0, EXCERPT_LENGTH),
});

const isMarkup = (contentType: string | null, text: string): boolean => {
  if (contentType !== null && !/html|text\/plain|octet-stream/i.test(contentType)) return false;
  return /<(?:!doctype html|html|head|body|main|h1|table|dl|div|p)\b/i.test(text);
};

/** A page that opens its html and ends before any end tag of it was cut off on the way. */
const isCut = (text: string): boolean => /<html[\s>]/i.test(text) && !/<\/(?:html|body)\s*>/i.test(text);

/** What makes a page unreadable before it is looked into. */
function fault(page: Page, text: string): Reading | undefined {
  if (!isMarkup(page.contentType, text)) {
    return broken('wrong-media', `${page.url} is ${page.contentType ?? 'of no told type'} and not an HTML page.`, text);
  }
  if (isCut(text)) return broken('truncated', `${page.url} ends before its body does.`, text.slice(-EXCERPT_LENGTH));
  if (nestsTooDeep(text))
    return broken('nested-too-deep', `${page.url} has more than ${MAX_NESTING} tags inside each other.`);
  return undefined;
}

const roleOf = (request: PageRequest, profile: Profile): PageRole =>
  request.context === 'register' || request.context === 'list' ? request.context : profile.links ? 'list' : 'register';

/** The readings of a list page: the register pages, then the next page. Without links the page has changed its shape. */
function readList($: CheerioAPI, page: Page, profile: Profile): Reading[] {
  const found = profile.links ? registerPages($, page.url, profile.links) : [];
  const next = nextPage($, page.url, profile.next);
  if (found.length === 0) {
    if (hasPassword($)) return [broken('login-page', `${page.url} asks for a password.`)];
    return [broken('no-links-found', `No link on ${page.url} fits ${JSON.stringify(profile.links)}.`)];
  }
  const readings: Reading[] = found.slice(0, MAX_LINKS_PER_PAGE).map((request) => ({ kind: 'page', request }));
  if (next) readings.push({ kind: 'page', request: next });
  if (found.length > MAX_LINKS_PER_PAGE) {
    readings.push(
      broken('too-many-links', `${page.url} names ${found.length} pages; the first ${MAX_LINKS_PER_PAGE} are read.`),
    );
  }
  return readings;
}

const hasPassword = ($: CheerioAPI): boolean => $('input[type="password"]').length > 0;

/** The readings of a page of registers. */
function readRegisters($: CheerioAPI, page: Page, profile: Profile): Reading[] {
  const asksPassword = hasPassword($);
  const next = profile.links ? undefined : nextPage($, page.url, profile.next);
  const language = languageOf($('body')[0] ?? $('html')[0]) ?? profile.language;
  $(profile.ignore).remove();
  const scopes = scopesOf($, page.url, language, profile);
  const readings: Reading[] = scopes.slice(0, MAX_RECORDS_PER_PAGE).map((scope) => readRecord(scope, profile));
  if (asksPassword && readings.every((one) => one.kind !== 'record' || saysNothing(one.record))) {
    return [broken('login-page', `${page.url} asks for a password.`)];
  }
  if (scopes.length === 0)
    return [broken('no-records-found', `Nothing on ${page.url} fits ${JSON.stringify(profile.record)}.`)];
  if (next) readings.push({ kind: 'page', request: next });
  if (scopes.length > MAX_RECORDS_PER_PAGE) {
    readings.push(
      broken(
        'too-many-records',
        `${page.url} holds ${scopes.length} records; the first ${MAX_RECORDS_PER_PAGE} are read.`,
      ),
    );
  }
  return readings;
}

async function* read(source: Source, page: Page): AsyncIterable<Reading> {
  const profile = profileOf(HtmlSettings.parse(source.settings));
  const bytes = await readBytes(page.body);
  if (!bytes) {
    yield broken('page-too-large', `${page.url} is longer than ${MAX_PAGE_BYTES} bytes.`);
    return;
  }
  const { text, charset, overruled } = decode(bytes, page.contentType);
  const unreadable = fault(page, text);
  if (unreadable) {
    yield unreadable;
    return;
  }
  if (overruled !== undefined) {
    yield {
      kind: 'problem',
      code: 'wrong-charset',
      message: `${page.url} says ${overruled} and was read as ${charset}.`,
    };
  }
  const $ = load(text);
  yield* roleOf(page.request, profile) === 'list' ? readList($, page, profile) : readRegisters($, page, profile);
}

/** The `html` format. */
export const html: Harvester = {
  version: 1,
  settings: HtmlSettings,
  first: (source) => {
    const { start } = HtmlSettings.parse(source.settings);
    return (start ?? [source.url]).map((url) => ({ url }));
  },
  read,
};
