/** The whole system in this process, on a folder of its own: what the log and its views hold can be looked at, and damaged. */
import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { clientOf } from '#infra/local/engines.ts';
import { type Host, startHost } from '#infra/local/host.ts';
import { patiently } from '#infra/local/patiently.ts';
import type { FunctionName, TableName } from '#infra/topology-shape.ts';
import type { LedgerEntry } from '#schemas/change.ts';
import type { CatalogueEntry, Dataset } from '#schemas/record.ts';
import { draftOf, entryOf } from '#test/functions/drafts.ts';

export type Row = Record<string, AttributeValue>;

/** The functions that keep views, in the order in which they stand on each other. */
const KEEPERS = [
  'project',
  'link-datasets',
  'assess-datasets',
  'index-search',
  'render-feeds',
  'take-snapshot',
] as const satisfies readonly FunctionName[];

/** A snapshot that was taken has no kind. */
const Answer = z.object({ kind: z.string().optional() });

/** Calls a keeper until it has nothing left to do. @throws Error when another is at its view, and what it throws again and again. */
const untilDone = patiently(async (host: Host, name: FunctionName): Promise<void> => {
  const { kind } = Answer.parse(await host.invoke(name, {}));
  if (kind === 'busy' || kind === 'behind') throw new Error(`${name} is ${kind}.`);
});

export interface WholeSystem {
  readonly host: Host;
  readonly tables: DynamoDBClient;
  /** Publishes records as a harvest would; null removes. */
  publish(records: Readonly<Record<string, Dataset | null>>): Promise<void>;
  /** Lets every view catch up with the log. */
  catchUp(): Promise<void>;
  rows(table: TableName): Promise<Row[]>;
  stop(): Promise<void>;
}

const owner = { name: { da: 'Sundhedsdatastyrelsen' } };

/** @param port a free one when absent; one of an earlier start keeps the addresses that pages hold. */
export async function startWholeSystem(data: string, port = 0): Promise<WholeSystem> {
  const host = await startHost({
    data,
    ports: () => [port],
    serveApi: true,
    site: async () => undefined,
    allowHosts: ['127.0.0.1'],
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  const tables = new DynamoDBClient(clientOf(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? ''));
  const last = new Map<string, LedgerEntry>();
  const draft = (id: string, record: Dataset | null) => {
    const before = last.get(id);
    const revision = (before?.revision ?? 0) + 1;
    const change = { revision, previous: before?.seq ?? null, previousHash: before?.contentHash ?? null };
    const contentHash = record && `sha256:${id}-${revision}`;
    if (!record) return draftOf(id, { ...change, type: 'Delete', contentHash, cause: 'source-removed' });
    const isNew = before === undefined || before.type === 'Delete';
    return draftOf(id, { ...change, contentHash, ...(!isNew && { type: 'Update', changed: ['title'] }) });
  };
  return {
    host,
    tables,
    async publish(records) {
      const all = Object.entries(records);
      const entries = all.map(([id, record]): CatalogueEntry | null =>
        record === null ? null : { ...entryOf(id), record: { publisher: owner, ...record } },
      );
      const drafts = all.map(([id, record]) => draft(id, record));
      for (const entry of await host.stores.ledger.append(drafts, entries)) last.set(entry.dataset, entry);
    },
    async catchUp() {
      for (const name of KEEPERS) await untilDone(host, name);
    },
    async rows(table) {
      const rows: Row[] = [];
      let start: Row | undefined;
      do {
        const page = await tables.send(
          new ScanCommand({ TableName: table, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
        );
        rows.push(...(page.Items ?? []));
        start = page.LastEvaluatedKey;
      } while (start);
      const keyOf = ({ pk, sk }: Row) => `${pk?.S} ${sk?.S}`;
      return rows.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    },
    async stop() {
      tables.destroy();
      await host.stop();
    },
  };
}
