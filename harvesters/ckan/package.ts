/** A package as a raw record: CKAN's own fields, the extras of ckanext-dcat, and the forms of ckanext-scheming. */
import { isObject, type JsonObject } from '#harvesters/json/value.ts';
import { type Place, type RawNode, type RawRecord, type RawValue, type Repair, rawNode } from '#schemas/reading.ts';
import { findConcept } from '#schemas/vocabulary.ts';
import { agentsOf, putAgents } from './agents.ts';
import { periodsOf, putSpatial, putTemporal } from './coverage.ts';
import { type FieldRow, Fields, isIri, listOf, put, textOf, textsOf, unmapped } from './fields.ts';
import { distributionsOf } from './resource.ts';

const rows: readonly FieldRow[] = [
  ['title', 'title'],
  ['alternative', 'alternative_title', 'alternative'],
  ['description', 'notes', 'description'],
  ['theme', 'theme', 'themes'],
  ['identifier', 'identifier', 'guid'],
  ['issued', 'issued', 'dcat_issued', 'release_date', 'metadata_created'],
  ['modified', 'modified', 'dcat_modified', 'metadata_modified'],
  ['accrualPeriodicity', 'frequency', 'accrual_periodicity', 'update_frequency', 'frequency-of-update'],
  ['type', 'dcat_type'],
  ['accessRights', 'access_rights', 'access_level'],
  ['rights', 'rights', 'access_constraints'],
  ['conformsTo', 'conforms_to'],
  ['provenance', 'provenance'],
  ['page', 'documentation'],
  ['page', 'url'],
  ['version', 'version'],
  ['versionNotes', 'version_notes'],
  ['source', 'source'],
  ['relation', 'related_resource'],
  ['isReferencedBy', 'is_referenced_by'],
  ['hasVersion', 'has_version'],
  ['isVersionOf', 'is_version_of'],
  ['applicableLegislation', 'applicable_legislation'],
  ['temporalResolution', 'temporal_resolution'],
  ['spatialResolutionInMeters', 'spatial_resolution_in_meters'],
  ['healthCategory', 'health_category'],
  ['healthTheme', 'health_theme'],
  ['hasCodingSystem', 'coding_system'],
  ['hasCodeValues', 'code_values'],
  ['hasLegalBasis', 'legal_basis'],
  ['hasPurpose', 'purpose'],
  ['hasPersonalData', 'personal_data'],
  ['populationCoverage', 'population_coverage'],
  ['minTypicalAge', 'min_typical_age'],
  ['maxTypicalAge', 'max_typical_age'],
  ['numberOfRecords', 'number_of_records'],
  ['numberOfUniqueIndividuals', 'number_of_unique_individuals'],
  ['sample', 'sample'],
  ['analytics', 'analytics'],
];

/** What CKAN notes for itself: it says nothing of the data, and some of it is another at every visit. */
const OWN_NOTES = [
  'id',
  'name',
  'type',
  'state',
  'private',
  'metadata_created',
  'metadata_modified',
  'revision_id',
  'revision_timestamp',
  'creator_user_id',
  'owner_org',
  'num_resources',
  'num_tags',
  'isopen',
  'tracking_summary',
  'relationships_as_subject',
  'relationships_as_object',
  'harvest_object_id',
  'log_message',
] as const;

/** Licence ids that say that nobody has chosen one. */
const NO_LICENCE = /^(?:notspecified|not[ _-]specified|ikke angivet|unspecified)$/i;

/** The name of a package in its portal: its id, or the name in its address where it has none. */
export const identifierOf = ({ id, name }: JsonObject): string | null => textOf(id) ?? textOf(name) ?? null;

/**
 * The record of one package.
 * @param base the portal's address; a package's own page lies below it.
 */
export const recordOf = (object: JsonObject, base: string, place: Place, repairs: readonly Repair[]): RawRecord => {
  const kind = /^dataset_?series$/i.test(textOf(object.type) ?? '') ? 'DatasetSeries' : 'Dataset';
  const node = rawNode(kind);
  const fields = new Fields(object);
  takeExtras(node, fields);
  const name = textOf(object.name) ?? textOf(object.id);
  if (name !== undefined) put(node, 'landingPage', [{ kind: 'iri', value: pageOf(base, name) }]);
  putKeywords(node, fields);
  putAgents(node, fields);
  putTemporal(node, fields);
  putSpatial(node, fields);
  putNodes(node, fields, base);
  putLanguages(node, fields);
  putFiles(node, fields);
  fields.fill(node, kind, rows);
  fields.drop(...OWN_NOTES);
  fields.rest(node);
  return { kind, identifier: identifierOf(object), node, repairs, place };
};

const pageOf = (base: string, name: string): string => `${base}/dataset/${encodeURIComponent(name)}`;

/** Extras stand beside the fields as if they were some; one that a field contradicts is kept under its own name. */
const takeExtras = (node: RawNode, fields: Fields): void => {
  const notes: ReadonlySet<string> = new Set(OWN_NOTES);
  for (const extra of listOf(fields.take('extras'))) {
    if (!isObject(extra) || typeof extra.key !== 'string') continue;
    if (!fields.add(extra.key, extra.value) && !notes.has(extra.key)) unmapped(node, extra.key, extra.value);
  }
};

/** Tags are keywords, in each language where a portal has them so; groups are themes where the EU's list knows them. */
const putKeywords = (node: RawNode, fields: Fields): void => {
  const named = (tag: unknown): unknown => (isObject(tag) ? (tag.display_name ?? tag.name) : tag);
  put(
    node,
    'keyword',
    listOf(fields.take('tags')).flatMap((tag) => (isLanguageMap(tag) ? textsOf(tag) : textsOf(named(tag)))),
  );
  put(node, 'keyword', textsOf(fields.take('keywords', 'keyword')));
  fields.drop('tag_string');
  for (const group of listOf(fields.take('groups'))) {
    const title = isObject(group) ? (group.title ?? group.display_name ?? group.name) : group;
    const text = textOf(title);
    if (text === undefined) continue;
    put(node, findConcept('data-theme', text) === undefined ? 'keyword' : 'theme', textsOf(text));
  }
};

/** Extras hold several languages as one text, `da,en`. */
const putLanguages = (node: RawNode, fields: Fields): void => {
  for (const written of textsOf(fields.take('language', 'metadata-language', 'metadata_language'))) {
    const codes = /^[a-z]{2,3}(?:\s*,\s*[a-z]{2,3})+$/i.test(written.value)
      ? written.value.split(',')
      : [written.value];
    put(node, 'language', codes.flatMap(textsOf));
  }
};

/** Fluent tags come as one object by language instead of a list. */
const isLanguageMap = (tag: unknown): boolean => isObject(tag) && !('name' in tag) && !('display_name' in tag);

/** The licence stands on each distribution; on the dataset only where there is none to bear it. */
const putFiles = (node: RawNode, fields: Fields): void => {
  const licence = licenceOf(node, fields);
  const distributions = distributionsOf(fields.take('resources'), licence);
  put(node, 'distribution', distributions);
  if (distributions.length === 0) put(node, 'license', licence);
};

const licenceOf = (node: RawNode, fields: Fields): RawValue[] => {
  const names = ['license', 'license_url', 'license_id', 'license_title'];
  const written = names.flatMap((name) => textOf(fields.take(name)) ?? []).filter((name) => !NO_LICENCE.test(name));
  const [first] = written;
  if (first === undefined) return [];
  const chosen = written.find((name) => findConcept('licence', name) !== undefined) ?? first;
  if (findConcept('licence', chosen) === undefined) {
    for (const other of written) if (other !== chosen) unmapped(node, 'license', other);
  }
  return [{ kind: 'literal', value: chosen }];
};

/** Properties whose values are nodes with parts of their own. */
const putNodes = (node: RawNode, fields: Fields, base: string): void => {
  for (const notation of [fields.take('uri'), ...listOf(fields.take('alternate_identifier'))]) {
    put(
      node,
      'otherIdentifier',
      nodesOf('Identifier', isObject(notation) ? notation : { notation }, [['notation', 'notation', 'identifier']]),
    );
  }
  put(
    node,
    'inSeries',
    textsOf(fields.take('in_series')).map(({ value }) => ({
      kind: 'iri',
      value: isIri(value) ? value : pageOf(base, value),
    })),
  );
  put(node, 'retentionPeriod', periodsOf(fields.take('retention_period')));
  put(
    node,
    'qualifiedRelation',
    nodesOf('Relationship', fields.take('qualified_relation'), [
      ['relation', 'relation'],
      ['hadRole', 'role'],
    ]),
  );
  put(
    node,
    'hasQualityAnnotation',
    nodesOf('QualityAnnotation', fields.take('quality_annotation'), [
      ['hasBody', 'body'],
      ['motivatedBy', 'motivated_by'],
      ['hasTarget', 'target'],
      ['inDimension', 'dimension'],
    ]),
  );
  put(
    node,
    'qualifiedAttribution',
    withAgents('Attribution', fields.take('qualified_attribution'), 'agent', [['hadRole', 'role']]),
  );
  put(
    node,
    'wasGeneratedBy',
    withAgents('Activity', fields.take('provenance_activity'), 'wasAssociatedWith', [
      ['label', 'label'],
      ['type', 'dct_type', 'type'],
      ['startedAtTime', 'startedAtTime'],
      ['endedAtTime', 'endedAtTime'],
    ]),
  );
};

type NodeClass = 'Identifier' | 'Relationship' | 'QualityAnnotation' | 'Attribution' | 'Activity';

const nodesOf = (className: NodeClass, value: unknown, of: readonly FieldRow[]): RawValue[] =>
  withAgents(className, value, undefined, of);

/** Nodes of a class, one for each object; the agents of one stand under their own key. */
const withAgents = (
  className: NodeClass,
  value: unknown,
  agents: 'agent' | 'wasAssociatedWith' | undefined,
  of: readonly FieldRow[],
): RawValue[] =>
  listOf(value).flatMap((one): RawValue[] => {
    if (!isObject(one)) return textsOf(one);
    const fields = new Fields(one);
    const uri = fields.takeText('uri');
    const node = rawNode(className, uri !== undefined && isIri(uri) ? uri : undefined);
    if (agents !== undefined) put(node, agents, agentsOf('Agent', fields.take(agents)));
    fields.fill(node, className, of);
    fields.rest(node);
    return Object.keys(node.properties).length === 0 ? [] : [{ kind: 'node', node }];
  });
