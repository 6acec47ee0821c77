/** The audit log keeps the same rules in memory and on the embedded engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry, AuditLog } from '#functions/shared/audit-log.ts';
import { dynamoAuditLog } from '#functions/shared/dynamo-audit-log.ts';
import { type Engines, startEngines } from '#test/engines.ts';
import { memoryAudit } from './memory-audit.ts';

let engines: Engines;
beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

const entryOf = (second: number, over: Partial<AuditEntry> = {}): AuditEntry => {
  const at = `2026-11-23T04:00:0${second}.000Z`;
  return { id: `${at}#aa`, at, actor: 'æøå', action: 'startRun', target: {}, outcome: 'done', requestId: 'r', ...over };
};

const logs: [string, () => Promise<AuditLog>][] = [
  ['in memory', async () => memoryAudit()],
  ['on DynamoDB', async () => dynamoAuditLog(await engines.newTable(), engines.dynamo)],
];

describe.each(logs)('the audit log %s', (_, create) => {
  const filled = async () => {
    const log = await create();
    await log.add(entryOf(1));
    await log.add(entryOf(2, { actor: 'b', after: { state: 'held' } }));
    await log.add(entryOf(3, { action: 'decideHeld' }));
    return log;
  };

  const seconds = (entries: readonly AuditEntry[]) => entries.map(({ at }) => Number(at.slice(18, 19)));

  it('gives back what was put in, newest first', async () => {
    const log = await filled();
    expect(seconds(await log.list({ limit: 10 }))).toEqual([3, 2, 1]);
    expect((await log.list({ limit: 10 }))[1]).toEqual(entryOf(2, { actor: 'b', after: { state: 'held' } }));
  });

  it('goes on behind an entry, and ends at the limit', async () => {
    const log = await filled();
    const [first] = await log.list({ limit: 1 });
    expect(seconds(await log.list({ limit: 1, after: first?.id }))).toEqual([2]);
  });

  it('takes an actor, an action and an instant', async () => {
    const log = await filled();
    expect(seconds(await log.list({ limit: 10, actor: 'æøå' }))).toEqual([3, 1]);
    expect(seconds(await log.list({ limit: 10, action: 'decideHeld' }))).toEqual([3]);
    expect(seconds(await log.list({ limit: 10, since: '2026-11-23T04:00:02.000Z' }))).toEqual([3, 2]);
  });
});

it('an entry on DynamoDB is never written over', async () => {
  const log = dynamoAuditLog(await engines.newTable(), engines.dynamo);
  await log.add(entryOf(1));
  await expect(log.add(entryOf(1, { actor: 'somebody else' }))).rejects.toThrow();
  expect((await log.list({ limit: 10 }))[0]?.actor).toBe('æøå');
});
