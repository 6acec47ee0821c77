/** Writes that take place only when a condition holds: that it does not is an answer (decision 8), and every adapter asks alike. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { translated } from './failures.ts';

/**
 * What the service answers; undefined when the condition did not hold.
 * @throws TransientFailure | PermanentFailure for anything else.
 */
export async function conditional<Answer>(write: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await translated(write);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/** Whether a write took place; every answer of the service is an object. @throws as `conditional` does. */
export const tookPlace = async (write: () => Promise<object>): Promise<boolean> =>
  (await conditional(write)) !== undefined;
