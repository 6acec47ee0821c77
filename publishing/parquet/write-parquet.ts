/** Parquet for people with data frames: a row a dataset, the columns of the CSV, the version, and the whole record as JSON. */
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { schemaFromColumnData } from 'hyparquet-writer/src/schema.js';
import type { CsvCell } from '../csv/csv-line.ts';
import { columns } from '../csv/write-csv.ts';
import type { SnapshotRow } from '../snapshot-row.ts';
import type { Chunks } from '../write-catalogue.ts';

/** Rows in a row group: they are in memory column by column. Readers skip whole groups, so smaller ones are no loss. */
const GROUP_ROWS = 5_000;

/** Characters of records in a group, where they are large. */
const GROUP_CHARACTERS = 32_000_000;

/** Columns whose cells are whole numbers; all others are texts. */
const NUMBERS: ReadonlySet<string> = new Set(['number_of_records', 'number_of_individuals', 'seq', 'revision']);

/** A column's cells of one row group, as the writer takes them. */
interface Column {
  readonly name: string;
  readonly type: 'INT64' | 'STRING';
  readonly data: (bigint | string | undefined)[];
}

const cells: readonly (readonly [string, (row: SnapshotRow) => CsvCell])[] = [
  ...columns,
  ['seq', ({ seq }) => seq],
  ['revision', ({ revision }) => revision],
  ['content_hash', ({ contentHash }) => contentHash],
];

const whole = (cell: CsvCell): bigint | undefined =>
  typeof cell === 'number' && Number.isSafeInteger(cell) ? BigInt(cell) : undefined;

const written = (cell: CsvCell): string | undefined => (cell === null || cell === undefined ? undefined : String(cell));

/** The rows of a group, turned into columns. */
class Group {
  readonly columns: readonly Column[] = [
    ...cells.map(([name]): Column => ({ name, type: NUMBERS.has(name) ? 'INT64' : 'STRING', data: [] })),
    { name: 'record', type: 'STRING', data: [] },
  ];
  #characters = 0;

  get rows(): number {
    return this.columns[0]?.data.length ?? 0;
  }

  get isFull(): boolean {
    return this.rows >= GROUP_ROWS || this.#characters >= GROUP_CHARACTERS;
  }

  add(row: SnapshotRow): void {
    const record = JSON.stringify(row.entry.record);
    this.#characters += record.length;
    for (const [index, [name, cell]] of cells.entries()) {
      const value = cell(row);
      this.columns[index]?.data.push(NUMBERS.has(name) ? whole(value) : written(value));
    }
    this.columns.at(-1)?.data.push(record);
  }
}

/** Gives what was written since the last time, and makes room for what comes. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

/** The catalogue as Parquet, in pieces: a row group each, and the footer. */
export async function* writeParquet(chunks: Chunks<SnapshotRow>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: [...new Group().columns] });
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'datalandkort' });
  let group = new Group();
  const flush = async (): Promise<Uint8Array> => {
    await writer.write({ columnData: [...group.columns], rowGroupSize: group.rows });
    group = new Group();
    return taken(bytes);
  };
  for await (const chunk of chunks) {
    for (const row of chunk) {
      group.add(row);
      if (group.isFull) yield await flush();
    }
  }
  if (group.rows > 0) yield await flush();
  await writer.finish();
  yield taken(bytes);
}
