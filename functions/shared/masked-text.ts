/** Bytes with the erased addresses in them masked: of a page as it arrives, of what lies in the bucket. */
import { type IsErased, maskAddresses, withoutErasedContacts } from '#catalogue/erased-contacts.ts';
import type { Fetcher } from './fetcher.ts';
import { type Spool, spool } from './spool.ts';

/** No address goes over one of these, so a text may be cut behind them. */
const CUT = /[\s<>]/;

/** Characters that are kept back at most to find such a place; an address is far shorter. */
const KEPT_BACK = 64 * 1024;

/** Where a text may be cut: behind the last place where no address can go on, or so that only its end is kept back. */
function cutOf(text: string): number {
  const earliest = Math.max(0, text.length - KEPT_BACK);
  for (let at = text.length; at > earliest; at -= 1) if (CUT.test(text.charAt(at - 1))) return at;
  return earliest;
}

/**
 * The bytes with every erased address masked, in pieces as they come. Each byte is taken for a character, so that whatever the
 * bytes are, all but the addresses come out as they went in; an address of other letters than ASCII's is therefore not found
 * here, but in the record that is read.
 */
export async function* maskedBytes(body: AsyncIterable<Uint8Array>, isErased: IsErased): AsyncGenerator<Uint8Array> {
  let waiting = '';
  for await (const chunk of body) {
    waiting += Buffer.from(chunk).toString('latin1');
    const cut = cutOf(waiting);
    if (cut === 0) continue;
    yield Buffer.from(maskAddresses(waiting.slice(0, cut), isErased), 'latin1');
    waiting = waiting.slice(cut);
  }
  if (waiting !== '') yield Buffer.from(maskAddresses(waiting, isErased), 'latin1');
}

/** Whether anything in the bytes would be masked. */
export async function holdsAddress(body: AsyncIterable<Uint8Array>, isErased: IsErased): Promise<boolean> {
  let holds = false;
  const noting: IsErased = (address) => {
    holds ||= isErased(address);
    return holds;
  };
  for await (const _ of maskedBytes(body, noting)) if (holds) return true;
  return holds;
}

/** The body as it may be kept and read: its own, or a masked one in its place. */
async function masked(body: Spool, isErased: IsErased): Promise<Spool> {
  if (!(await holdsAddress(body.open(), isErased))) return body;
  try {
    return await spool(maskedBytes(body.open(), isErased));
  } finally {
    await body.dispose();
  }
}

/** A fetcher whose pages hold no erased address: neither the archive nor a reader gets to see one. */
export const maskingFetcher = (fetcher: Fetcher, isErased: IsErased): Fetcher => ({
  async fetch(request, validators, signal) {
    const fetched = await fetcher.fetch(request, validators, signal);
    return fetched.kind === 'page' ? { ...fetched, body: await masked(fetched.body, isErased) } : fetched;
  },
});

const parsed = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // No JSON: it is masked by its characters.
    return undefined;
  }
};

/** A text of ours without the erased contacts: JSON by its structure, also behind the letter that a state's lines begin with. */
export function textWithout(text: string, isErased: IsErased): string {
  if (maskAddresses(text, isErased) === text) return text;
  for (const prefix of [0, 1]) {
    const value = parsed(text.slice(prefix));
    if (value) return text.slice(0, prefix) + JSON.stringify(withoutErasedContacts(value, isErased));
  }
  return maskAddresses(text, isErased);
}
