/** The audit log in the control table: `AUDIT` / `<instant>#<random>`. People's acts are few, so one partition holds them. */
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { withoutErasedContacts } from '#catalogue/erased-contacts.ts';
import { AuditEntry, type AuditListing, type AuditLog } from './audit-log.ts';
import { dynamo } from './clients/dynamo.ts';
import { dynamoErasedContacts } from './dynamo-erased-contacts.ts';
import { queriedItems } from './dynamo-items.ts';
import { translated } from './failures.ts';
import { recordIn, recordKinds, versionAttribute } from './record-version.ts';

const PARTITION = 'AUDIT';

/** Behind every id of its kind. */
const END = '\uffff';

const isWanted = (entry: AuditEntry, { actor, action }: AuditListing): boolean =>
  (actor === undefined || entry.actor === actor) && (action === undefined || entry.action === action);

/** @param table the control table's name. */
export function dynamoAuditLog(table: string, client: DynamoDBClient = dynamo): AuditLog {
  const erased = dynamoErasedContacts(table, client);
  const newestFirst = ({ since = '', after }: AuditListing) =>
    queriedItems(client, {
      TableName: table,
      ConsistentRead: true,
      ScanIndexForward: false,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': { S: PARTITION },
        ':from': { S: since === '' ? '0' : since },
        ':to': { S: after ?? END },
      },
    });

  return {
    async add(act) {
      // An act may name somebody who was erased before: it is noted without.
      const isErased = await erased.known();
      const entry = isErased ? withoutErasedContacts(act, isErased) : act;
      const Item = {
        ...{ pk: { S: PARTITION }, sk: { S: entry.id }, entry: { S: JSON.stringify(entry) } },
        ...versionAttribute(recordKinds.auditEntry),
      };
      // What was written stays as it was written.
      const ConditionExpression = 'attribute_not_exists(pk)';
      await translated(() => client.send(new PutItemCommand({ TableName: table, Item, ConditionExpression })));
    },

    async list(listing) {
      const found: AuditEntry[] = [];
      for await (const item of newestFirst(listing)) {
        const entry = AuditEntry.parse(recordIn(recordKinds.auditEntry, item, 'entry'));
        if (entry.id !== listing.after && isWanted(entry, listing)) found.push(entry);
        if (found.length >= listing.limit) return found;
      }
      return found;
    },
  };
}
