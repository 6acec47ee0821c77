/** Settings of every function that asks other people's servers. */
import * as z from 'zod';

/** Host names or addresses, comma-separated, that the address guard lets through. */
export const HostList = z
  .string()
  .default('')
  .transform((hosts) =>
    hosts
      .split(',')
      .map((host) => host.trim())
      .filter(Boolean),
  );

/** A mail address at which owners reach whoever runs this: every server that is asked is told it, and every OAI-PMH client. */
export const Contact = z.email().or(z.literal('')).default('');

/** Whether a list names a host, with or without its port. */
export const listsHost = (list: readonly string[], host: string): boolean =>
  list.includes(host) || list.includes(new URL(`http://${host}`).hostname);
