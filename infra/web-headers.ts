/** What is said with every file of the web pages, on both hosts. */

/**
 * Nothing from anywhere but ourselves. Pictures may be data (a chart that is saved), styles may not: what a component sets on an
 * element goes through the object model, which the policy leaves alone.
 */
const policyOf = (origins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** @param origins where a page may fetch from beside its own host: what an answer of the API leads to, and who signs people in. */
export const webHeadersWith = (origins: readonly string[]) =>
  ({
    'content-security-policy': policyOf(origins),
    'x-content-type-options': 'nosniff',
    // A signed link of an owner stands in the address: nobody else is told of it.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  }) as const;

/** The one page: asked for anew each time, so that a new version is there at once. */
export const PAGE_CACHE = 'no-cache';

/** Files whose name holds what is in them. */
export const FILE_CACHE = 'public, max-age=31536000, immutable';

/** Files with a name of their own: the icon. */
export const OTHER_CACHE = 'max-age=3600';

/** Addresses that are pages: everything below a language. */
export const isPage = (path: string): boolean => /^\/(?:da|en)(?:\/|$)/.test(path);
