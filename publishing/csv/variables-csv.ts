/** The variables of a register as a table for people with a spreadsheet. */
import type { ListedVariable } from '../listed-variables.ts';
import { type CsvCell, csvLine } from './csv-line.ts';

/** Column by column, as in the table of datasets: they are only ever added, at the end. */
const columns: readonly (readonly [heading: string, cell: (variable: ListedVariable) => CsvCell])[] = [
  ['place', ({ place }) => place],
  ['table', ({ table: { da, en, ...others } }) => da ?? en ?? Object.values(others)[0]],
  ['name', ({ name }) => name],
  ['title_da', ({ title: { da, und } }) => da ?? und],
  ['title_en', ({ title }) => title.en],
  ['description_da', ({ description: { da, und } }) => da ?? und],
  ['description_en', ({ description }) => description.en],
  ['datatype', ({ datatype }) => datatype],
  ['since', ({ since }) => since],
  ['until', ({ until }) => until],
  ['property_url', ({ propertyUrl }) => propertyUrl],
];

/** The first line, behind the mark without which Excel shows æ, ø and å wrongly. */
export const variablesHeading = `\ufeff${csvLine(columns.map(([heading]) => heading))}`;

export const variableLine = (variable: ListedVariable): string => csvLine(columns.map(([, cell]) => cell(variable)));
