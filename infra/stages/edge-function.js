/**
 * What CloudFront does with a request before it looks into its cache: pages get the one file that draws them all, and browsers
 * that come to `/` are led to a language (as functions/api/to-web.ts does where no CloudFront stands in front; a test holds
 * the two to the same answers). It saves the first reader of the day the API's cold start.
 *
 * The language is CloudFront's runtime 2.0: ES 5.1 with const, let, arrow functions and template literals, and no more.
 */
const PAGE = '/web/index.html';

/** All values of a header, as one list. */
function headerOf(request, name) {
  const header = request.headers[name];
  if (!header) return undefined;
  return header.multiValue ? header.multiValue.map((one) => one.value).join(',') : header.value;
}

/** @returns {{ type: string, quality: number }} one range of an Accept header. */
function rangeOf(part) {
  const pieces = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = pieces.slice(1).filter((piece) => piece.indexOf('q=') === 0)[0];
  const value = quality === undefined ? 1 : Number(quality.slice(2));
  return { type: pieces[0], quality: Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0 };
}

/** How closely a range names a type: 3 the type itself, 2 its family, 1 anything, 0 not at all. */
function closeness(range, type) {
  if (range === type) return 3;
  if (range === '*/*') return 1;
  return range.slice(-2) === '/*' && type.indexOf(range.slice(0, -1)) === 0 ? 2 : 0;
}

/** The closest range speaks for a type; among equally close ones the first. */
function qualityOf(type, ranges) {
  let closest = 0;
  let quality = 0;
  ranges.forEach((range) => {
    const close = closeness(range.type, type);
    if (close > closest) {
      closest = close;
      quality = range.quality;
    }
  });
  return quality;
}

/** What suits the header best, the first offer where there is none or among equals. */
function preferred(accepted, offered) {
  if (accepted === undefined || accepted.trim() === '') return offered[0];
  const ranges = accepted.split(',').map(rangeOf);
  let best;
  let most = 0;
  offered.forEach((type) => {
    const quality = qualityOf(type, ranges);
    if (quality > most) {
      best = type;
      most = quality;
    }
  });
  return best;
}

function languageOf(request) {
  const asked = headerOf(request, 'accept-language');
  return preferred(asked === undefined ? undefined : asked.replace(/-[a-z0-9]+/gi, ''), ['da', 'en']) || 'da';
}

function wantsPage(request) {
  return preferred(headerOf(request, 'accept'), ['application/json', 'text/html']) === 'text/html';
}

/** Called by CloudFront. A parameter is for the API to refuse. */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by its name.
function handler(event) {
  const request = event.request;
  if (/^\/(?:da|en)(?:\/|$)/.test(request.uri)) {
    request.uri = PAGE;
    return request;
  }
  const isPlain =
    (request.method === 'GET' || request.method === 'HEAD') && Object.keys(request.querystring).length === 0;
  if (request.uri !== '/' || !isPlain || !wantsPage(request)) return request;
  return {
    statusCode: 302,
    statusDescription: 'Found',
    headers: {
      location: { value: `/${languageOf(request)}/` },
      vary: { value: 'Accept, Accept-Language' },
      'cache-control': { value: 'public, max-age=3600' },
    },
  };
}
