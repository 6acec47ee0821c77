/** The tables of a dataset as record sets of Croissant, and their columns as fields. */
import type { Dataset, RecordNode } from '#schemas/record.ts';
import { webAddress } from '../profiles/plain-values.ts';
import { type Json, languageTexts, type Thing, thingOf } from '../schema-org/json.ts';
import type { CroissantFile } from './files.ts';

/** What tables call their types (CSV on the Web, XML Schema, and words of databases) by the types of Croissant. */
const DATA_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:string|text|normalizedstring|token|name|varchar|char)$/, 'sc:Text'],
  [
    /^(?:(?:unsigned)?(?:integer|int|long|short|byte)|(?:non)?(?:positive|negative)integer|bigint|smallint)$/,
    'sc:Integer',
  ],
  [/^(?:decimal|double|float|number|numeric|real)$/, 'sc:Float'],
  [/^(?:boolean|bool)$/, 'sc:Boolean'],
  [/^(?:date|datetime|datetimestamp|timestamp)$/, 'sc:Date'],
  [/^(?:anyuri|url|uri)$/, 'sc:URL'],
];

/** The type of a column; none for a type that Croissant has no word for, or that nobody said. */
const dataTypeOf = (datatype: string | undefined): readonly string[] => {
  const name =
    datatype
      ?.replace(/^.*[/#:]/, '')
      .trim()
      .toLowerCase() ?? '';
  const found = DATA_TYPES.find(([pattern]) => pattern.test(name));
  return found === undefined ? [] : [found[1]];
};

/** Where the values of a column are: in the file whose address is the table's, under the column's name. */
const sourceOf = (file: CroissantFile | undefined, column: string | undefined): readonly Json[] =>
  file === undefined || column === undefined ? [] : [{ fileObject: { '@id': file.id }, extract: { column } }];

const said = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.toWellFormed();

const fieldOf = (column: RecordNode<'Column'>, id: string, file: CroissantFile | undefined): Thing => {
  const name = said(column.name);
  const titles = languageTexts(column.title);
  const names = name === undefined ? titles : [name];
  const property = column.propertyUrl === undefined ? undefined : webAddress(column.propertyUrl);
  return {
    '@id': id,
    ...thingOf('cr:Field', undefined, {
      name: names.length === 0 ? [id] : names,
      alternateName: name === undefined ? [] : titles,
      description: languageTexts(column.description),
      dataType: dataTypeOf(column.datatype),
      equivalentProperty: property === undefined ? [] : [property],
      source: sourceOf(file, name),
    }),
  };
};

const recordSetOf = (table: RecordNode<'Table'>, id: string, files: readonly CroissantFile[]): Thing => {
  const titles = languageTexts(table.title);
  const url = table.url === undefined ? undefined : webAddress(table.url);
  const file = files.find((each) => each.url === url);
  return {
    '@id': id,
    ...thingOf('cr:RecordSet', undefined, {
      name: titles.length === 0 ? [id] : titles,
      keywords: languageTexts(table.keyword),
    }),
    field: (table.column ?? []).map((column, index) => fieldOf(column, `${id}/column-${index + 1}`, file)),
  };
};

/** A record set for each table that tells its columns. Fields say where their values are only where the owner did. */
export const recordSetsOf = ({ hasVariables = [] }: Dataset, files: readonly CroissantFile[]): readonly Thing[] =>
  hasVariables
    .flatMap(({ table = [] }) => table)
    .filter(({ column = [] }) => column.length > 0)
    .map((table, index) => recordSetOf(table, `table-${index + 1}`, files));
