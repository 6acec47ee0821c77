/** What api needs to know of its surroundings. */
import * as z from 'zod';
import { Contact, HostList } from '#functions/shared/host-list.ts';
import { SignInVariable } from '#functions/shared/sign-in-settings.ts';
import { KeySource } from '#functions/shared/token-verifier.ts';

const Variables = z.object({
  TABLE_LEDGER: z.string().min(1),
  TABLE_CATALOGUE: z.string().min(1),
  TABLE_CONTROL: z.string().min(1),
  TABLE_QUALITY: z.string().min(1),
  TABLE_WEBHOOKS: z.string().min(1),
  BUCKET: z.string().min(1),
  QUEUE_HARVEST_URL: z.url(),
  /** Where the operator sends messages that were set aside. */
  QUEUE_PROJECT_URL: z.url(),
  QUEUE_BOUNCES_URL: z.url(),
  QUEUE_SEARCH_URL: z.url(),
  QUEUE_WEBHOOKS_URL: z.url(),
  /** Told when a decision about held removals wrote to the ledger. */
  TOPIC_LEDGER_ARN: z.string().min(1),
  /** Every address in an answer begins with it: the event's own host may be a stage's, a proxy's or a forged one. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** Without it nobody is an operator and whatever writes is refused. Short ones could be tried out. */
  OPERATOR_TOKEN: z.string().min(16).optional(),
  /** The OpenID provider whose access tokens count; without one the operator token is the only one. */
  TOKEN_ISSUER: z.string().min(1).optional(),
  /** Whom its tokens must be for: audiences or client ids, with commas between them. */
  TOKEN_AUDIENCE: z.string().min(1).optional(),
  /** Where its keys are, or the keys themselves (a JSON Web Key Set). */
  TOKEN_JWKS: KeySource.optional(),
  /** How people sign in at that provider; without it, operators paste a token. */
  SIGN_IN: SignInVariable.optional(),
  /** What the links in owners' letters are signed with. */
  LINK_SECRET: z.string().min(32),
  /** Receivers of webhooks that are let through although they are not public. */
  ALLOW_HOSTS: HostList,
  /** Who answers for this catalogue, as OAI-PMH tells it. */
  CONTACT: Contact,
});

export const Config = Variables.refine(
  ({ SIGN_IN, TOKEN_ISSUER, TOKEN_AUDIENCE, TOKEN_JWKS }) =>
    SIGN_IN === undefined || [TOKEN_ISSUER, TOKEN_AUDIENCE, TOKEN_JWKS].every((one) => one !== undefined),
  { path: ['SIGN_IN'], message: 'Needs TOKEN_ISSUER, TOKEN_AUDIENCE and TOKEN_JWKS: nobody would be let in.' },
);
export type Config = z.infer<typeof Config>;
