import { expect, test } from 'vitest';
import { followedAddress } from '#web/parts/web-address.ts';
import { withQuery } from '#web/parts/with-query.ts';

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'vbscript:x',
  '//x',
  '',
])('a harvested address that could do something is not followed: %s', (written) => {
  expect(followedAddress(written)).toBeUndefined();
});

test.each([
  'https://sundhedsdatastyrelsen.dk/',
  'http://www.ssi.dk/a?b=c',
  'mailto:post@example.dk',
  'tel:+4512345678',
])('an address of the web, a letter or a call is followed: %s', (written) => {
  expect(followedAddress(written)).toBe(written);
});

test('a change of the state keeps the rest of the address, and an empty value leaves it', () => {
  expect(withQuery('/da/owners', '/da/owners?sort=grade&q=%C3%A6', { q: 'ø' })).toBe('/da/owners?sort=grade&q=%C3%B8');
  expect(withQuery('/da/owners', '/da/owners?q=x#top', { q: '' })).toBe('/da/owners');
});
