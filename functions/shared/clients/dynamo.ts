/** The one client of DynamoDB of a process: connections are kept between the invocations of a warm function. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { METER, noteDynamo, tellsCapacity } from '../meter.ts';
import { SDK_TRIES } from './tries.ts';

export const dynamo = new DynamoDBClient({ maxAttempts: SDK_TRIES });

dynamo.middlewareStack.add(
  (next, { commandName = '' }) =>
    async (args) => {
      // The commands that tell their capacity all take this; the type of all commands together does not say so.
      const asking = { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as typeof args.input;
      const input = tellsCapacity(commandName) ? asking : args.input;
      try {
        const result = await next({ ...args, input });
        noteDynamo(commandName, input, result.output);
        return result;
      } catch (error) {
        noteDynamo(commandName, input, undefined);
        throw error;
      }
    },
  METER,
);
