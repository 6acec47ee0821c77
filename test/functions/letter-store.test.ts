/** What owners wish is kept by the same rules in memory and on DynamoDB. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoLetterStore } from '#functions/shared/dynamo-letter-store.ts';
import { TransientFailure } from '#functions/shared/failures.ts';
import type { LetterStore } from '#functions/shared/letter-store.ts';
import { Letter } from '#schemas/letter.ts';
import { type Engines, startEngines } from '#test/engines.ts';
import { memoryLetters } from './memory-letters.ts';

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

const stores: [string, () => Promise<LetterStore>][] = [
  ['in memory', async () => memoryLetters()],
  ['on DynamoDB', async () => dynamoLetterStore(await engines.newTable(), engines.dynamo)],
];

describe.each(stores)('the letter store %s', (_, create) => {
  it('knows the defaults of an owner of whom nothing is known', async () => {
    expect(await (await create()).get('sds')).toEqual(Letter.parse({ owner: 'sds' }));
  });

  it('keeps what was changed, and the rest of it', async () => {
    const store = await create();
    await store.save(Letter.parse({ owner: 'sds', always: true }));
    await store.change('sds', (letter) => ({ ...letter, frequency: 'weekly' }));
    await store.change('ssi', (letter) => ({ ...letter, frequency: 'off' }));

    expect(await store.get('sds')).toMatchObject({ frequency: 'weekly', always: true });
    expect(await store.get('ssi')).toMatchObject({ frequency: 'off', always: false });
  });
});

describe('a change of letters on DynamoDB', () => {
  it('is made again of what somebody else wrote meanwhile', async () => {
    const table = await engines.newTable();
    const [store, other] = [dynamoLetterStore(table, engines.dynamo), dynamoLetterStore(table, engines.dynamo)];
    const ends = Promise.withResolvers<void>();
    const begins = Promise.withResolvers<void>();
    let tries = 0;
    // Holds the first write back until the owner's own one is through.
    engines.dynamo.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'PutItemCommand' && tries === 1) {
            tries += 1;
            begins.resolve();
            await ends.promise;
          }
          return next(args);
        },
      { step: 'initialize', name: 'waits' },
    );
    const sent = store.change('sds', (letter) => {
      tries += 1;
      return { ...letter, told: 'news' };
    });
    await begins.promise;
    await other.change('sds', (letter) => ({ ...letter, frequency: 'off' }));
    ends.resolve();
    await sent;
    engines.dynamo.middlewareStack.remove('waits');

    expect(await store.get('sds')).toMatchObject({ frequency: 'off', told: 'news' });
  });

  it('is given up for a while when somebody else is faster each time', async () => {
    const table = await engines.newTable();
    const store = dynamoLetterStore(table, engines.dynamo);
    let count = 0;
    engines.dynamo.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const output = await next(args);
          if (commandName === 'GetItemCommand') {
            count += 1;
            await store.save(Letter.parse({ owner: 'sds', told: `${count}` }));
          }
          return output;
        },
      { step: 'initialize', name: 'overtakes' },
    );
    const change = store.change('sds', (letter) => ({ ...letter, always: true }));

    await expect(change).rejects.toThrow(TransientFailure);
    engines.dynamo.middlewareStack.remove('overtakes');
  });
});
