/** What an address says that is going away: since when, until when, and where to go instead (RFC 9745, RFC 8594). */
import { linkHeader, type Reply } from './reply.ts';

export interface Deprecation {
  /** From when it should not be used any more. */
  readonly since: Date;
  /** When it will be gone; a year after `since` at the earliest, as docs/api.md promises. */
  readonly sunset: Date;
  /** Where the reason stands. */
  readonly reason: string;
  /** What takes its place. */
  readonly successor?: string;
}

const headersOf = ({ since, sunset, reason, successor }: Deprecation): Record<string, string> => ({
  // A date of structured fields: seconds since 1970 behind an `@`.
  deprecation: `@${Math.floor(since.getTime() / 1000)}`,
  sunset: sunset.toUTCString(),
  link: linkHeader([
    { href: reason, rel: 'deprecation', type: 'text/html' },
    { href: reason, rel: 'sunset', type: 'text/html' },
    ...(successor === undefined ? [] : [{ href: successor, rel: 'successor-version' }]),
  ]),
});

/** The answer with what it says of its address, beside the links of its own. */
export function deprecated(reply: Reply, deprecation: Deprecation | undefined): Reply {
  if (!deprecation) return reply;
  const headers = headersOf(deprecation);
  const link = [reply.headers.link, headers.link].filter(Boolean).join(', ');
  return { ...reply, headers: { ...reply.headers, ...headers, link } };
}
