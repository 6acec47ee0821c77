/** How a message is signed: Standard Webhooks 1.0.0, signatures of version 1 (HMAC-SHA256). */
import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

export interface Signed {
  readonly id: string;
  /** Seconds since 1970: those of this try, so that a receiver can refuse what is old. */
  readonly timestamp: number;
  readonly body: string;
}

function signatureBy(secret: string, { id, timestamp, body }: Signed): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** The headers of a message. @param secrets `whsec_…`; a signature by each, so that a receiver may hold any of them. */
export const signatureHeaders = (signed: Signed, secrets: readonly string[]): Record<string, string> => ({
  'webhook-id': signed.id,
  'webhook-timestamp': String(signed.timestamp),
  'webhook-signature': secrets.map((secret) => signatureBy(secret, signed)).join(' '),
});

/** @param bytes by chance; Standard Webhooks takes 24 to 64. */
export const signingSecret = (bytes: Uint8Array): string => `${PREFIX}${Buffer.from(bytes).toString('base64')}`;
