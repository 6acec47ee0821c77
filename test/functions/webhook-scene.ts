/** Subscribers, a log and a clock in memory, with receivers that answer as a test says. */
import { randomBytes } from 'node:crypto';
import { type DeliverPorts, deliverWebhooks } from '#functions/deliver-webhooks/deliver-webhooks.ts';
import type { Ledger } from '#functions/shared/ledger.ts';
import type { WebhookAnswer, WebhookCall } from '#functions/shared/webhook-sender.ts';
import { Addresses } from '#publishing/addresses.ts';
import { signingSecret } from '#publishing/webhooks/signature.ts';
import type { ChangeDraft } from '#schemas/change.ts';
import { type Course, courseAt, type Reason, type Subscription } from '#schemas/subscription.ts';
import { entryOf } from './drafts.ts';
import { exampleSource, memorySources } from './memory-control.ts';
import { memoryLedger, memoryLog } from './memory-ledger.ts';
import { memoryWebhooks } from './memory-webhooks.ts';

export const START = Date.parse('2026-11-23T04:00:00.000Z');
export const EPOCH = 'e3';

const createdAt = new Date(START).toISOString();

export const subscriptionOf = (id: string, over: Partial<Subscription> = {}): Subscription => ({
  id,
  url: `https://${id}.example/hook`,
  description: null,
  filters: {},
  state: 'active',
  reason: null,
  createdAt,
  updatedAt: createdAt,
  version: 1,
  // Of no key.
  keyHash: 'A'.repeat(43),
  secrets: [{ value: signingSecret(randomBytes(32)), createdAt, endsAt: null }],
  ...over,
});

export const answered = (status: number, retryAfterMs?: number): WebhookAnswer => ({
  kind: 'answered',
  status,
  retryAfterMs,
  body: '',
});

/** What a receiver got, as its tests look at it. */
interface Got {
  readonly url: string;
  readonly id: string;
  readonly at: number;
  readonly secrets: readonly string[];
  readonly event: { readonly type: string; readonly data: Record<string, unknown>; readonly [name: string]: unknown };
}

interface WebhookScene {
  readonly ports: DeliverPorts;
  readonly stores: ReturnType<typeof memoryWebhooks>;
  readonly got: Got[];
  readonly told: Reason[];
  /** What each receiver answers; 200 until it is set. */
  answer: (call: WebhookCall) => WebhookAnswer | Promise<WebhookAnswer>;
  now: number;
  ledger: Ledger;
  subscribe(subscription: Subscription, course?: Course): Promise<void>;
  append(...drafts: ChangeDraft[]): Promise<void>;
  deliver(over?: Partial<DeliverPorts>): Promise<void>;
  /** Ids of the messages that one receiver got, in their order. */
  idsAt(id: string): string[];
}

export function webhookScene(): WebhookScene {
  const stores = memoryWebhooks();
  const got: Got[] = [];
  const told: Reason[] = [];
  let workers = 0;
  const scene: WebhookScene = {
    stores,
    got,
    told,
    answer: () => answered(200),
    now: START,
    ledger: memoryLedger(memoryLog(EPOCH), () => scene.now),
    ports: {
      ...stores,
      get ledger() {
        return scene.ledger;
      },
      sources: memorySources([exampleSource]),
      sender: {
        async send(call) {
          const { url, message, now: at, secrets } = call;
          got.push({ url, id: message.id, at, secrets, event: JSON.parse(message.body) });
          return scene.answer(call);
        },
      },
      addresses: new Addresses('https://data.example.dk'),
      clock: () => scene.now,
      chance: () => 0,
      holder: () => {
        workers += 1;
        return `worker-${workers}`;
      },
      outOfTime: () => false,
      signal: new AbortController().signal,
      tell: (_, reason) => told.push(reason),
    },
    subscribe: (subscription, course = courseAt(EPOCH, 0)) => stores.subscriptions.create(subscription, course),
    async append(...drafts) {
      const entries = drafts.map((draft) => (draft.type === 'Delete' ? null : entryOf(draft.dataset)));
      await scene.ledger.append(drafts, entries);
    },
    deliver: (over = {}) => deliverWebhooks(Object.assign(Object.create(scene.ports), over)),
    idsAt: (id) => got.filter(({ url }) => url === subscriptionOf(id).url).map((each) => each.id),
  };
  return scene;
}
