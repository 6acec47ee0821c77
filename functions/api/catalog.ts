/**
 * `/v1/catalog`: the catalogue as DCAT-AP, a page at a time (Hydra), as it was at one place of the log; by a profile also as
 * schema.org and as `data.json`. A harvester that deletes what it did not see may rely on it: what changes while it walks
 * neither shifts a page nor is missed.
 */
import * as z from 'zod';
import { describeCatalogue, describePublisher, membership } from '#publishing/catalogue-description.ts';
import { dcatUsCatalogue, dcatUsItem } from '#publishing/dcat-us/write-dcat-us.ts';
import { charactersOf } from '#publishing/ldes/bounded-payload.ts';
import type { DocumentLanguage } from '#publishing/profiles/plain-values.ts';
import { isRdfProfile } from '#publishing/profiles/profiles.ts';
import type { Published } from '#publishing/published.ts';
import { describeDataset } from '#publishing/rdf/describe-dataset.ts';
import { iriTerm, type Triple } from '#publishing/rdf/term.ts';
import { schemaOrgCatalogue, schemaOrgDataset } from '#publishing/schema-org/write-schema-org.ts';
import { namespaces } from '#schemas/namespaces.ts';
import { profileIds } from '#schemas/profile.ts';
import { type CatalogPorts, readPage } from './catalog-page.ts';
import { placeOf } from './catalog-place.ts';
import { catalogFormats } from './catalog-suffixes.ts';
import type { Links } from './links.ts';
import type { RdfFormat } from './ports.ts';
import {
  askedLanguage,
  askedProfile,
  DCAT_US_TYPE,
  formatsOf,
  LanguageParameter,
  profileLinks,
  profileParameter,
  VARY_BY_PROFILE,
} from './profiles.ts';
import { contentType, type ResourceFormat, resourceTypes, tripleWriters } from './rdf-writers.ts';
import { CHANGING, IMMUTABLE, type Reply, text } from './reply.ts';
import { alternateHeaders, chooseFormat, type Offer } from './representation.ts';
import { type ApiRequest, Limit, parseQuery } from './request.ts';

const { hydra, rdf } = namespaces;

/** Turtle first: what DCAT harvesters ask for without saying so. */
/** Profiles of which a catalogue is a whole; Croissant knows one dataset a document. */
const catalogProfiles = [...profileIds, 'schema-org', 'dcat-us'] as const;
type CatalogProfile = (typeof catalogProfiles)[number];

export const Query = z.strictObject({
  format: z.string().optional(),
  profile: profileParameter(catalogProfiles),
  language: LanguageParameter,
  limit: Limit,
  at: z
    .string()
    .regex(/^[0-9]{1,12}$/, 'a place of the log')
    .transform(Number)
    .optional(),
  after: z
    .string()
    .regex(/^[a-z0-9-]{1,64}\.[a-z0-9-]{1,128}$/, 'the id of a dataset')
    .optional(),
});

/** A page as it is asked for. */
interface AskedPage {
  readonly at: number;
  readonly after: string | undefined;
  readonly limit: number;
  readonly language: DocumentLanguage | undefined;
  /** The address of the page that goes on behind a dataset; of the first one without. */
  readonly addressOf: (from: string | undefined) => string;
}

/** A page as it is sent. */
interface PageText {
  readonly body: string;
  readonly next: string | undefined;
}

/** The page as a part of the collection that the catalogue is. */
function viewTriples(links: Links, { addressOf, after }: AskedPage, next: string | undefined): Triple[] {
  const view = iriTerm(addressOf(after));
  const catalogue = iriTerm(links.catalogueIri);
  const say = (subject: typeof view, predicate: string, object: string): Triple => ({
    subject,
    predicate,
    object: iriTerm(object),
  });
  return [
    say(catalogue, `${rdf}type`, `${hydra}Collection`),
    say(catalogue, `${hydra}view`, addressOf(after)),
    say(view, `${rdf}type`, `${hydra}PartialCollectionView`),
    say(view, `${hydra}first`, addressOf(undefined)),
    ...(next === undefined ? [] : [say(view, `${hydra}next`, next)]),
  ];
}

/** What the catalogue says of itself stands on every page, as does where the page belongs. */
async function rdfPage(
  ports: CatalogPorts,
  asked: AskedPage,
  { format, profile }: { readonly format: RdfFormat; readonly profile: (typeof profileIds)[number] | undefined },
): Promise<PageText> {
  const { links } = ports;
  const { parts, last } = await readPage(ports, asked, (published) => {
    const part = [membership(links, published.iri), ...describeDataset({ ...published, profile })];
    return { part, characters: charactersOf(part) };
  });
  const next = last === undefined ? undefined : asked.addressOf(last);
  const view = viewTriples(links, asked, next);
  const body = tripleWriters[format]([
    ...describeCatalogue(links),
    ...describePublisher(links),
    ...view,
    ...parts.flat(),
  ]);
  return { body, next };
}

/** A page of things in JSON: each is measured as it will stand there. */
async function jsonPage<Item>(
  ports: CatalogPorts,
  asked: AskedPage,
  { item, around }: { item: (published: Published) => Item; around: (items: readonly Item[]) => string },
): Promise<PageText> {
  const { parts, last } = await readPage(ports, asked, (published) => {
    const part = item(published);
    return { part, characters: JSON.stringify(part, null, 2).length };
  });
  return { body: around(parts), next: last === undefined ? undefined : asked.addressOf(last) };
}

const pageOf = (
  ports: CatalogPorts,
  asked: AskedPage,
  { format, profile }: { readonly format: ResourceFormat; readonly profile: CatalogProfile | undefined },
): Promise<PageText> => {
  const { links } = ports;
  const { language, addressOf, after } = asked;
  if (profile === 'schema-org')
    return jsonPage(ports, asked, {
      item: (published) => schemaOrgDataset(published, links, language),
      around: (items) => schemaOrgCatalogue(items, links, language),
    });
  // Every page is a catalogue file by itself. JSON that is no JSON-LD is the format of DCAT-US alone.
  if (profile === 'dcat-us' || format === 'json')
    return jsonPage(ports, asked, {
      item: (published) => dcatUsItem(published, language),
      around: (items) => `${JSON.stringify(dcatUsCatalogue(items, addressOf(after)), null, 2)}\n`,
    });
  return rdfPage(ports, asked, { format, profile });
};

/** Plain JSON is DCAT-US: the catalogue has no other. */
const profileOf = (request: ApiRequest, named: CatalogProfile | undefined, suffix: string | undefined) =>
  named ?? (suffix === 'json' ? 'dcat-us' : askedProfile(request, named, catalogProfiles));

const formatsFor = (profile: CatalogProfile | undefined): readonly ResourceFormat[] =>
  profile === undefined || isRdfProfile(profile) ? catalogFormats : formatsOf(profile);

/** Shows a page of the catalogue. One that names its place in the log is the same for ever. */
export async function showCatalog(ports: CatalogPorts, request: ApiRequest): Promise<Reply> {
  const { links } = ports;
  const query = parseQuery(Query, request.query);
  const suffix = /\.([a-z]+)$/.exec(request.path)?.[1];
  const profile = profileOf(request, query.profile, suffix);
  const language = askedLanguage(query.language, profile);
  // The address keeps the suffix that it was asked by: a harvester that follows its links gets one format throughout.
  const path = `/v1/catalog${suffix === undefined ? '' : `.${suffix}`}`;
  const at = await placeOf(ports, query.at, path);
  const { after, limit } = query;
  const addressOf = (from: string | undefined) =>
    links.to(path, { at, limit, after: from, format: query.format, profile, language });
  const page = { at, limit, after };
  const hrefBy = (by: CatalogProfile | undefined, format: ResourceFormat) =>
    links.to(`/v1/catalog.${format}`, { ...page, profile: by, language: by === profile ? language : undefined });
  const offer: Offer<ResourceFormat> = {
    types: resourceTypes,
    order: formatsFor(profile),
    href: (format) => hrefBy(profile, format),
    vary: VARY_BY_PROFILE,
  };
  const format = chooseFormat(request, offer, { suffix, format: query.format });
  const { body, next } = await pageOf(ports, { ...page, language, addressOf }, { format, profile });
  const more = [
    ...profileLinks(profile, catalogProfiles, { types: resourceTypes, href: hrefBy }),
    ...(next === undefined ? [] : [{ href: next, rel: 'next' }]),
  ];
  const type = format === 'json' ? DCAT_US_TYPE : contentType(format);
  const cache = query.at === undefined ? CHANGING : IMMUTABLE;
  return text(body, { type, cache, headers: alternateHeaders(format, offer, more) });
}

/** `/id/catalogue` and `/id/publisher`: what both are is said in the catalogue. */
export async function leadToCatalog({ links }: CatalogPorts): Promise<Reply> {
  return { status: 303, headers: { location: links.catalogue, 'cache-control': 'public, max-age=3600' }, body: '' };
}
