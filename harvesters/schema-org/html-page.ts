/** The datasets that a web page describes in its JSON-LD, its Microdata or its RDFa. */
import type { CheerioAPI } from 'cheerio';
import { type Element, elementsIn, languageOf } from '#harvesters/html/dom.ts';
import { Findings } from '#harvesters/rdf/findings.ts';
import { TripleGraph } from '#harvesters/rdf/graph.ts';
import { JsonLdExpander } from '#harvesters/rdf/jsonld-expander.ts';
import { type MarkupNode, readMicrodata } from './microdata.ts';
import { readRdfa } from './rdfa.ts';
import { type PageOfRecords, type RecordsOfPage, readRecords } from './records.ts';
import { readScript, type ScriptBlock } from './scripts.ts';

/** A page that came, parsed. */
export interface HtmlPage {
  readonly $: CheerioAPI;
  /** Where it came from, after redirects. */
  readonly url: string;
  /** What relative addresses resolve against. */
  readonly base: string;
}

/** What the page's datasets are, and what was wrong with it as a whole. */
export interface HtmlRecords extends RecordsOfPage {
  /** Read from Microdata or RDFa, which a page that is cut off leaves open. */
  readonly isMarkup: boolean;
  readonly findings: Findings;
}

/** Scripts of one page; the rest is left unread. */
const MAX_SCRIPTS = 500;

const isJsonLd = ({ name, attribs }: Element): boolean =>
  name === 'script' && /^\s*application\/(?:[\w.-]+\+)?ld\+json/i.test(attribs.type ?? '');

const blockOf = (element: Element): ScriptBlock => {
  const text = element.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
  return { text, line: element.sourceCodeLocation?.startLine ?? 1 };
};

/**
 * Reads a page. Of the three ways of marking, the first that holds a dataset counts: pages that use two say the same thing
 * twice, and in JSON-LD most wholly.
 */
export function readHtmlPage({ $, url, base }: HtmlPage): HtmlRecords {
  const roots = $.root().toArray()[0]?.children ?? [];
  const said = languageOf($('body')[0]);
  const canonical = $('link[rel="canonical"]').attr('href');
  const landingPage = canonical !== undefined && URL.canParse(canonical, base) ? new URL(canonical, base).href : url;
  const ways = [
    () => ofScripts(elementsIn(roots, isJsonLd), base),
    () => ofMarkup(hasAttribute($, 'itemscope') ? readMicrodata(roots, base, said) : [], base),
    () => ofMarkup(hasAttribute($, 'typeof') ? readRdfa(roots, base, said) : [], base),
  ];
  let first: HtmlRecords | undefined;
  for (const [index, way] of ways.entries()) {
    const { graph, findings, placeOf } = way();
    const page: PageOfRecords = { base, landingPage, language: said, mentionsHavePages: true, placeOf };
    const records = { ...readRecords(graph, findings, page), findings, isMarkup: index > 0 };
    if (records.listed.length > 0 || records.readings.some(({ kind }) => kind === 'record' || kind === 'rejection')) {
      return records;
    }
    first ??= records;
  }
  return first ?? { readings: [], listed: [], findings: new Findings(), isMarkup: false };
}

const hasAttribute = ($: CheerioAPI, name: string): boolean => $(`[${name}]`).length > 0;

interface Marked {
  readonly graph: TripleGraph;
  readonly findings: Findings;
  readonly placeOf: PageOfRecords['placeOf'];
}

const ofScripts = (scripts: readonly Element[], base: string): Marked => {
  const graph = new TripleGraph();
  const findings = new Findings();
  const ends: { readonly end: number; readonly line: number }[] = [];
  for (const script of scripts.slice(0, MAX_SCRIPTS)) {
    const block = blockOf(script);
    readScript(block, graph, findings, base);
    ends.push({ end: graph.tripleCount, line: block.line });
  }
  const lineOf = (triple: number): number | undefined => ends.find(({ end }) => triple < end)?.line;
  return { graph, findings, placeOf: (term) => ({ line: lineOf(graph.firstTriple(term)) }) };
};

const ofMarkup = (nodes: readonly MarkupNode[], base: string): Marked => {
  const graph = new TripleGraph();
  const findings = new Findings();
  new JsonLdExpander(graph, findings, new Map()).document(nodes, base);
  return { graph, findings, placeOf: () => undefined };
};

/** Elements whose end may not be left out. */
const CLOSED = ['div', 'main', 'section', 'article', 'script', 'ul', 'table', 'h1', 'span', 'a'];

/** Whether a page was cut off on its way. End tags of `html` and `body` may be left out, and packed pages do so. */
export const isCut = (text: string): boolean => {
  if (!/<html[\s>]/i.test(text) || /<\/(?:html|body)\s*>/i.test(text)) return false;
  if (!/>\s*$/.test(text.slice(-200))) return true;
  const count = (pattern: string): number => text.match(new RegExp(pattern, 'gi'))?.length ?? 0;
  return CLOSED.some((name) => count(`<${name}[\\s>]`) > count(`</${name}[\\s>]`));
};
