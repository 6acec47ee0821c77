/** Puts the rules before the engines: whoever is given these addresses meets AWS's rules. */
import type { Topology } from '#infra/topology-shape.ts';
import { objectRule } from './object-rules.ts';
import { startProxy } from './proxy.ts';
import { queueRule } from './queue-rules.ts';
import { diceOf, type Rules } from './rules.ts';
import { tableRule } from './table-rules.ts';

interface Addresses {
  /** Address of DynamoDB. */
  readonly tables: string;
  /** Address of S3, SQS and SNS. */
  readonly objects: string;
}

/** Services throw dice of their own, so that what one is asked does not change what another does. */
export async function applyRules(
  behind: Addresses,
  rules: Rules,
  topology: Topology,
): Promise<Addresses & { stop(): Promise<void> }> {
  const tables = await startProxy(behind.tables, tableRule(rules.tables, diceOf(rules.seed), topology));
  const forObjects = objectRule(rules.objects, diceOf(rules.seed + 1));
  const forQueues = queueRule(rules.queues, diceOf(rules.seed + 2));
  const objects = await startProxy(behind.objects, (asked, proceed) =>
    (asked.call.service === 's3' ? forObjects : forQueues)(asked, proceed),
  );
  return {
    tables: tables.address,
    objects: objects.address,
    async stop() {
      await Promise.all([tables.stop(), objects.stop()]);
    },
  };
}
