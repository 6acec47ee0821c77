/** Owners' wishes in the quality table: `OWNER#<id>` / `LETTER`. */
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Letter } from '#schemas/letter.ts';
import { dynamo } from './clients.ts';
import { translated } from './failures.ts';
import type { LetterStore } from './letter-store.ts';

const keyOf = (owner: string) => ({ pk: { S: `OWNER#${owner}` }, sk: { S: 'LETTER' } });

/** @param table the quality table's name. */
export const dynamoLetterStore = (table: string, client: DynamoDBClient = dynamo): LetterStore => ({
  async get(owner) {
    const input = { TableName: table, Key: keyOf(owner), ConsistentRead: true };
    const { Item } = await translated(() => client.send(new GetItemCommand(input)));
    return Letter.parse(JSON.parse(Item?.letter?.S ?? JSON.stringify({ owner })));
  },
  async save(letter) {
    const Item = { ...keyOf(letter.owner), letter: { S: JSON.stringify(letter) } };
    await translated(() => client.send(new PutItemCommand({ TableName: table, Item })));
  },
});
