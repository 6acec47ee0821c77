/** Names as they are compared: the same for all spellings that people take for one name. */

/** No name is longer; what is longer is a description in the place of a name, and would be compared for ever. */
const NAME_LENGTH = 300;

/**
 * A name in lower case, in plain letters and digits with single spaces between words: æ is ae, ø is oe, å and aa are one, accents, dots
 * and brackets do not count. Empty when nothing is left.
 */
export const plainName = (name: string): string =>
  name
    .slice(0, NAME_LENGTH)
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
