/**
 * What a piece of a page becomes. Each transform gives values in the form that the normaliser of all formats reads, and says
 * whether it changed what was written; undefined means that it could not read it, no values
 * that there is nothing to keep.
 */
import { literal, type RawValue, rawNode } from '#schemas/reading.ts';
import { readCount } from './counts.ts';
import { readDate, readPeriod, saysOpen } from './dates.ts';
import { absolute, type Element, elementsIn, type Fragment, lineOf, linesOf, textOf } from './dom.ts';
import { emailOf, emailsIn, phoneIn } from './emails.ts';
import { fileDistributions } from './files.ts';
import { normaliseLabel } from './synonyms.ts';

/** What a transform made of a fragment. */
interface Transformed {
  readonly values: readonly RawValue[];
  /** True when the text was changed by more than white space, so that it is to be kept beside the value. */
  readonly changed: boolean;
}

/** Where the fragment stands: the language of the text, and the page's address. */
interface TransformContext {
  readonly language: string | undefined;
  readonly url: string;
}

type Transform = (fragment: Fragment, context: TransformContext) => Transformed | undefined;

const same = (values: readonly RawValue[]): Transformed => ({
  values,
  changed: false,
});

const linksIn = (fragment: Fragment): Element[] =>
  elementsIn(fragment.nodes, ({ name, attribs }) => name === 'a' && attribs.href !== undefined);

const text: Transform = (fragment, { language }) => same([literal(textOf(fragment.nodes), language)]);

/** Text on one line, in a language. */
const phrase: Transform = (fragment, { language }) => same([literal(lineOf(fragment.nodes), language)]);

/** Text on one line, in no language: names, codes, terms. */
const line: Transform = (fragment) => same([literal(lineOf(fragment.nodes))]);

const period: Transform = (fragment) => {
  const read = readPeriod(lineOf(fragment.nodes));
  if (!read) return undefined;
  const node = rawNode('Period');
  if (read.start) node.properties.startDate = [literal(read.start)];
  if (read.end) node.properties.endDate = [literal(read.end)];
  return { values: [{ kind: 'node', node }], changed: true };
};

const date: Transform = (fragment) => {
  const time = elementsIn(fragment.nodes, ({ name, attribs }) => name === 'time' && attribs.datetime !== undefined)[0];
  const written = lineOf(fragment.nodes);
  const machine = time?.attribs.datetime?.trim();
  const read =
    machine && /^\d{4}(-\d{2}){0,2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(machine) ? machine : readDate(written);
  return read === undefined ? undefined : { values: [literal(read)], changed: read !== written };
};

/** The end of a period; "gælder stadig" says that there is none, which is no value and still read. */
const end: Transform = (fragment, context) =>
  saysOpen(lineOf(fragment.nodes)) ? { values: [], changed: true } : date(fragment, context);

const count: Transform = (fragment) => {
  const written = lineOf(fragment.nodes);
  const read = readCount(written);
  return read === undefined ? undefined : { values: [literal(String(read))], changed: String(read) !== written };
};

const links: Transform = (fragment, { url }) => {
  const named = linesOf(fragment.nodes).flatMap((text) => text.match(/https?:\/\/[^\s<>"]+[^\s<>".,;)]/g) ?? []);
  const targets = linksIn(fragment).map(({ attribs }) => absolute(attribs.href, url));
  const values = [...new Set([...targets, ...named].filter((target) => target !== undefined))];
  return values.length === 0 ? undefined : same(values.map((value) => ({ kind: 'iri', value })));
};

const email: Transform = (fragment) => {
  const address = emailOf(fragment);
  if (!address) return undefined;
  return { values: [{ kind: 'iri', value: `mailto:${address}` }], changed: lineOf(fragment.nodes) !== address };
};

const contact: Transform = (fragment, { language, url }) => {
  const node = rawNode('ContactPoint');
  const address = emailOf(fragment);
  const lines = linesOf(fragment.nodes);
  const phone = phoneIn(lines.join(' '));
  const page = linksIn(fragment).flatMap(({ attribs }) => absolute(attribs.href, url) ?? [])[0];
  // The name is the first line that is no address and no number; the rest of a letterhead is not a name.
  const name = lines
    .map((line) =>
      (emailsIn(line).length > 0 || phoneIn(line)
        ? line.replace(
            /[,:;(]?\s{0,9}\S{0,320}(?:@|\(at\)|\[at\]).*$|[,:;(]?\s{0,9}(?:tlf|telefon|phone|e-?mail|\+?\d).*$/i,
            '',
          )
        : line
      ).trim(),
    )
    .find((line) => line !== '');
  if (name) node.properties.fn = [literal(name, language)];
  if (address) node.properties.hasEmail = [{ kind: 'iri', value: `mailto:${address}` }];
  if (phone) node.properties.hasTelephone = [literal(phone)];
  if (page) node.properties.hasURL = [{ kind: 'iri', value: page }];
  const changed = lines.join('\n') !== name;
  return Object.keys(node.properties).length === 0 ? undefined : { values: [{ kind: 'node', node }], changed };
};

const agent: Transform = (fragment, { language, url }) => {
  const name = linesOf(fragment.nodes)[0];
  if (!name) return undefined;
  const node = rawNode('Agent');
  node.properties.name = [literal(name, language)];
  const homepage = linksIn(fragment).flatMap(({ attribs }) => absolute(attribs.href, url) ?? [])[0];
  if (homepage) node.properties.homepage = [{ kind: 'iri', value: homepage }];
  return { values: [{ kind: 'node', node }], changed: lineOf(fragment.nodes) !== name };
};

const itemsOf = (fragment: Fragment): string[] => {
  const items = elementsIn(fragment.nodes, ({ name }) => name === 'li').map((item) => lineOf(item.children));
  const parts = items.length > 0 ? items : linesOf(fragment.nodes).flatMap((text) => text.split(/[;,•|]|\s·\s/));
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
};

const list: Transform = (fragment, { language }) => same(itemsOf(fragment).map((item) => literal(item, language)));

/** Values of a vocabulary: separate words, which the normaliser finds by their label, so no language goes with them. */
const concepts: Transform = (fragment) =>
  same(
    itemsOf(fragment)
      .flatMap((item) => item.split(/(?<!\s)\s+(?:og|and)\s+/))
      .map((item) => literal(item)),
  );

const documents: Transform = (fragment, { language, url }) => {
  const values = linksIn(fragment).flatMap((anchor): RawValue[] => {
    const iri = absolute(anchor.attribs.href, url);
    if (!iri) return [];
    const node = rawNode('Document', iri);
    const title = lineOf(anchor.children);
    if (title) node.properties.title = [literal(title, language)];
    return [{ kind: 'node', node }];
  });
  return values.length > 0 ? same(values) : text(fragment, { language, url });
};

const files: Transform = (fragment, { language, url }) => {
  const values = fileDistributions(linksIn(fragment), url, language);
  return values.length === 0 ? undefined : same(values);
};

const DENMARK = 'http://publications.europa.eu/resource/authority/country/DNK';
const nationwide = new Set([
  'landsdaekkende',
  'nationwide',
  'national',
  'hele landet',
  'danmark',
  'denmark',
  'nationwdie',
  'nationvide',
  'hele danmark',
  'national coverage',
]);

const area: Transform = (fragment, { language }) => {
  const written = lineOf(fragment.nodes);
  if (nationwide.has(normaliseLabel(written))) return { values: [{ kind: 'iri', value: DENMARK }], changed: true };
  return same([literal(written, language)]);
};

/** Every transform that a profile can name. */
export const transforms = {
  text,
  phrase,
  line,
  period,
  date,
  end,
  count,
  links,
  email,
  contact,
  agent,
  list,
  concepts,
  documents,
  files,
  area,
} as const satisfies Record<string, Transform>;

export type TransformName = keyof typeof transforms;

const byProperty: Readonly<Record<string, TransformName>> = {
  temporal: 'period',
  'temporal.startDate': 'date',
  'temporal.endDate': 'end',
  retentionPeriod: 'text',
  spatial: 'area',
  issued: 'date',
  modified: 'date',
  numberOfRecords: 'count',
  numberOfUniqueIndividuals: 'count',
  contactPoint: 'contact',
  'contactPoint.hasEmail': 'email',
  'contactPoint.hasTelephone': 'line',
  publisher: 'agent',
  creator: 'agent',
  custodian: 'agent',
  hdab: 'agent',
  keyword: 'list',
  alternative: 'list',
  language: 'concepts',
  theme: 'concepts',
  accrualPeriodicity: 'line',
  accessRights: 'line',
  hasCodingSystem: 'concepts',
  hasPersonalData: 'concepts',
  identifier: 'line',
  version: 'line',
  title: 'phrase',
  landingPage: 'links',
  page: 'documents',
  isReferencedBy: 'links',
  distribution: 'files',
};

/** The transform that a property has when the profile names none: plain text is right for descriptions of all kinds. */
export const transformFor = (property: string): TransformName => byProperty[property] ?? 'text';
