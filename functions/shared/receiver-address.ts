/** Which addresses a webhook may be sent to, as far as the address alone tells; where its name leads is judged when it is sent. */
import { listsHost } from './host-list.ts';

/** Longer ones are cut or refused by servers on the way. */
const LONGEST_URL = 2000;

/**
 * What is wrong with an address; undefined when nothing is.
 * @param plainHosts hosts by whose name an operator allows http.
 */
export function addressFault(address: string, plainHosts: readonly string[]): string | undefined {
  if (address.length > LONGEST_URL) return `must not be longer than ${LONGEST_URL} characters`;
  if (!URL.canParse(address)) return 'must be a whole address';
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && listsHost(plainHosts, url.host)))
    return 'must begin with https: messages are not sent in the clear';
  if (url.username || url.password) return 'must hold no user name or password: messages are known by their signature';
  if (url.hash) return 'must have no fragment: it is never sent';
  return undefined;
}
