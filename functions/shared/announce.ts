/** Tells the ledger's consumers that there is something to read. The message says only "look": the log is the truth. */
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { sns } from './clients/sns.ts';
import { translated } from './failures.ts';

export const snsAnnounce =
  (topic: string, client: SNSClient = sns) =>
  async (head: number): Promise<void> => {
    await translated(() => client.send(new PublishCommand({ TopicArn: topic, Message: JSON.stringify({ head }) })));
  };
