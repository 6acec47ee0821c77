/** The rules of Croissant 1.0 that a document can be held to by itself: types, required properties, names, references. */

type Node = { readonly [name: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value].flat());
const nodes = (value: unknown): readonly Node[] => list(value).filter(isNode);

const DATA_TYPES = new Set(['sc:Text', 'sc:Integer', 'sc:Float', 'sc:Boolean', 'sc:Date', 'sc:URL']);

const isText = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '') || (isNode(value) && typeof value['@value'] === 'string');

const missing = (what: string, node: Node, names: readonly string[]): string[] =>
  names.filter((name) => node[name] === undefined).map((name) => `${what} has no ${name}`);

const references = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isNode(value)) return [];
  const own = Object.keys(value).length === 1 && typeof value['@id'] === 'string' ? [value['@id']] : [];
  return [...own, ...Object.values(value).flatMap(references)];
};

const fileFaults = (file: Node): string[] => {
  const name = `file ${String(file['@id'])}`;
  return [
    ...(file['@type'] === 'cr:FileObject' || file['@type'] === 'cr:FileSet' ? [] : [`${name} is no file of Croissant`]),
    ...missing(name, file, ['@id', 'name', 'contentUrl']),
    ...(file.sha256 !== undefined && !/^[\da-f]{64}$/.test(String(file.sha256))
      ? [`${name} has no real checksum`]
      : []),
    ...(file.encodingFormat === undefined || /^[\w.+-]+\/[\w.+-]+$/.test(String(file.encodingFormat))
      ? []
      : [`${name} has no media type`]),
  ];
};

const recordSetFaults = (set: Node): string[] => [
  ...(set['@type'] === 'cr:RecordSet' ? [] : ['a record set is none']),
  ...missing('a record set', set, ['@id', 'name', 'field']),
  ...nodes(set.field).flatMap((field) => [
    ...(field['@type'] === 'cr:Field' ? [] : ['a field is none']),
    ...(String(field['@id']).startsWith(`${String(set['@id'])}/`)
      ? []
      : ['a field is named outside of its record set']),
    ...missing('a field', field, ['@id', 'name']),
    ...list(field.dataType)
      .filter((type) => !DATA_TYPES.has(String(type)))
      .map((type) => `${String(type)} is no type of data`),
  ]),
];

/** What a document breaks, beside the properties that the specification requires and the record may lack: those are told apart. */
export const croissantFaults = (text: string): { readonly faults: string[]; readonly lacks: string[] } => {
  const document = JSON.parse(text) as Node;
  const files = nodes(document.distribution);
  const sets = nodes(document.recordSet);
  const ids = [...files, ...sets, ...sets.flatMap(({ field }) => nodes(field))].map((node) => String(node['@id']));
  const context = isNode(document['@context']) ? document['@context'] : {};
  return {
    faults: [
      ...(document['@type'] === 'sc:Dataset' ? [] : ['it is no dataset']),
      ...(document.conformsTo === 'http://mlcommons.org/croissant/1.0' ? [] : ['it does not say that it is Croissant']),
      ...(context['@vocab'] === 'https://schema.org/' && context.cr === 'http://mlcommons.org/croissant/'
        ? []
        : ['the context is not that of Croissant']),
      ...list(document.name)
        .filter((name) => !isText(name))
        .map(() => 'a name is no text'),
      ...missing('the dataset', document, ['url']),
      ...files.flatMap(fileFaults),
      ...sets.flatMap(recordSetFaults),
      ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`),
      ...references([files, sets])
        .filter((id) => !ids.includes(id))
        .map((id) => `${id} leads nowhere`),
    ],
    lacks: [
      ...['name', 'description', 'license', 'creator', 'datePublished'].filter((name) => document[name] === undefined),
      // Data that change have no checksum that lasts.
      ...(document.isLiveDataset === true || files.every(({ sha256, md5 }) => sha256 ?? md5) ? [] : ['checksum']),
    ],
  };
};
