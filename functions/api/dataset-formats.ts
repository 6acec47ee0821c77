/** A dataset in each of its formats and profiles: what is on offer, and the body of what was chosen. */
import { writeCroissant } from '#publishing/croissant/write-croissant.ts';
import { dcatUsItem } from '#publishing/dcat-us/write-dcat-us.ts';
import type { DocumentLanguage } from '#publishing/profiles/plain-values.ts';
import { type ExportProfile, exportProfiles } from '#publishing/profiles/profiles.ts';
import type { Published } from '#publishing/published.ts';
import { writeSchemaOrg } from '#publishing/schema-org/write-schema-org.ts';
import type { Links } from './links.ts';
import type { ApiPorts, RdfFormat } from './ports.ts';
import { DCAT_US_TYPE, formatsOf, profileLinks, VARY_BY_PROFILE } from './profiles.ts';
import { contentType, type ResourceFormat, resourceTypes } from './rdf-writers.ts';
import { json, type Presentation, type Reply, text } from './reply.ts';
import { alternateHeaders, type Offer } from './representation.ts';

/** What a dataset is asked for by. */
export interface Asked {
  readonly profile: ExportProfile | undefined;
  readonly language: DocumentLanguage | undefined;
}

/** In the order of our preference: a client that takes anything gets the first. */
const ORDER: readonly ResourceFormat[] = ['json', 'jsonld', 'ttl', 'nt', 'rdf'];

const addressOf = (id: string, links: Links, { profile, language }: Asked, format: ResourceFormat): string =>
  links.to(`/v1/datasets/${id}.${format}`, { profile, language });

/** The formats that a dataset has by a profile, or as we have it. */
export const datasetOffer = (id: string, links: Links, asked: Asked): Offer<ResourceFormat> => ({
  types: resourceTypes,
  order: asked.profile === undefined ? ORDER : formatsOf(asked.profile),
  href: (format) => addressOf(id, links, asked, format),
  vary: VARY_BY_PROFILE,
});

/** What an answer says of its own address, its profile, the other formats and profiles, and the dataset's history. */
export function datasetHeaders(id: string, links: Links, asked: Asked, format: ResourceFormat): Record<string, string> {
  const offer = datasetOffer(id, links, asked);
  const more = profileLinks(asked.profile, exportProfiles, {
    types: resourceTypes,
    href: (profile, each) => addressOf(id, links, { profile, language: undefined }, each),
  });
  const history = { href: links.to(`/v1/datasets/${id}/changes`), rel: 'version-history' };
  return {
    ...alternateHeaders(format, offer, [...more, history]),
    'content-location': offer.href(format),
  };
}

type Writing = Pick<ApiPorts, 'links' | 'writers'>;

/** The dataset by a profile, in a format that the profile has. */
export function replyByProfile(
  { links, writers }: Writing,
  published: Published,
  { profile, language, format }: Asked & { readonly profile: ExportProfile; readonly format: ResourceFormat },
  presentation: Presentation,
): Reply {
  // JSON that is no JSON-LD is the format of DCAT-US alone.
  if (profile === 'dcat-us' || format === 'json')
    return json(dcatUsItem(published, language), { ...presentation, type: DCAT_US_TYPE });
  const jsonLd = { ...presentation, type: resourceTypes.jsonld };
  if (profile === 'schema-org') return text(writeSchemaOrg(published, links, language), jsonLd);
  if (profile === 'croissant') return text(writeCroissant(published, links, language), jsonLd);
  return replyInRdf({ writers }, { ...published, profile }, format, presentation);
}

/** The dataset in a format of RDF. */
export const replyInRdf = (
  { writers }: Pick<Writing, 'writers'>,
  published: Published,
  format: RdfFormat,
  presentation: Presentation,
): Reply => text(writers[format]([published]), { ...presentation, type: contentType(format) });
