/** What was measured of datasets as documents of their own: a reader of the catalogue does not have to carry it along. */
import { describeQuality, type Measured } from './describe-quality.ts';
import { jsonLdOf } from './write-json-ld.ts';
import { turtleOf } from './write-turtle.ts';

export const writeQualityTurtle = (measured: readonly Measured[]): string =>
  turtleOf(measured.flatMap(describeQuality));

export const writeQualityJsonLd = (measured: readonly Measured[]): string =>
  jsonLdOf(measured.flatMap(describeQuality));
