/** What recheck says of a pattern, those that it was asked of before, and those that stand all the same, each with its reason. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Milliseconds for one pattern; the slowest that is safe took five seconds. */
const PATIENCE_MS = 20_000;

export const JUDGED = join(import.meta.dirname, 'judged.json');

/** The patterns that were found safe, by their whole text: one that was changed is another. */
export const judgedSafe = (): Set<string> =>
  new Set(z.array(z.string()).parse(JSON.parse(readFileSync(JUDGED, 'utf8'))));

export type Verdict = 'safe' | 'vulnerable' | 'unknown';

/** Judges one pattern, in this process: what recheck brings for other platforms is not needed. */
export async function judge(
  source: string,
  flags: string,
): Promise<{ readonly verdict: Verdict; readonly why: string }> {
  process.env.RECHECK_BACKEND = 'pure';
  const { check } = await import('recheck');
  const found = await check(source, flags, { timeout: PATIENCE_MS });
  if (found.status === 'unknown') return { verdict: 'unknown', why: 'it found no end' };
  const attack = found.status === 'vulnerable' ? `, by ${found.attack.pattern}` : '';
  return { verdict: found.status, why: `${found.complexity.summary}${attack}` };
}

interface Argument {
  readonly pattern: string;
  /** The files that it stands for: the same pattern may read something else in others. */
  readonly where: RegExp;
  readonly why: string;
}

const OWN = 'it reads what the operator wrote, or what is ours';
const ONCE =
  'a row is begun once, at its first character: texts of 10 to 160 KB took four times as long for four times the length, below 10 ms';
const NO_END = 'recheck found no end; measured, and the time grows as the text does';

/** Patterns that recheck does not call safe, with the reason why nobody can stall them. Times were measured on Node 24. */
export const ARGUED: readonly Argument[] = [
  { pattern: '/\\/+$/', where: /\/(config|environment)\.ts:|statbank|ckan/, why: OWN },
  { pattern: '/[\\r\\n]+$/', where: /secret-reader/, why: OWN },
  { pattern: '/\\/api(?:\\/.*)?$/', where: /ckan\/requests/, why: OWN },
  { pattern: '/\\/v1(?:\\/.*)?$/', where: /statbank\/requests/, why: OWN },
  { pattern: '/^[^<>"]*<?[^\\s<>@]+@[a-z0-9-]+(\\.[a-z0-9-]+)+>?$/i', where: /^infra\/environments/, why: OWN },
  { pattern: '/([#\\w]+)\\s*=\\s*(:\\w+)/g', where: /^infra\/local\/rules/, why: OWN },
  { pattern: '/\\B(?=(\\d{3})+$)/g', where: /^sources\/example/, why: OWN },
  {
    pattern: '/url\\([^)]*\\.(?:eot|ttf|woff)\\)(?:\\s*format\\("[^"]*"\\))?,?\\s*/g',
    where: /^web\/style/,
    why: OWN,
  },
  {
    pattern:
      '/^(EPROTO|ERR_SSL_\\w+|ERR_TLS_\\w+|CERT_\\w+|\\w*SELF_SIGNED_CERT\\w*|UNABLE_TO_\\w+|CRL_\\w+|HOSTNAME_MISMATCH)$/',
    where: /http-failure/,
    why: 'codes are Node’s own',
  },
  {
    pattern:
      '/^(text\\/|application\\/(json|ld\\+json|problem\\+json|rdf\\+xml|n-triples|n-quads|trig|xml|javascript|[a-z.-]+\\+(json|xml)))/i',
    where: /^infra\/local/,
    why: OWN,
  },
  { pattern: '/(?<!\\s)\\s*;\\s*/', where: /^infra\/local/, why: ONCE },
  { pattern: '/(?<![^/])[^/]+$/', where: /croissant/, why: ONCE },
  { pattern: '/(?<![/#])[/#]+$/', where: /profiles/, why: ONCE },
  { pattern: '/(?<!\\d)(\\d+)([DHMS])/g', where: /duration/, why: ONCE },
  { pattern: '/(?<! ) *;[\\s\\S]*$/', where: /vocabularies/, why: ONCE },
  { pattern: '/(?<=[^/>.])[/>.]+$/', where: /vocabulary/, why: ONCE },
  { pattern: '/(?<!["\'<>\\s])["\'<>\\s]+$/', where: /xml-names/, why: ONCE },
  { pattern: '/(?<![\\s.;,])[\\s.;,]+$/', where: /html\/dates/, why: ONCE },
  { pattern: '/(?<![^/#])[^/#]*$/', where: /oai-pmh\/description/, why: ONCE },
  { pattern: '/(?<!\\d)(\\d+(?:[.,]\\d+)?)\\s*(bytes|kb|mb|gb|b)\\b/i', where: /html\/files/, why: ONCE },
  { pattern: '/(?<!\\/)\\/+$/', where: /./, why: ONCE },
  { pattern: '/(?<!:):+$/', where: /./, why: ONCE },
  { pattern: '/<mark>((?:(?!<mark>)[\\s\\S])*?)<\\/mark>/', where: /marked-text/, why: ONCE },
  { pattern: '/<(\\/?)(?:([\\w-]+):)?([\\w-]+)(?![\\w-])([^<>]*)>/g', where: /sitemap/, why: ONCE },
  { pattern: '/<(\\/?)([a-zA-Z][a-zA-Z0-9:-]{0,20})(?:\\s[^<>]*|\\/?)>/g', where: /markup/, why: NO_END },
  {
    pattern: '/(?:&[#\\w.-]{0,42}|<(?:!(?:-|\\[(?:C(?:D(?:A(?:T(?:A\\[?)?)?)?)?)?)?)?|\\]\\]?|--?)$/',
    where: /rdfxml-parser/,
    why: NO_END,
  },
  {
    pattern:
      '/^(?:<[^<>\\s]*>|_:\\S+)\\s+<[^<>\\s]*>\\s+(?:<[^<>\\s]*>|_:\\S+|"(?:[^"\\\\]|\\\\.)*"(?:@[\\w-]+|\\^\\^<[^<>\\s]*>)?)\\s*(?:(?:<[^<>\\s]*>|_:\\S+)\\s*)?\\.\\s*$/',
    where: /sniff/,
    why: NO_END,
  },
  {
    pattern: '/\\.\\s+(?:<\\S|_:|\\[|@prefix|[A-Za-z][\\w-]*:\\S+\\s+(?:a|\\S+:\\S+)\\s)/',
    where: /turtle-parser/,
    why: NO_END,
  },
  {
    pattern:
      '/^info:eu-repo\\/semantics\\/\\w+Access$|purl\\.org\\/coar\\/access_right\\/|authority\\/access-right\\//i',
    where: /raw-values/,
    why: NO_END,
  },
  {
    pattern: '/<!ENTITY\\s+([\\w.-]+)\\s+(?:"([^"]*)"|\'([^\']*)\')\\s*>/g',
    where: /rdfxml-entities/,
    why: 'recheck found no end; a document type is read for 1 MB, and the time grows as it does',
  },
  {
    pattern: '/<!ENTITY\\s+(?:%\\s+)?([\\w.-]+)\\s+(?:SYSTEM|PUBLIC)\\b/',
    where: /rdfxml-entities/,
    why: 'recheck found no end; a document type is read for 1 MB, and the time grows as it does',
  },
  {
    pattern: '/<input\\s[^<>]{0,500}type\\s{0,9}=\\s{0,9}["\']?password/i',
    where: /link-prober/,
    why: 'a field is followed for 500 characters at most, and 64 KB of a page are looked at, which took 0.8 ms',
  },
  {
    pattern: '/(?:tlf\\.?|telefon|phone|tel\\.?)\\s*:?\\s*(\\+?[\\d\\s()-]{8,20})|(\\+45[\\s\\d]{8,15})/i',
    where: /html\/emails/,
    why: 'rows of spaces are one space by then; 80 KB took 0.6 ms',
  },
  {
    pattern:
      '/[,:;(]?\\s{0,9}\\S{0,320}(?:@|\\(at\\)|\\[at\\]).*$|[,:;(]?\\s{0,9}(?:tlf|telefon|phone|e-?mail|\\+?\\d).*$/i',
    where: /html\/transforms/,
    why: '320 characters from each place at most: 0.3 s for a line of 32 KB, and twice that for twice the length',
  },
];

/** The argument for a pattern at all the places where it stands, if there is one. */
export const argumentFor = (name: string, places: readonly string[]): Argument | undefined =>
  ARGUED.find(({ pattern, where }) => pattern === name && places.every((place) => where.test(place)));
