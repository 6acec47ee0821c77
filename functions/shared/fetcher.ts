/** The crawler's way to a page: what it asks for and what came of it. Outcomes are values; a fetch never throws. */
import type { PageRequest } from '#schemas/reading.ts';
import type { Visit } from '#schemas/visit.ts';
import type { Spool } from './spool.ts';

/** What a server said of the page the last time, to ask whether it changed since. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** What came of a fetch. `bytes` counts what came over the wire. */
export type Fetched = Outcome & {
  /** The requests that were made, at most VISITS_OF_PAGE of them; absent for a fetcher that makes none. */
  readonly visits?: readonly Visit[] | undefined;
};

type Outcome =
  | {
      readonly kind: 'page';
      /** After redirects. */
      readonly url: string;
      readonly contentType: string | null;
      readonly validators: Validators;
      /** The server says that the page will never be another (RFC 8246). */
      readonly isImmutable?: boolean | undefined;
      readonly body: Spool;
      /** When it was received, for one that comes from the archive; absent means just now. */
      readonly observedAt?: string | undefined;
      readonly bytes: number;
      readonly requests: number;
    }
  /** No request was made for a page that needs none. */
  | {
      readonly kind: 'not-modified';
      readonly isImmutable?: boolean | undefined;
      readonly bytes: number;
      readonly requests: number;
    }
  /** It did not come; `code` is a problem code and `message` a sentence for the operator. */
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
      readonly bytes: number;
      readonly requests: number;
    }
  /** The host asks for patience: there is no use in asking before `untilMs` (epoch milliseconds). */
  | {
      readonly kind: 'later';
      readonly untilMs: number;
      readonly code: string;
      readonly message: string;
      readonly bytes: number;
      readonly requests: number;
    }
  /** The caller ended it by its signal. */
  | { readonly kind: 'aborted'; readonly bytes: number; readonly requests: number };

export interface Fetcher {
  fetch(request: PageRequest, validators: Validators | undefined, signal?: AbortSignal): Promise<Fetched>;
}
