/** Messages on the wire: real servers get them, and the libraries that receivers use judge them. */
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { CloudEvent, HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { beforeAll, describe, expect, it } from 'vitest';
import { webhookSender } from '#functions/shared/webhook-sender.ts';
import { Addresses } from '#publishing/addresses.ts';
import { changeMessage } from '#publishing/webhooks/events.ts';
import { signingSecret } from '#publishing/webhooks/signature.ts';
import { Names } from '#test/chaos/surroundings.ts';
import { closedPort, serve, serveRaw, serveSecurely } from '#test/scripted-servers.ts';
import { draftOf } from '../drafts.ts';

const TOLERANCE_MS = 5 * 60 * 1000;

const sender = (allowed: readonly string[] = ['127.0.0.1'], timeoutMs = 20_000) =>
  webhookSender({ allowed, timeoutMs, publicUrl: 'https://data.example.dk' });

const change = { ...draftOf('sds.æøå'), seq: 1102, published: '2026-11-23T04:10:11.018Z', payload: null };
const message = changeMessage(new Addresses('https://data.example.dk'), 'e3', change);
const newSecret = () => signingSecret(randomBytes(32));

interface Request {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that keeps what it gets. */
async function receiver(status = 204, headers: Record<string, string> = {}, answer = '') {
  const got: Request[] = [];
  const base = await serve(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString();
    got.push({ method: request.method, headers: request.headers, body });
    response.writeHead(status, headers).end(answer);
  });
  return { got, url: `${base}/hook` };
}

const plain = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

describe('a message', () => {
  const sent = async (secrets: readonly string[], now = Date.now()) => {
    const { got, url } = await receiver();
    expect(await sender().send({ url, message, now, secrets })).toMatchObject({ kind: 'answered', status: 204 });
    const [request] = got;
    if (!request) throw new Error('Nothing came.');
    return { ...request, headers: plain(request.headers) };
  };

  it('is verified by the library of Standard Webhooks and read by that of CloudEvents', async () => {
    const secret = newSecret();
    const { method, headers, body } = await sent([secret]);
    expect(method).toBe('POST');
    expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
    const event = HTTP.toEvent({ headers, body });
    expect(event).toMatchObject({
      id: headers['webhook-id'],
      type: 'dk.datalandkort.dataset.created',
      subject: 'https://data.example.dk/id/dataset/sds.æøå',
      sequence: '000000001102',
      data: { seq: 1102, href: 'https://data.example.dk/v1/changes/e3-1102', cursor: 'c1.e3.1102' },
    });
    expect(() => new CloudEvent(JSON.parse(body))).not.toThrow();
    expect(headers['webhook-id']).toBe('chg_e3_000000001102');
    expect(headers['user-agent']).toBe('Datalandkort/0.1 (webhooks; +https://data.example.dk)');
    expect(headers['content-type']).toBe('application/cloudevents+json');
    expect(Buffer.byteLength(body)).toBeLessThan(20_000);
  });

  it('is refused by the receiver’s library when it was tampered with, or signed by another', async () => {
    const secret = newSecret();
    const { headers, body } = await sent([secret]);
    const verify =
      (by: string, text: string, over = {}) =>
      () =>
        new Webhook(by).verify(text, { ...headers, ...over });
    expect(verify(secret, body)).not.toThrow();
    expect(verify(secret, body.replace('1102', '1103'))).toThrow('No matching signature');
    expect(verify(secret, body, { 'webhook-id': 'chg_e3_000000001103' })).toThrow('No matching signature');
    expect(verify(newSecret(), body)).toThrow('No matching signature');
  });

  it('is refused by the receiver’s library when it is old, and when somebody sends it again as new', async () => {
    const secret = newSecret();
    const { headers, body } = await sent([secret], Date.now() - TOLERANCE_MS - 1000);
    const now = String(Math.floor(Date.now() / 1000));
    expect(() => new Webhook(secret).verify(body, headers)).toThrow('too old');
    expect(() => new Webhook(secret).verify(body, { ...headers, 'webhook-timestamp': now })).toThrow(
      'No matching signature',
    );
  });

  it('has the same id and another time on the next try', async () => {
    const secret = newSecret();
    const [first, second] = [await sent([secret]), await sent([secret], Date.now() + 60_000)];
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(second.body).toBe(first.body);
    expect(Number(second.headers['webhook-timestamp'])).toBeGreaterThan(Number(first.headers['webhook-timestamp']));
    expect(() => new Webhook(secret).verify(second.body, second.headers)).not.toThrow();
  });

  it('is signed with both secrets while one takes the place of the other', async () => {
    const [current, old] = [newSecret(), newSecret()];
    const { headers, body } = await sent([current, old]);
    expect(headers['webhook-signature']?.split(' ').map((part) => part.slice(0, 3))).toEqual(['v1,', 'v1,']);
    for (const secret of [current, old]) expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
  });
});

describe('an answer', () => {
  const ask = (url: string, over = {}) =>
    sender().send({ url, message, now: Date.now(), secrets: [newSecret()], ...over });

  it('that redirects is not followed', async () => {
    const target = await receiver();
    const { url } = await receiver(307, { location: target.url });
    expect(await ask(url)).toMatchObject({ kind: 'answered', status: 307 });
    expect(target.got).toEqual([]);
  });

  it('says when to come again', async () => {
    const { url } = await receiver(429, { 'retry-after': '120' });
    expect(await ask(url)).toMatchObject({ status: 429, retryAfterMs: 120_000 });
  });

  it('is read only where it is wanted, and only its beginning', async () => {
    const { url } = await receiver(200, {}, 'å'.repeat(100_000));
    expect(await ask(url)).toMatchObject({ status: 200, body: '' });
    const answer = await ask(url, { wantsBody: true });
    expect(answer.kind === 'answered' && Buffer.byteLength(answer.body)).toBe(4096);
  });

  it('that does not come in its time is a failure', async () => {
    const url = await serveRaw(() => undefined);
    const answer = await sender(['127.0.0.1'], 200).send({ url, message, now: Date.now(), secrets: [newSecret()] });
    expect(answer).toEqual({
      kind: 'failed',
      code: 'timeout',
      detail: 'The receiver did not answer within 0.2 seconds.',
    });
  });

  it('that drips does not hold up the sender for longer', async () => {
    const drops: NodeJS.Timeout[] = [];
    const url = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const drop = setInterval(() => socket.write('x-drop: 1\r\n'), 20);
      drops.push(drop);
      socket.on('close', () => clearInterval(drop));
    });
    const answer = await sender(['127.0.0.1'], 200).send({ url, message, now: Date.now(), secrets: [newSecret()] });
    for (const drop of drops) clearInterval(drop);
    expect(answer).toMatchObject({ kind: 'failed', code: 'timeout' });
  });

  it('that we do not wait for any more says nothing of the receiver', async () => {
    const stop = new AbortController();
    const url = await serveRaw(() => stop.abort());
    const call = { url, message, now: Date.now(), secrets: [newSecret()] };
    expect(await sender().send(call, stop.signal)).toEqual({ kind: 'cut-off' });
  });

  it('is had over a new connection when the receiver has closed the one that was kept', async () => {
    let connections = 0;
    const url = await serveRaw((socket) => {
      connections += 1;
      let asked = 0;
      socket.on('data', () => {
        asked += 1;
        if (asked === 1) socket.write('HTTP/1.1 204 No Content\r\n\r\n');
        else socket.destroy();
      });
    });
    for (let message = 0; message < 3; message += 1) expect(await ask(url)).toMatchObject({ status: 204 });
    expect(connections).toBe(3);
  });

  it('that breaks off on every connection is a failure', async () => {
    let connections = 0;
    const url = await serveRaw((socket) => {
      connections += 1;
      socket.destroy();
    });
    expect(await ask(url)).toMatchObject({ kind: 'failed', code: 'connection-reset' });
    expect(connections).toBe(2);
  });

  it('of nobody is a failure that names its kind', async () => {
    expect(await ask(`http://127.0.0.1:${await closedPort()}`)).toMatchObject({ code: 'connection-refused' });
    const { base } = await serveSecurely((_, response) => response.end());
    expect(await sender(['localhost']).send({ url: base, message, now: Date.now(), secrets: [newSecret()] })).toEqual({
      kind: 'failed',
      code: 'tls-failure',
      detail: 'The receiver did not prove who it is, or no encryption could be agreed on.',
    });
  });
});

describe('an address', () => {
  const names = new Names();
  beforeAll(() => names.install());
  const codeAt = async (url: string, allowed: readonly string[] = []) => {
    const answer = await sender(allowed).send({ url, message, now: Date.now(), secrets: [newSecret()] });
    return answer.kind === 'failed' ? answer.code : answer.kind;
  };

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[64:ff9b::7f00:1]/',
    'https://localhost/',
  ])('inside somebody’s network is refused: %s', async (url) => {
    expect(await codeAt(url)).toBe('address-refused');
  });

  it.each(['http://example.org/', 'ftp://example.org/', 'https://user:word@example.org/', 'https://example.org/#here'])(
    'that is not https, or says more than where, is refused: %s',
    async (url) => expect(await codeAt(url)).toBe('address-refused'),
  );

  it('whose name leads inside is refused, and who asked is not told where it leads', async () => {
    names.set('inside.test', '10.20.30.40');
    const call = { url: 'https://inside.test/', message, now: Date.now(), secrets: [newSecret()] };
    expect(await sender([]).send(call)).toEqual({
      kind: 'failed',
      code: 'address-refused',
      detail: 'The address is not on the public internet, and no message is sent there.',
    });
  });

  it('whose name leads elsewhere a moment after it was judged is judged again, before anything is sent', async () => {
    let connections = 0;
    const { base } = await serveSecurely(() => undefined);
    const url = `https://rebind.test:${new URL(base).port}/`;
    const raw = await serveRaw(() => {
      connections += 1;
    });
    const rawUrl = `https://rebind.test:${new URL(raw).port}/`;
    names.set('rebind.test', '127.0.0.2');
    expect(await codeAt(url, ['127.0.0.2'])).toBe('connection-refused');
    names.set('rebind.test', '127.0.0.1');
    expect(await codeAt(rawUrl, ['127.0.0.2'])).toBe('address-refused');
    expect(connections).toBe(0);
  });

  it('that an operator names is let through, by http as well', async () => {
    const { got, url } = await receiver();
    expect(await codeAt(url, ['127.0.0.1'])).toBe('answered');
    expect(await codeAt(url, [new URL(url).host])).toBe('answered');
    expect(await codeAt(url, ['127.0.0.1:1'])).toBe('address-refused');
    expect(got.length).toBe(2);
  });
});
