/** What a host lets robots read (RFC 9309): fetched once, kept a while, and obeyed. */
import robotsModule from 'robots-parser';

/** What came of asking for `/robots.txt`. */
export type RobotsAnswer =
  | { readonly kind: 'text'; readonly text: string }
  /** 4xx: the host has no rules (RFC 9309 § 2.3.1.3). */
  | { readonly kind: 'none' }
  /** 5xx or no answer: nothing may be read until it answers (RFC 9309 § 2.3.1.4). */
  | Unreachable;

/** The rules could not be had; `code` says why where no answer came (a problem code, such as `dns-failure`). */
interface Unreachable {
  readonly kind: 'unreachable';
  readonly message: string;
  readonly code?: string | undefined;
}

/** What the rules say of one address. */
export type Permission =
  | { readonly kind: 'allowed'; readonly delayMs: number }
  | { readonly kind: 'disallowed' }
  | Unreachable;

/** Rules are kept for an hour: RFC 9309 § 2.4 allows a day, and an owner who changes them should not wait that long. */
const KEPT_MS = 60 * 60 * 1000;
/** What could not be had is asked for again soon: the host may be back. */
const UNREACHABLE_KEPT_MS = 30 * 1000;
/** A crawl-delay beyond this would let a run of a hundred pages outlast a day; it is capped, and still very slow. */
const MAX_DELAY_MS = 60 * 1000;
/** RFC 9309 § 2.5: at least 500 KiB must be read; what comes behind is left. */
export const ROBOTS_BYTES = 512 * 1024;

interface Rules {
  isDisallowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

/** Its types describe a default export where the package, a CommonJS module, exports the function itself. */
const robotsParser = robotsModule as unknown as (url: string, text: string) => Rules;

interface Kept {
  readonly answer: Promise<RobotsAnswer>;
  readonly until: number;
}

/** Rules by origin, shared by all sources of a process. */
export class Robots {
  readonly #kept = new Map<string, Kept>();
  readonly #ask: (url: string) => Promise<RobotsAnswer>;
  readonly #clock: () => number;

  constructor(ask: (url: string) => Promise<RobotsAnswer>, clock: () => number) {
    this.#ask = ask;
    this.#clock = clock;
  }

  /** @param agent the product token of our User-Agent. */
  async permission(url: URL, agent: string): Promise<Permission> {
    const answer = await this.#answer(url.origin);
    if (answer.kind === 'unreachable') return answer;
    if (answer.kind === 'none') return { kind: 'allowed', delayMs: 0 };
    const rules = robotsParser(`${url.origin}/robots.txt`, answer.text);
    if (rules.isDisallowed(url.href, agent)) return { kind: 'disallowed' };
    const delayMs = (rules.getCrawlDelay(agent) ?? 0) * 1000;
    return { kind: 'allowed', delayMs: Math.min(delayMs, MAX_DELAY_MS) };
  }

  async #answer(origin: string): Promise<RobotsAnswer> {
    const kept = this.#kept.get(origin);
    if (kept && kept.until > this.#clock()) return kept.answer;
    const asked = this.#ask(`${origin}/robots.txt`);
    this.#kept.set(origin, { answer: asked, until: this.#clock() + KEPT_MS });
    const answer = await asked;
    if (answer.kind === 'unreachable') {
      this.#kept.set(origin, { answer: asked, until: this.#clock() + UNREACHABLE_KEPT_MS });
    }
    return answer;
  }
}
