/** The items of a table without the erased contacts: every attribute that is a text, or a text that was packed. */
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type AttributeValue, DeleteItemCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type IsErased, maskAddresses } from '#catalogue/erased-contacts.ts';
import { dynamo } from './clients/dynamo.ts';
import { tookPlace } from './conditional-write.ts';
import { type Item, scannedItems } from './dynamo-items.ts';
import { translated } from './failures.ts';
import { textWithout } from './masked-text.ts';

/** How a packed attribute begins (RFC 1952). */
const GZIP = [0x1f, 0x8b] as const;

const isGzip = (bytes: Uint8Array): boolean => GZIP.every((byte, place) => bytes[place] === byte);

function attributeWithout(value: AttributeValue, isErased: IsErased): AttributeValue {
  if (value.S !== undefined) return { S: textWithout(value.S, isErased) };
  if (value.SS !== undefined) return { SS: value.SS.map((text) => textWithout(text, isErased)) };
  if (value.L !== undefined) return { L: value.L.map((item) => attributeWithout(item, isErased)) };
  if (value.M !== undefined) return { M: itemWithout(value.M, isErased) };
  if (value.B === undefined || !isGzip(value.B)) return value;
  const text = gunzipSync(value.B).toString();
  const made = textWithout(text, isErased);
  return made === text ? value : { B: gzipSync(made, { level: 1 }) };
}

const itemWithout = (item: Item, isErased: IsErased): Item =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attributeWithout(value, isErased)]));

/** Every attribute must be what it was: whoever wrote meanwhile is not undone, and the item is met again by the next pass. */
function asItWas(item: Item) {
  const names = Object.keys(item);
  return {
    ConditionExpression: names.map((_, place) => `#n${place} = :v${place}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, place) => [`#n${place}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      names.map((name, place) => [`:v${place}`, item[name] ?? { NULL: true }]),
    ),
  };
}

/** What a pass over a table came to. `missed` were written by somebody else meanwhile. */
export interface TablePass {
  readonly masked: number;
  readonly missed: number;
}

/** An item is named by its keys: one whose own name holds an address cannot be kept. */
const isNamed = ({ pk, sk }: Item, isErased: IsErased): boolean =>
  [pk?.S ?? '', sk?.S ?? ''].some((text) => maskAddresses(text, isErased) !== text);

async function maskItem(client: DynamoDBClient, table: string, item: Item, isErased: IsErased): Promise<boolean> {
  const { pk, sk } = item;
  if (pk && sk && isNamed(item, isErased)) {
    await translated(() => client.send(new DeleteItemCommand({ TableName: table, Key: { pk, sk } })));
    return true;
  }
  const input = { TableName: table, Item: itemWithout(item, isErased), ...asItWas(item) };
  return tookPlace(() => client.send(new PutItemCommand(input)));
}

/** Goes through a whole table. */
export async function maskTable(
  table: string,
  isErased: IsErased,
  client: DynamoDBClient = dynamo,
): Promise<TablePass> {
  let [masked, missed] = [0, 0];
  for await (const item of scannedItems(client, table)) {
    if (isDeepStrictEqual(itemWithout(item, isErased), item)) continue;
    if (await maskItem(client, table, item, isErased)) masked += 1;
    else missed += 1;
  }
  return { masked, missed };
}
