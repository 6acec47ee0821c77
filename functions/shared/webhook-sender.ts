/** Sends one signed message to one receiver: guarded by address, bounded in time, following no redirect. */
import type { IncomingMessage } from 'node:http';
import { EVENT_TYPE, type Message } from '#publishing/webhooks/events.ts';
import { signatureHeaders } from '#publishing/webhooks/signature.ts';
import { addressGuard } from './address-guard.ts';
import { bodyOf } from './http-body.ts';
import { Deadline, discard, exchange } from './http-exchange.ts';
import { failureOf } from './http-failure.ts';
import { httpLimits } from './http-limits.ts';
import { addressFault } from './receiver-address.ts';
import { retryAfterMs } from './retry.ts';

/** An answer to a challenge is a line; whatever else a receiver says is read by nobody. */
const ANSWER_BYTES = 4096;

/** How long one delivery may take: receivers are to accept and work later (Standard Webhooks recommends 15 to 30 seconds). */
export const DELIVERY_MS = 20_000;

/** How long a challenge may take: whoever asked for it waits for the answer, and the gateway for no more than 29 seconds. */
export const CHALLENGE_MS = 10_000;

export interface WebhookCall {
  readonly url: string;
  readonly message: Message;
  /** Epoch milliseconds of this try. */
  readonly now: number;
  /** What it is signed with, the current secret first. */
  readonly secrets: readonly string[];
  /** Whether the answer's body is wanted. */
  readonly wantsBody?: boolean;
}

export type WebhookAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfterMs: number | undefined;
      /** The beginning of the body, where it was wanted. */
      readonly body: string;
    }
  | { readonly kind: 'failed'; readonly code: string; readonly detail: string }
  /** We ended the try ourselves; it says nothing of the receiver. */
  | { readonly kind: 'cut-off' };

export interface WebhookSender {
  /** Never throws. */
  send(call: WebhookCall, signal?: AbortSignal): Promise<WebhookAnswer>;
}

export interface SenderOptions {
  /** Hosts that an operator lets through: by http, and although they are not public. */
  readonly allowed: readonly string[];
  /** How long one try may take in all. */
  readonly timeoutMs: number;
  /** Where whoever finds us in a receiver's log learns who we are. */
  readonly publicUrl: string;
}

/** What a subscriber is told of a try that was not answered: of our own network nothing, not even where a name leads. */
const SAID: Readonly<Record<string, string>> = {
  'address-refused': 'The address is not on the public internet, and no message is sent there.',
  'dns-failure': 'The name of the receiver could not be resolved.',
  'connection-refused': 'The receiver refused the connection.',
  'connection-reset': 'The connection to the receiver broke off.',
  'tls-failure': 'The receiver did not prove who it is, or no encryption could be agreed on.',
};

async function beginningOf(response: IncomingMessage, deadline: Deadline): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of bodyOf(response, deadline, () => undefined)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= ANSWER_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, ANSWER_BYTES).toString();
}

export function webhookSender({ allowed, timeoutMs, publicUrl }: SenderOptions): WebhookSender {
  const guard = addressGuard(allowed);
  const limits = { ...httpLimits, connectMs: Math.min(httpLimits.connectMs, timeoutMs), totalMs: timeoutMs };
  const timeout = `The receiver did not answer within ${timeoutMs / 1000} seconds.`;

  async function post({ url, message, now, secrets, wantsBody }: WebhookCall, deadline: Deadline) {
    const timestamp = Math.floor(now / 1000);
    const headers = {
      'content-type': EVENT_TYPE,
      'content-length': String(Buffer.byteLength(message.body)),
      'user-agent': `Datalandkort/0.1 (webhooks; +${publicUrl})`,
      ...signatureHeaders({ id: message.id, timestamp, body: message.body }, secrets),
    };
    const target = new URL(url);
    const response = await exchange({ url: target, method: 'POST', headers, body: message.body, guard, deadline });
    const status = response.statusCode ?? 0;
    const body = wantsBody ? await beginningOf(response, deadline) : '';
    if (!wantsBody) discard(response);
    return { kind: 'answered', status, retryAfterMs: retryAfterMs(response), body } as const;
  }

  /** A kept connection that the receiver has closed meanwhile says nothing of the receiver: a new one is tried once. */
  const postOverLiveConnection: typeof post = (call, deadline) =>
    post(call, deadline).catch((error: unknown) => {
      if (deadline.signal.aborted || failureOf(error).code !== 'connection-reset') throw error;
      return post(call, deadline);
    });

  return {
    async send(call, signal) {
      const fault = addressFault(call.url, allowed);
      if (fault !== undefined) return { kind: 'failed', code: 'address-refused', detail: `The address ${fault}.` };
      const deadline = new Deadline(limits, signal);
      try {
        return await postOverLiveConnection(call, deadline);
      } catch (error) {
        if (signal?.aborted) return { kind: 'cut-off' };
        const { code, message } = failureOf(error);
        return { kind: 'failed', code, detail: code === 'timeout' ? timeout : (SAID[code] ?? message) };
      } finally {
        deadline.done();
      }
    },
  };
}
