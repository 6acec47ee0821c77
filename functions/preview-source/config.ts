/** What preview-source needs to know of its surroundings. */
import * as z from 'zod';
import { Contact, HostList } from '#functions/shared/host-list.ts';
import { SignInVariable } from '#functions/shared/sign-in-settings.ts';
import { KeySource } from '#functions/shared/token-verifier.ts';

export const Config = z.object({
  TABLE_CONTROL: z.string().min(1),
  BUCKET: z.string().min(1),
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  /** Without it, and without a provider of tokens, nobody is an operator and every preview is refused. */
  OPERATOR_TOKEN: z.string().min(16).optional(),
  TOKEN_ISSUER: z.string().min(1).optional(),
  TOKEN_AUDIENCE: z.string().min(1).optional(),
  TOKEN_JWKS: KeySource.optional(),
  SIGN_IN: SignInVariable.optional(),
  /** Where secrets lie: on one machine in its environment. */
  SECRETS: z.enum(['environment', 'secrets-manager']),
  CONTACT: Contact,
  ALLOW_HOSTS: HostList,
});
