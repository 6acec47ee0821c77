/**
 * Owners' own web pages: most of what Denmark says about its registers is said there and nowhere else. A profile says how the
 * pages are walked and where in them each property stands.
 */
import { type CheerioAPI, load } from 'cheerio';
import { EXCERPT_LENGTH, type Page, type PageRequest, type Reading } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import type { Harvester } from '../harvester.ts';
import { decode, MAX_PAGE_BYTES, readBytes } from './decode.ts';
import { absolute, languageOf } from './dom.ts';
import type { PageView } from './fields.ts';
import { MAX_LINKS_PER_PAGE, nextPage, type PageRole, registerPages } from './links.ts';
import { MAX_NESTING, nestsTooDeep } from './nesting.ts';
import { type Profile, profileOf } from './profile.ts';
import { readRecord, saysNothing } from './read-record.ts';
import { MAX_RECORDS_PER_PAGE, scopesOf } from './scopes.ts';
import { HtmlSettings, type LinkRule } from './settings.ts';

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

const hasPassword = ($: CheerioAPI): boolean => $('input[type="password"]').length > 0;

/** The readings of a list page: the register pages, then the next page. Without links the site has changed its shape. */
function readList({ $, url, base }: PageView, rule: LinkRule, next: PageRequest | undefined): Reading[] {
  const found = registerPages($, base, rule).filter((request) => request.url !== url);
  if (found.length === 0 && hasPassword($)) return [broken('login-page', `${url} asks for a password.`)];
  if (found.length === 0) return [broken('no-links-found', `No link on ${url} fits ${JSON.stringify(rule)}.`)];
  const readings: Reading[] = found.slice(0, MAX_LINKS_PER_PAGE).map((request) => ({ kind: 'page', request }));
  if (next) readings.push({ kind: 'page', request: next });
  if (found.length > MAX_LINKS_PER_PAGE) {
    readings.push(broken('too-many-links', `${url} names ${found.length} pages; ${MAX_LINKS_PER_PAGE} are read.`));
  }
  return readings;
}

/** The readings of a page of registers; where there is no list in front of them, these pages have a next page themselves. */
function readRegisters(view: PageView, profile: Profile, next: PageRequest | undefined): Reading[] {
  const { $, url } = view;
  const asksPassword = hasPassword($);
  $(profile.ignore).remove();
  const { scopes, total } = scopesOf(view, profile);
  const readings: Reading[] = scopes.map((scope) => readRecord(scope, profile));
  if (asksPassword && readings.every((one) => one.kind !== 'record' || saysNothing(one.record))) {
    return [broken('login-page', `${url} asks for a password.`)];
  }
  if (total === 0) return [broken('no-records-found', `Nothing on ${url} fits ${JSON.stringify(profile.record)}.`)];
  if (next && !profile.links) readings.push({ kind: 'page', request: next });
  if (total > MAX_RECORDS_PER_PAGE) {
    readings.push(broken('too-many-records', `${url} holds ${total} records; ${MAX_RECORDS_PER_PAGE} are read.`));
  }
  return readings;
}

const viewOf = (text: string, url: string, profile: Profile): PageView => {
  const $ = load(text);
  const base = absolute($('base[href]').attr('href'), url) ?? url;
  return { $, url, base, language: languageOf($('body')[0]) ?? profile.language };
};

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
  const view = viewOf(text, page.url, profile);
  const next = nextPage(view.$, view.base, profile.next);
  if (profile.links && roleOf(page.request, profile) === 'list') yield* readList(view, profile.links, next);
  else yield* readRegisters(view, profile, next);
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
