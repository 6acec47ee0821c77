/**
 * Keeps the crawler off addresses that are nobody's publication: a source that names (or whose name resolves to) a
 * private, loopback, link-local or metadata address is refused, at the moment of connecting, so that a name which
 * changes its address between check and use gains nothing.
 */
import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

type Range = readonly [network: string, prefix: number];

/** IPv4 networks that are not of the public internet (RFC 6890 and the registry that it began). */
const REFUSED_IPV4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/**
 * All but 2000::/3, which alone is given out (RFC 4291 § 2.4), so that no form is let through because nobody thought of it:
 * unspecified, loopback, link-local, site-local, unique local and multicast addresses, and IPv4 addresses by NAT64 (RFC 6052, RFC 8215),
 * by SIIT (`::ffff:0:0:0/96`, RFC 2765) or as compatible ones. Of 2000::/3 what may lead to any IPv4 address, or nowhere: Teredo and the
 * other protocol assignments (RFC 2928), 6to4 (RFC 3056), and what is for documents (RFC 3849, RFC 9637).
 */
const REFUSED_IPV6: readonly Range[] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

function listOf(ranges: readonly Range[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}

// Two lists: one that has both would compare an IPv4 address with the IPv6 networks, by its mapped form.
const refusedIpv4 = listOf(REFUSED_IPV4, 'ipv4');
const refusedIpv6 = listOf(REFUSED_IPV6, 'ipv6');
/** IPv4 addresses as sockets write them in IPv6, with dots or in hexadecimal (RFC 4291 § 2.5.5.2). */
const mapped = listOf([['::ffff:0:0', 96]], 'ipv6');

/** True for an address on the public internet. An IPv4 address mapped into IPv6 is judged as the IPv4 address. */
export function isPublicAddress(address: string): boolean {
  // A zone names one of our own interfaces, and is no part of what is compared.
  const [plain = ''] = address.split('%');
  switch (isIP(plain)) {
    case 4:
      return !refusedIpv4.check(plain, 'ipv4');
    case 6:
      return !(mapped.check(plain, 'ipv6') ? refusedIpv4 : refusedIpv6).check(plain, 'ipv6');
    default:
      return false;
  }
}

/** The error of an address that the guard refused. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

export interface AddressGuard {
  /** @throws RefusedAddress for an address whose host is written as a number and is refused. */
  check(url: URL): void;
  /** A look-up for `node:http` that refuses names which resolve to refused addresses. */
  lookupFor(url: URL): LookupFunction;
}

const refusal = (host: string, address: string): RefusedAddress =>
  new RefusedAddress(
    `${host} is at ${address}, which is not a public address. If it is meant to be harvested, name it in DATALANDKORT_ALLOW_HOSTS.`,
  );

const bare = (host: string): string => host.toLowerCase().replace(/^\[|\]$/g, '');

const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');

/** @param allowed host names or addresses, with or without a port, that are let through although they are not public. */
export function addressGuard(allowed: readonly string[]): AddressGuard {
  const letThrough = new Set(allowed.map((host) => host.toLowerCase()));
  const isLetThrough = (host: string, url: URL): boolean =>
    letThrough.has(host) || letThrough.has(`[${host}]`) || letThrough.has(`${host}:${portOf(url)}`);
  const passes = (url: URL, address: string): boolean =>
    isLetThrough(bare(url.hostname), url) || isLetThrough(address, url) || isPublicAddress(address);

  return {
    check(url) {
      const host = bare(url.hostname);
      if (isIP(host) && !passes(url, host)) throw refusal(host, host);
    },
    lookupFor: (url) => (host, options, callback) => {
      lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
        if (error) return callback(error, '', 0);
        const bad = addresses.find(({ address }) => !passes(url, address));
        if (bad) return callback(refusal(host, bad.address), '', 0);
        if (options.all) return callback(null, addresses);
        const [first] = addresses;
        return callback(null, first?.address ?? '', first?.family ?? 0);
      });
    },
  };
}
