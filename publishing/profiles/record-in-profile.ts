/**
 * A record as one profile of DCAT has it: the properties that the profile's column of the table knows, and no others. What a
 * node lacks stays lacking, and how often a property stands is left as it is: both are told by the quality of the record.
 */
import { accessLevelOf, type ProfileFrame, type ProfileId, requirementAt, type Standing } from '#schemas/profile.ts';
import { type ClassName, isClassName, type Property } from '#schemas/property.ts';
import { propertyTable } from '#schemas/property-table.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';

type Node = Readonly<Record<string, unknown>>;

const rowsOf = (name: ClassName): readonly Property[] => propertyTable[name];

/** What a service says of the dataset is no property of the dataset's own, but one of the service. */
const knows = (row: Property, standing: Standing, frame: ProfileFrame): boolean => {
  if (row.inverse !== true) return requirementAt(row, standing, frame) !== undefined;
  const name = row.range;
  if (!isClassName(name)) return false;
  return rowsOf(name).some((own) => own.iri === row.iri && requirementAt(own, { name }, frame) !== undefined);
};

/**
 * The rows that a profile lets stand at a place. A class of which it says nothing at all, such as a statement of provenance,
 * is left open by it and keeps what it has.
 */
const knownRows = (standing: Standing, frame: ProfileFrame): readonly Property[] => {
  const rows = rowsOf(standing.name);
  const known = rows.filter((row) => knows(row, standing, frame));
  return known.length === 0 ? rows : known;
};

/** A node with what the profile knows of it; an empty one stays, since it says that there is something. */
const nodeInProfile = (node: Node, standing: Standing, frame: ProfileFrame): Node => {
  const kept: Record<string, unknown> = node.iri === undefined ? {} : { iri: node.iri };
  for (const row of knownRows(standing, frame)) {
    const value = node[row.key];
    if (value !== undefined) kept[row.key] = valueInProfile(value, row, standing.name, frame);
  }
  return kept;
};

const valueInProfile = (value: unknown, row: Property, name: ClassName, frame: ProfileFrame): unknown => {
  if (!isClassName(row.range)) return value;
  const standing: Standing = { name: row.range, under: { name, row } };
  // The record's schema has said that these are nodes of that class.
  if (Array.isArray(value)) return value.map((node: Node) => nodeInProfile(node, standing, frame));
  return nodeInProfile(value as Node, standing, frame);
};

/** The record by a profile, HealthDCAT-AP at the record's own access level. */
export const recordInProfile = (
  { kind, record }: Pick<CatalogueEntry, 'kind' | 'record'>,
  profile: ProfileId,
): Dataset =>
  // Only properties were left out, and all are optional.
  nodeInProfile(record, { name: kind }, { profile, level: accessLevelOf(record) }) as Dataset;
