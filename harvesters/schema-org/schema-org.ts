/**
 * The `schema-org` format: datasets as search engines read them, in the JSON-LD, Microdata or RDFa of web pages that a
 * sitemap or a start page names, or in one feed of schema.org in any serialisation of RDF; Croissant is a dialect of it.
 */
import { load } from 'cheerio';
import { readPaging } from '#harvesters/dcat/paging.ts';
import type { Harvester, Since } from '#harvesters/harvester.ts';
import { decode } from '#harvesters/html/decode.ts';
import { absolute } from '#harvesters/html/dom.ts';
import { MAX_LINKS_PER_PAGE, nextPage, registerPages } from '#harvesters/html/links.ts';
import { MAX_NESTING, nestsTooDeep } from '#harvesters/html/nesting.ts';
import { readGraph } from '#harvesters/rdf/read-graph.ts';
import { durationMs } from '#schemas/duration.ts';
import { EXCERPT_LENGTH, type Page, type PageRequest, type Place, type Reading } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import { type OpenedPage, openPage, wholeBody } from './body.ts';
import { type HtmlRecords, isCut, readHtmlPage } from './html-page.ts';
import { readRecords } from './records.ts';
import { SchemaOrgSettings } from './settings.ts';
import { type Location, readAddressList, readSitemap } from './sitemap.ts';

/** Web pages first: many servers answer a JSON-LD request with something else than what the page itself says. */
const ACCEPT =
  'text/html, application/xhtml+xml, application/ld+json;q=0.9, application/xml;q=0.9, text/turtle;q=0.8, */*;q=0.5';

/** Parsed as a tree, a page of HTML takes some thirty times its size. */
const MAX_HTML_BYTES = 10 * 1024 * 1024;

/** `lastmod` is a day as often as a time, in whatever zone; a page changed within this before the last run is read again. */
const LASTMOD_OVERLAP_MS = 36 * 60 * 60 * 1000;

/** What a page was asked for as. A source's first page may be any of these. */
type Role = 'first' | 'list' | 'sitemap' | 'page';

interface Context {
  readonly role: Role;
  /** For sitemaps: pages that changed before then were read. */
  readonly since?: string | undefined;
}

const contextOf = ({ context }: PageRequest): Context => {
  if (typeof context !== 'object' || context === null || !('role' in context)) return { role: 'first' };
  const { role } = context;
  const since = 'since' in context && typeof context.since === 'string' ? context.since : undefined;
  return role === 'list' || role === 'sitemap' || role === 'page' || role === 'first'
    ? { role, since }
    : { role: 'first' };
};

const requestOf = (url: string, context: Context, relation: PageRequest['relation']): PageRequest => ({
  url,
  relation,
  headers: { accept: ACCEPT },
  context,
});

const broken = (code: string, message: string, text = ''): Reading => ({
  kind: 'broken',
  code,
  message,
  excerpt: text.slice(0, EXCERPT_LENGTH),
});

/** A page without a dataset: told, or where every page must have one, a record that could not be read. */
const noDataset = (page: Page, { everyPage }: SchemaOrgSettings): Reading => {
  const told = { code: 'no-dataset', message: `${page.url} describes no dataset of schema.org.` };
  return everyPage ? { kind: 'rejection', identifier: null, ...told } : { kind: 'problem', ...told };
};

const wanted = (settings: SchemaOrgSettings): ((location: Location) => boolean) => {
  const pattern = (text: string | undefined): RegExp | undefined =>
    text === undefined ? undefined : new RegExp(text, 'u');
  const [include, exclude, sitemaps] = [settings.include, settings.exclude, settings.sitemaps].map(pattern);
  return ({ kind, url }) =>
    kind === 'sitemap' ? (sitemaps?.test(url) ?? true) : (include?.test(url) ?? true) && exclude?.test(url) !== true;
};

/** Whether a page may have changed since; one that does not say when it did may have. */
const isNewer = (lastmod: string | undefined, since: string): boolean => {
  const changed = lastmod === undefined ? Number.NaN : Date.parse(lastmod);
  return Number.isNaN(changed) || changed >= Date.parse(since) - LASTMOD_OVERLAP_MS;
};

async function* readLocations(opened: OpenedPage, page: Page, settings: SchemaOrgSettings): AsyncGenerator<Reading> {
  const { since } = contextOf(page.request);
  const bytes = await wholeBody(opened.body);
  if (bytes === undefined) {
    yield broken('page-too-large', `${page.url} is larger than any sitemap may be.`);
    return;
  }
  const { text } = decode(bytes, page.contentType);
  const { locations, fault } = opened.kind === 'sitemap' ? readSitemap(text) : readAddressList(text);
  if (since !== undefined) yield { kind: 'scope', scope: 'changes-only' };
  for (const location of locations.filter(wanted(settings))) {
    const url = absolute(location.url, page.url);
    const isSitemap = location.kind === 'sitemap';
    if (url === page.url) continue;
    if (url === undefined) {
      yield { kind: 'problem', code: 'bad-address', message: location.url.slice(0, EXCERPT_LENGTH) };
    } else if (since === undefined || isNewer(location.lastmod, since)) {
      const context: Context = isSitemap
        ? { role: 'sitemap', ...(since !== undefined && { since }) }
        : { role: 'page' };
      yield { kind: 'page', request: requestOf(url, context, 'child') };
    }
  }
  if (fault !== undefined) yield broken(fault.code, fault.message, text.slice(-EXCERPT_LENGTH));
}

/** Pages of datasets that a catalogue on the page lists without describing them. */
function* listedPages(listed: readonly string[], page: Page): Generator<Reading> {
  const own = page.url.replace(/#[\s\S]*$/, '');
  const targets = new Set(listed.flatMap((iri) => (/^https?:/.test(iri) ? iri.replace(/#[\s\S]*$/, '') : [])));
  targets.delete(own);
  for (const target of [...targets].slice(0, MAX_LINKS_PER_PAGE)) {
    yield { kind: 'page', request: requestOf(target, { role: 'page' }, 'child') };
  }
  if (targets.size > MAX_LINKS_PER_PAGE) {
    yield broken('too-many-links', `${page.url} lists ${targets.size} datasets; ${MAX_LINKS_PER_PAGE} are followed.`);
  }
}

async function* readFeed(opened: OpenedPage, page: Page, settings: SchemaOrgSettings): AsyncGenerator<Reading> {
  const { graph, findings } = await readGraph({ ...page, body: opened.body });
  const { readings, listed } = readRecords(graph, findings, {
    base: page.url,
    landingPage: undefined,
    language: undefined,
    mentionsHavePages: false,
    placeOf: (term) => placeOfLine(graph.line(term)),
  });
  yield* readings;
  yield* listedPages(listed, page);
  yield* readPaging(graph, page.url);
  if (findings.broken !== undefined) yield { kind: 'broken', ...findings.broken };
  else if (!holdsRecord(readings) && listed.length === 0) yield noDataset(page, settings);
}

const placeOfLine = (line: number): Place | undefined => (line > 0 ? { line } : undefined);

const holdsRecord = (readings: readonly Reading[]): boolean =>
  readings.some(({ kind }) => kind === 'record' || kind === 'rejection');

/** The links of a start page or of a further page of its list. */
function* readLinks({ $, base }: View, page: Page, { links, next }: SchemaOrgSettings): Generator<Reading> {
  if (!links) return;
  const found = registerPages($, base, links).filter(({ url }) => url !== page.url);
  if (found.length === 0) yield broken('no-links-found', `No link on ${page.url} fits ${JSON.stringify(links)}.`);
  for (const { url } of found.slice(0, MAX_LINKS_PER_PAGE)) {
    yield { kind: 'page', request: requestOf(url, { role: 'page' }, 'child') };
  }
  const further = nextPage($, base, next ?? null);
  if (further) yield { kind: 'page', request: requestOf(further.url, { role: 'list' }, 'next') };
  if (found.length > MAX_LINKS_PER_PAGE) {
    yield broken('too-many-links', `${page.url} names ${found.length} pages; ${MAX_LINKS_PER_PAGE} are read.`);
  }
}

interface View {
  readonly $: ReturnType<typeof load>;
  readonly base: string;
}

/** What makes a page that holds no dataset one that cannot count as read: a login in its place. */
const isLogin = ({ $ }: View, { readings, listed }: HtmlRecords): boolean =>
  !holdsRecord(readings) && listed.length === 0 && $('input[type="password"]').length > 0;

/** Markup of a page that is cut off: more of the dataset may have followed. */
const halfRead = (reading: Reading): Reading =>
  reading.kind !== 'record'
    ? reading
    : {
        kind: 'rejection',
        code: 'incomplete-record',
        identifier: reading.record.node.iri ?? null,
        message: 'the page ends before its end, so more of the dataset may have followed',
      };

async function* readHtml(opened: OpenedPage, page: Page, settings: SchemaOrgSettings): AsyncGenerator<Reading> {
  const bytes = await wholeBody(opened.body);
  if (bytes === undefined || bytes.length > MAX_HTML_BYTES) {
    yield broken('page-too-large', `${page.url} is longer than ${MAX_HTML_BYTES} bytes.`);
    return;
  }
  const { text } = decode(bytes, page.contentType);
  if (nestsTooDeep(text)) {
    yield broken('nested-too-deep', `${page.url} has more than ${MAX_NESTING} tags inside each other.`);
    return;
  }
  const $ = load(text, { sourceCodeLocationInfo: true });
  const view: View = { $, base: absolute($('base[href]').attr('href'), page.url) ?? page.url };
  const records = readHtmlPage({ ...view, url: page.url });
  const { role } = contextOf(page.request);
  const isList = settings.links != null && (role === 'first' || role === 'list');
  const wasCut = isCut(text);
  for (const reading of records.readings) yield wasCut && records.isMarkup ? halfRead(reading) : reading;
  yield* listedPages(records.listed, page);
  if (isList) yield* readLinks(view, page, settings);
  if (records.findings.broken !== undefined) yield { kind: 'broken', ...records.findings.broken };
  if (wasCut) {
    yield broken('truncated', `${page.url} ends before its body does.`, text.slice(-EXCERPT_LENGTH));
  } else if (isLogin(view, records)) yield broken('login-page', `${page.url} asks for a password.`);
  else if (!isList && !holdsRecord(records.readings) && records.listed.length === 0) {
    yield role === 'first'
      ? broken('no-records-found', `${page.url} describes no dataset, and \`links\` does not say where they are.`)
      : noDataset(page, settings);
  }
}

async function* read(source: Source, page: Page): AsyncIterable<Reading> {
  const settings = SchemaOrgSettings.parse(source.settings);
  const { role } = contextOf(page.request);
  const opened = await openPage(page);
  const isSitemap = opened.kind === 'sitemap' || opened.kind === 'address-list';
  if (role === 'sitemap' && !isSitemap && opened.fault === undefined) {
    yield broken(
      'wrong-media',
      `${page.url} is no sitemap (Content-Type ${page.contentType ?? 'missing'}).`,
      opened.head,
    );
    return;
  }
  if (isSitemap) yield* readLocations(opened, page, settings);
  else if (opened.kind === 'html') yield* readHtml(opened, page, settings);
  else if (opened.kind === 'feed') yield* readFeed(opened, page, settings);
  else if (role === 'page' && opened.kind === 'other') yield noDataset(page, settings);
  else if (opened.fault === undefined) {
    yield broken(
      'wrong-media',
      `${page.url} is neither a sitemap, a web page nor RDF (Content-Type ${page.contentType ?? 'missing'}).`,
      opened.head,
    );
  }
  if (opened.fault !== undefined) yield { kind: 'broken', ...opened.fault };
}

/** The `schema-org` format. */
export const schemaOrg: Harvester = {
  version: 1,
  settings: SchemaOrgSettings,
  first: (source: Source, since?: Since) => {
    const { trustLastmod } = SchemaOrgSettings.parse(source.settings);
    const onlyNew = trustLastmod && since !== undefined && !since.fullDue;
    return [requestOf(source.url, { role: 'first', ...(onlyNew && { since: since.lastComplete }) }, undefined)];
  },
  fullEvery: (source) => {
    const { trustLastmod, fullEvery } = SchemaOrgSettings.parse(source.settings);
    return trustLastmod ? durationMs(fullEvery) : 0;
  },
  read,
};
