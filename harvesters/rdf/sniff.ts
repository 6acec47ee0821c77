/** Which serialisation a page is in: by its Content-Type where that is honest, else by how it starts. */

/** The serialisations that are read; `html` and `empty` are what stands where one of them should be. */
export type Serialisation = 'turtle' | 'lines' | 'rdfxml' | 'jsonld' | 'html' | 'empty' | 'unknown';

/** Bytes that are looked at: licences and comments at the head of a file can be long. */
export const SNIFF_BYTES = 16 * 1024;

const MEDIA_TYPES: Readonly<Record<string, Serialisation>> = {
  'text/turtle': 'turtle',
  'application/turtle': 'turtle',
  'application/x-turtle': 'turtle',
  'application/trig': 'turtle',
  'application/x-trig': 'turtle',
  'text/n3': 'turtle',
  'text/rdf+n3': 'turtle',
  'application/n-triples': 'lines',
  'application/n-quads': 'lines',
  'text/x-nquads': 'lines',
  'application/rdf+xml': 'rdfxml',
  'application/ld+json': 'jsonld',
};

const HTML = /^(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])/i;
const LINE =
  /^(?:<[^<>\s]*>|_:\S+)\s+<[^<>\s]*>\s+(?:<[^<>\s]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^<>\s]*>)?)\s*(?:(?:<[^<>\s]*>|_:\S+)\s*)?\.\s*$/;
const TURTLE = /^(?:@prefix\s|@base\s|prefix\s+[\w.-]*:|base\s+<|graph\s|_:|\[|\(|[\w-]*:[\w%.-]*(?:\s|\{)|\{)/i;

const withoutComments = (text: string): string => text.replace(/^(?:\s+|#[^\n]*(?:\n|$))+/, '');

const withoutProlog = (text: string): string => text.replace(/^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)+/, '');

const ofXml = (text: string): Serialisation => {
  const root = withoutProlog(text);
  if (HTML.test(root)) return 'html';
  if (/^<!doctype\s+(?!html)/i.test(root)) return 'rdfxml';
  return /^<[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s/>]/.test(root) ? 'rdfxml' : 'unknown';
};

const allLines = (text: string): boolean => {
  const lines = text
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const whole = lines.length > 0 ? lines : [text];
  return whole.every((line) => LINE.test(line));
};

const byContent = (text: string): Serialisation => {
  const start = withoutComments(text);
  if (start === '') return text.trim() === '' ? 'empty' : 'turtle';
  if (/^<(?:\?xml|!--|!doctype)/i.test(start)) return ofXml(start);
  if (allLines(start)) return 'lines';
  // An address in angle brackets and an element differ in what follows the name.
  if (start.startsWith('<'))
    return /^<[^>\s:#/]*[:#/][^>\s]*>/.test(start) && !/^<[\w.-]+:[\w.-]+>/.test(start) ? 'turtle' : ofXml(start);
  if (/^(?:\{\s*(?:"|\}|\/[/*])|\[\s*(?:\{|\]|\[|\/[/*]))/.test(start))
    return looksLikeTurtle(start) ? 'turtle' : 'jsonld';
  return TURTLE.test(start) ? 'turtle' : 'unknown';
};

/** `[ a dcat:Dataset ] .` starts as JSON does, but no JSON value starts with `[` and a bare word. */
const looksLikeTurtle = (start: string): boolean => /^\{\s*<|^\[\s*\]\s*\S+:/.test(start);

/**
 * The serialisation of a page. The content decides wherever it is unmistakable, because portals send Turtle as text/plain
 * and RDF/XML as text/turtle; the Content-Type decides between readings that the content allows.
 * @param head the first SNIFF_BYTES of the page, as text.
 */
export const sniff = (head: string, contentType: string | null): Serialisation => {
  const found = byContent(head.replace(/^\ufeff/, ''));
  const named = MEDIA_TYPES[contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''];
  if (found === 'unknown') return named ?? 'unknown';
  // Every N-Triples page is Turtle too; only its owner's word makes each line stand for itself.
  if (found === 'lines') return named === 'turtle' ? 'turtle' : 'lines';
  if (found === 'turtle' && named === 'lines') return 'lines';
  return found;
};
