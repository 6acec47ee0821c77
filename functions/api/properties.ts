/** `/v1/properties`: the table of properties, by which whoever shows a record can name all that stands in it. */
import { classTable } from '#schemas/class-table.ts';
import { classNames, isClassName, type Property } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import type { ApiPorts } from './ports.ts';
import { json, type Reply } from './reply.ts';
import { type ApiRequest, NoQuery, parseQuery } from './request.ts';

/** The table changes with a release and not between two. */
const KEPT = 'public, max-age=86400';

const itemOf = ({ key, iri, label, range, many, vocabulary }: Property) => ({
  key,
  iri,
  label,
  kind: isClassName(range) ? 'node' : 'literal',
  range,
  many,
  vocabulary: vocabulary ?? null,
});

/** Lists the properties of each class that a record is made of. */
export async function listProperties({ links }: ApiPorts, request: ApiRequest): Promise<Reply> {
  parseQuery(NoQuery, request.query);
  const classes = classNames.map((id) => {
    const { iri, label } = classTable[id];
    return { id, iri, label, properties: propertyTable[id].map(itemOf) };
  });
  return json({ classes, links: { self: links.to('/v1/properties') } }, { cache: KEPT });
}
