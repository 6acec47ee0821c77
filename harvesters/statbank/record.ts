/** A table of the StatBank as a raw record: what its Danish and its English page say, in one. */
import { literal, type RawNode, type RawRecord, type RawValue, type Repair, rawNode } from '#schemas/reading.ts';
import { spanOf } from './periods.ts';
import type { TableInfo } from './table-info.ts';

const PUBLIC = 'http://publications.europa.eu/resource/authority/access-right/PUBLIC';
/** Statistics Denmark lets everybody use its figures so, with the source named. */
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
/** The name of the column that holds the figures, in whatever is taken out of a table as CSV. */
const FIGURES = 'INDHOLD';

type Part = (info: TableInfo) => string | null | undefined;

/** A table in both languages. @param base of the API, @param site where people find tables. */
export interface TablePages {
  readonly danish: TableInfo;
  readonly english: TableInfo;
  readonly subject: string;
  readonly base: string;
  readonly site: string;
}

/** The record of a table. */
export const recordOf = (pages: TablePages): RawRecord => {
  const { danish, english, subject, base, site } = pages;
  const page = `${site.replace(/\/+$/, '')}/${encodeURIComponent(danish.id)}`;
  const both = (part: Part): RawValue[] => [...inLanguage(part(danish), 'da'), ...inLanguage(part(english), 'en')];
  const node = rawNode('Dataset');
  const repairs: Repair[] = [];
  set(node, {
    identifier: [literal(danish.id)],
    title: both(({ text }) => text),
    description: both(({ description }) => description),
    keyword: inLanguage(subject, 'da'),
    landingPage: [iri(page)],
    modified: inLanguage(danish.updated, undefined),
    publisher: [publisher()],
    contactPoint: contactsOf(danish),
    page: documentOf(danish),
    accessRights: [iri(PUBLIC)],
    distribution: [distribution(danish.id, page, base)],
    hasVariables: [variablesOf(pages, both, page)],
  });
  putTime(node, danish, repairs);
  putRest(node, danish, both);
  return { kind: 'Dataset', identifier: danish.id, node, repairs };
};

const set = (node: RawNode, properties: Readonly<Record<string, RawValue[]>>): void => {
  for (const [key, values] of Object.entries(properties)) if (values.length > 0) node.properties[key] = values;
};

const iri = (value: string): RawValue => ({ kind: 'iri', value });

const nodeOf = (node: RawNode, properties: Readonly<Record<string, RawValue[]>>): RawValue => {
  set(node, properties);
  return { kind: 'node', node };
};

const inLanguage = (text: string | null | undefined, language: string | undefined): RawValue[] =>
  text === null || text === undefined || text.trim() === '' ? [] : [literal(text, language)];

const publisher = (): RawValue =>
  nodeOf(rawNode('Agent'), {
    name: [literal('Danmarks Statistik', 'da'), literal('Statistics Denmark', 'en')],
    homepage: [iri('https://www.dst.dk')],
  });

const contactsOf = ({ contacts }: TableInfo): RawValue[] =>
  (contacts ?? []).flatMap((contact) => {
    if (contact === null) return [];
    const { name, mail, phone } = contact;
    const value = nodeOf(rawNode('ContactPoint'), {
      fn: inLanguage(name, undefined),
      hasEmail: mail ? [iri(`mailto:${mail.trim()}`)] : [],
      hasTelephone: inLanguage(phone, undefined),
    });
    return value.kind === 'node' && Object.keys(value.node.properties).length > 0 ? [value] : [];
  });

const documentOf = ({ documentation }: TableInfo): RawValue[] => {
  const url = documentation?.url ?? '';
  return url.trim() === '' ? [] : [literal(url)];
};

/** Figures are taken out on the table's page, or from the API. */
const distribution = (id: string, page: string, base: string): RawValue =>
  nodeOf(rawNode('Distribution'), {
    accessURL: [iri(page)],
    license: [iri(LICENCE)],
    accessService: [
      nodeOf(rawNode('DataService'), {
        title: [literal('Statistikbankens API', 'da'), literal('StatBank API', 'en')],
        endpointURL: [iri(`${base}/v1/data/${encodeURIComponent(id)}`)],
        license: [iri(LICENCE)],
      }),
    ],
  });

/** The variables as columns, in the table's own order, and the figures that they are about. */
const variablesOf = ({ danish, english }: TablePages, both: (part: Part) => RawValue[], page: string): RawValue => {
  const englishOf = new Map((english.variables ?? []).map((variable) => [variable?.id, variable]));
  const columns = (danish.variables ?? []).flatMap((variable) => {
    if (variable === null) return [];
    const other = englishOf.get(variable.id);
    return [
      nodeOf(rawNode('Column'), {
        name: [literal(variable.id)],
        title: [...inLanguage(variable.text, 'da'), ...inLanguage(other?.text, 'en')],
        description: [...inLanguage(valuesIn(variable), 'da'), ...(other ? inLanguage(valuesIn(other), 'en') : [])],
        datatype: [literal('string')],
      }),
    ];
  });
  const figures = nodeOf(rawNode('Column'), {
    name: [literal(FIGURES)],
    title: both(({ text }) => text),
    description: both(({ unit }) => unit),
    datatype: [literal('decimal')],
  });
  const title = both(({ text }) => text);
  const table = nodeOf(rawNode('Table'), { title, url: [iri(page)], column: [...columns, figures] });
  return nodeOf(rawNode('TableGroup'), { title: [...title], table: [table] });
};

type Variable = NonNullable<NonNullable<TableInfo['variables']>[number]>;

/** The values of a variable by name; of many the first ones, and how many there are. */
const valuesIn = ({ named, count }: Variable): string =>
  count > named.length ? `${named.join(', ')}, … (${count})` : named.join(', ');

/** From when to when the figures are, by the codes of the time variable. */
const putTime = (node: RawNode, { variables }: TableInfo, repairs: Repair[]): void => {
  const codes = variables?.find((variable) => variable?.time === true)?.periods ?? [];
  const span = spanOf(codes);
  const written = codes.length > 1 ? `${codes[0]}–${codes.at(-1)}` : codes.join('');
  if (span === undefined) {
    if (written !== '') node.unmapped.periods = [literal(written)];
    return;
  }
  const { start, end, resolution } = span;
  set(node, {
    temporal: [nodeOf(rawNode('Period'), { startDate: [literal(start)], endDate: [literal(end)] })],
    temporalResolution: resolution === undefined ? [] : [literal(resolution)],
  });
  repairs.push({ code: 'value-transformed', property: 'temporal', value: written });
};

/** What the table of properties has no place for, under the API's own names. */
const putRest = (node: RawNode, danish: TableInfo, both: (part: Part) => RawValue[]): void => {
  const rest: Record<string, RawValue[]> = {
    unit: both(({ unit }) => unit),
    footnote: both(({ footnote }) => footnote?.text),
    suppressedDataValue: inLanguage(danish.suppressedDataValue, undefined),
    active: danish.active === undefined || danish.active === null ? [] : [literal(String(danish.active))],
  };
  for (const [name, values] of Object.entries(rest)) if (values.length > 0) node.unmapped[name] = values;
};
