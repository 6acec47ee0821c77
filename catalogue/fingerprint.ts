/** The two fingerprints of a record (docs/decisions/0005): is it another than before, and in which properties. */
import { hash } from 'node:crypto';
import { canonicalText } from './canonical.ts';
import type { NormalisedRecord } from './normalise.ts';

/** What is kept of a record to know the next time whether, and where, it changed. */
export interface Fingerprint {
  /** `sha256:` and the hash of the record's canonical JSON: this alone decides whether there is a change. */
  readonly contentHash: string;
  /** `key=hash` for each property, comma-separated, by key: this tells which properties changed, and needs no old record. */
  readonly properties: string;
  /** How long the canonical JSON is, in characters: what the record takes of memory, tables and answers. */
  readonly size: number;
}

/**
 * The fingerprint of a normalised record: of its kind, its properties and its unmapped values. Lists are sets. What was
 * written, the problems and the origin do not count: a record read by a better normaliser to the same end is the same.
 */
export const fingerprint = (normalised: Pick<NormalisedRecord, 'kind' | 'record' | 'unmapped'>): Fingerprint => {
  const { kind, unmapped } = normalised;
  const record: Record<string, unknown> = normalised.record;
  let content = `"kind":"${kind}"`;
  // Joined and not added up: a text that was added up keeps its parts in memory, and a source's state keeps these texts.
  const properties: string[] = [];
  for (const key of Object.keys(record).sort()) {
    const value = record[key];
    if (value === undefined) continue;
    const text = canonicalText(value);
    content += `,"${key}":${text}`;
    properties.push(`${key}=${shortHash(text)}`);
  }
  if (unmapped.length > 0) {
    const text = canonicalText(unmapped);
    content += `,"unmapped":${text}`;
    properties.push(`unmapped=${shortHash(text)}`);
  }
  return {
    contentHash: `sha256:${hash('sha256', `{${content}}`, 'hex')}`,
    properties: [...properties, `kind=${kind}`].join(','),
    size: content.length,
  };
};

/** The keys whose values differ between two `properties` texts, also those that only one of them has; sorted. */
export const changedProperties = (before: string, after: string): string[] => {
  const old = hashesByKey(before);
  const changed: string[] = [];
  for (const [key, value] of hashesByKey(after)) {
    if (old.get(key) !== value) changed.push(key);
    old.delete(key);
  }
  for (const key of old.keys()) changed.push(key);
  return changed.sort();
};

const hashesByKey = (properties: string): Map<string, string> => {
  const hashes = new Map<string, string>();
  if (properties === '') return hashes;
  for (const part of properties.split(',')) {
    const end = part.indexOf('=');
    hashes.set(part.slice(0, end), part.slice(end + 1));
  }
  return hashes;
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Every 12 bits as two characters: a number's own `toString(36)` took longer than hashing the text. */
const pairs: readonly string[] = Array.from(
  { length: 4096 },
  (_, bits) => ALPHABET.charAt(bits >> 6) + ALPHABET.charAt(bits & 63),
);

/**
 * 48 bits of a text: two multiplicative hashes side by side. It only has to tell the two values of one property apart, once
 * the content hash has said that something changed; a cryptographic hash for each property cost a third of the run.
 */
const shortHash = (text: string): string => {
  let low = 0x9e3779b1;
  let high = 0x85ebca77;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x27d4eb2f);
  }
  low = Math.imul(low ^ (high >>> 15), 0x2c1b3c6d);
  high = Math.imul(high ^ (low >>> 13), 0x297a2d39);
  return `${pairs[low >>> 20]}${pairs[(low >>> 8) & 4095]}${pairs[high >>> 20]}${pairs[(high >>> 8) & 4095]}`;
};
