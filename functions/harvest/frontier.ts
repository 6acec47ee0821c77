/**
 * The pages of one run: which are still to be fetched, which were, and where paging runs in a circle. Plain data, so that a
 * run can be put down at any page and taken up again by another invocation.
 */
import { createHash } from 'node:crypto';
import type { PageRequest } from '#schemas/reading.ts';

/** A source with more pages than this is a loop that the other guards did not see, or wants another kind of source. */
const MAX_PAGES = 20_000;

/** A page to fetch, and the page that named it. */
export interface FrontierPage {
  readonly key: string;
  readonly parent: string | null;
  readonly request: PageRequest;
}

/** What became of a page that was offered. A `loop` is a list that leads back to itself: the rest of it was not seen. */
export type Offer = 'taken' | 'known' | 'loop' | 'too-many' | 'bad-address';

/** The frontier as it is kept in a checkpoint. */
export interface FrontierData {
  readonly pending: readonly FrontierPage[];
  readonly known: readonly string[];
  readonly bodies: readonly string[];
}

/**
 * The name of a page: its address without fragment, in the form that URL parsing gives it; for a POST, with a hash of what
 * was posted, and with the purpose and attempt that it says. Undefined for what is no address.
 */
export function pageKey(request: PageRequest): string | undefined {
  if (!URL.canParse(request.url)) return undefined;
  const url = new URL(request.url);
  url.hash = '';
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const attempt = request.attempt === undefined ? '' : ` attempt ${request.attempt}`;
  const purpose = request.purpose === undefined ? '' : ` for ${request.purpose}`;
  if (!request.body) return url.href + purpose + attempt;
  return `${request.method ?? 'POST'} ${url.href} ${createHash('sha256').update(request.body).digest('hex').slice(0, 16)}${purpose}${attempt}`;
}

export class Frontier {
  readonly #pending: FrontierPage[];
  readonly #known: Set<string>;
  readonly #bodies: Set<string>;

  constructor(data: FrontierData = { pending: [], known: [], bodies: [] }) {
    this.#pending = [...data.pending];
    this.#known = new Set(data.known);
    this.#bodies = new Set(data.bodies);
  }

  /** Offers a page; a page that is known already is not fetched twice. */
  offer(request: PageRequest, parent: string | null): Offer {
    const key = pageKey(request);
    if (key === undefined) return 'bad-address';
    if (this.#known.has(key)) return request.relation === 'next' ? 'loop' : 'known';
    if (this.#known.size >= MAX_PAGES) return 'too-many';
    this.#known.add(key);
    this.#pending.push({ key, parent, request });
    return 'taken';
  }

  /** Notes the body of a page of a list; true when the list has shown the same body before. */
  repeatsBody(request: PageRequest, sha256: string): boolean {
    if (request.relation === 'child') return false;
    const body = request.attempt === undefined ? sha256 : `${sha256} ${request.attempt}`;
    if (this.#bodies.has(body)) return true;
    this.#bodies.add(body);
    return false;
  }

  /** The next page to fetch, in the order in which they were named. */
  take(): FrontierPage | undefined {
    return this.#pending.shift();
  }

  /** Puts a page back at the head: it was taken and could not be worked on any more. */
  putBack(page: FrontierPage): void {
    this.#pending.unshift(page);
  }

  get data(): FrontierData {
    return { pending: [...this.#pending], known: [...this.#known], bodies: [...this.#bodies] };
  }
}
