/** Erased contacts in the control table: `ERASED` / `KEY`, `PLACE` and `CONTACT#<keyed hash>`. No address is in it. */
import { randomBytes } from 'node:crypto';
import { type AttributeValue, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamo } from './clients/dynamo.ts';
import { conditional } from './conditional-write.ts';
import { type Item, queriedItems, wholePartition } from './dynamo-items.ts';
import { contactHash, type ErasedContacts, Erasure, ErasurePlace, noCounts } from './erased-contacts.ts';
import { PermanentFailure, translated } from './failures.ts';

const PARTITION = 'ERASED';
const CONTACT = 'CONTACT#';

/** Bytes of the key: as many as the hash has. */
const KEY_BYTES = 32;

const keyOf = (sort: string) => ({ pk: { S: PARTITION }, sk: { S: sort } });

/** @param table the control table's name. */
export function dynamoErasedContacts(table: string, client: DynamoDBClient = dynamo): ErasedContacts {
  const items = (): Promise<Item[]> => Array.fromAsync(queriedItems(client, wholePartition(table, PARTITION)));

  const item = async (sort: string) => {
    const input = { TableName: table, Key: keyOf(sort), ConsistentRead: true };
    return (await translated(() => client.send(new GetItemCommand(input)))).Item;
  };

  const put = (sort: string, attributes: Record<string, AttributeValue>) =>
    translated(() => client.send(new PutItemCommand({ TableName: table, Item: { ...keyOf(sort), ...attributes } })));

  /** Made at the first erasure, by whoever is first, and never again: under another key nobody would be known any more. */
  const key = async (): Promise<string> => {
    const made = randomBytes(KEY_BYTES).toString('base64url');
    const Item = { ...keyOf('KEY'), key: { S: made } };
    const ConditionExpression = 'attribute_not_exists(pk)';
    await conditional(() => client.send(new PutItemCommand({ TableName: table, Item, ConditionExpression })));
    const kept = (await item('KEY'))?.key?.S;
    if (kept === undefined) throw new PermanentFailure('The key of the erased contacts cannot be read.');
    return kept;
  };

  const erasureIn = ({ erasure }: Record<string, AttributeValue>): Erasure =>
    Erasure.parse(JSON.parse(erasure?.S ?? 'null'));

  const save = async (erasure: Erasure): Promise<void> => {
    await put(`${CONTACT}${erasure.id}`, { erasure: { S: JSON.stringify(erasure) } });
  };

  return {
    save,

    async known() {
      const found = await items();
      const secret = found.find(({ sk }) => sk?.S === 'KEY')?.key?.S;
      const hashes = new Set(
        found.flatMap(({ sk }) => (sk?.S?.startsWith(CONTACT) ? [sk.S.slice(CONTACT.length)] : [])),
      );
      if (secret === undefined || hashes.size === 0) return undefined;
      return (address) => hashes.has(contactHash(secret, address));
    },

    async add(address, at) {
      const id = contactHash(await key(), address);
      const erasure: Erasure = { id, requestedAt: at, state: 'waiting', doneAt: null, counts: noCounts };
      await save(erasure);
      return erasure;
    },

    list: async () => (await items()).filter(({ sk }) => sk?.S?.startsWith(CONTACT)).map(erasureIn),

    async place() {
      const place = (await item('PLACE'))?.place?.S;
      return ErasurePlace.nullable().parse(JSON.parse(place ?? 'null')) ?? undefined;
    },

    async keepPlace(place) {
      await put('PLACE', { place: { S: JSON.stringify(place ?? null) } });
    },
  };
}
