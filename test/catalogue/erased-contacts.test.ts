import { describe, expect, test } from 'vitest';
import { canonicalAddress, maskAddresses, withoutErasedContacts } from '#catalogue/erased-contacts.ts';
import { normalise } from '#catalogue/normalise.ts';
import { literal } from '#schemas/reading.ts';
import { embedded, iri, raw } from './raw-record.ts';

const isErased = (address: string): boolean => address === 'jens.hansen@o.example';
const MASK = 'erased@erased.invalid';

describe('an address', () => {
  test.each([
    ['jens.hansen@o.example', 'jens.hansen@o.example'],
    [' MAILTO:Jens.Hansen@O.Example?subject=x ', 'jens.hansen@o.example'],
    ['mailto:jens.hansen%40o.example', 'jens.hansen@o.example'],
    ["o'hara+nyt@a-b.example", "o'hara+nyt@a-b.example"],
    ['søren@sygehus.example', 'søren@sygehus.example'],
  ])('%s is compared as %s', (written, canonical) => {
    expect(canonicalAddress(written)).toBe(canonical);
  });

  test.each([
    'jens',
    'jens@',
    '@o.example',
    'jens@o',
    'jens hansen@o.example',
    'https://o.example/x',
    `${'x'.repeat(65)}@o.example`,
  ])('%s is none', (written) => {
    expect(canonicalAddress(written)).toBeUndefined();
  });
});

describe('an erased address is masked', () => {
  test.each([
    ['Skriv til Jens.Hansen@o.example.', `Skriv til ${MASK}.`],
    ['<a href="mailto:jens.hansen@o.example?subject=x">', `<a href="mailto:${MASK}?subject=x">`],
    ['jens.hansen&#64;o.example', MASK],
    ['jens.hansen&#x40;o.example', MASK],
    ['jens.hansen%40o.example', MASK],
    ['jens.hansen(at)o.example', MASK],
    ['"jens.hansen\\u0040o.example"', `"${MASK}"`],
    ['{"t":"Kontakt:\\njens.hansen@o.example\\r\\n"}', `{"t":"Kontakt:\\n${MASK}\\r\\n"}`],
    ['mailto:%20jens.hansen@o.example', `mailto:%20${MASK}`],
    ['?mail=jens.hansen@o.example&x=1', `?mail=${MASK}&x=1`],
    ['jens.hansen@o.example.Se også', `${MASK}.Se også`],
    ['jens.hansen@o.example, jens.hansen@o.example', `${MASK}, ${MASK}`],
  ])('in %s', (text, masked) => {
    expect(maskAddresses(text, isErased)).toBe(masked);
  });

  test.each(['kirsten@o.example', 'xjens.hansen@o.example', 'jens.hansen@o.example2', '@@@@', 'ingen'])(
    'and nothing of %s',
    (text) => {
      expect(maskAddresses(text, isErased)).toBe(text);
    },
  );
});

test('a contact goes whole, a publisher stays without its address, and all else is what it was', () => {
  const record = {
    title: { da: 'Cancerregisteret' },
    description: { da: 'Spørg jens.hansen@o.example om adgang.' },
    contactPoint: [
      { fn: { da: 'Jens Hansen' }, hasEmail: 'mailto:jens.hansen@o.example', hasTelephone: 'tel:+4512345678' },
      { fn: { da: 'Registerkontoret' }, hasEmail: 'mailto:kontor@o.example' },
    ],
    publisher: { name: { da: 'Sundhedsdatastyrelsen' }, email: 'jens.hansen@o.example' },
    creator: [{ name: { da: 'Jens Hansen' }, email: 'JENS.HANSEN@O.EXAMPLE' }],
    keyword: [],
  };
  const unmapped = [
    { name: 'ansvarlig', value: 'Jens Hansen <jens.hansen@o.example>' },
    { name: 'andet', value: 'x' },
  ];
  expect(withoutErasedContacts({ record, unmapped }, isErased)).toEqual({
    record: {
      title: record.title,
      description: { da: `Spørg ${MASK} om adgang.` },
      contactPoint: [record.contactPoint[1]],
      publisher: { name: { da: 'Sundhedsdatastyrelsen' } },
      keyword: [],
    },
    unmapped: [{ name: 'ansvarlig', value: MASK }, unmapped[1]],
  });
  const untouched = {
    record: { ...record, contactPoint: [], creator: [], publisher: {}, description: {} },
    unmapped: [],
  };
  expect(withoutErasedContacts(untouched, isErased)).toBe(untouched);
});

test('the normaliser leaves an erased contact out, says so, and does it as the erasing of what was kept does', () => {
  const contact = { fn: [literal('Jens Hansen')], hasEmail: [iri('mailto:Jens.Hansen@o.example')] };
  const written = raw({ title: [literal('Cancerregisteret', 'da')], contactPoint: [embedded(contact)] });
  const before = normalise(written, { defaults: {} });
  const after = normalise(written, { defaults: {}, isErased });
  if ('rejected' in before || 'rejected' in after) throw new Error('the record was rejected');
  expect(JSON.stringify(after)).not.toMatch(/jens/i);
  expect(after.problems.map(({ code }) => code)).toContain('contact-erased');
  expect(after.key).toBe(before.key);
  expect(withoutErasedContacts({ record: before.record }, isErased)).toEqual({ record: after.record });
});
