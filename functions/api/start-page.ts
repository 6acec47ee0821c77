/** `/` for people: a small page that leads to everything, in Danish and English, without script. */
import { html, type Markup } from '#publishing/report/html/markup.ts';
import { docsStyle } from './openapi/docs-style.ts';
import { type Reply, text } from './reply.ts';

interface Shown {
  readonly description: string;
  readonly links: {
    readonly datasets: string;
    readonly catalog: string;
    readonly changes: string;
    readonly docs: string;
    readonly openapi: string;
    readonly owners: string;
    readonly sources: string;
    readonly runs: string;
    readonly quality: string;
    readonly feeds: Readonly<Record<'dcatAp' | 'atom' | 'json' | 'activity' | 'oaiPmh', string>>;
  };
  readonly headers: Readonly<Record<string, string>>;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A harvester asks for the feed that it knows; a protocol without a verb would answer with an error. */
const rows = ({ feeds, ...links }: Shown['links']): readonly (readonly [href: string, da: string, en: string])[] => [
  [links.datasets, 'Datasæt', 'Datasets'],
  [links.owners, 'Dataejere', 'Owners'],
  [links.quality, 'Beskrivelsernes kvalitet', 'Quality of descriptions'],
  [links.sources, 'Kilder', 'Sources'],
  [links.runs, 'Indsamlinger', 'Harvests'],
  [links.catalog, 'Kataloget som DCAT-AP', 'The catalogue as DCAT-AP'],
  [links.changes, 'Ændringer', 'Changes'],
  [feeds.dcatAp, 'Ændringer som DCAT-AP Feeds (LDES)', 'Changes as DCAT-AP Feeds (LDES)'],
  [feeds.atom, 'Ændringer som Atom', 'Changes as Atom'],
  [feeds.json, 'Ændringer som JSON Feed', 'Changes as JSON Feed'],
  [feeds.activity, 'Ændringer som ActivityStreams', 'Changes as ActivityStreams'],
  [`${feeds.oaiPmh}?verb=Identify`, 'OAI-PMH', 'OAI-PMH'],
  [links.docs, 'Dokumentation af API’et', 'Documentation of the API'],
  [links.openapi, 'OpenAPI-dokumentet', 'The OpenAPI document'],
];

const row = ([href, da, en]: readonly [string, string, string]): Markup =>
  html`<li><a href="${href}"><span lang="da">${da}</span> · <span lang="en">${en}</span></a></li>`;

/** Writes the page as a reply. */
export function startPage({ description, links, headers }: Shown): Reply {
  const page = html`<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Datalandkort</title><style>${docsStyle}</style>
<link rel="alternate" type="application/atom+xml" href="${links.feeds.atom}">
<link rel="alternate" type="application/feed+json" href="${links.feeds.json}"></head>
<body><header><h1>Datalandkort</h1>
<p>Landkortet over danske sundhedsdata: ét katalog over det, som dataejere offentliggør, og enhver ændring af det.</p>
<p lang="en">${description}</p></header>
<main><ul>${rows(links).map(row)}</ul></main></body></html>
`;
  return text(page.text, {
    type: 'text/html; charset=utf-8',
    headers: { ...headers, 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' },
  });
}
