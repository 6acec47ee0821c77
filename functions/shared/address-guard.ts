/**
 * Keeps the crawler off addresses that are nobody's publication: a source that names (or whose name resolves to) a
 * private, loopback, link-local or metadata address is refused, at the moment of connecting, so that a name which
 * changes its address between check and use gains nothing.
 */
import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const REFUSED_RANGES: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // The unspecified address, the loopback, and IPv4 addresses written as IPv6 (RFC 4291 § 2.5.5.1).
  ['::', 96, 'ipv6'],
  // Ways to IPv4 addresses, which may be any: NAT64 (RFC 6052, RFC 8215), Teredo (RFC 4380), 6to4 (RFC 3056).
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['2001::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  // Site-local addresses, which are no more given out and still routed where they were (RFC 3879).
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const refused = new BlockList();
for (const [network, prefix, family] of REFUSED_RANGES) refused.addSubnet(network, prefix, family);

/** True for an address on the public internet. An IPv4 address inside IPv6 is judged as the IPv4 address. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  return isIP(mapped) > 0 && !refused.check(mapped, isIP(mapped) === 6 ? 'ipv6' : 'ipv4');
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
