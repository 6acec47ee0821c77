/** Whether a receiver wants what a subscription would send it: nobody can have messages sent to a server that did not agree. */
import { activeSecrets } from '#functions/shared/active-secrets.ts';
import { addressFault } from '#functions/shared/receiver-address.ts';
import type { WebhookAnswer } from '#functions/shared/webhook-sender.ts';
import { challengeMessage } from '#publishing/webhooks/events.ts';
import type { Subscription } from '#schemas/subscription.ts';
import type { ApiPorts } from '../ports.ts';
import { Refusal } from '../problem-types.ts';

/** Nobody guesses so many bytes of chance. */
const CHALLENGE_BYTES = 24;

const refused = (detail: string): Refusal =>
  new Refusal('receiver-refused', { detail: `The address ${detail}.`, errors: [{ pointer: '/url', detail }] });

/** @throws Refusal `receiver-refused` for an address that nothing is sent to, whatever stands behind it. */
export function checkAddress({ webhooks }: ApiPorts, url: string): void {
  const fault = addressFault(url, webhooks.allowedHosts);
  if (fault !== undefined) throw refused(fault);
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // An answer in plain text; it is compared as it is.
    return undefined;
  }
};

/** The challenge alone as plain text, or as the member `challenge` of a JSON object. */
function echoes(body: string, challenge: string): boolean {
  if (body.trim() === challenge) return true;
  const answer = parsedJson(body);
  return typeof answer === 'object' && answer !== null && 'challenge' in answer && answer.challenge === challenge;
}

function faultOf(answer: WebhookAnswer, challenge: string): string | undefined {
  if (answer.kind === 'cut-off') return 'The challenge was cut off.';
  if (answer.kind === 'failed') return answer.detail;
  if (answer.status < 200 || answer.status > 299)
    return `The receiver answered ${answer.status} to the challenge, and not 2xx.`;
  if (!echoes(answer.body, challenge))
    return 'The receiver answered 2xx without the challenge: it is to be the whole body, or the member "challenge" of a JSON object.';
  return undefined;
}

/**
 * Sends a challenge. @returns why the receiver did not answer it; undefined when it did.
 * @throws Refusal `receiver-refused` when its name leads to where nothing is sent.
 */
export async function challengeReceiver(
  { webhooks, links, clock }: ApiPorts,
  subscription: Pick<Subscription, 'id' | 'url' | 'secrets'>,
): Promise<string | undefined> {
  const now = clock();
  const challenge = Buffer.from(webhooks.random(CHALLENGE_BYTES)).toString('base64url');
  const about = { subscription: subscription.id, challenge, time: new Date(now).toISOString() };
  const message = challengeMessage(links, about);
  const secrets = activeSecrets(subscription, now);
  const answer = await webhooks.sender.send({ url: subscription.url, message, now, secrets, wantsBody: true });
  if (answer.kind === 'failed' && answer.code === 'address-refused') {
    throw refused('is not on the public internet, and no message is sent there');
  }
  return faultOf(answer, challenge);
}
