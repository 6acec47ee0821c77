/** Ports whose adapters are loaded when they are first called: most requests need none of them. */
import { late } from '#functions/shared/late.ts';
import type { LinkStatuses } from '#functions/shared/link-statuses.ts';
import type { ObjectStore } from '#functions/shared/object-store.ts';
import type { Presign } from '#functions/shared/presigned.ts';
import type { SearchReader } from '#functions/shared/search-index.ts';
import type { WebhookSender } from '#functions/shared/webhook-sender.ts';
import type { Config } from './config.ts';
import type { OperatorStores } from './operator-wiring.ts';
import type { ApiPorts } from './ports.ts';

/** The stores that adapters of the API share. */
export interface Stores extends OperatorStores, Pick<ApiPorts, 'catalogue' | 'quality'> {
  readonly linkStatuses: LinkStatuses;
}

/** What operators start and decide, with the queues and the topic that are told of it. */
export function lateOperator(
  config: Config,
  stores: OperatorStores,
): Pick<ApiPorts, 'held' | 'renames' | 'starter' | 'deadLetters'> {
  const operator = late(async () => (await import('./operator-wiring.ts')).operatorPorts(config, stores));
  return {
    held: { decide: async (...asked) => (await operator()).held.decide(...asked) },
    renames: {
      list: async (source) => (await operator()).renames.list(source),
      decide: async (...asked) => (await operator()).renames.decide(...asked),
    },
    starter: {
      start: async (...asked) => (await operator()).starter.start(...asked),
      replay: async (...asked) => (await operator()).starter.replay(...asked),
    },
    deadLetters: {
      async *list(from) {
        yield* (await operator()).deadLetters.list(from);
      },
      get: async (id) => (await operator()).deadLetters.get(id),
      replay: async (id) => (await operator()).deadLetters.replay(id),
      replayAll: async () => (await operator()).deadLetters.replayAll(),
    },
  };
}

/** An owner's report, and what is remembered of it. */
export function lateReports({ linkStatuses: links, ...stores }: Stores): ApiPorts['reports'] {
  const ports = { ...stores, links, clock: Date.now };
  const module = late(() => import('#functions/send-reports/build-report.ts'));
  return {
    build: async (owner) => (await module()).buildReport(ports, owner),
    keep: async (report) => (await module()).keepReport(ports, report),
  };
}

export function lateSearch(objects: Pick<ObjectStore, 'get' | 'getStream'>): SearchReader {
  const reader = late(async () => (await import('#functions/shared/search-reader.ts')).searchReader(objects));
  return { current: async () => (await reader()).current() };
}

export function latePresign(bucket: string): Presign {
  const presign = late(async () => (await import('#functions/shared/presigned.ts')).presignedGet(bucket));
  return async (...asked) => (await presign())(...asked);
}

export function lateSender({ ALLOW_HOSTS: allowed, PUBLIC_URL: publicUrl }: Config): WebhookSender {
  const sender = late(async () => {
    const { CHALLENGE_MS, webhookSender } = await import('#functions/shared/webhook-sender.ts');
    return webhookSender({ allowed, timeoutMs: CHALLENGE_MS, publicUrl });
  });
  return { send: async (...asked) => (await sender()).send(...asked) };
}
