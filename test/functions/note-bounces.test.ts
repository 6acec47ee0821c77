import { CreateQueueCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteBounce } from '#functions/note-bounces/note-bounces.ts';
import { dynamoLetterStore } from '#functions/shared/dynamo-letter-store.ts';
import { dynamoSourceStore } from '#functions/shared/dynamo-source-store.ts';
import { Source } from '#schemas/source.ts';
import { type Engines, startEngines } from '#test/engines.ts';
import { setHandlerEnvironment } from './handler-environment.ts';
import { exampleSource, memorySources } from './memory-control.ts';
import { memoryLetters } from './memory-letters.ts';

const sources = memorySources([
  { ...exampleSource, id: 'sds', owner: { id: 'sds', name: {}, email: 'Data@SDS.example' } },
  { ...exampleSource, id: 'ssi', owner: { id: 'ssi', name: {}, email: 'info@ssi.example' } },
]);

async function noted(event: object) {
  const letters = memoryLetters();
  const told: string[] = [];
  await noteBounce({ sources, letters, tell: (owner) => void told.push(owner) }, JSON.stringify(event));
  return { letters: Object.fromEntries([...letters.letters].map(([owner, { stopped }]) => [owner, stopped])), told };
}

const at = '2026-11-25T08:00:00.000Z';

describe('letters that come back', () => {
  it('stop the letters to that owner and to nobody else, and the operator is told', async () => {
    const recipient = { emailAddress: 'data@sds.example', diagnosticCode: 'smtp; 550 5.1.1 user unknown' };
    const bounce = { bounceType: 'Permanent', bouncedRecipients: [recipient], timestamp: at };

    expect(await noted({ eventType: 'Bounce', bounce })).toEqual({
      letters: {
        sds: { at, reason: 'bounced', detail: 'smtp; 550 5.1.1 user unknown', addresses: ['data@sds.example'] },
      },
      told: ['sds'],
    });
  });

  it('go on when what stopped them passes by itself, as a full mailbox does', async () => {
    const bounce = {
      bounceType: 'Transient',
      bouncedRecipients: [{ emailAddress: 'data@sds.example' }],
      timestamp: at,
    };

    expect(await noted({ notificationType: 'Bounce', bounce })).toEqual({ letters: {}, told: [] });
  });

  it('stop when they are called unwanted', async () => {
    const complaint = { complainedRecipients: [{ emailAddress: 'info@ssi.example' }], timestamp: at };

    expect(await noted({ eventType: 'Complaint', complaint })).toMatchObject({
      letters: { ssi: { reason: 'complaint' } },
    });
  });

  it('are no matter of events of another kind, nor of addresses that nobody has', async () => {
    expect(await noted({ eventType: 'Delivery', delivery: {} })).toEqual({ letters: {}, told: [] });
    const bounce = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'x@y.example' }], timestamp: at };
    expect(await noted({ eventType: 'Bounce', bounce })).toEqual({ letters: {}, told: [] });
  });

  it('are set aside when they are not what the mail service tells', async () => {
    const ports = { sources, letters: memoryLetters(), tell: () => undefined };
    await expect(noteBounce(ports, 'not json')).rejects.toThrow();
  });
});

describe('the function, on the embedded engines', () => {
  let engines: Engines;
  let handler: typeof import('#functions/note-bounces/handler.ts').handler;
  const context = { getRemainingTimeInMillis: () => 30_000 } as Context;

  beforeAll(async () => {
    engines = await startEngines();
    await engines.sqs.send(new CreateQueueCommand({ QueueName: 'bounces' }));
    setHandlerEnvironment(engines);
    handler = (await import('#functions/note-bounces/handler.ts')).handler;
  });
  afterAll(() => engines.stop());

  it('takes what the mail service told, stops the letters to that owner, and leaves what it cannot read', async () => {
    const QueueUrl = `${engines.endpoints.fauxqs}/000000000000/bounces`;
    await dynamoSourceStore('control').replaceAll([
      Source.parse({
        id: 'sds',
        owner: { id: 'sds', email: 'data@sds.example' },
        format: 'dcat',
        url: 'https://sds.example/',
      }),
    ]);
    const complaint = { complainedRecipients: [{ emailAddress: 'data@sds.example' }], timestamp: at };
    for (const MessageBody of [JSON.stringify({ eventType: 'Complaint', complaint }), 'not json'])
      await engines.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));

    expect(await handler({}, context)).toEqual({ taken: 1, left: 1 });
    expect(await dynamoLetterStore('quality').get('sds')).toMatchObject({ stopped: { at, reason: 'complaint' } });
    expect(await handler({}, context)).toEqual({ taken: 0, left: 0 });
  });
});
