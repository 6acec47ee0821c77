import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sendable } from '#functions/api/large-answer.ts';
import { text } from '#functions/api/reply.ts';
import { requestOf } from '#functions/api/request.ts';
import { eventOf } from './scene.ts';

const ask = (encoding: string | undefined) =>
  requestOf(eventOf('/v1/datasets/sds.a', { headers: encoding === undefined ? {} : { 'accept-encoding': encoding } }));

const large = text('æ'.repeat(3_000_000), { type: 'text/plain', headers: { vary: 'Accept' } });

describe('an answer', () => {
  it('goes as it is when it is small', async () => {
    const small = text('small', {});
    expect(await sendable(small, ask('gzip'))).toBe(small);
  });

  it('goes packed when a Lambda could not give it otherwise', async () => {
    const sent = await sendable(large, ask('br;q=0, gzip;q=0.5'));
    expect(sent).toMatchObject({ status: 200, isBase64Encoded: true });
    expect(sent.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept, Accept-Encoding' });
    expect(sent.headers.etag).toBe(`W/${large.headers.etag}`);
    expect(gunzipSync(Buffer.from(sent.body, 'base64')).toString()).toBe(large.body);
  });

  it.each([undefined, '', 'br;q=0', 'gzip;q=0', 'identity', '*;q=0', 'gzip;q=0, *'])(
    'is refused to a client that takes no packed answer (%s)',
    async (encoding) => {
      await expect(sendable(large, ask(encoding))).rejects.toMatchObject({ code: 'not-acceptable' });
    },
  );

  it('is refused when packing is not enough, with its sizes', async () => {
    const noise = text(randomBytes(5_000_000).toString('base64'), {});
    await expect(sendable(noise, ask('gzip'))).rejects.toMatchObject({ code: 'answer-too-large' });
  });
});
