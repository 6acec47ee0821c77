/** The table of properties as the API serves it: what each class of a record may say, and what that is called. */
import type { paths } from '#client/api-types.ts';

export type Properties = paths['/v1/properties']['get']['responses'][200]['content']['application/json'];
export type Row = Properties['classes'][number]['properties'][number];

/** The properties of a class, by key. */
export const rowsOf = ({ classes }: Properties, name: string): ReadonlyMap<string, Row> =>
  new Map(classes.find(({ id }) => id === name)?.properties.map((row) => [row.key, row]));
