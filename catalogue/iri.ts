/** Addresses and other IRIs. */

/** A scheme, and no character that RFC 3987 forbids. One test, since nearly all IRIs of nearly all feeds pass it. */
const PROPER_OTHER = /^(?!https?:)[a-z][a-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]+$/iu;
const PROPER_WEB = /^https?:\/\/(?!\/)[^\s\p{Cc}<>"{}|\\^`]+$/iu;
/** Schemes that carry a program or a document in the address itself: never followed, so never offered to a reader. */
const REFUSED = /^[\s\p{Cc}]*(?:javascript|data|vbscript|file|blob)[\s\p{Cc}]*:/iu;
const FORBIDDEN = /[\s\p{Cc}<>"{}|\\^`]/gu;
const MAIL = /^[^\s@<>()/:]+@[^\s@<>()/:]+\.[^\s@<>()/:.]{2,}$/;
const WEB_WITHOUT_SCHEME = /^www\.[^\s/.]+\.\S+$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** No browser follows a longer one; repairing is not linear in its length. */
const LONGEST_IRI = 8192;

/** Whether a text can stand in the record as an IRI as it is written. */
export const isProperIri = (text: string): boolean =>
  PROPER_WEB.test(text) || (PROPER_OTHER.test(text) && !REFUSED.test(text));

/**
 * The IRI that a text means: trimmed, illegal characters percent-encoded, a lost slash of `https:/…` put back, `mailto:` before
 * a mail address, `https://` before `www.`; undefined for a relative address (only the harvester knows its base), for prose, and for refused schemes.
 */
export const canonicalIri = (text: string): string | undefined => {
  if (text.length > LONGEST_IRI) return undefined;
  const trimmed = text.trim().replace(/^(https?):\/(?=[^/\s])/i, '$1://');
  if (REFUSED.test(trimmed)) return undefined;
  const address = /^mailto:\s+(\S+)$/i.exec(trimmed)?.[1];
  if (address !== undefined) return canonicalIri(address);
  if (MAIL.test(trimmed)) return `mailto:${encodeForbidden(trimmed)}`;
  if (WEB_WITHOUT_SCHEME.test(trimmed)) return `https://${encodeForbidden(trimmed)}`;
  if (!SCHEME.test(trimmed) || holdsSeveral(trimmed)) return undefined;
  const isWeb = /^https?:/i.test(trimmed);
  // "Note: see the page" has a scheme by its looks only.
  if (!isWeb && /\s/.test(trimmed)) return undefined;
  const iri = encodeForbidden(trimmed);
  return isProperIri(iri) ? iri : undefined;
};

/** Two addresses in one text: encoding the space between them would make an address that leads nowhere. */
const holdsSeveral = (text: string): boolean => /\s(?:https?:\/\/|www\.)/i.test(text);

const encodeForbidden = (text: string): string => text.replace(FORBIDDEN, encodeURIComponent);
