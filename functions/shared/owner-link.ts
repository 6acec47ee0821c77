/**
 * The signed link in an owner's letter: whoever has it acts for the owner, as whoever has the letter does. It names the owner
 * and nothing else, ends by itself, and can be made void for an owner by a new number.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** A description is to be confirmed once a year, and a monthly letter may lie for some weeks: a link lasts half a year. */
const LINK_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Longer ones are not ours. */
const LONGEST_TOKEN = 500;

const Claim = z.strictObject({ owner: z.string(), links: z.number().int(), issued: z.number().int() });
export type Claim = z.infer<typeof Claim>;

const mark = (secret: string, text: string): Buffer =>
  createHmac('sha256', secret).update(`owner-link ${text}`).digest();

/** The token for an owner. @param issued epoch milliseconds. */
export function ownerToken(secret: string, { owner, links, issued }: Claim): string {
  const text = Buffer.from(JSON.stringify({ owner, links, issued })).toString('base64url');
  return `${text}.${mark(secret, text).toString('base64url')}`;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    // The mark was ours, so this cannot be; it is refused like any other text that is not a claim.
    return undefined;
  }
};

/** Whom a token speaks for; undefined when it is forged, malformed or too old. Its number is the caller's to compare. */
export function readOwnerToken(secret: string, token: string, now: number): Claim | undefined {
  const [text = '', signature = '', ...more] = token.split('.');
  if (token.length > LONGEST_TOKEN || more.length > 0) return undefined;
  const given = Buffer.from(signature, 'base64url');
  const own = mark(secret, text);
  if (given.length !== own.length || !timingSafeEqual(given, own)) return undefined;
  const claim = Claim.safeParse(parsed(text)).data;
  return claim && now - claim.issued <= LINK_DAYS * DAY_MS ? claim : undefined;
}
