/** A dataset as the fifteen elements of Dublin Core (oai_dc), which every OAI-PMH repository must have. */
import type { LanguageMap } from '#schemas/record.ts';
import type { Published } from '../published.ts';
import { escapedXml } from '../rdf/write-rdf-xml.ts';

interface Element {
  readonly name: string;
  readonly text: string;
  readonly language?: string | undefined;
}

/** XML takes no language that is no tag; an owner's text whose language is unknown has none. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

const texts = (name: string, map: LanguageMap | undefined): Element[] =>
  Object.entries(map ?? {}).map(([language, text]) => ({
    name,
    text,
    language: language !== 'und' && LANGUAGE.test(language) ? language : undefined,
  }));

const plain = (name: string, values: readonly (string | undefined)[]): Element[] =>
  values.flatMap((text) => (text === undefined ? [] : [{ name, text }]));

function elementsOf({ iri, entry: { record } }: Published): Element[] {
  const keywords = Object.entries(record.keyword ?? {}).flatMap(([language, words]) =>
    words.flatMap((word) => texts('subject', { [language]: word })),
  );
  return [
    ...texts('title', record.title),
    ...(record.creator ?? []).flatMap(({ name }) => texts('creator', name)),
    ...keywords,
    ...plain('subject', record.theme ?? []),
    ...texts('description', record.description),
    ...texts('publisher', record.publisher?.name),
    ...plain('date', [record.modified ?? record.issued]),
    ...plain('type', ['Dataset']),
    ...plain('identifier', [iri, ...(record.identifier ?? []), ...(record.landingPage ?? [])]),
    ...plain('source', [record.iri]),
    ...plain('language', record.language ?? []),
    ...plain('relation', record.relation ?? []),
    ...plain('rights', [record.accessRights]),
  ];
}

const written = ({ name, text, language }: Element): string =>
  `<dc:${name}${language === undefined ? '' : ` xml:lang="${language}"`}>${escapedXml(text)}</dc:${name}>`;

/** The element `oai_dc:dc`. */
export const dublinCore = (published: Published): string =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">${elementsOf(
    published,
  )
    .map(written)
    .join('')}</oai_dc:dc>`;
