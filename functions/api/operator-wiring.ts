/** What operators start and decide: the use cases of harvest and start-runs, with the queues and the topic behind them. */
import { snsAnnounce } from '#functions/shared/announce.ts';
import { suffixAt } from '#functions/shared/clock.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { RunStore } from '#functions/shared/run-store.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';
import { sqsHarvestQueue } from '#functions/shared/sqs-harvest-queue.ts';
import { sqsTextQueue } from '#functions/shared/sqs-text-queue.ts';
import type { Config } from './config.ts';
import { deadLettersOf, heldRemovals, renamesOf, runStarter } from './operator-ports.ts';
import type { ApiPorts } from './ports.ts';

/** The stores that operators' acts read and write. */
export interface OperatorStores {
  readonly objects: ObjectStore;
  readonly ledger: Ledger;
  readonly runs: RunStore & ApiPorts['runs'];
  readonly sources: SourceStore;
}

export function operatorPorts(
  config: Config,
  { objects, ledger, runs, sources }: OperatorStores,
): Pick<ApiPorts, 'held' | 'renames' | 'starter' | 'deadLetters'> {
  const shared = { runs, leases: dynamoLeaseStore(config.TABLE_CONTROL), clock: Date.now, suffix: suffixAt };
  const announce = snsAnnounce(config.TOPIC_LEDGER_ARN);
  const starter = runStarter({ ...shared, sources, objects, queue: sqsHarvestQueue(config.QUEUE_HARVEST_URL) });
  const queues = {
    project: sqsTextQueue(config.QUEUE_PROJECT_URL),
    search: sqsTextQueue(config.QUEUE_SEARCH_URL),
    bounces: sqsTextQueue(config.QUEUE_BOUNCES_URL),
    webhooks: sqsTextQueue(config.QUEUE_WEBHOOKS_URL),
  };
  return {
    held: heldRemovals({ ...shared, ledger, objects, announce }),
    renames: renamesOf({ ...shared, ledger, objects, announce }),
    starter,
    deadLetters: deadLettersOf({ ...shared, objects, starter, send: (queue, body) => queues[queue](body) }),
  };
}
