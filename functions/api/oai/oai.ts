/** `/v1/oai`: the catalogue as an OAI-PMH 2.0 repository. Its sets are the sources; what was removed stays as a deleted record. */

import type { StoredDataset } from '#functions/shared/catalogue-store.ts';
import { catalogueTitle } from '#publishing/catalogue-description.ts';
import {
  envelope,
  errorOf,
  formatList,
  header,
  identify,
  type MetadataPrefix,
  metadataFormats,
  type OaiHeader,
  record,
  resumption,
  setOf,
} from '#publishing/oai-pmh/write-response.ts';
import type { Links } from '../links.ts';
import { CHANGING, type Reply, text } from '../reply.ts';
import type { ApiRequest } from '../request.ts';
import {
  argumentsOf,
  OaiFault,
  prefixOf,
  type Question,
  questionOf,
  type Selection,
  selectionOf,
  selectionOfToken,
  tokenOf,
  type Verb,
} from './oai-question.ts';
import { listEnd, type OaiPorts, recordsOf } from './oai-records.ts';

/** Records of an answer, and characters above which it takes no further one. */
const PAGE_RECORDS = 100;
const PAGE_CHARACTERS = 3_000_000;

/**
 * How far an answer's date lies behind the newest change, in milliseconds. Harvesters ask from that date on the next time: an
 * overlap costs them some records, a gap would cost them a change.
 */
const SAFETY_MS = 60_000;

const BEGINNING = '1970-01-01T00:00:00Z';

/**
 * What stands where an operator's address belongs while there is none. The protocol demands one, and clients that ask who we are
 * before they harvest would come no further; no letter ever reaches a name under `invalid` (RFC 6761 § 6.4), and nobody is taken for its owner.
 */
const NO_CONTACT = 'contact-is-not-set@datalandkort.invalid';

/** Seconds, as `granularity` promises. */
const secondsOf = (instant: number | string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

const headerOf = ({ id, published, source, state }: StoredDataset, links: Links): OaiHeader => ({
  identifier: links.datasetIri(id),
  datestamp: secondsOf(published),
  set: source,
  deleted: state === 'removed',
});

function recordXml(dataset: StoredDataset, prefix: MetadataPrefix, links: Links): string {
  const { entry } = dataset;
  const metadata = entry ? metadataFormats[prefix].write({ iri: links.datasetIri(dataset.id), entry }) : undefined;
  return record(headerOf(dataset, links), metadata);
}

/** The dataset of an identifier. @throws OaiFault `idDoesNotExist`. */
async function find({ catalogue, links }: OaiPorts, identifier: string): Promise<StoredDataset> {
  const start = links.datasetIri('');
  const id = identifier.startsWith(start) ? identifier.slice(start.length) : '';
  const dataset = /^[a-z0-9-]{1,64}\.[a-z0-9-]{1,128}$/.test(id) ? await catalogue.get(id) : undefined;
  if (!dataset) throw new OaiFault('idDoesNotExist', 'There is no record of this identifier.');
  return dataset;
}

/** @throws OaiFault `noSetHierarchy` where there are no sources. */
async function setsOf({ sources }: OaiPorts) {
  const all = await sources.list();
  if (all.length === 0) throw new OaiFault('noSetHierarchy', 'There are no sets.');
  return all;
}

async function selected({ values }: Question, ports: OaiPorts, epoch: string): Promise<Selection> {
  const { resumptionToken } = values;
  if (resumptionToken !== undefined) return selectionOfToken(resumptionToken, epoch);
  const selection = selectionOf(values);
  if (selection.set !== undefined) await setsOf(ports);
  return selection;
}

/** A page of a list, and whether and how it goes on. @throws OaiFault `noRecordsMatch`. */
async function list(
  question: Question,
  ports: OaiPorts,
  write: (dataset: StoredDataset, prefix: MetadataPrefix) => string,
): Promise<string> {
  const { epoch, seq } = await listEnd(ports);
  const selection = await selected(question, ports, epoch);
  const items: string[] = [];
  let left = PAGE_CHARACTERS;
  let last = 0;
  for await (const dataset of recordsOf(ports, selection, seq)) {
    // One more than fits: only now is it known that the list goes on.
    if (items.length === PAGE_RECORDS || left <= 0) return items.join('') + resumption(tokenOf(epoch, selection, last));
    const item = write(dataset, selection.prefix);
    items.push(item);
    left -= item.length;
    last = dataset.seq;
  }
  if (items.length === 0) throw new OaiFault('noRecordsMatch', 'No record fits.');
  return items.join('') + resumption(selection.after === undefined ? undefined : '');
}

const answers: Readonly<Record<Verb, (question: Question, ports: OaiPorts) => Promise<string>>> = {
  async Identify(_question, { links, ledger, contact }) {
    const [first] = await ledger.read(0, 1);
    const earliest = first ? secondsOf(first.published) : BEGINNING;
    const baseUrl = links.to('/v1/oai');
    return identify({ name: catalogueTitle.en, baseUrl, email: contact || NO_CONTACT, earliest });
  },

  async ListMetadataFormats({ values }, ports) {
    const { identifier } = values;
    const { entry } = identifier === undefined ? { entry: true } : await find(ports, identifier);
    if (!entry) throw new OaiFault('noMetadataFormats', 'The record was deleted.');
    return formatList();
  },

  async ListSets({ values }, ports) {
    // The list of sets is never parted, so no token of it can be ours.
    if (values.resumptionToken !== undefined) throw new OaiFault('badResumptionToken', 'This is no token of ours.');
    const all = await setsOf(ports);
    return all.map(({ id, title }) => setOf(id, title.en ?? title.da ?? id)).join('');
  },

  ListIdentifiers: (question, ports) => list(question, ports, (dataset) => header(headerOf(dataset, ports.links))),

  ListRecords: (question, ports) => list(question, ports, (dataset, prefix) => recordXml(dataset, prefix, ports.links)),

  async GetRecord({ values }, ports) {
    const prefix = prefixOf(values.metadataPrefix);
    return recordXml(await find(ports, values.identifier ?? ''), prefix, ports.links);
  },
};

/** What an answer says of its own time. */
async function responseDate(ports: OaiPorts): Promise<string> {
  const { seq } = await listEnd(ports);
  const [head] = seq > 0 ? await ports.ledger.read(seq - 1, 1) : [];
  return head ? secondsOf(Date.parse(head.published) - SAFETY_MS) : BEGINNING;
}

interface Outcome {
  readonly request: Readonly<Record<string, string>>;
  readonly verb: string | undefined;
  readonly body: string;
}

async function outcomeOf(ports: OaiPorts, given: URLSearchParams): Promise<Outcome> {
  try {
    const question = questionOf(given);
    const body = await answers[question.verb](question, ports);
    return { request: { verb: question.verb, ...question.values }, verb: question.verb, body };
  } catch (fault) {
    if (!(fault instanceof OaiFault)) throw fault;
    // A question that could not be read is not repeated: its parts may be no attributes at all.
    const unreadable = fault.code === 'badVerb' || fault.code === 'badArgument';
    return {
      request: unreadable ? {} : Object.fromEntries(given),
      verb: undefined,
      body: errorOf(fault.code, fault.message),
    };
  }
}

/** Answers by GET and by POST; also a fault is an answer with status 200, as the protocol wants it. */
export async function answerOai(ports: OaiPorts, request: ApiRequest): Promise<Reply> {
  // Before the records: the date must not be later than what they show.
  const date = await responseDate(ports);
  const outcome = await outcomeOf(ports, argumentsOf(request));
  const body = envelope({ responseDate: date, baseUrl: ports.links.to('/v1/oai'), ...outcome });
  return text(body, { type: 'text/xml; charset=utf-8', cache: request.method === 'POST' ? 'no-store' : CHANGING });
}
