/** DCAT-US: data.json of Project Open Data 1.1, and of 3.0 where it is the same. One page holds the whole source. */
import type { Harvester } from '#harvesters/harvester.ts';
import { textNamed } from '#harvesters/json/element.ts';
import { type ListFormat, ListReader, type ReadObject } from '#harvesters/json/list-reader.ts';
import { isObject, type JsonObject } from '#harvesters/json/value.ts';
import type { Page, Place, Reading } from '#schemas/reading.ts';
import { identifierOf, recordOf } from './dataset-mapping.ts';
import { DcatUsSettings } from './settings.ts';

/**
 * Reads data.json. The catalogue is read as a stream, element by element: a bad element is a rejection with its place, and
 * its neighbours are kept; what is missing at the end makes the page broken.
 */
export const dcatUs: Harvester = {
  version: 1,
  settings: DcatUsSettings,
  first: ({ url }) => [{ url, headers: { accept: 'application/json' } }],
  read: (_, page) => readPage(page),
};

async function* readPage(page: Page): AsyncGenerator<Reading> {
  const reader = new ListReader(format);
  for await (const chunk of page.body) {
    yield* reader.read(chunk);
    if (reader.isBroken) return;
  }
  yield* reader.end();
}

/** The records of one element: a dataset, or a series or service with the datasets that it holds. */
function* readingsOf({ list, object, place, repairs }: ReadObject): Generator<Reading> {
  if (list === 'service') {
    yield* heldDatasets(object, 'servesDataset', place);
    return;
  }
  const kind = list === 'datasetSeries' || object['@type'] === 'DatasetSeries' ? 'DatasetSeries' : 'Dataset';
  const { seriesMember, ...own } = object;
  yield { kind: 'record', record: recordOf(kind, kind === 'DatasetSeries' ? own : object, place, repairs) };
  if (kind === 'DatasetSeries' && seriesMember !== undefined) yield* heldDatasets(object, 'seriesMember', place);
}

function* heldDatasets(holder: JsonObject, key: string, place: Place): Generator<Reading> {
  const held = holder[key];
  const list = Array.isArray(held) ? held : [held];
  const series = key === 'seriesMember' ? (holder['@id'] ?? identifierOf(holder)) : undefined;
  for (const [index, dataset] of list.entries()) {
    // A plain name refers to a dataset that stands elsewhere.
    if (!isObject(dataset)) continue;
    const inner = { ...place, path: `${place.path}/${key}/${index}` };
    const described = series === undefined || series === null ? dataset : { inSeries: series, ...dataset };
    yield { kind: 'record', record: recordOf('Dataset', described, inner, []) };
  }
}

/** Whether an object is a dataset, and not one of its parts. */
const isDataset = (object: JsonObject): boolean => {
  if ('accessURL' in object || 'downloadURL' in object) return false;
  return 'title' in object && ('identifier' in object || 'contactPoint' in object || 'accessLevel' in object);
};

const format: ListFormat = {
  // Lists of a catalogue that hold datasets, or hold things that hold datasets.
  lists: ['dataset', 'datasetSeries', 'service'],
  top: 'dataset',
  readingsOf,
  isRecord: isDataset,
  identifierIn: (text) => textNamed('identifier', text),
  withoutLists: () => ({
    kind: 'broken',
    code: 'wrong-media',
    message: 'The page is JSON and has no list of datasets.',
  }),
};
