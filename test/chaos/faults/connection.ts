/** Faults on the way to the owner's page: names, connections, time, bytes, statuses. */
import { gzipSync } from 'node:zlib';
import { type Fault, SECURE, type Step } from '../fault.ts';
import { NAMES, namesOf, turtle, turtlePage } from '../feeds.ts';
import { type Answer, firstTimes, NOBODY, page, pages, raw } from '../owners.ts';

const good = (later: boolean): Answer => page(turtle(namesOf(later), later));

const body = turtle(NAMES);

/** A run that sees nothing of the source: it fails, says why, and takes nothing for gone. */
const unseen = (told: Step['told'], answer?: Answer): Step => ({
  ...(answer && { answer }),
  state: 'failed',
  told,
  live: NAMES,
});

/** A run that is as good as any other, because what was wrong passed. */
const healed = (answer: Answer): Step => ({ answer, state: 'succeeded', told: null, live: NAMES });

const fault = (name: string, ...steps: readonly Step[]): Fault => ({ name, good, steps });

const byName = (name: string, told: string, address: string | undefined): Fault =>
  fault(name, {
    ...unseen(told),
    before: ({ names }, source) => names.set(`${source}.test`, address),
    after: ({ names }, source) => names.set(`${source}.test`, '127.0.0.1'),
  });

/** Sends a piece again and again. */
const dripping =
  (head: string, piece: string): Answer =>
  ({ socket }) => {
    socket.write(head);
    const drip = setInterval(() => socket.write(piece), 100);
    socket.on('close', () => clearInterval(drip));
  };

const withLength = (length: number): Answer =>
  raw(`HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`);

const packed = gzipSync(Buffer.from(body.repeat(20)));
const gzipped = (bytes: Uint8Array): Answer => page(bytes, { headers: { 'content-encoding': 'gzip' } });

/** More than the product takes of one page, by a hundredfold of what it lets a page unpack to. */
const BOMB_BYTES = 40 * 1024 * 1024;

const endless: Answer = (_request, response) => {
  const piece = Buffer.alloc(64 * 1024, '# nothing\n');
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.writeHead(200, { 'content-type': 'text/turtle' }).on('drain', more);
  more();
};

const redirect = (location: string): Answer => page('', { status: 302, headers: { location } });
const status = (code: number): Answer => page('no', { status: code, type: 'text/plain' });

const brokenCopy = (): Uint8Array => {
  const copy = Buffer.from(packed);
  copy.fill(0xff, 20, 40);
  return copy;
};

const inThree = (third: Answer): Answer =>
  pages({
    '/feed': page(turtlePage(NAMES.slice(0, 3), '/feed?page=2')),
    '/feed?page=2': page(turtlePage(NAMES.slice(3, 6), '/feed?page=3')),
    '/feed?page=3': third,
  });

/** One page after the other, until the server can no more. */
const midway: Fault = {
  name: '503 in the middle of paging',
  good: (later) => (later ? good(true) : inThree(page(turtlePage(NAMES.slice(6))))),
  steps: [{ answer: inThree(status(503)), state: 'partial', told: 'http-503', live: NAMES }],
};

export const connectionFaults: readonly Fault[] = [
  {
    name: 'TLS failure',
    source: { format: 'dcat', url: SECURE },
    good,
    steps: [
      {
        ...unseen('tls-failure'),
        before: ({ owners }) => owners.showCertificate(false),
        after: ({ owners }) => owners.showCertificate(true),
      },
    ],
  },
  byName('connection refused', 'connection-refused', NOBODY),
  byName('DNS failure', 'dns-failure', undefined),
  byName('name that comes to stand for a cloud’s metadata address', 'address-refused', '169.254.169.254'),
  fault(
    'connection reset',
    unseen('connection-reset', ({ socket }) => void socket.resetAndDestroy()),
  ),
  fault('slow header', unseen('timeout', dripping('HTTP/1.1 200 OK\r\n', 'X: y\r\n'))),
  fault(
    'slow body',
    unseen('timeout', dripping('HTTP/1.1 200 OK\r\nContent-Type: text/turtle\r\nContent-Length: 9999\r\n\r\n', '# ')),
  ),
  fault(
    'hang',
    unseen('timeout', () => undefined),
  ),
  fault(
    'truncated body',
    unseen('connection-reset', raw(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n${body.slice(0, 99)}`)),
  ),
  fault('wrong length', unseen('wrong-length', withLength(99_999))),
  fault('gzip error', unseen('bad-compression', gzipped(brokenCopy()))),
  fault('gzip bomb', unseen('decompression-bomb', gzipped(gzipSync(Buffer.alloc(BOMB_BYTES, ' '))))),
  fault('endless body', unseen('page-too-large', endless)),
  fault(
    'header without end',
    unseen('header-too-large', raw(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(64 * 1024)}\r\n\r\n`)),
  ),
  fault('redirect loop', unseen('too-many-redirects', redirect('/feed'))),
  fault('redirect to a private address', unseen('address-refused', redirect('http://10.0.0.1/feed'))),
  fault('redirect to a file', unseen('bad-redirect', redirect('file:///etc/passwd'))),
  fault('answer that is not HTTP', unseen('not-http', raw('220 mail.example ESMTP\r\n'))),
  ...[401, 403, 404, 410].map((code) => fault(`${code}`, unseen(`http-${code}`, status(code)))),
  fault(
    '429 with a short Retry-After',
    healed(firstTimes(1, page('', { status: 429, headers: { 'retry-after': 1 } }), good(false))),
  ),
  fault('500 once', healed(firstTimes(1, status(500), good(false)))),
  fault('500 always', unseen('http-500', status(500))),
  fault('503 always', unseen('http-503', status(503))),
  midway,
];
