/** Where browsers are led to: the web pages, in the language that they ask for. */
import { preferred } from './negotiation.ts';
import type { Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';

/** Danish for everybody who does not ask for English. */
const languageOf = ({ headers }: ApiRequest): string => {
  // A region makes no difference: en-GB is English.
  const asked = headers['accept-language']?.replace(/-[a-z0-9]+/gi, '');
  return preferred(asked, ['da', 'en']) ?? 'da';
};

/** True for a request that would rather have a page than any of the formats of a program. */
export const wantsPage = ({ headers }: ApiRequest, types: readonly string[]): boolean =>
  preferred(headers.accept, [...types, 'text/html']) === 'text/html';

/**
 * Leads to a page. Its address is relative, because the pages lie on whatever host the browser came by.
 * @param path below the language, as `/registers/x`.
 */
export const toWeb = (request: ApiRequest, path: string, status: 302 | 303): Reply => ({
  status,
  headers: {
    location: `/${languageOf(request)}${path}`,
    vary: 'Accept, Accept-Language',
    'cache-control': 'public, max-age=3600',
  },
  body: '',
});
