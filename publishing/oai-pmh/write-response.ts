/** Answers of an OAI-PMH 2.0 repository (http://www.openarchives.org/OAI/openarchivesprotocol.html), as XML. */
import type { Published } from '../published.ts';
import { describeDataset } from '../rdf/describe-dataset.ts';
import { escapedXml, rdfXmlElement } from '../rdf/write-rdf-xml.ts';
import { dublinCore } from './dublin-core.ts';

export type OaiError =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'
  | 'noMetadataFormats'
  | 'noSetHierarchy';

interface MetadataFormat {
  readonly schema: string;
  readonly namespace: string;
  readonly write: (published: Published) => string;
}

/** What records can be had as. DCAT-AP has no XML Schema; the address given is where RDF/XML is defined. */
export const metadataFormats: Readonly<Record<'oai_dc' | 'dcat_ap', MetadataFormat>> = {
  oai_dc: {
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    write: dublinCore,
  },
  dcat_ap: {
    schema: 'http://www.openarchives.org/OAI/2.0/rdf.xsd',
    namespace: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    write: (published) => rdfXmlElement(describeDataset(published)),
  },
};
export type MetadataPrefix = keyof typeof metadataFormats;

/** A record by its header. */
export interface OaiHeader {
  readonly identifier: string;
  readonly datestamp: string;
  readonly set: string;
  readonly deleted: boolean;
}

const element = (name: string, text: string): string => `<${name}>${escapedXml(text)}</${name}>`;

export const header = ({ identifier, datestamp, set, deleted }: OaiHeader): string =>
  `<header${deleted ? ' status="deleted"' : ''}>${element('identifier', identifier)}${element('datestamp', datestamp)}${element('setSpec', set)}</header>\n`;

/** @param metadata the record's own XML; none for a deleted one. */
export const record = (of: OaiHeader, metadata: string | undefined): string =>
  `<record>${header(of)}${metadata === undefined ? '' : `<metadata>${metadata}</metadata>`}</record>\n`;

/** Undefined for a list that was never parted; empty on the last page of one that was. */
export const resumption = (token: string | undefined): string =>
  token === undefined ? '' : `<resumptionToken>${escapedXml(token)}</resumptionToken>\n`;

interface Identity {
  readonly name: string;
  readonly baseUrl: string;
  readonly email: string;
  readonly earliest: string;
}

export const identify = ({ name, baseUrl, email, earliest }: Identity): string =>
  [
    element('repositoryName', name),
    element('baseURL', baseUrl),
    element('protocolVersion', '2.0'),
    element('adminEmail', email),
    element('earliestDatestamp', earliest),
    element('deletedRecord', 'persistent'),
    element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    element('compression', 'gzip'),
  ].join('');

export const formatList = (): string =>
  Object.entries(metadataFormats)
    .map(
      ([prefix, { schema, namespace }]) =>
        `<metadataFormat>${element('metadataPrefix', prefix)}${element('schema', schema)}${element('metadataNamespace', namespace)}</metadataFormat>`,
    )
    .join('');

export const setOf = (spec: string, name: string): string =>
  `<set>${element('setSpec', spec)}${element('setName', name)}</set>`;

export const errorOf = (code: OaiError, message: string): string =>
  `<error code="${code}">${escapedXml(message)}</error>`;

interface Envelope {
  readonly responseDate: string;
  readonly baseUrl: string;
  /** What was asked; nothing where the question could not be read. */
  readonly request: Readonly<Record<string, string>>;
  /** The verb's element, or none around an error. */
  readonly verb: string | undefined;
  readonly body: string;
}

export function envelope({ responseDate, baseUrl, request, verb, body }: Envelope): string {
  const attributes = Object.entries(request).map(([name, value]) => ` ${name}="${escapedXml(value)}"`);
  const content = verb === undefined ? body : `<${verb}>\n${body}</${verb}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>${responseDate}</responseDate>
<request${attributes.join('')}>${escapedXml(baseUrl)}</request>
${content}
</OAI-PMH>
`;
}
