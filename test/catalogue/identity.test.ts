import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datasetId, keyOfIdentifier } from '#catalogue/identity.ts';
import { literal } from '#schemas/reading.ts';
import { embedded, iri, normalised, type Properties, raw } from './raw-record.ts';

const keyOf = (
  properties: Properties,
  identifier: string | null = null,
  node: string | undefined = undefined,
): string =>
  normalised(
    raw({ title: [literal('T')], ...properties }, { identifier, node: { iri: node, properties: {}, unmapped: {} } }),
  ).key;

describe('a record is known by', () => {
  const distributions = (...urls: string[]): Properties => ({
    distribution: urls.map((url) => embedded({ downloadURL: [iri(url)] })),
  });

  test('the address of its node before all else, http and https alike', () => {
    expect(keyOf({ identifier: [literal('x')] }, 'y', 'http://a.dk/1')).toBe('iri:https://a.dk/1');
    expect(keyOf({}, null, 'https://a.dk/1')).toBe('iri:https://a.dk/1');
    expect(keyOf({}, null, 'urn:uuid:1')).toBe('iri:urn:uuid:1');
  });

  test.each(['_:b1', 'blankNode:dataset', 'https://a.dk/.well-known/genid/1'])('not the passing label %s', (label) => {
    expect(keyOf({ identifier: [literal('x')] }, null, label)).toBe('id:x');
  });

  test("its source's identifier, then its own, then one of another agency", () => {
    expect(keyOf({ identifier: [literal('x')] }, 'y')).toBe('id:y');
    expect(keyOf({ identifier: [literal('x2'), literal('x1')] })).toBe('id:x1');
    expect(keyOf({ otherIdentifier: [embedded({ notation: [literal('n')] })] })).toBe('id:n');
  });

  test('its landing page, then the addresses of its distributions in any order', () => {
    expect(keyOf({ landingPage: [iri('https://a.dk/p')], ...distributions('https://a.dk/1') })).toBe(
      'page:https://a.dk/p',
    );
    const key = keyOf(distributions('https://a.dk/1', 'https://a.dk/2'));
    expect(key).toMatch(/^urls:[0-9a-f]{64}$/);
    expect(keyOf(distributions('https://a.dk/2', 'https://a.dk/1'))).toBe(key);
  });

  test('its content when there is nothing else, which is reported', () => {
    const { key, problems, identifier } = normalised(raw({ title: [literal('A')] }, { identifier: null }));
    expect(key).toMatch(/^content:/);
    expect(identifier).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['identity-from-content']);
  });

  test('nothing that its title says', () => {
    expect(keyOf({ title: [literal('A')] }, 'x')).toBe(keyOf({ title: [literal('B')] }, 'x'));
  });
});

test('an identifier named alone is the same as in the whole record', () => {
  for (const name of ['abc', 'https://a.dk/1', 'urn:x:1', ' padded ', 'http://a.dk/b c', ' http://a.dk/']) {
    expect(keyOfIdentifier(name)).toBe(keyOf({}, name));
    if (name.includes(':')) expect(keyOfIdentifier(name)).toBe(keyOf({}, null, name));
  }
});

describe('the id of a dataset', () => {
  test('is its identifier when that is short and plain', () => {
    expect(datasetId('sds', 'id:lpr-3')).toBe('sds.lpr-3');
  });

  test('is a readable tail with a hash for everything else', () => {
    expect(datasetId('sds', 'iri:https://a.dk/data/Sygehus Ærø%20å')).toMatch(
      /^sds\.data-sygehus-aeroe-20aa-[0-9a-f]{10}$/,
    );
    expect(datasetId('sds', 'id:LPR')).toMatch(/^sds\.lpr-[0-9a-f]{10}$/);
    expect(datasetId('sds', 'id:日本')).toMatch(/^sds\.[0-9a-f]{10}$/);
    expect(datasetId('sds', 'urls:abc')).toMatch(/^sds\.[0-9a-f]{10}$/);
  });

  test('cannot be taken by an identifier that looks like one with a hash', () => {
    const made = datasetId('sds', 'id:LPR');
    expect(datasetId('sds', `id:${made.slice('sds.'.length)}`)).not.toBe(made);
  });

  test('stays the same, is safe in an address, and has one dot', () => {
    fc.assert(
      fc.property(fc.constantFrom('id:', 'iri:', 'page:'), fc.string({ unit: 'grapheme' }), (kind, name) => {
        const id = datasetId('sds', kind + name);
        expect(id).toBe(datasetId('sds', kind + name));
        expect(id).toMatch(/^sds\.[a-z0-9][a-z0-9-]{0,63}$/);
      }),
    );
  });

  test('differs where keys differ', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 20 }), (names) => {
        expect(new Set(names.map((name) => datasetId('sds', `id:${name}`))).size).toBe(names.length);
      }),
    );
  });
});
