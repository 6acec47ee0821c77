import { describe, expect, it } from 'vitest';
import { type ReplayLettersPorts, replayLetter, replayLetters } from '#functions/set-aside/replay-letters.ts';
import { setAside } from '#functions/set-aside/set-aside.ts';
import { getLetter, listLetters, putFailedRun, putLetter } from '#functions/shared/dead-letters.ts';
import type { DeadLetter } from '#schemas/dead-letter.ts';
import type { Run } from '#schemas/run.ts';
import { memoryRuns, runOf } from './memory-control.ts';
import { memoryObjects } from './memory-objects.ts';

const at = '2026-01-01T00:00:00.000Z';
const clock = () => Date.parse(at);
const RUN = 'kilde.20260101T000000Z.aaaaaa';
const failed = (id: string, reason = 'The host does not answer.'): Run => runOf(id, at, { state: 'failed', reason });
const message = (run: string) => JSON.stringify({ source: run.split('.')[0], run, force: false, invocation: 1 });

const scene = (runs: readonly Run[] = []) => {
  const objects = memoryObjects();
  const started: string[] = [];
  const sent: [string, string][] = [];
  const ports: ReplayLettersPorts = {
    objects,
    runs: memoryRuns(runs),
    restart: async ({ source }) => {
      started.push(source);
      return source === 'optaget'
        ? { kind: 'refused', detail: 'The source is being harvested just now.' }
        : { kind: 'started', run: `${source}.20260102T000000Z.bbbbbb` };
    },
    send: async (queue, body) => void sent.push([queue, body]),
    clock,
  };
  return { objects, started, sent, ports, aside: { runs: memoryRuns(runs), objects, clock } };
};

describe('what is set aside', () => {
  it('is kept with its message, how often it was tried, and why its run ended', async () => {
    const { aside, objects } = scene([failed(RUN)]);
    await setAside(aside, { queue: 'harvest', id: 'm1', body: message(RUN), tries: 3 });
    expect(await getLetter(objects, `harvest.${RUN}`)).toEqual({
      id: `harvest.${RUN}`,
      queue: 'harvest',
      message: message(RUN),
      reason: 'The message was taken 3 times without success. The host does not answer.',
      receivedAt: at,
      tries: 3,
      run: RUN,
    });
  });

  it('says what its worker met in the last try, while the run has not ended', async () => {
    const lastFailure = { at, message: 'SlowDown: Please reduce your request rate.' };
    const { aside, objects } = scene([runOf(RUN, at, { state: 'running', lastFailure })]);
    await setAside(aside, { queue: 'harvest', id: 'm1', body: message(RUN), tries: 3 });
    expect((await getLetter(objects, `harvest.${RUN}`))?.reason).toBe(
      'The message was taken 3 times without success. SlowDown: Please reduce your request rate.',
    );
  });

  it('is one letter a run, whether its message died or the run did, and the run’s own reason stays', async () => {
    const { aside, objects } = scene();
    await putFailedRun(objects, failed(RUN, 'The sums do not balance.'));
    await setAside(aside, { queue: 'harvest', id: 'm1', body: message(RUN), tries: 3 });
    const letters = await Array.fromAsync(listLetters(objects, { replayed: true }));
    expect(letters).toMatchObject([{ reason: 'The sums do not balance.', tries: 3 }]);
  });

  it('is kept also when nobody can make sense of it', async () => {
    const { aside, objects, ports } = scene();
    await setAside(aside, { queue: 'harvest', id: '../../state', body: 'not JSON', tries: 3 });
    const [letter] = await Array.fromAsync(listLetters(objects, { replayed: false }));
    expect(letter).toMatchObject({ message: 'not JSON', reason: expect.stringContaining('not a harvest message') });
    expect([...objects.contents.keys()]).toEqual(['dead/harvest/state.json']);
    expect(await replayLetter(ports, letter?.id ?? '')).toMatchObject({ kind: 'refused' });
  });
});

describe('a replay', () => {
  it('of a harvest starts the source again and says which run took its place', async () => {
    const { objects, ports, started } = scene([failed(RUN)]);
    await putFailedRun(objects, failed(RUN));
    const id = `harvest.${RUN}`;
    expect(await replayLetter(ports, id)).toEqual({ id, kind: 'replayed', run: 'kilde.20260102T000000Z.bbbbbb' });
    expect(await replayLetter(ports, id)).toMatchObject({ kind: 'already', run: 'kilde.20260102T000000Z.bbbbbb' });
    expect(started).toEqual(['kilde']);
    expect(await Array.fromAsync(listLetters(objects, { replayed: false }))).toEqual([]);
  });

  it('of all lets go of letters that were dealt with a month ago, and of no other', async () => {
    const { objects, ports } = scene();
    const letterOf = (id: string, replayed?: string): DeadLetter => ({
      ...{ id, queue: 'project', message: '{}', reason: 'Den gik ikke.', receivedAt: at, tries: 5 },
      ...(replayed !== undefined && { replayed: { at: replayed } }),
    });
    await putLetter(objects, letterOf('project.gammel', '2025-11-30T00:00:00.000Z'));
    await putLetter(objects, letterOf('project.ny', '2025-12-31T00:00:00.000Z'));
    await putLetter(objects, letterOf('project.ulaest'));
    const { letters } = await replayLetters(ports);
    expect(letters.map(({ id }) => id)).toEqual(['project.ulaest']);
    const left = await Array.fromAsync(listLetters(objects, { replayed: true }));
    expect(left.map(({ id }) => id)).toEqual(['project.ny', 'project.ulaest']);
  });

  it('of any other message puts it back on its queue as it was', async () => {
    const { objects, ports, sent, aside } = scene();
    await setAside(aside, { queue: 'project', id: 'm7', body: '{"head":7}', tries: 5 });
    expect(await replayLetter(ports, 'project.m7')).toEqual({ id: 'project.m7', kind: 'replayed' });
    expect(sent).toEqual([['project', '{"head":7}']]);
    expect((await getLetter(objects, 'project.m7'))?.replayed).toEqual({ at });
  });

  it('of all starts each source once, and says of each letter what came of it', async () => {
    const { objects, ports, started, aside } = scene();
    for (const day of [1, 2, 3]) await putFailedRun(objects, failed(`kilde.2026010${day}T000000Z.aaaaaa`));
    await putFailedRun(objects, failed('optaget.20260101T000000Z.aaaaaa'));
    await setAside(aside, { queue: 'project', id: 'm7', body: '{}', tries: 5 });
    const { letters, hasMore } = await replayLetters(ports);
    expect([started, hasMore]).toEqual([['kilde', 'optaget'], false]);
    expect(letters.map(({ kind }) => kind)).toEqual(['replayed', 'replayed', 'replayed', 'refused', 'replayed']);
    expect((await replayLetters(ports)).letters).toMatchObject([{ id: 'harvest.optaget.20260101T000000Z.aaaaaa' }]);
  });

  it('of what is not there is nothing', async () => {
    const { ports } = scene();
    expect(await replayLetter(ports, 'harvest.nonsense')).toBeUndefined();
    expect(await replayLetter(ports, '../runs')).toBeUndefined();
  });
});
