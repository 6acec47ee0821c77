/** An answer of DynamoDB that is lost on its way makes the client ask again: the write has been done then, by nobody else. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { dynamoSubscriptionStore } from '#functions/shared/dynamo-subscription-store.ts';
import { type Claim, LEASE_MS } from '#functions/shared/lease-store.ts';
import { courseAt } from '#schemas/subscription.ts';
import { clientTo, type Engines, startEngines } from '#test/engines.ts';
import { subscriptionOf } from '../webhook-scene.ts';

let engines: Engines;
let client: DynamoDBClient;
beforeAll(async () => {
  engines = await startEngines();
  client = new DynamoDBClient(clientTo(engines.endpoints.dynamo));
  // Every request is sent twice, and the first answer to it reaches nobody.
  client.middlewareStack.add(
    (next) => async (args) => {
      await next(args);
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
});
afterAll(async () => {
  client.destroy();
  await engines.stop();
});

const RUN = 'sds.20261123T040000Z.abc123';

const claimOf = (invocation: number, worker: string): Claim => ({ source: 'sds', run: RUN, invocation, worker });

it('a run takes its lease although the answer is lost, and another does not', async () => {
  const leases = dynamoLeaseStore(await engines.newTable(), client);

  expect(await leases.take('sds', RUN, 0)).toBe(true);
  expect(await leases.take('sds', 'sds.20261123T040001Z.abc124', 1)).toBe(false);
});

it('a worker claims its run although the answer is lost, and one with the same message does not', async () => {
  const leases = dynamoLeaseStore(await engines.newTable(), client);
  await leases.take('sds', RUN, 0);

  expect(await leases.claim(claimOf(1, 'first'), 0)).toBe(true);
  expect(await leases.claim(claimOf(1, 'second'), 1)).toBe(false);
  expect(await leases.claim(claimOf(2, 'third'), 2)).toBe(true);
});

it('a worker leaves its place to the next with the same message although the answer is lost, and nobody else can', async () => {
  const leases = dynamoLeaseStore(await engines.newTable(), client);
  await leases.take('sds', RUN, 0);
  await leases.claim(claimOf(2, 'first'), 0);

  expect(await leases.leave(claimOf(2, 'second'), 1)).toBe(false);
  expect(await leases.claim(claimOf(2, 'second'), 1)).toBe(false);
  expect(await leases.leave(claimOf(2, 'first'), 5)).toBe(true);
  expect((await leases.all()).map(({ expiresAt }) => expiresAt)).toEqual([5 + LEASE_MS]);
  expect(await leases.claim(claimOf(1, 'early'), 6)).toBe(false);
  expect(await leases.claim(claimOf(2, 'second'), 6)).toBe(true);
  expect(await leases.leave(claimOf(2, 'first'), 7)).toBe(false);
});

it('a worker whose run is being ended cannot leave its place to another', async () => {
  const leases = dynamoLeaseStore(await engines.newTable(), client);
  await leases.take('sds', RUN, 0);
  await leases.claim(claimOf(1, 'first'), 0);
  const [seen] = await leases.all();
  if (!seen) throw new Error('no lease');
  await leases.seize(seen, LEASE_MS);

  expect(await leases.leave(claimOf(1, 'first'), LEASE_MS)).toBe(false);
});

it('a reaper seizes a lease although the answer is lost, and another does not', async () => {
  const leases = dynamoLeaseStore(await engines.newTable(), client);
  await leases.take('sds', RUN, 0);
  const [seen] = await leases.all();
  if (!seen) throw new Error('no lease');

  expect(await leases.seize(seen, 1)).toBe(true);
  expect(await leases.seize(seen, 2)).toBe(false);
});

it('a consumer takes its checkpoint although the answer is lost, and another does not', async () => {
  const checkpoints = dynamoCheckpointStore(await engines.newTable(), client);

  expect(await checkpoints.take('datasets', 'worker-1', 'e1')).toEqual({ epoch: 'e1', seq: 0 });
  expect(await checkpoints.take('datasets', 'worker-2', 'e1')).toBeUndefined();
});

it('a consumer’s checkpoint moves although the answer is lost, and not for another worker', async () => {
  const checkpoints = dynamoCheckpointStore(await engines.newTable(), client);
  await checkpoints.take('datasets', 'worker-1', 'e1');
  const move = { consumer: 'datasets', from: { epoch: 'e1', seq: 0 }, to: { epoch: 'e1', seq: 7 } };

  expect(await checkpoints.advance({ ...move, holder: 'worker-1' })).toBe(true);
  expect(await checkpoints.advance({ ...move, holder: 'worker-2' })).toBe(false);
  expect(
    await checkpoints.advance({
      ...move,
      holder: 'worker-1',
      from: { epoch: 'e1', seq: 3 },
      to: { epoch: 'e1', seq: 9 },
    }),
  ).toBe(false);
  expect(await checkpoints.get('datasets')).toEqual({ epoch: 'e1', seq: 7 });
});

it('a subscription is made and changed although the answers are lost, and a change that came first is not undone', async () => {
  const subscriptions = dynamoSubscriptionStore(await engines.newTable(), client);
  const [first, ours] = [subscriptionOf('a'), subscriptionOf('a', { version: 2, description: 'Portalen for sårbare' })];
  await subscriptions.create(first, courseAt('e3', 0));

  expect(await subscriptions.save(ours)).toBe(true);
  expect(await subscriptions.save(subscriptionOf('a', { version: 2, state: 'paused' }))).toBe(false);
  await expect(subscriptions.create(first, courseAt('e3', 0))).rejects.toThrow();
  expect(await subscriptions.get('a')).toEqual(ours);
});
