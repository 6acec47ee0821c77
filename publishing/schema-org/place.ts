/** A location as a place of schema.org: degrees with the latitude first, where well-known text has the longitude first. */
import type { RecordNode } from '#schemas/record.ts';
import { type Json, languageTexts, type Thing, thingOf } from './json.ts';

/** Corners of a shape that is still a rough outline; a finer one belongs to a map service. */
const MAX_CORNERS = 1_000;

type Corner = readonly [longitude: number, latitude: number];

const oneLine = (text: string): string => text.split(/\s+/).join(' ').trim();

/** The corners of a POINT or of the outline of a POLYGON; undefined for any other text. */
const cornersOf = (wkt: string | undefined): readonly Corner[] | undefined => {
  // Without the spaces around brackets and at both ends: a pattern that allows for them would try every place in a long row.
  const [, inner] = /^(?:POINT|POLYGON) ?\( ?\(?([-+\d.eE ,]+)\)? ?\)$/i.exec(oneLine(wkt ?? '')) ?? [];
  const corners = inner?.split(',', MAX_CORNERS + 1).map((pair) => pair.trim().split(/\s+/).map(Number));
  if (corners === undefined || corners.length > MAX_CORNERS) return undefined;
  const isCorner = (pair: readonly number[]): boolean => pair.length === 2 && pair.every(Number.isFinite);
  return corners.every(isCorner) ? corners.map(([longitude = 0, latitude = 0]) => [longitude, latitude]) : undefined;
};

const boxOf = (corners: readonly Corner[]): string => {
  const longitudes = corners.map(([longitude]) => longitude);
  const latitudes = corners.map(([, latitude]) => latitude);
  return `${Math.min(...latitudes)} ${Math.min(...longitudes)} ${Math.max(...latitudes)} ${Math.max(...longitudes)}`;
};

const shapesOf = ({ bbox, centroid, geometry }: RecordNode<'Location'>): readonly Json[] => {
  const box = cornersOf(bbox);
  const polygon = cornersOf(geometry);
  const [center] = cornersOf(centroid) ?? [];
  return [
    ...(box === undefined ? [] : [{ '@type': 'GeoShape', box: boxOf(box) }]),
    ...(polygon === undefined || polygon.length < 3
      ? []
      : [
          {
            '@type': 'GeoShape',
            polygon: polygon.map(([longitude, latitude]) => `${latitude} ${longitude}`).join(' '),
          },
        ]),
    ...(center === undefined ? [] : [{ '@type': 'GeoCoordinates', latitude: center[1], longitude: center[0] }]),
  ];
};

/** A place with its name and its shapes. */
export const placeOf = (location: RecordNode<'Location'>): Thing =>
  thingOf('Place', location.iri, {
    name: languageTexts(location.name),
    geo: shapesOf(location),
  });
