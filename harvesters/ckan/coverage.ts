/** Periods and places of a package, in the shapes that forms, extras and the spatial extension give them. */
import { isObject, plainText } from '#harvesters/json/value.ts';
import { literal, type RawNode, type RawValue, rawNode } from '#schemas/reading.ts';
import { type Fields, isEmpty, isIri, listOf, meant, put, textOf, textsOf } from './fields.ts';

const GEOJSON = 'https://www.iana.org/assignments/media-types/application/vnd.geo+json';
const WKT = 'http://www.opengis.net/ont/geosparql#wktLiteral';

/** Periods: objects with `start` and `end`, or texts. */
export const periodsOf = (value: unknown): RawValue[] =>
  listOf(value).flatMap((one): RawValue[] => {
    if (!isObject(one)) return textsOf(one);
    return period(one.start ?? one.from, one.end ?? one.to);
  });

const period = (start: unknown, end: unknown): RawValue[] => {
  const node = rawNode('Period');
  put(node, 'startDate', textsOf(start));
  put(node, 'endDate', textsOf(end));
  return Object.keys(node.properties).length === 0 ? [] : [{ kind: 'node', node }];
};

/** When the data are from: a list of periods, or one start and one end beside each other. */
export const putTemporal = (node: RawNode, fields: Fields): void => {
  put(node, 'temporal', periodsOf(fields.take('temporal_coverage', 'temporal')));
  const start = fields.take('temporal_start', 'temporal_coverage-from', 'temporal_coverage_from');
  const end = fields.take('temporal_end', 'temporal_coverage-to', 'temporal_coverage_to');
  put(node, 'temporal', period(start, end));
};

/** Where the data are from. */
export const putSpatial = (node: RawNode, fields: Fields): void => {
  put(node, 'spatial', listOf(fields.take('spatial_coverage')).flatMap(locationOf));
  const one = {
    uri: fields.take('spatial_uri'),
    text: fields.take('spatial_text'),
    geom: fields.take('spatial', 'spatial_geom'),
    bbox: fields.take('spatial_bbox'),
    centroid: fields.take('spatial_centroid'),
  };
  put(node, 'spatial', locationOf(one));
  put(node, 'spatial', boxOf(['west', 'south', 'east', 'north'].map((side) => fields.take(sideName(side)))));
  put(
    node,
    'spatial',
    listOf(fields.take('bbox')).flatMap((box) =>
      isObject(box) ? boxOf([box.west, box.south, box.east, box.north]) : locationOf({ bbox: box }),
    ),
  );
};

const sideName = (side: string): string => `bbox-${side}-${side === 'west' || side === 'east' ? 'long' : 'lat'}`;

const locationOf = (value: unknown): RawValue[] => {
  if (isEmpty(value)) return [];
  if (!isObject(value)) return textsOf(value);
  const { uri, text, geom, bbox, centroid } = value;
  const iri = textOf(uri);
  const node = rawNode('Location', iri !== undefined && isIri(iri) ? iri : undefined);
  if (iri !== undefined && node.iri === undefined) put(node, 'name', [literal(iri)]);
  put(node, 'name', textsOf(text));
  const shape = meant(geom);
  if (isObject(shape)) put(node, 'geometry', [literal(plainText(shape), undefined, GEOJSON)]);
  else put(node, 'name', textsOf(shape));
  put(node, 'bbox', geometryOf(bbox));
  put(node, 'centroid', geometryOf(centroid));
  const says = node.iri !== undefined || Object.keys(node.properties).length > 0;
  return says ? [{ kind: 'node', node }] : [];
};

const geometryOf = (value: unknown): RawValue[] =>
  listOf(value).map((one) => literal(plainText(one), undefined, isObject(one) ? GEOJSON : undefined));

/** A box by its sides as the polygon that it is; nothing unless all four are numbers. */
const boxOf = (sides: readonly unknown[]): RawValue[] => {
  const [west, south, east, north] = sides.map((side) => (isEmpty(side) ? Number.NaN : Number(side)));
  if (![west, south, east, north].every(Number.isFinite)) return [];
  const node = rawNode('Location');
  const polygon = `POLYGON((${west} ${south}, ${east} ${south}, ${east} ${north}, ${west} ${north}, ${west} ${south}))`;
  node.properties.bbox = [literal(polygon, undefined, WKT)];
  return [{ kind: 'node', node }];
};
