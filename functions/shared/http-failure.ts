/** Why a page did not come: Node's errors by the codes that a run reports. */
import { RefusedAddress } from './address-guard.ts';
import { PermanentFailure, TransientFailure } from './failures.ts';
import { MissingSecret } from './secret-reader.ts';

/** What is wrong with an exchange, by its problem code and in a sentence. `again` says that it may pass by itself. */
export interface HttpFailure {
  readonly again: boolean;
  readonly code: string;
  readonly message: string;
  /** Nothing was heard from the host, or it broke off: a sign that the host is down and not only this page. */
  readonly hostDown: boolean;
}

/** A fault that our own reading found; its code is a problem code. */
export class PageFault extends Error {
  readonly code: string;
  readonly again: boolean;

  constructor(code: string, message: string, again: boolean) {
    super(message);
    this.code = code;
    this.again = again;
  }
}

interface Kind {
  readonly code: string;
  readonly pattern: RegExp;
  readonly says: string;
  readonly again: boolean;
  readonly hostDown: boolean;
}

/** By the error's own code (Node, OpenSSL, zlib, the HTTP parser), in the order of their trial. */
const KINDS: readonly Kind[] = [
  {
    code: 'dns-failure',
    pattern: /^(ENOTFOUND|ENODATA|EAI_\w+|ESERVFAIL)$/,
    says: 'The name of the host could not be resolved',
    again: true,
    hostDown: true,
  },
  {
    code: 'connection-refused',
    pattern: /^ECONNREFUSED$/,
    says: 'The host refused the connection',
    again: true,
    hostDown: true,
  },
  {
    code: 'timeout',
    pattern: /^(ETIMEDOUT|ESOCKETTIMEDOUT)$/,
    says: 'The server took too long',
    again: true,
    hostDown: true,
  },
  {
    code: 'connection-reset',
    pattern: /^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE)$/,
    says: 'The connection broke off',
    again: true,
    hostDown: true,
  },
  {
    code: 'header-too-large',
    pattern: /^HPE_HEADER_OVERFLOW$/,
    says: 'The header of the answer is larger than the largest that is read',
    again: false,
    hostDown: false,
  },
  {
    code: 'not-http',
    pattern: /^HPE_/,
    says: 'The answer does not follow the rules of HTTP',
    again: true,
    hostDown: false,
  },
  {
    code: 'bad-compression',
    pattern: /^(Z_\w+|ERR__?BROTLI\w*|ERR_BROTLI\w*|ERR_ZLIB\w*)$/,
    says: 'The compressed page could not be unpacked',
    again: true,
    hostDown: false,
  },
  {
    code: 'tls-failure',
    pattern:
      /^(EPROTO|ERR_SSL_\w+|ERR_TLS_\w+|CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|CRL_\w+|HOSTNAME_MISMATCH)$/,
    says: 'The host did not prove who it is, or no encryption could be agreed on',
    again: false,
    hostDown: true,
  },
];

const codeOf = (error: unknown): string => {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
};

/** Of several addresses of one host that were all tried, the last one's fault stands for all. */
const sayingOf = (error: unknown): string => {
  if (error instanceof AggregateError) return sayingOf(error.errors.at(-1));
  const message = error instanceof Error ? error.message : String(error);
  return message || codeOf(error);
};

/** @param error whatever an exchange threw. */
export function failureOf(error: unknown): HttpFailure {
  const detail = sayingOf(error);
  if (error instanceof RefusedAddress) {
    return { again: false, code: 'address-refused', message: detail, hostDown: false };
  }
  if (error instanceof MissingSecret) return { again: false, code: 'secret-missing', message: detail, hostDown: false };
  if (error instanceof TransientFailure || error instanceof PermanentFailure) {
    const again = error instanceof TransientFailure;
    return { again, code: 'secret-unreadable', message: `The secret could not be read (${detail}).`, hostDown: false };
  }
  if (error instanceof PageFault) {
    const { code, again, message } = error;
    return { again, code, message, hostDown: code === 'timeout' };
  }
  const kind = KINDS.find(({ pattern }) => pattern.test(codeOf(error)));
  if (kind) {
    const { again, code, says, hostDown } = kind;
    return { again, code, message: `${says} (${detail}).`, hostDown };
  }
  return { again: true, code: 'no-answer', message: `The server could not be reached: ${detail}.`, hostDown: true };
}
