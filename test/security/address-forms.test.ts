/** Every form in which an address can be written that is not of the public internet, against the guard of the crawler and of webhooks. */
import { describe, expect, test } from 'vitest';
import { addressGuard, isPublicAddress, RefusedAddress } from '#functions/shared/address-guard.ts';
import { addressFault } from '#functions/shared/receiver-address.ts';

/** The first and the last address of each network that is refused, and one beside it that is not where there is one. */
const networks: readonly (readonly [network: string, first: string, last: string, beside: string | null])[] = [
  ['this network', '0.0.0.0', '0.255.255.255', '1.0.0.0'],
  ['private', '10.0.0.0', '10.255.255.255', '11.0.0.0'],
  ['carriers’', '100.64.0.0', '100.127.255.255', '100.128.0.0'],
  ['loopback', '127.0.0.0', '127.255.255.255', '128.0.0.1'],
  ['link-local, with the metadata service', '169.254.0.0', '169.254.255.255', '169.255.0.0'],
  ['private', '172.16.0.0', '172.31.255.255', '172.32.0.0'],
  ['protocol assignments', '192.0.0.0', '192.0.0.255', '192.0.1.0'],
  ['documents', '192.0.2.0', '192.0.2.255', '192.0.3.0'],
  ['6to4 relays', '192.88.99.0', '192.88.99.255', '192.88.100.0'],
  ['private', '192.168.0.0', '192.168.255.255', '192.169.0.0'],
  ['benchmarks', '198.18.0.0', '198.19.255.255', '198.20.0.0'],
  ['documents', '198.51.100.0', '198.51.100.255', '198.51.101.0'],
  ['documents', '203.0.113.0', '203.0.113.255', '203.0.114.0'],
  ['multicast, reserved and broadcast', '224.0.0.0', '255.255.255.255', '223.255.255.255'],
  ['unspecified, loopback, compatible', '::', '::ffff:ffff', null],
  ['SIIT', '::ffff:0:0:0', '::ffff:0:ffff:ffff', null],
  ['NAT64', '64:ff9b::', '64:ff9b::ffff:ffff', null],
  ['NAT64, local', '64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff', null],
  ['discard', '100::', '100::ffff:ffff:ffff:ffff', null],
  ['Teredo', '2001::', '2001:0:ffff:ffff:ffff:ffff:ffff:ffff', '2001:200::1'],
  ['documents', '2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db9::1'],
  ['6to4', '2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '2003::1'],
  ['documents', '3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff', '3fff:1000::1'],
  ['not given out', '4000::', 'bfff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['segment routing', '5f00::', '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['unique local', 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['link-local', 'fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['site-local', 'fec0::', 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
  ['multicast', 'ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', null],
];

describe('an address of a network that is not public', () => {
  test.each(networks)('(%s) is refused from %s to %s', (_name, first, last, beside) => {
    expect([first, last].map(isPublicAddress)).toEqual([false, false]);
    if (beside !== null) expect(isPublicAddress(beside)).toBe(true);
  });

  test.each(['::ffff:127.0.0.1', '::ffff:7f00:1', '::FFFF:A9FE:A9FE', '0:0:0:0:0:ffff:10.0.0.1'])(
    'is refused as %s, mapped into IPv6',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );

  test.each(['::ffff:8.8.8.8', '::ffff:808:808'])('and a public one is public as %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  test.each(['fe80::1%eth0', '::1%lo', '127.0.0.1%eth0'])('is refused as %s, with a zone', (address) =>
    expect(isPublicAddress(address)).toBe(false),
  );

  test.each(['', 'localhost', '127.1', '0x7f000001', '8.8.8.8.', ' 8.8.8.8'])(
    'is not what %j is: what is no address in its one form is not public',
    (address) => expect(isPublicAddress(address)).toBe(false),
  );
});

/** As a URL may write a host that is a number: every one of them is read by the URL's own rules before it is judged. */
const hosts: readonly string[] = [
  '2130706433',
  '017700000001',
  '0x7f000001',
  '0x7f.0x0.0x0.0x1',
  '0177.0.0.01',
  '127.1',
  '127.0.1',
  '127.0.0.1.',
  '0',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  'user@127.0.0.1',
  '8.8.8.8@127.0.0.1',
  '8.8.8.8:80@127.0.0.1',
  '127.0.0.1:65535',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::10.0.0.1]',
  '[2002:7f00:1::]',
  '[fec0::1]',
  '169.254.169.254',
  '[fd00:ec2::254]',
];

describe('a host that is written as a number', () => {
  test.each(hosts)('is seen for what it is: %s', (host) => {
    expect(() => addressGuard([]).check(new URL(`http://${host}/`))).toThrow(RefusedAddress);
  });

  test.each(['[fe80::1%25eth0]', '[::1%eth0]', '127.0.0.1.5', '256.0.0.1', '0x1ffffffff'])(
    'and %s is no address at all',
    (host) => expect(URL.canParse(`http://${host}/`)).toBe(false),
  );

  test.each(['user@o.example', 'user:pw@o.example', ':pw@o.example'])(
    'with a user or a password (%s) takes no message',
    (host) => expect(addressFault(`https://${host}/`, [])).toMatch(/user name or password/),
  );
});
