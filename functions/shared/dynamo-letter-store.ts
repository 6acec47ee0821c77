/** Owners' wishes in the quality table: `OWNER#<id>` / `LETTER`. */
import { type AttributeValue, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Letter } from '#schemas/letter.ts';
import { dynamo } from './clients/dynamo.ts';
import { tookPlace } from './conditional-write.ts';
import { TransientFailure, translated } from './failures.ts';
import type { LetterStore } from './letter-store.ts';
import { recordIn, recordKinds, versionAttribute } from './record-version.ts';

/** Three write here: the owner, the sender, and what tells of returned letters. More who are faster each time are none of them. */
const MAX_TRIES = 5;

type Kept = Record<string, AttributeValue>;

const keyOf = (owner: string) => ({ pk: { S: `OWNER#${owner}` }, sk: { S: 'LETTER' } });

/** @param table the quality table's name. */
export function dynamoLetterStore(table: string, client: DynamoDBClient = dynamo): LetterStore {
  const itemOf = async (owner: string): Promise<Kept | undefined> => {
    const input = { TableName: table, Key: keyOf(owner), ConsistentRead: true };
    return (await translated(() => client.send(new GetItemCommand(input)))).Item;
  };
  const letterOf = (owner: string, kept: Kept | undefined): Letter =>
    Letter.parse(kept === undefined ? { owner } : recordIn(recordKinds.letter, kept, 'letter'));
  const written = (letter: Letter): Kept => ({
    ...keyOf(letter.owner),
    letter: { S: JSON.stringify(letter) },
    ...versionAttribute(recordKinds.letter),
  });

  /** False when what is kept is no longer `had`. */
  const replace = async (letter: Letter, had: Kept | undefined): Promise<boolean> => {
    const condition =
      had?.letter === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'letter = :had', ExpressionAttributeValues: { ':had': had.letter } };
    const command = new PutItemCommand({ TableName: table, Item: written(letter), ...condition });
    return tookPlace(() => client.send(command));
  };

  return {
    get: async (owner) => letterOf(owner, await itemOf(owner)),

    async save(letter) {
      await translated(() => client.send(new PutItemCommand({ TableName: table, Item: written(letter) })));
    },

    async change(owner, change) {
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const had = await itemOf(owner);
        if (await replace(change(letterOf(owner, had)), had)) return;
      }
      throw new TransientFailure(`What is known of the letters to ${owner} changed ${MAX_TRIES} times meanwhile.`);
    },
  };
}
