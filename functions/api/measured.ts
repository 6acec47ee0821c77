/** What was measured of datasets, in the Data Quality Vocabulary. */
import type { Measured } from '#publishing/rdf/describe-quality.ts';
import type { ApiPorts } from './ports.ts';

/** A dataset with its assessment, as the writers take it; undefined until it was assessed, and when it was removed. */
export async function measuredOf({ catalogue, quality, links }: ApiPorts, id: string): Promise<Measured | undefined> {
  const [dataset, assessed] = await Promise.all([catalogue.get(id), quality.get(id)]);
  if (!dataset?.entry || !assessed) return undefined;
  return {
    iri: links.datasetIri(id),
    distributions: dataset.entry.record.distribution ?? [],
    assessment: assessed.assessment,
    vocabulary: links.to('/metrics#'),
  };
}
