/** `/v1/datasets/{id}`: one dataset, in JSON or RDF; its tombstone when it was removed. */
import * as z from 'zod';
import type { SameDataset } from '#catalogue/same-dataset.ts';
import type { StoredDataset } from '#functions/shared/catalogue-store.ts';
import { conceptLabels } from '#publishing/concept-labels.ts';
import { exportProfiles } from '#publishing/profiles/profiles.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { sourceOf } from '#schemas/run.ts';
import type { Source } from '#schemas/source.ts';
import { type Asked, datasetHeaders, datasetOffer, replyByProfile, replyInRdf } from './dataset-formats.ts';
import type { Links } from './links.ts';
import type { ApiPorts } from './ports.ts';
import { Refusal } from './problem-types.ts';
import { askedLanguage, askedProfile, LanguageParameter, profileParameter, VARY_BY_PROFILE } from './profiles.ts';
import { resourceTypes } from './rdf-writers.ts';
import { rememberedSource } from './remembered-source.ts';
import { json, type Reply } from './reply.ts';
import { chooseFormat } from './representation.ts';
import { type ApiRequest, parseQuery } from './request.ts';
import { toWeb, wantsPage } from './to-web.ts';

/** `<source>.<slug>`, and a suffix behind a second dot. Longer ones are no ids and would be refused as keys. */
const ADDRESS = /^([a-z0-9-]{1,64}\.[a-z0-9-]{1,128})(?:\.([a-z]{1,10}))?$/;

/** An id in an address, whether or not there is such a dataset. @throws Refusal `not-found` when it can be none. */
export function readAddress(address: string | undefined): { readonly id: string; readonly suffix: string | undefined } {
  const [, id, suffix] = ADDRESS.exec(address ?? '') ?? [];
  if (id === undefined) throw new Refusal('not-found', { detail: 'No dataset has such an id.' });
  return { id, suffix };
}

export const Query = z.strictObject({
  format: z.string().optional(),
  profile: profileParameter(exportProfiles),
  language: LanguageParameter,
});

/** The dataset as it is kept. @throws Refusal `not-found`. */
export async function findDataset({ catalogue }: Pick<ApiPorts, 'catalogue'>, id: string): Promise<StoredDataset> {
  const dataset = await catalogue.get(id);
  if (!dataset) throw new Refusal('not-found', { detail: `There is no dataset "${id}".` });
  return dataset;
}

const linksOf = (id: string, source: string, links: Links) => ({
  self: links.dataset(id),
  history: links.to(`/v1/datasets/${id}/changes`),
  source: links.source(source),
});

const removed = ({ id, source, tombstone }: StoredDataset, links: Links): Refusal =>
  new Refusal('dataset-removed', {
    detail: `The dataset "${id}" was removed${tombstone ? ` at ${tombstone.deletedAt}` : ''}.`,
    headers: { vary: VARY_BY_PROFILE },
    members: { id, iri: links.datasetIri(id), tombstone, links: linksOf(id, source, links) },
  });

/** A dataset that has a record. @throws Refusal `not-found`, or `dataset-removed` with the tombstone. */
export async function findLive(
  ports: Pick<ApiPorts, 'catalogue' | 'links'>,
  id: string,
): Promise<StoredDataset & { readonly entry: CatalogueEntry }> {
  const dataset = await findDataset(ports, id);
  const { entry } = dataset;
  if (!entry) throw removed(dataset, ports.links);
  return { ...dataset, entry };
}

/** Where a dataset comes from and whose it is. The owner's mail address stays with us: it is for reports, not for the world. */
const provenanceOf = (id: string, source: Source | undefined) => ({
  source: { id, title: source?.title ?? {} },
  owner: source ? { id: source.owner.id, name: source.owner.name, homepage: source.owner.homepage ?? null } : null,
});

/** A dataset of another source that is this one. */
export const sameItem = ({ id, score, reasons }: SameDataset, links: Links) => ({
  id,
  iri: links.datasetIri(id),
  href: links.dataset(id),
  source: { id: sourceOf(id), href: links.source(sourceOf(id)) },
  score,
  reasons,
});

interface Shown {
  readonly entry: CatalogueEntry;
  readonly same: readonly SameDataset[];
}

const documentOf = (dataset: StoredDataset, { entry, same }: Shown, source: Source | undefined, links: Links) => ({
  id: dataset.id,
  iri: links.datasetIri(dataset.id),
  state: dataset.state,
  revision: dataset.revision,
  contentHash: dataset.contentHash,
  changedAt: dataset.published,
  kind: dataset.kind,
  identifier: entry.identifier,
  ...provenanceOf(dataset.source, source),
  record: entry.record,
  labels: conceptLabels(entry.record),
  unmapped: entry.unmapped,
  written: entry.written,
  origin: entry.origin,
  problems: entry.problems,
  sameAs: same.map((one) => sameItem(one, links)),
  links: {
    ...linksOf(dataset.id, dataset.source, links),
    variables: links.to(`/v1/datasets/${dataset.id}/variables`),
    sameAs: links.to(`/v1/datasets/${dataset.id}/same-as`),
    change: links.change(dataset.seq),
    run: links.run(entry.origin.run),
  },
});

/** Shows a dataset. The answer names its own address (`Content-Location`) and those of its other formats and profiles. */
export async function showDataset(ports: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { links } = ports;
  const { id: requested, suffix } = readAddress(request.params.id);
  const query = parseQuery(Query, request.query);
  const profile = askedProfile(request, query.profile, exportProfiles);
  const asked: Asked = { profile, language: askedLanguage(query.language, profile) };
  const format = chooseFormat(request, datasetOffer(requested, links, asked), { suffix, format: query.format });
  // At the same time: neither waits for what the other says.
  const [dataset, same] = await Promise.all([findDataset(ports, requested), ports.sameAs.get(requested)]);
  const { id, entry } = dataset;
  if (!entry) throw removed(dataset, links);
  const headers = datasetHeaders(id, links, asked, format);
  const shown = { headers, ofView: true as const };
  const published = { iri: links.datasetIri(id), entry: related(entry, same, links) };
  if (profile !== undefined) return replyByProfile(ports, published, { ...asked, profile, format }, shown);
  if (format !== 'json') return replyInRdf(ports, published, format, shown);
  const source = await rememberedSource(ports, dataset.source);
  return json(documentOf(dataset, { entry, same }, source, links), shown);
}

/**
 * The record with what other sources tell of the same dataset, as related resources and not as `owl:sameAs`: that would make
 * one thing of them, with the first year of each (docs/decisions/0014).
 */
function related(entry: CatalogueEntry, same: readonly SameDataset[], links: Links): CatalogueEntry {
  if (same.length === 0) return entry;
  const relation = new Set([...(entry.record.relation ?? []), ...same.map(({ id }) => links.datasetIri(id))]);
  return { ...entry, record: { ...entry.record, relation: [...relation] } };
}

/** `/id/dataset/{id}`: the dataset itself is no document, so its name leads to one that describes it, people to a page. */
export async function leadToDataset({ links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  const { id } = readAddress(request.params.id);
  if (wantsPage(request, Object.values(resourceTypes))) return toWeb(request, `/registers/${id}`, 303);
  const headers = { location: links.dataset(id), vary: 'Accept', 'cache-control': 'public, max-age=3600' };
  return { status: 303, headers, body: '' };
}
