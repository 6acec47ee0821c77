/** A certificate for localhost that is its own authority, made anew for each test: nothing secret lies in the repository. */
import { generateKeyPairSync, sign } from 'node:crypto';

/** One ASN.1 value in DER (X.690). */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const oid = (hex: string) => der(0x06, bytes(hex));
const utcTime = (time: Date) =>
  der(
    0x17,
    Buffer.from(
      `${time
        .toISOString()
        .replace(/[-:T]|\.\d+/g, '')
        .slice(2)}`,
    ),
  );

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));
const COMMON_NAME = '550403';
const ALT_NAME = '551d11';
const CONSTRAINTS = '551d13';

const HOUR_MS = 60 * 60 * 1000;

/**
 * @param endsInMs when it ends, from now; a negative one has ended.
 * @returns key and certificate as PEM, valid from an hour before now or before its end, for localhost and 127.0.0.1.
 */
export function selfSigned(endsInMs = 24 * HOUR_MS): { readonly key: string; readonly certificate: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(oid(COMMON_NAME), der(0x0c, Buffer.from('localhost')))));
  const begin = Date.now() + Math.min(0, endsInMs) - HOUR_MS;
  const validity = sequence(utcTime(new Date(begin)), utcTime(new Date(Date.now() + endsInMs)));
  const altNames = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = sequence(
    sequence(oid(CONSTRAINTS), der(0x01, bytes('ff')), der(0x04, sequence(der(0x01, bytes('ff'))))),
    sequence(oid(ALT_NAME), der(0x04, altNames)),
  );
  const body = sequence(
    der(0xa0, der(0x02, bytes('02'))),
    der(0x02, bytes('01')),
    ECDSA_SHA256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(body, ECDSA_SHA256, der(0x03, bytes('00'), signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}
