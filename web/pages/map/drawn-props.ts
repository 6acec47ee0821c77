/** What a drawn view is given. */
import type { Steering } from './filters.tsx';
import type { MapDocument } from './map-document.ts';

export interface DrawnProps extends Steering {
  readonly map: MapDocument;
}
