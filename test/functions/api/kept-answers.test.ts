import { describe, expect, it } from 'vitest';
import { type Answered, KeptAnswers, questionOf } from '#functions/api/kept-answers.ts';
import { CHANGING, IMMUTABLE } from '#functions/api/reply.ts';
import { createScene, creations, eventOf } from './scene.ts';

interface Said {
  readonly cache?: string;
  readonly ofView?: boolean;
  readonly status?: number;
  readonly body?: string;
}

/** Answers on a clock of their own, each telling how often its question was answered. */
function answering() {
  let now = 1;
  let answered = 0;
  const answers = new KeptAnswers({ now: () => now });
  const ask = async (target: string, { cache = CHANGING, ofView = false, status = 200, body = '' }: Said = {}) => {
    const question = questionOf(eventOf(target)) ?? '';
    const found = answers.find(question);
    if (found) return found.body;
    const work = async (): Promise<Answered> => {
      answered += 1;
      return {
        result: { statusCode: status, headers: { 'cache-control': cache }, body: `${answered}${body}` },
        ofView,
      };
    };
    return (await answers.to(question, work)).body;
  };
  return { ask, pass: (ms: number) => (now += ms), count: () => answered };
}

describe('an answer', () => {
  it('that never changes is kept for a minute and then made anew', async () => {
    const { ask, pass } = answering();
    expect([await ask('/a', { cache: IMMUTABLE }), await ask('/a', { cache: IMMUTABLE })]).toEqual(['1', '1']);
    pass(59_000);
    expect(await ask('/a', { cache: IMMUTABLE })).toBe('1');
    pass(2_000);
    expect(await ask('/a', { cache: IMMUTABLE })).toBe('2');
  });

  it('of a view is kept for a fifth of a second', async () => {
    const { ask, pass } = answering();
    expect([await ask('/a', { ofView: true }), await ask('/a', { ofView: true })]).toEqual(['1', '1']);
    pass(201);
    expect(await ask('/a', { ofView: true })).toBe('2');
  });

  it('that tells how things are now is never kept, nor is a failure', async () => {
    const { ask } = answering();
    expect([await ask('/a'), await ask('/a')]).toEqual(['1', '2']);
    const failed = { status: 503, cache: IMMUTABLE, ofView: true };
    expect([await ask('/b', failed), await ask('/b', failed)]).toEqual(['3', '4']);
  });

  it('larger than all others together is given and not kept', async () => {
    const { ask, count } = answering();
    const large = { cache: IMMUTABLE, body: 'x'.repeat(3 * 1024 * 1024) };
    await ask('/a', large);
    await ask('/a', large);
    expect(count()).toBe(2);
  });

  it('makes room for newer ones when too much is kept', async () => {
    const { ask } = answering();
    const large = { cache: IMMUTABLE, body: 'x'.repeat(1024 * 1024) };
    for (let page = 0; page < 40; page += 1) await ask(`/${page}`, large);
    expect((await ask('/39', large))?.slice(0, 2)).toBe('40');
    expect((await ask('/0', large))?.slice(0, 2)).toBe('41');
  });
});

describe('a question', () => {
  it('is its method, address and what is negotiated', () => {
    const of = (target: string, headers: Record<string, string> = {}, method = 'GET') =>
      questionOf(eventOf(target, { headers, method }));
    const questions = [
      of('/a'),
      of('/a', {}, 'HEAD'),
      of('/a?x=1'),
      of('/a', { accept: 'text/turtle' }),
      of('/a', { 'accept-encoding': 'gzip' }),
      of('/a', { 'accept-language': 'da' }),
      of('/a', { 'accept-profile': '<https://schema.org/>' }),
      of('/a', { 'if-none-match': '"x"' }),
    ];
    expect(new Set(questions).size).toBe(questions.length);
    expect(of('/a', { 'user-agent': 'someone' })).toBe(of('/a'));
  });

  it('of somebody who says who they are, or that changes something, is answered for its own sake', () => {
    expect(questionOf(eventOf('/a', { headers: { authorization: 'Bearer x' } }))).toBeUndefined();
    expect(questionOf(eventOf('/a', { method: 'POST' }))).toBeUndefined();
  });
});

describe('the API that keeps answers', () => {
  it('gives a dataset again without reading it, and a later state when the moment is over', async () => {
    let now = 1;
    const scene = createScene({}, undefined, new KeptAnswers({ now: () => now }));
    await scene.append(...creations(1));
    const first = await scene.ask('/v1/datasets/sds.d0000');
    await scene.append(...creations(1).map((draft) => ({ ...draft, type: 'Update' as const, revision: 2 })));
    expect((await scene.ask('/v1/datasets/sds.d0000')).body).toBe(first.body);
    now += 1000;
    expect((await scene.ask('/v1/datasets/sds.d0000')).json).toMatchObject({ revision: 2 });
  });

  it('always tells the end of the log as it is', async () => {
    const scene = createScene({}, undefined, new KeptAnswers());
    await scene.append(...creations(1));
    const head = async () => (await scene.ask('/v1/changes')).json.head;
    const before = await head();
    await scene.append(...creations(2).slice(1));
    expect([before, await head()]).toEqual([1, 2]);
  });
});
