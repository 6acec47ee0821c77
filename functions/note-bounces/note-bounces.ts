/**
 * Takes what SES tells of letters that came back or were called unwanted: no more are sent to that owner until its
 * sources name another address, since a sender that goes on writing to dead addresses is soon read by nobody.
 */
import * as z from 'zod';
import type { LetterStore } from '#functions/shared/letter-store.ts';
import type { SourceStore } from '#functions/shared/source-store.ts';
import type { Letter } from '#schemas/letter.ts';

const Recipients = z.array(z.object({ emailAddress: z.string(), diagnosticCode: z.string().optional() }));

/** An event of SES; those of other kinds are none of ours. */
const Event = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('Bounce'),
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: Recipients, timestamp: z.string() }),
  }),
  z.object({
    kind: z.literal('Complaint'),
    complaint: z.object({ complainedRecipients: Recipients, timestamp: z.string() }),
  }),
]);

/** SES says `eventType` in events and `notificationType` in notifications, for the same thing. */
const Told = z
  .looseObject({ eventType: z.string().optional(), notificationType: z.string().optional() })
  .transform(({ eventType, notificationType, ...rest }) => ({ ...rest, kind: eventType ?? notificationType }));

export interface NoteBouncesPorts {
  readonly sources: Pick<SourceStore, 'list'>;
  readonly letters: Pick<LetterStore, 'change'>;
  readonly tell: (owner: string, stopped: NonNullable<Letter['stopped']>) => void;
}

const addressesOf = (recipients: z.infer<typeof Recipients>): string[] =>
  recipients.map(({ emailAddress }) => emailAddress.toLowerCase());

/** Whom an event stops; undefined for what passes by itself, as a full mailbox does. */
function stopOf(told: unknown): Letter['stopped'] | undefined {
  const event = Event.safeParse(Told.parse(told)).data;
  if (event?.kind === 'Complaint') {
    const { complainedRecipients, timestamp: at } = event.complaint;
    const detail = 'The letter was marked as unwanted.';
    return { at, reason: 'complaint', detail, addresses: addressesOf(complainedRecipients) };
  }
  if (event?.bounce.bounceType !== 'Permanent') return undefined;
  const { bouncedRecipients, timestamp: at } = event.bounce;
  const detail = bouncedRecipients[0]?.diagnosticCode ?? 'The address takes no mail.';
  return { at, reason: 'bounced', detail, addresses: addressesOf(bouncedRecipients) };
}

/** Works on one message of the queue. @throws when it is not what SES tells; it is then set aside. */
export async function noteBounce({ sources, letters, tell }: NoteBouncesPorts, body: string): Promise<void> {
  const stopped = stopOf(JSON.parse(body));
  if (!stopped) return;
  const all = await sources.list();
  const owners = new Set(
    all
      .filter(({ owner }) => owner.email && stopped.addresses.includes(owner.email.toLowerCase()))
      .map(({ owner }) => owner.id),
  );
  for (const owner of owners) {
    await letters.change(owner, (letter) => ({ ...letter, stopped }));
    tell(owner, stopped);
  }
}
