/** Sources in the control table: `SOURCES` / `<source id>`, each with its version and where its definition comes from. */
import { type AttributeValue, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { withoutErasedContacts } from '#catalogue/erased-contacts.ts';
import { Source } from '#schemas/source.ts';
import { dynamo } from './clients/dynamo.ts';
import { tookPlace } from './conditional-write.ts';
import { dynamoErasedContacts } from './dynamo-erased-contacts.ts';
import { type Item, queriedItems, wholePartition } from './dynamo-items.ts';
import { TransientFailure, translated } from './failures.ts';
import { planFile } from './file-sources.ts';
import { itemVersion, recordKinds, upgraded, versionAttribute } from './record-version.ts';
import { KeptSource, type SourceStore } from './source-store.ts';

const keyOf = (id: string): Item => ({ pk: { S: 'SOURCES' }, sk: { S: id } });

const Marks = KeptSource.omit({ source: true });

const json = (attribute: AttributeValue | undefined): unknown => JSON.parse(attribute?.S ?? 'null');

function keptIn(item: Item): KeptSource {
  const older = { definition: json(item.definition), ...(item.marks && { marks: json(item.marks) }) };
  const { definition, marks } = upgraded(recordKinds.source, older, itemVersion(item));
  return { source: Source.parse(definition), ...Marks.parse(marks) };
}

const sourceIn = (item: Item): Source => keptIn(item).source;

const itemOf = ({ source, ...marks }: KeptSource): Item => ({
  ...keyOf(source.id),
  definition: { S: JSON.stringify(source) },
  marks: { S: JSON.stringify(marks) },
  version: { N: String(marks.version) },
  ...versionAttribute(recordKinds.source),
});

/** Nobody else may have written since the version before; the first version of an item without one is the file's. */
const onlyAfter = (version: number) =>
  version <= 1
    ? { ConditionExpression: 'attribute_not_exists(version)' }
    : {
        ConditionExpression: 'version = :before',
        ExpressionAttributeValues: { ':before': { N: String(version - 1) } },
      };

/** How often the file's plan is made anew when an operator saves at the same moment. */
const TRIES = 5;

/**
 * @param table the control table's name.
 * @param now tells when a source left the file.
 */
export function dynamoSourceStore(
  table: string,
  client: DynamoDBClient = dynamo,
  now: () => number = Date.now,
): SourceStore {
  const erased = dynamoErasedContacts(table, client);

  const items = (): Promise<Item[]> => Array.fromAsync(queriedItems(client, wholePartition(table, 'SOURCES')));

  const item = async (id: string): Promise<Item | undefined> => {
    const command = new GetItemCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true });
    return (await translated(() => client.send(command))).Item;
  };

  /** A source file that still names somebody who asked to be erased does not bring the address back. */
  const withoutErased = async (kept: KeptSource): Promise<KeptSource> => {
    const isErased = kept.source.owner.email === undefined ? undefined : await erased.known();
    return isErased ? { ...kept, source: withoutErasedContacts(kept.source, isErased) } : kept;
  };

  const save = async (next: KeptSource): Promise<boolean> => {
    const Item = itemOf(await withoutErased(next));
    return tookPlace(() => client.send(new PutItemCommand({ TableName: table, Item, ...onlyAfter(next.version) })));
  };

  const listKept = async () => (await items()).map(keptIn);

  return {
    listKept,
    save,
    list: async () => (await items()).map(sourceIn),
    async get(id) {
      const found = await item(id);
      return found && sourceIn(found);
    },
    async kept(id) {
      const found = await item(id);
      return found && keptIn(found);
    },
    async replaceAll(sources) {
      for (let tries = 1; tries <= TRIES; tries += 1) {
        const { saves, notes } = planFile(await listKept(), sources, new Date(now()).toISOString());
        const saved: boolean[] = [];
        for (const next of saves) saved.push(await save(next));
        if (saved.every(Boolean)) return notes;
      }
      throw new TransientFailure('The sources were changed by somebody else again and again while the file was read.');
    },
  };
}
