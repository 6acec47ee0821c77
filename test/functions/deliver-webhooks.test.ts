/** The rules of delivering, with working stores in memory and a clock that a test sets. */
import { describe, expect, it } from 'vitest';
import { RETRY_DELAYS_MS } from '#functions/deliver-webhooks/judge-answer.ts';
import { COURSE_HOLD_MS } from '#functions/shared/subscription-store.ts';
import type { WebhookAnswer } from '#functions/shared/webhook-sender.ts';
import { courseAt } from '#schemas/subscription.ts';
import { draftOf, entryOf } from './drafts.ts';
import { exampleSource, memorySources } from './memory-control.ts';
import { memoryLedger, memoryLog } from './memory-ledger.ts';
import { answered, EPOCH, START, subscriptionOf, webhookScene } from './webhook-scene.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const idOf = (seq: number): string => `chg_${EPOCH}_${String(seq).padStart(12, '0')}`;

const drafts = (count: number, source = 'sds') =>
  Array.from({ length: count }, (_, index) => draftOf(`${source}.d${index}`));

describe('a subscription', () => {
  it('is told of every change in the order of the log, once', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(250));
    await scene.deliver();
    await scene.deliver();
    expect(scene.idsAt('a')).toEqual(Array.from({ length: 250 }, (_, index) => idOf(index + 1)));
    expect(await scene.stores.courses.get('a')).toEqual(courseAt(EPOCH, 250));
  });

  it('is told where the change is and not what it is', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(draftOf('sds.car'), draftOf('sds.car', { type: 'Delete', cause: 'source-removed' }));
    await scene.deliver();
    expect(scene.got[1]?.event).toEqual({
      specversion: '1.0',
      id: idOf(2),
      source: 'https://data.example.dk/v1',
      type: 'dk.datalandkort.dataset.deleted',
      subject: 'https://data.example.dk/id/dataset/sds.car',
      time: new Date(START + 1).toISOString(),
      sequence: '000000000002',
      datacontenttype: 'application/json',
      data: { seq: 2, href: 'https://data.example.dk/v1/changes/e3-2', cursor: 'c1.e3.2' },
    });
  });

  it('is told from where it began', async () => {
    const scene = webhookScene();
    await scene.append(...drafts(5));
    await scene.subscribe(subscriptionOf('a'), courseAt(EPOCH, 3));
    await scene.deliver();
    expect(scene.idsAt('a')).toEqual([idOf(4), idOf(5)]);
  });

  it.each(['pending', 'paused', 'disabled'] as const)(
    'that is %s is told nothing, and of all of it later',
    async (state) => {
      const scene = webhookScene();
      await scene.subscribe(subscriptionOf('a', { state }));
      await scene.append(...drafts(2));
      await scene.deliver();
      expect(scene.got).toEqual([]);
      await scene.stores.subscriptions.save(subscriptionOf('a', { version: 2 }));
      await scene.deliver();
      expect(scene.idsAt('a')).toEqual([idOf(1), idOf(2)]);
    },
  );

  it('that is paused between two messages gets no second one', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(3));
    scene.answer = async () => {
      await scene.stores.subscriptions.save(subscriptionOf('a', { state: 'paused', version: 2 }));
      return answered(200);
    };
    await scene.deliver();
    expect(scene.idsAt('a')).toEqual([idOf(1)]);
  });

  it('that is deleted during a delivery leaves nothing behind', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(3));
    scene.answer = async () => {
      await scene.stores.subscriptions.delete('a');
      return answered(200);
    };
    await scene.deliver();
    expect(scene.idsAt('a')).toEqual([idOf(1)]);
    expect(await scene.stores.courses.get('a')).toBeUndefined();
  });

  it('that is put back during a delivery goes on from where it was put', async () => {
    const scene = webhookScene();
    await scene.append(...drafts(3));
    await scene.subscribe(subscriptionOf('a'), courseAt(EPOCH, 2));
    let calls = 0;
    scene.answer = async () => {
      calls += 1;
      if (calls === 1) await scene.stores.courses.move('a', courseAt(EPOCH, 0));
      return answered(200);
    };
    await scene.deliver();
    expect(scene.idsAt('a')).toEqual([idOf(3), idOf(1), idOf(2), idOf(3)]);
  });

  it('hears of what was appended while its last message was under way', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(1));
    let calls = 0;
    scene.answer = async () => {
      calls += 1;
      if (calls === 1) await scene.append(draftOf('sds.late'));
      return answered(200);
    };
    await scene.deliver();
    expect(scene.idsAt('a')).toEqual([idOf(1), idOf(2)]);
  });
});

describe('filters', () => {
  const wantedBy = async (filters: Parameters<typeof subscriptionOf>[1]) => {
    const scene = webhookScene();
    const owned = { ...exampleSource, id: 'ssi', owner: { id: 'ssi', name: { da: 'Statens Serum Institut' } } };
    Object.assign(scene.ports, { sources: memorySources([exampleSource, owned]) });
    await scene.subscribe(subscriptionOf('a', filters));
    const records = [
      draftOf('sds.a'),
      draftOf('ssi.b'),
      draftOf('sds.c'),
      draftOf('sds.a', { type: 'Delete', previous: 1 }),
    ];
    const entries = records.map(({ dataset, type }) => (type === 'Delete' ? null : entryOf(dataset)));
    const [first] = entries;
    if (first) first.record.theme = ['http://publications.europa.eu/resource/authority/data-theme/HEAL'];
    await scene.ledger.append(records, entries);
    await scene.deliver();
    return { seqs: scene.got.map(({ event }) => event.data.seq), course: await scene.stores.courses.get('a') };
  };

  it.each([
    ['types', { types: ['Delete' as const] }, [4]],
    ['a source', { source: 'ssi' }, [2]],
    ['an owner', { owner: 'ssi' }, [2]],
    ['a theme, also of what had it until it went', { theme: 'HEAL' }, [1, 4]],
    ['all of them together', { types: ['Create' as const], owner: 'sundhedsdatastyrelsen', theme: 'HEAL' }, [1]],
  ])('let through by %s', async (_, filters, seqs) => {
    expect(await wantedBy({ filters })).toEqual({ seqs, course: courseAt(EPOCH, 4) });
  });

  it('that let nothing through move the course on in silence', async () => {
    expect(await wantedBy({ filters: { source: 'none' } })).toEqual({ seqs: [], course: courseAt(EPOCH, 4) });
  });
});

describe('a receiver that fails', () => {
  it('gets the same message again under the same id, and what follows it only then', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(3));
    scene.answer = () => answered(scene.got.length <= 3 ? 500 : 204);
    for (const delay of [0, ...RETRY_DELAYS_MS.slice(0, 3)]) {
      scene.now += delay;
      await scene.deliver();
      await scene.deliver();
    }
    expect(scene.idsAt('a')).toEqual([1, 1, 1, 1, 2, 3].map(idOf));
    expect(new Set(scene.got.slice(0, 4).map(({ at }) => at)).size).toBe(4);
    expect(scene.stores.tries('a').map(({ attempt, outcome, status }) => [attempt, outcome, status])).toEqual([
      [1, 'failed', 500],
      [2, 'failed', 500],
      [3, 'failed', 500],
      [4, 'delivered', 204],
      [1, 'delivered', 204],
      [1, 'delivered', 204],
    ]);
  });

  it('is tried by the published schedule and then disabled, with a word why', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(1));
    scene.answer = () => answered(500);
    await scene.deliver();
    for (let minutes = 0; minutes < 4 * 24 * 60; minutes += 1) {
      scene.now += MINUTE;
      await scene.deliver();
    }
    const gaps = scene.got.slice(1).map(({ at }, index) => at - (scene.got[index]?.at ?? 0));
    expect(gaps).toEqual([
      MINUTE,
      5 * MINUTE,
      30 * MINUTE,
      2 * HOUR,
      5 * HOUR,
      10 * HOUR,
      14 * HOUR,
      20 * HOUR,
      24 * HOUR,
    ]);
    const subscription = await scene.stores.subscriptions.get('a');
    expect(subscription).toMatchObject({ state: 'disabled', reason: { code: 'failing' } });
    expect(subscription?.reason?.detail).toContain('The receiver answered 500.');
    expect(scene.told).toEqual([subscription?.reason]);
    expect(await scene.stores.courses.get('a')).toMatchObject({ seq: 0, attempts: 10 });
  });

  it('is tried again no sooner for chance, and a tenth of the delay later at most', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(1));
    scene.answer = () => answered(502);
    await scene.deliver({ chance: () => 1 });
    expect((await scene.stores.courses.get('a'))?.nextAt).toBe(new Date(START + 5_500).toISOString());
  });

  it.each([
    ['429', answered(429, HOUR), HOUR],
    ['503', answered(503, 10 * MINUTE), 10 * MINUTE],
    ['503 for a century', answered(503, 100 * 365 * 24 * HOUR), 24 * HOUR],
    ['429 without a time', answered(429), 5_000],
    ['500 with a time, which is not asked of it', answered(500, HOUR), 5_000],
  ])('is left alone for as long as it asks: %s', async (_, answer, ms) => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(1));
    scene.answer = () => answer;
    await scene.deliver();
    expect((await scene.stores.courses.get('a'))?.nextAt).toBe(new Date(START + ms).toISOString());
  });

  it('is not tried sooner by a worker that looked before the last try failed', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(1));
    scene.answer = () => answered(500);
    await scene.deliver();
    const all = async () => new Map([['a', courseAt(EPOCH, 0)]]);
    await scene.deliver({ courses: { ...scene.stores.courses, all } });
    expect(scene.idsAt('a')).toEqual([idOf(1)]);
  });

  it('by a redirect is told that redirects are not followed', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(1));
    scene.answer = () => answered(302);
    await scene.deliver();
    expect(scene.stores.tries('a')).toMatchObject([
      { outcome: 'failed', status: 302, detail: 'The receiver answered 302; redirects are not followed.' },
    ]);
  });

  it('with 410 is told nothing more, at once', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(2));
    scene.answer = () => answered(410);
    await scene.deliver();
    scene.now += 24 * HOUR;
    await scene.deliver();
    expect(scene.idsAt('a')).toEqual([idOf(1)]);
    expect(await scene.stores.subscriptions.get('a')).toMatchObject({ state: 'disabled', reason: { code: 'gone' } });
  });

  it('with 410 while its address is being changed is asked at the new one', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(1));
    const moved = subscriptionOf('a', { url: 'https://new.example/hook', version: 2 });
    scene.answer = async ({ url }) => {
      if (url === moved.url) return answered(200);
      await scene.stores.subscriptions.save(moved);
      return answered(410);
    };
    await scene.deliver();
    expect(scene.got.map(({ url }) => url)).toEqual(['https://a.example/hook', moved.url]);
    expect(await scene.stores.subscriptions.get('a')).toMatchObject({ state: 'active' });
  });

  it('is not blamed for a try that we cut off', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(1));
    let time = true;
    scene.answer = (): WebhookAnswer => {
      time = false;
      return { kind: 'cut-off' };
    };
    await scene.deliver({ outOfTime: () => !time });
    expect(scene.stores.tries('a')).toEqual([]);
    expect(await scene.stores.courses.get('a')).toEqual(courseAt(EPOCH, 0));
  });
});

describe('several subscriptions', () => {
  it('are told beside each other: one that hangs holds up no other', async () => {
    const scene = webhookScene();
    for (const id of ['a', 'b', 'c']) await scene.subscribe(subscriptionOf(id));
    await scene.append(...drafts(3));
    const { promise: hanging, resolve: letGo } = Promise.withResolvers<WebhookAnswer>();
    const others = Promise.withResolvers<void>();
    scene.answer = ({ url }) => {
      if (url.includes('//a.')) return hanging;
      if (scene.idsAt('b').length === 3 && scene.idsAt('c').length === 3) others.resolve();
      return answered(200);
    };
    const delivering = scene.deliver();
    await others.promise;
    expect(scene.idsAt('a')).toEqual([idOf(1)]);
    letGo(answered(200));
    await delivering;
    expect(scene.idsAt('a')).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  it('that are slow in great number let others have their turns between', async () => {
    const scene = webhookScene();
    const ids = Array.from({ length: 40 }, (_, index) => `s${String(index).padStart(2, '0')}`);
    for (const id of ids) await scene.subscribe(subscriptionOf(id));
    await scene.append(...drafts(5));
    scene.answer = () => {
      scene.now += 1_000;
      return answered(200);
    };
    await scene.deliver();
    const placesOf = (id: string) => scene.got.flatMap(({ url }, place) => (url.includes(`//${id}.`) ? [place] : []));
    // More than may be told at once: the last in line begins before the first has all of its messages.
    expect(placesOf('s39')[0]).toBeLessThan(placesOf('s00').at(-1) ?? 0);
    expect(scene.got.length).toBe(200);
  });

  it('are not sent the same message by two workers at once', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(20));
    await Promise.all([scene.deliver(), scene.deliver(), scene.deliver()]);
    expect(scene.idsAt('a')).toEqual(Array.from({ length: 20 }, (_, index) => idOf(index + 1)));
  });

  it('are taken over from a worker that died, when its hold has run out', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'));
    await scene.append(...drafts(1));
    await scene.stores.courses.take('a', 'dead', scene.now);
    await scene.deliver();
    expect(scene.got).toEqual([]);
    scene.now += COURSE_HOLD_MS + 1;
    await scene.deliver();
    expect(scene.idsAt('a')).toEqual([idOf(1)]);
  });

  it('are all served when a store fails for one of them, and the failure is told', async () => {
    const scene = webhookScene();
    for (const id of ['a', 'b']) await scene.subscribe(subscriptionOf(id));
    await scene.append(...drafts(2));
    const { courses } = scene.stores;
    const take: typeof courses.take = (id, ...rest) =>
      id === 'a' ? Promise.reject(new Error('The table is gone.')) : courses.take(id, ...rest);
    await expect(scene.deliver({ courses: { ...courses, take } })).rejects.toThrow('The table is gone.');
    expect(scene.idsAt('b')).toEqual([idOf(1), idOf(2)]);
  });

  it('wait for the next look when time is up', async () => {
    const scene = webhookScene();
    for (const id of ['a', 'b']) await scene.subscribe(subscriptionOf(id));
    await scene.append(...drafts(4));
    await scene.deliver({ outOfTime: () => scene.got.length >= 3 });
    expect(scene.got.length).toBeLessThanOrEqual(4);
    await scene.deliver();
    for (const id of ['a', 'b']) expect(scene.idsAt(id)).toEqual([1, 2, 3, 4].map(idOf));
  });
});

describe('a log that was built anew', () => {
  it('is told of by one message, repeated until it is taken, and followed from there', async () => {
    const scene = webhookScene();
    await scene.subscribe(subscriptionOf('a'), courseAt('e2', 900));
    await scene.append(...drafts(2));
    scene.answer = () => answered(500);
    await scene.deliver();
    await scene.append(draftOf('sds.new'));
    scene.answer = () => answered(200);
    scene.now += MINUTE;
    await scene.deliver();
    expect(scene.idsAt('a')).toEqual(['log_e3', 'log_e3', idOf(3)]);
    expect(scene.got[0]?.event).toEqual(scene.got[1]?.event);
    expect(scene.got[0]?.event).toMatchObject({
      type: 'dk.datalandkort.log.restarted',
      data: { epoch: 'e3', previous: 'e2', datasets: 'https://data.example.dk/v1/datasets', cursor: 'c1.e3.2' },
    });
  });

  it('is told of also when nothing is in it yet', async () => {
    const scene = webhookScene();
    scene.ledger = memoryLedger(memoryLog('e9'), () => scene.now);
    await scene.subscribe(subscriptionOf('a'), courseAt('e3', 7));
    scene.answer = () => answered(scene.got.length === 1 ? 500 : 200);
    for (let looks = 0; looks < 3; looks += 1) {
      await scene.deliver();
      scene.now += MINUTE;
    }
    expect(scene.idsAt('a')).toEqual(['log_e9', 'log_e9']);
    expect(await scene.stores.courses.get('a')).toEqual(courseAt('e9', 0));
  });
});

describe('secrets', () => {
  it('sign together while they overlap, and the old one no longer after that', async () => {
    const scene = webhookScene();
    const [current] = subscriptionOf('a').secrets;
    const [old] = subscriptionOf('b').secrets;
    if (!current || !old) throw new Error('A subscription has a secret.');
    const endsAt = new Date(START + HOUR).toISOString();
    await scene.subscribe(subscriptionOf('a', { secrets: [current, { ...old, endsAt }] }));
    await scene.append(...drafts(1));
    await scene.deliver();
    scene.now += HOUR;
    await scene.append(draftOf('sds.later'));
    await scene.deliver();
    expect(scene.got.map(({ secrets }) => secrets)).toEqual([[current.value, old.value], [current.value]]);
  });
});
