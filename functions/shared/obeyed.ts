/**
 * Characters that a terminal, a log viewer or a mail program obeys instead of showing them: control characters (an escape moves the
 * cursor, colours, or writes into the clipboard), line ends of Unicode, and marks that turn the direction of text round, by which a
 * line reads otherwise than it is (Unicode Technical Report 36 § 2.3).
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about.
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const LINE = /[\t\n]/g;

/** As JSON writes it, so that a text of JSON stays what it says. */
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text with what would be obeyed written out; it keeps its lines. */
export const withoutObeyed = (text: string): string => text.replace(OBEYED, escaped);

/** The same as one line. */
export const oneLine = (text: string): string => withoutObeyed(text).replace(LINE, escaped);
