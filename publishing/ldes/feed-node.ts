/**
 * What the documents of the feed say of themselves (LDES and TREE): which stream they belong to, and where the rest of it is.
 * A document says what it is under its own public address; a client that asked for another finds nothing in it.
 */
import { namespaces } from '#schemas/namespaces.ts';
import type { Addresses } from '../addresses.ts';
import { catalogueTitle } from '../catalogue-description.ts';
import { iriTerm, literalTerm, type Subject, type Term, type Triple, textTerm } from '../rdf/term.ts';

const { as, dct, ldes, rdf, tree, xsd } = namespaces;

/** The shape that all members keep (SEMIC). */
const ACTIVITY_SHAPE = 'https://semiceu.github.io/LDES-DCAT-AP-feeds/shape.ttl#ActivityShape';

/** Seconds after which a follower looks again. */
const POLLING_INTERVAL = 300;

/** A further document, and the times between which its members lie; without an end for the one that still grows. */
export interface FeedLink {
  readonly node: string;
  readonly from: string;
  readonly to?: string | undefined;
}

const say = (subject: Subject, predicate: string, object: Term): Triple => ({ subject, predicate, object });
const dateTime = (value: string): Term => literalTerm(value, `${xsd}dateTime`);

/** The stream, as every document of it must introduce it. */
function streamTriples({ stream, feed }: Addresses): Triple[] {
  const subject = iriTerm(stream);
  return [
    say(subject, `${rdf}type`, iriTerm(`${ldes}EventStream`)),
    say(subject, `${tree}shape`, iriTerm(ACTIVITY_SHAPE)),
    say(subject, `${ldes}timestampPath`, iriTerm(`${as}published`)),
    say(subject, `${ldes}versionOfPath`, iriTerm(`${as}object`)),
    say(subject, `${tree}view`, iriTerm(feed)),
  ];
}

/** What only the entry says of the stream. No retention policy: the whole log is kept. */
function entryTriples({ stream }: Addresses): Triple[] {
  const subject = iriTerm(stream);
  return [
    say(subject, `${ldes}versionCreateObject`, iriTerm(`${as}Create`)),
    say(subject, `${ldes}versionUpdateObject`, iriTerm(`${as}Update`)),
    say(subject, `${ldes}versionDeleteObject`, iriTerm(`${as}Delete`)),
    say(subject, `${ldes}pollingInterval`, literalTerm(String(POLLING_INTERVAL), `${xsd}integer`)),
    say(subject, `${dct}title`, textTerm(catalogueTitle.da, 'da')),
    say(subject, `${dct}title`, textTerm(catalogueTitle.en, 'en')),
  ];
}

function relationTriples(page: Subject, { node, from, to }: FeedLink, index: number): Triple[] {
  const relation = (kind: string, value: string): Triple[] => {
    const subject: Subject = { kind: 'blank', value: `r${index}${kind[0]?.toLowerCase()}` };
    return [
      say(page, `${tree}relation`, subject),
      say(subject, `${rdf}type`, iriTerm(`${tree}${kind}Relation`)),
      say(subject, `${tree}node`, iriTerm(node)),
      say(subject, `${tree}path`, iriTerm(`${as}published`)),
      say(subject, `${tree}value`, dateTime(value)),
    ];
  };
  return [...relation('GreaterThanOrEqualTo', from), ...(to === undefined ? [] : relation('LessThan', to))];
}

/** A document of the feed. */
export interface FeedNode {
  /** Its address: what it is asked for by. */
  readonly address: string;
  readonly immutable: boolean;
  readonly links: readonly FeedLink[];
}

/** All that a document says before its members. */
export function nodeTriples({ address, immutable, links }: FeedNode, addresses: Addresses): Triple[] {
  const page = iriTerm(address);
  return [
    say(page, `${rdf}type`, iriTerm(`${tree}Node`)),
    ...(immutable ? [say(page, `${ldes}immutable`, literalTerm('true', `${xsd}boolean`))] : []),
    ...streamTriples(addresses),
    ...(address === addresses.feed ? entryTriples(addresses) : []),
    ...links.flatMap((link, index) => relationTriples(page, link, index)),
  ];
}

/** That an activity belongs to the stream. */
export const memberTriple = ({ stream }: Addresses, activity: string): Triple =>
  say(iriTerm(stream), `${tree}member`, iriTerm(activity));
