/** A resource of a package as a distribution. */
import { isObject } from '#harvesters/json/value.ts';
import { type RawNode, type RawValue, rawNode } from '#schemas/reading.ts';
import { type FieldRow, Fields, isIri, listOf, put, textOf, textsOf } from './fields.ts';

const rows: readonly FieldRow[] = [
  ['downloadURL', 'download_url'],
  ['title', 'name', 'title'],
  ['description', 'description', 'notes'],
  ['format', 'format', 'distribution_format'],
  ['mediaType', 'mimetype', 'media_type'],
  ['compressFormat', 'compress_format'],
  ['packageFormat', 'package_format'],
  ['byteSize', 'size', 'byte_size'],
  ['issued', 'issued', 'issued_date', 'created'],
  ['modified', 'modified', 'modified_date', 'last_modified', 'metadata_modified'],
  ['license', 'license', 'license_url', 'license_id', 'license_title'],
  ['rights', 'rights'],
  ['availability', 'availability'],
  ['status', 'status'],
  ['language', 'language'],
  ['conformsTo', 'conforms_to'],
  ['page', 'documentation'],
  ['applicableLegislation', 'applicable_legislation'],
  ['temporalResolution', 'temporal_resolution'],
  ['spatialResolutionInMeters', 'spatial_resolution_in_meters'],
];

const serviceRows: readonly FieldRow[] = [
  ['title', 'title'],
  ['description', 'description'],
  ['endpointURL', 'endpoint_url'],
  ['endpointDescription', 'endpoint_description'],
  ['servesDataset', 'serves_dataset'],
  ['accessRights', 'access_rights'],
  ['license', 'license'],
  ['format', 'format'],
  ['conformsTo', 'conforms_to'],
  ['page', 'documentation'],
  ['applicableLegislation', 'applicable_legislation'],
];

/** What CKAN notes for itself: it says nothing of the data, and some of it is another at every visit. */
const OWN_NOTES = [
  'id',
  'package_id',
  'position',
  'revision_id',
  'revision_timestamp',
  'resource_group_id',
  'state',
  'tracking_summary',
  'cache_last_updated',
  'cache_url',
  'webstore_last_updated',
  'webstore_url',
  'datastore_active',
  'datastore_contains_all_records_of_source_file',
  'metadata_modified',
  'last_modified',
  'created',
  'url_type',
  'hash_algorithm',
  'on_same_domain',
  'ckan_url',
] as const;

/** Digests are told by their length where nobody names them. */
const byLength: Readonly<Record<number, string>> = {
  32: 'md5',
  40: 'sha1',
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
};
const ALGORITHM = 'http://spdx.org/rdf/terms#checksumAlgorithm_';

/**
 * The distributions of a package's resources; deleted ones and empty lines of a form are none.
 * @param license what the package says of its licence, for resources that say nothing of their own.
 */
export const distributionsOf = (resources: unknown, license: readonly RawValue[]): RawValue[] =>
  listOf(resources).flatMap((resource): RawValue[] => {
    if (!isObject(resource)) {
      const url = textOf(resource);
      return url === undefined ? [] : [{ kind: 'iri', value: url }];
    }
    const state = textOf(resource.state)?.toLowerCase();
    if (state === 'deleted') return [];
    const node = distributionNode(new Fields(resource));
    if (!saysSomething(node)) return [];
    if (node.properties.license === undefined) put(node, 'license', license);
    return [{ kind: 'node', node }];
  });

/** Whether anything but dates stands there: an empty line of a form bears the moment it was made. */
const saysSomething = (node: RawNode): boolean =>
  Object.keys(node.properties).some((key) => key !== 'issued' && key !== 'modified');

const distributionNode = (fields: Fields): RawNode => {
  const uri = fields.takeText('uri');
  const node = rawNode('Distribution', uri !== undefined && isIri(uri) ? uri : undefined);
  put(
    node,
    'accessURL',
    asIris(fields.peek('access_url') === undefined ? fields.peek('url') : fields.take('access_url')),
  );
  // A file that lies on the portal itself is had at once under its address.
  if (fields.peek('url_type') === 'upload' && fields.peek('download_url') === undefined) {
    put(node, 'downloadURL', asIris(fields.peek('url')));
  }
  dropKnownUrl(node, fields);
  putChecksum(node, fields);
  fields.fill(node, 'Distribution', rows);
  put(node, 'accessService', listOf(fields.take('access_services')).flatMap(serviceOf));
  fields.drop(...OWN_NOTES);
  fields.rest(node);
  return node;
};

/** The address is told by `accessURL` or `downloadURL` already; another beside them is kept under its own name. */
const dropKnownUrl = (node: RawNode, fields: Fields): void => {
  const url = textOf(fields.peek('url'));
  const told = [...(node.properties.accessURL ?? []), { kind: 'iri', value: fields.peek('download_url') }];
  if (told.some((value) => 'value' in value && value.value === url)) fields.drop('url');
};

const asIris = (value: unknown): RawValue[] =>
  textsOf(value).map(({ value: address }) => ({ kind: 'iri', value: address }));

const putChecksum = (node: RawNode, fields: Fields): void => {
  const written = fields.takeText('hash')?.trim();
  if (written === undefined) return;
  const [, named, digest = written] = /^([a-z0-9-]{3,8}):([0-9a-f]+)$/i.exec(written) ?? [];
  const given = fields.takeText('hash_algorithm') ?? named ?? byLength[digest.length];
  const checksum = rawNode('Checksum');
  checksum.properties.checksumValue = [{ kind: 'literal', value: digest }];
  if (given !== undefined) {
    const iri = isIri(given) ? given : `${ALGORITHM}${given.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
    checksum.properties.algorithm = [{ kind: 'iri', value: iri }];
  }
  put(node, 'checksum', [{ kind: 'node', node: checksum }]);
};

const serviceOf = (value: unknown): RawValue[] => {
  if (!isObject(value)) return textsOf(value);
  const fields = new Fields(value);
  const uri = fields.takeText('uri');
  const node = rawNode('DataService', uri !== undefined && isIri(uri) ? uri : undefined);
  fields.fill(node, 'DataService', serviceRows);
  fields.rest(node);
  const says = node.iri !== undefined || Object.keys(node.properties).length > 0;
  return says ? [{ kind: 'node', node }] : [];
};
