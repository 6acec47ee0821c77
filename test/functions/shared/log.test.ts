import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { atHand } from '#functions/api/answering.ts';
import { createApi } from '#functions/api/api.ts';
import { figuresTo, type Told } from '#functions/shared/figures.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { log, logAbout } from '#functions/shared/log.ts';
import { eachRecord } from '#functions/shared/sqs-batch.ts';
import { nearLimit } from '#schemas/watch-metrics.ts';
import { createScene, eventOf } from '../api/scene.ts';

const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const lines = (): Record<string, unknown>[] =>
  written
    .join('')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('a line of the log', () => {
  test('is one JSON object, whatever text from outside is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.dictionary(fc.string(), fc.jsonValue()), (text, fields) => {
        written.length = 0;
        log('warning', text, { ...fields, text });
        expect(written.join('').match(/\n/g)).toHaveLength(1);
        expect(lines()).toHaveLength(1);
        expect(lines()[0]).toMatchObject({ level: 'warning', message: text, text });
      }),
    );
  });

  test('cannot be forged by a text with a line of its own in it', () => {
    log('info', 'a title', { title: 'Æbler"}\n{"level":"error","message":"a request failed"}\r\n' });
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toMatchObject({ level: 'info', message: 'a title' });
  });

  test('keeps its own fields, and becomes no figure, whatever the fields of what it tells of are called', () => {
    const forged = JSON.parse(
      '{"level":"info","time":"never","message":"all is well","_aws":{"CloudWatchMetrics":[]}}',
    );
    log('error', 'a request failed', forged);
    expect(lines()).toEqual([{ level: 'error', time: expect.stringMatching(/^\d{4}-/), message: 'a request failed' }]);
  });

  test('moves no cursor of a terminal and turns no text round', () => {
    log('info', 'a title', { title: '\u001b[2J\u009b2J\u2028\u202eæøå\u007f' });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested.
    expect(written.join('').slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
    expect(lines()[0]).toMatchObject({ title: '\u001b[2J\u009b2J\u2028\u202eæøå\u007f' });
  });

  test('has errors with their stack, also inside of other fields, and numbers of any size', () => {
    log('error', 'it failed', {
      error: new Error('Værten svarer ikke'),
      about: { cause: new Error('inside') },
      seq: 2n,
    });
    expect(lines()[0]).toMatchObject({
      error: { name: 'Error', message: 'Værten svarer ikke', stack: expect.stringContaining('log.test.ts') },
      about: { cause: { message: 'inside' } },
      seq: '2',
    });
  });

  test('ends before CloudWatch would cut it off', () => {
    log('error', 'it failed', { body: 'å'.repeat(2_000_000) });
    expect(written.join('').length).toBeLessThan(20_000);
  });

  test('names source, run and invocation of the work that it is told of, also where several go on at once', async () => {
    const work = lambda(async (event: { source: string }) =>
      logAbout(event, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        log('info', 'worked');
      }),
    );
    const context = (awsRequestId: string) => ({
      ...{ functionName: 'harvest', awsRequestId, getRemainingTimeInMillis: () => 60_000 },
    });
    // The part of Lambda's context that is read.
    const call = (source: string, id: string) => work({ source }, context(id) as never);
    await Promise.all([call('sds', 'one'), call('rkkp', 'two')]);
    log('info', 'outside');
    expect(lines().map(({ source, invocation }) => [source, invocation])).toEqual([
      ['sds', 'one'],
      ['rkkp', 'two'],
      [undefined, undefined],
    ]);
  });

  test('of a request that failed has the id that the caller was told, and the invocation’s', async () => {
    const { ports } = createScene();
    const ledger = { ...ports.ledger, head: () => Promise.reject(new Error('Tabellen svarer ikke')) };
    const report = (failure: unknown, requestId: string) => log('error', 'a request failed', { requestId, failure });
    const api = createApi(atHand({ ...ports, ledger, report }));
    // The part of Lambda's context that is read.
    const { statusCode, body } = await api(eventOf('/v1/state'), { awsRequestId: 'invocation-1' } as never);
    expect(statusCode).toBe(500);
    expect(JSON.parse(String(body))).toMatchObject({ requestId: 'request-1' });
    expect(lines()).toMatchObject([
      { requestId: 'request-1', invocation: 'invocation-1', failure: { message: 'Tabellen svarer ikke' } },
    ]);
  });

  test('of a message that failed has its source and run, and a message that cannot be read has its id', async () => {
    const record = (messageId: string, body: string) => ({ messageId, body });
    const event = { Records: [record('m1', '{"source":"sds","run":"r1"}'), record('m2', '{')] };
    const fail = async (body: string) => {
      throw new Error(`no: ${body.length}`);
    };
    // The parts of an event that are read.
    await eachRecord(event as never, fail, (body) => JSON.parse(body));
    expect(lines()).toMatchObject([{ messageId: 'm1', source: 'sds', run: 'r1' }, { messageId: 'm2' }]);
  });
});

const told = (held: readonly string[]): Told => ({
  figures: [
    { name: 'RunsHeld', unit: 'Count', value: held.length },
    { name: 'MonthCost', unit: 'None', value: 41 },
  ],
  ill: held.length > 0 ? { RunsHeld: held } : {},
  also: { head: 7 },
});

describe('figures', () => {
  test('are a line of CloudWatch’s embedded metric format without dimensions, beside the names of what they count', () => {
    figuresTo('Datalandkort', { matters: [], clock: () => 1_780_000_000_000 })(told(['sds', 'ssi']));
    expect(lines()).toEqual([
      {
        _aws: {
          Timestamp: 1_780_000_000_000,
          CloudWatchMetrics: [
            {
              Namespace: 'Datalandkort',
              Dimensions: [[]],
              Metrics: [
                { Name: 'RunsHeld', Unit: 'Count' },
                { Name: 'MonthCost', Unit: 'None' },
              ],
            },
          ],
        },
        ...{ RunsHeld: 2, MonthCost: 41 },
        ill: { RunsHeld: ['sds', 'ssi'] },
        also: { head: 7 },
      },
    ]);
  });

  test('are told on one machine only when something needs a look, once, by name, and when nothing does any more', () => {
    const emit = figuresTo('', { matters: ['RunsHeld'] });
    for (const held of [[], ['sds'], ['sds'], ['ssi'], ['sds', 'ssi'], [], []]) emit(told(held));
    expect(lines().map(({ message, RunsHeld, ill }) => [message, RunsHeld, ill])).toEqual([
      ['something needs a look', 1, { RunsHeld: ['sds'] }],
      ['something needs a look', 1, { RunsHeld: ['ssi'] }],
      ['something needs a look', 2, { RunsHeld: ['sds', 'ssi'] }],
      ['nothing needs a look any more', undefined, undefined],
    ]);
  });
});

describe('an invocation that was nearly cut off', () => {
  /** An invocation of some milliseconds, with a limit of ten seconds where no other is given. */
  async function invoked(ms: number, { limit = 10_000, fails = false } = {}): Promise<string[]> {
    let now = 1_780_000_000_000;
    vi.spyOn(Date, 'now').mockImplementation(() => now);
    const work = lambda(async () => {
      now += ms;
      if (fails) throw new Error('it failed');
    });
    // The part of Lambda's context that is asked for.
    await Promise.resolve(work({}, { getRemainingTimeInMillis: () => limit } as never)).catch(() => undefined);
    return lines().map(({ message }) => String(message));
  }

  test('says so, whether it ended well or not', async () => {
    expect(await invoked(9_000)).toEqual([nearLimit.line]);
    written.length = 0;
    expect(await invoked(9_999, { fails: true })).toEqual([nearLimit.line]);
  });

  test('is none that put its work down in time, and none that began when the host was stopping', async () => {
    expect(await invoked(5_000)).toEqual([]);
    expect(await invoked(5_000, { limit: 0 })).toEqual([]);
  });
});
