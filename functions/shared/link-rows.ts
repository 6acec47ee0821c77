/**
 * Rows of the quality table about links: `URL#<key>` / `STATUS` (also by host and due time, and by state and last change),
 * `URL#<key>` / `USE#<dataset>`, `DATASET-LINKS#<dataset>` / `<key>`, `SOURCE-LINKS#<source>` / `<key>`, `HOSTS` / `<host>`.
 */
import { createHash } from 'node:crypto';
import type { AttributeValue, DynamoDBClient, QueryCommandInput } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { LinkStatus } from '#quality/links/link-status.ts';
import type { LinkUse } from '#quality/links/record-links.ts';
import { batchGet } from './dynamo-batch-get.ts';
import { type Item, queriedItems } from './dynamo-items.ts';

/** Short and safe in any key: an address may be longer than a sort key may be. 128 bits do not meet by chance. */
export const keyOf = (url: string): string => createHash('sha256').update(url).digest('base64url').slice(0, 22);

export const statusKey = (key: string): Item => ({ pk: { S: `URL#${key}` }, sk: { S: 'STATUS' } });

/** The place of a status among all by their last change; the key keeps those of one moment apart. */
const changedOf = ({ url, changedAt }: LinkStatus): string => `${changedAt}#${keyOf(url)}`;

export const statusItem = (status: LinkStatus): Item => ({
  ...statusKey(keyOf(status.url)),
  host: { S: new URL(status.url).host },
  due: { S: status.due },
  state: { S: status.state },
  changed: { S: changedOf(status) },
  kind: { S: status.kind },
  checked: { S: status.checkedAt ?? 'never' },
  link: { S: JSON.stringify(status) },
});

export const statusOf = (item: Item): LinkStatus => LinkStatus.parse(JSON.parse(item.link?.S ?? 'null'));

const Uses = z.array(
  z.object({ url: z.string(), property: z.string(), place: z.string(), mediaTypes: z.array(z.string()) }),
);

export const usesIn = (item: Item): readonly LinkUse[] => Uses.parse(JSON.parse(item.uses?.S ?? '[]'));

/** The last part of a sort key or partition key, behind its first `#`. */
export const partOf = (value: AttributeValue | undefined): string => {
  const text = value?.S ?? '';
  return text.slice(text.indexOf('#') + 1);
};

export interface Rows {
  /** All rows that a query finds, page by page. */
  rows(input: Omit<QueryCommandInput, 'TableName'>): AsyncGenerator<Item>;
  /** The statuses of these keys; none for those that have none. */
  statuses(keys: readonly string[], consistent?: boolean): Promise<Map<string, LinkStatus>>;
}

export function rowsIn(table: string, client: DynamoDBClient): Rows {
  return {
    rows: (input) => queriedItems(client, { TableName: table, ...input }),

    async statuses(keys, consistent = false) {
      const items = await batchGet({ client, table, consistent }, [...new Set(keys)].map(statusKey));
      return new Map(items.map((item) => [partOf(item.pk), statusOf(item)]));
    },
  };
}
