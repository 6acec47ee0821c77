/** IRIs as feeds write them: resolving (RFC 3986 § 5.2) and the repairs whose rule is clear. */

const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:/;

const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/s;

interface IriParts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

const partsOf = (iri: string): IriParts => {
  const [, scheme, authority, path = '', query = '', fragment = ''] = PARTS.exec(iri) ?? [];
  return { scheme, authority, path, query, fragment };
};

export const isAbsoluteIri = (iri: string): boolean => ABSOLUTE.test(iri);

const withoutDots = (path: string): string => {
  if (!path.includes('.')) return path;
  const kept: string[] = [];
  const segments = path.split('/');
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    if (segment === '..') {
      if (kept.length > 1) kept.pop();
      if (last) kept.push('');
    } else if (segment !== '.') kept.push(segment);
    else if (last) kept.push('');
  }
  return kept.join('/');
};

const mergedPath = (base: IriParts, path: string): string => {
  if (base.authority !== undefined && base.path === '') return `/${path}`;
  return base.path.slice(0, base.path.lastIndexOf('/') + 1) + path;
};

/** The IRI that a reference means in a document at `base`; unchanged where the base cannot carry a path. */
export const resolveIri = (reference: string, base: string): string => {
  if (ABSOLUTE.test(reference) || !ABSOLUTE.test(base)) return reference;
  const from = partsOf(base);
  const to = partsOf(reference);
  const authority = (value: string | undefined): string => (value === undefined ? '' : `//${value}`);
  if (to.authority !== undefined) return `${from.scheme}:${reference}`;
  const start = `${from.scheme}:${authority(from.authority)}`;
  if (to.path === '') return start + from.path + (to.query || from.query) + to.fragment;
  const path = to.path.startsWith('/') ? to.path : mergedPath(from, to.path);
  return start + withoutDots(path) + to.query + to.fragment;
};

/** Characters that no IRI may hold (RFC 3987): found in real feeds as quotes, spaces and tabs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0020<>"{}|\\^`]/g;

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** An address as people say it: resolved against the page it would name a page of the same server. */
const WITHOUT_SCHEME = /^www\.[\w-]+\.\w/i;

/**
 * An IRI made legal: blanks around it dropped, the first taken where two stand in one place (GeoNetwork writes both of a
 * record's addresses into rdf:about), and what is still forbidden percent-encoded.
 */
export const repairIri = (written: string): string => {
  const trimmed = written.trim().replace(/^<+/, '');
  const [first = '', second] = trimmed.split(/\s+/);
  const one = second !== undefined && ABSOLUTE.test(first) && ABSOLUTE.test(second) ? first : trimmed;
  const named = WITHOUT_SCHEME.test(one) ? `http://${one}` : one;
  return named.replace(FORBIDDEN, percentEncoded);
};

/** Schemes that look like IRIs but name nothing outside the file: tools write them for nodes without a name. */
const NOT_A_NAME = /^(?:_:|blankNode:|internalURI:|bnode:|genid:|nodeID:)|\/\.well-known\/genid\//i;

/** Whether an IRI can be the identity of a record. */
export const isIdentity = (iri: string): boolean => ABSOLUTE.test(iri) && !NOT_A_NAME.test(iri);
