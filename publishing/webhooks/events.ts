/**
 * What a webhook says, as CloudEvents 1.0 in structured JSON. Thin on purpose: it rings the bell and names the place; what
 * changed is read from the change log, so that a lost or late message never makes anybody's copy wrong.
 */
import type { LedgerEntry } from '#schemas/change.ts';
import type { Addresses } from '../addresses.ts';
import { changeCursor } from '../change-cursor.ts';

/** The media type of the body. */
export const EVENT_TYPE = 'application/cloudevents+json';

/** A message: its id stays the same over all tries, its body too. */
export interface Message {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** Types do not change with the host: who moves the catalogue must not break its followers. */
const PREFIX = 'dk.datalandkort';

const DONE = { Create: 'created', Update: 'updated', Delete: 'deleted' } as const;
const KINDS = { Dataset: 'dataset', DatasetSeries: 'dataset-series' } as const;

/** Numbers as texts that sort as the numbers do (the CloudEvents extension `sequence`). */
const SEQUENCE_DIGITS = 12;
const sequenceOf = (seq: number): string => String(seq).padStart(SEQUENCE_DIGITS, '0');

interface Event {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly subject?: string;
  readonly sequence?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

function messageOf({ base }: Addresses, { id, type, subject, time, sequence, data }: Event): Message {
  const event = {
    specversion: '1.0',
    id,
    source: `${base}/v1`,
    type,
    ...(subject !== undefined && { subject }),
    time,
    ...(sequence !== undefined && { sequence }),
    datacontenttype: 'application/json',
    data,
  };
  return { id, type, body: JSON.stringify(event) };
}

/** The id of the message that tells of a change; of all its tries, and of a replay's too. */
export const changeMessageId = (epoch: string, seq: number): string => `chg_${epoch}_${sequenceOf(seq)}`;

/** One change of the log. */
export const changeMessage = (addresses: Addresses, epoch: string, change: LedgerEntry): Message =>
  messageOf(addresses, {
    id: changeMessageId(epoch, change.seq),
    type: `${PREFIX}.${KINDS[change.kind]}.${DONE[change.type]}`,
    subject: addresses.datasetIri(change.dataset),
    time: change.published,
    sequence: sequenceOf(change.seq),
    data: { seq: change.seq, href: addresses.inLog(epoch).change(change.seq), cursor: changeCursor(epoch, change.seq) },
  });

export interface Restart {
  /** The log now, and the one before it. */
  readonly epoch: string;
  readonly previous: string;
  /** From where on the new log is told change by change. */
  readonly seq: number;
  readonly time: string;
}

/** The log was built anew: every cursor of the old one is void, and the catalogue is to be copied again. */
export const restartMessage = (addresses: Addresses, { epoch, previous, seq, time }: Restart): Message =>
  messageOf(addresses, {
    id: `log_${epoch}`,
    type: `${PREFIX}.log.restarted`,
    time,
    data: { epoch, previous, datasets: `${addresses.base}/v1/datasets`, cursor: changeCursor(epoch, seq) },
  });

/** Asks a receiver whether it wants the messages of a subscription: it answers with the challenge. */
export const challengeMessage = (
  addresses: Addresses,
  {
    subscription,
    challenge,
    time,
  }: { readonly subscription: string; readonly challenge: string; readonly time: string },
): Message =>
  messageOf(addresses, {
    id: `chk_${challenge}`,
    type: `${PREFIX}.subscription.challenge`,
    time,
    data: { subscription: `${addresses.base}/v1/subscriptions/${subscription}`, challenge },
  });
