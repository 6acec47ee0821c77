import { describe, expect, it } from 'vitest';
import type { Run } from '#schemas/run.ts';
import { type SitePage, sumsOf, World } from './world.ts';

const BASE = 'https://example.dk/oai';
const IDENTIFY = `${BASE}?verb=Identify`;
const FIRST = `${BASE}?verb=ListRecords&metadataPrefix=oai_dc`;
const token = (name: string): string => `${BASE}?verb=ListRecords&resumptionToken=${name}`;

const answer = (content: string, at = '2026-01-01T00:00:00Z'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${at}</responseDate>
${content}
</OAI-PMH>`;

const identify = (deletedRecord = 'persistent'): string =>
  answer(`<Identify><deletedRecord>${deletedRecord}</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>`);

const record = (id: string, title = `Register ${id}`): string =>
  `<record><header><identifier>oai:example.dk:${id}</identifier></header><metadata><oai_dc:dc
   xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:title xml:lang="da">${title}</dc:title></oai_dc:dc></metadata></record>`;

const deleted = (id: string): string =>
  `<record><header status="deleted"><identifier>oai:example.dk:${id}</identifier></header></record>`;

const refusal = (code: string): string => answer(`<error code="${code}">Sådan siger serveren.</error>`);

interface ListOptions {
  readonly next?: string;
  readonly total?: number;
}

const list = (records: readonly string[], { next = '', total = 30 }: ListOptions = {}): string =>
  answer(
    `<ListRecords>${records.join('\n')}<resumptionToken completeListSize="${total}">${next}</resumptionToken></ListRecords>`,
  );

const ids = (page: number): string[] => Array.from({ length: 10 }, (_, index) => `p${page}-${index}`);
const page = (number: number, options?: ListOptions): string =>
  list(
    ids(number).map((id) => record(id)),
    options,
  );

/** Three pages of ten records. */
const fill = (world: World): void => {
  world.site.set(IDENTIFY, identify());
  world.site.set(FIRST, page(1, { next: 'two' }));
  world.site.set(token('two'), page(2, { next: 'three' }));
  world.site.set(token('three'), page(3));
};

const filled = (): World => {
  const world = new World({ format: 'oai-pmh', url: BASE, settings: { fullEvery: 'PT0S' } });
  fill(world);
  return world;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Kept {
  readonly datestamp: string;
  readonly isDeleted: boolean;
}

/** A repository that lists by `from`, ten records a page, as the protocol says. */
class Repository {
  readonly records = new Map<string, Kept>();
  readonly world: World;
  policy = 'persistent';
  /** How far its clock is behind ours, in milliseconds. */
  behind = 0;
  granularity = 'YYYY-MM-DDThh:mm:ssZ';
  /** What it answers to a list of changes in place of the list. */
  toFrom: SitePage | undefined;
  readonly #titles = new Map<string, string>();

  constructor(count: number, settings: Record<string, unknown> = {}) {
    this.world = new World({ format: 'oai-pmh', url: BASE, settings });
    this.world.source.removal.missingRuns = 1;
    for (let index = 0; index < count; index += 1) this.put(`p${index}`, this.world.now - 30 * DAY);
    this.world.site.get = (address) => this.#answer(new URL(address).searchParams);
  }

  put(id: string, at: number, title = `Register ${id}`): void {
    this.records.set(id, { datestamp: this.#timeAt(at).slice(0, 19), isDeleted: false });
    this.#titles.set(id, title);
  }

  delete(id: string, at: number): void {
    this.records.set(id, { datestamp: this.#timeAt(at).slice(0, 19), isDeleted: true });
  }

  #timeAt(at: number): string {
    return new Date(at - this.behind).toISOString();
  }

  #answer(query: URLSearchParams): SitePage {
    if (query.get('verb') === 'Identify') {
      const says = `<deletedRecord>${this.policy}</deletedRecord><granularity>${this.granularity}</granularity>`;
      return answer(`<Identify>${says}</Identify>`, this.#timeAt(this.world.now));
    }
    const [since = '', start = '0'] = (query.get('resumptionToken') ?? query.get('from') ?? '').split('!');
    if (query.has('from') && this.toFrom !== undefined) return this.toFrom;
    if (query.has('from') && since.length !== this.granularity.length) return refusal('badArgument');
    const found = [...this.records].filter(([, { datestamp }]) => `${datestamp}Z`.slice(0, since.length) >= since);
    if (found.length === 0) return refusal('noRecordsMatch');
    const from = Number(start);
    const shown = found.slice(from, from + 10);
    const next = from + 10 < found.length ? `${since}!${from + 10}` : '';
    const records = shown.map(([id, { isDeleted }]) => (isDeleted ? deleted(id) : record(id, this.#titles.get(id))));
    return list(records, { next, total: found.length });
  }

  /** The run, and the lists that were asked for. */
  async harvest(options?: Parameters<World['harvest']>[0]): Promise<{ run: Run; lists: string[] }> {
    const before = this.world.asked.length;
    const run = await this.world.harvest(options);
    expect(sumsOf(run)).toEqual([]);
    const asked = this.world.asked.slice(before).map((address) => new URL(address).searchParams);
    const lists = asked.filter((query) => query.get('verb') === 'ListRecords' && !query.has('resumptionToken'));
    return { run, lists: lists.map((query) => query.get('from') ?? 'everything') };
  }
}

describe('an OAI-PMH repository', () => {
  it('is walked to its end by Identify, the list, and each token alone', async () => {
    const world = filled();
    expect(await world.harvest()).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      counts: { listed: 30, created: 30 },
    });
    expect(world.asked).toEqual([IDENTIFY, FIRST, token('two'), token('three')]);
    expect(await world.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 30 } });
  });

  it('is begun anew once when a token has expired, and is then seen whole', async () => {
    const world = filled();
    await world.harvest();
    world.site.set(token('two'), refusal('badResumptionToken'));
    let asked = 0;
    // The second time round the server gives another token, as it does when it makes the list again.
    world.site.set(FIRST, () => {
      asked += 1;
      return page(1, { next: asked > 1 ? 'zwei' : 'two' });
    });
    world.site.set(token('zwei'), page(2, { next: 'three' }));
    const run = await world.harvest();
    expect(run).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      counts: { duplicate: 10, removed: 0, missing: 0 },
    });
    expect(run.problems.map(({ code }) => code)).toContain('token-expired');
    expect(sumsOf(run)).toEqual([]);
  });

  it('takes its own deletions at their word, and counts them as part of its list', async () => {
    const world = filled();
    await world.harvest();
    world.site.set(
      token('three'),
      list([
        deleted('p3-0'),
        ...ids(3)
          .slice(1)
          .map((id) => record(id)),
      ]),
    );
    expect(await world.harvest()).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      counts: { unchanged: 29, removed: 1, missing: 0 },
    });
  });

  it.each([
    ['whose token expires twice', (world: World) => world.site.set(token('two'), refusal('badResumptionToken'))],
    ['that names the same token again', (world: World) => world.site.set(token('two'), page(2, { next: 'two' }))],
    [
      'whose tokens lead in a circle',
      (world: World) => {
        world.site.set(token('two'), page(2, { next: 'three' }));
        world.site.set(token('three'), page(3, { next: 'two' }));
      },
    ],
    [
      'that ignores its own tokens',
      (world: World) => {
        world.site.set(token('two'), page(1, { next: 'three' }));
        world.site.set(token('three'), page(1));
      },
    ],
    ['that claims more than it lists', (world: World) => world.site.set(token('three'), page(3, { total: 40 }))],
    ['that breaks off', (world: World) => world.site.set(token('two'), page(2).slice(0, 900))],
    ['that refuses the request', (world: World) => world.site.set(FIRST, refusal('cannotDisseminateFormat'))],
    [
      'that shows a login page',
      (world: World) => world.site.set(IDENTIFY, '<!doctype html><html><body>Log ind</body></html>'),
    ],
    [
      'that declares entities',
      (world: World) =>
        world.site.set(FIRST, `<!DOCTYPE a [<!ENTITY b "c">]>${page(1).slice(page(1).indexOf('<OAI'))}`),
    ],
  ])('%s loses nothing, says why, and is mended by its next good run', async (_what, trouble) => {
    const world = filled();
    await world.harvest();
    trouble(world);
    for (let again = 0; again < 3; again += 1) {
      const run = await world.harvest();
      expect(run).toMatchObject({ counts: { removed: 0, missing: 0, held: 0 }, live: { after: 30 } });
      expect(run.state).toMatch(/partial|failed/);
      expect(run.problems.some(({ severity }) => severity === 'error')).toBe(true);
      expect(sumsOf(run)).toEqual([]);
    }
    fill(world);
    expect(await world.harvest()).toMatchObject({ state: 'succeeded', counts: { unchanged: 30 } });
  });

  it('that says that nothing matches is an empty list, which an operator has to believe first', async () => {
    const world = filled();
    expect(await world.harvest()).toMatchObject({ counts: { created: 30 } });
    world.site.set(FIRST, refusal('noRecordsMatch'));
    expect(await world.harvest()).toMatchObject({
      state: 'held',
      coverage: 'complete',
      counts: { removed: 0, held: 30 },
    });
  });
});

describe('a repository that tells of its deletions', () => {
  it('is asked for what changed since its last good run, and its deleted headers remove at once', async () => {
    const repository = new Repository(35);
    const { world } = repository;
    const full = await repository.harvest();
    expect(full).toMatchObject({ run: { state: 'succeeded', counts: { created: 35 } }, lists: ['everything'] });
    world.now += DAY;
    repository.put('p3', world.now, 'Ændret på ny');
    repository.put('ny', world.now);
    repository.delete('p5', world.now);
    const { run, lists } = await repository.harvest();
    const since = Date.parse(full.run.startedAt) - HOUR;
    expect(lists).toEqual([`${new Date(since).toISOString().slice(0, 19)}Z`]);
    expect(run).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      scope: 'changes-only',
      counts: { listed: 2, created: 1, updated: 1, removed: 1, missing: 0 },
      live: { before: 35, after: 35 },
    });
    expect(run.requests).toBe(2);
  });

  it.each([3 * HOUR, 20 * DAY])('whose clock is behind ours (%i ms) is asked by its own clock', async (behind) => {
    const repository = new Repository(5);
    repository.behind = behind;
    const { world } = repository;
    await repository.harvest();
    world.now += DAY;
    await repository.harvest();
    world.now += HOUR / 4;
    repository.put('p3', world.now, 'Ændret på ny');
    repository.delete('p4', world.now);
    world.now += HOUR / 4;
    const { run } = await repository.harvest();
    expect(run).toMatchObject({ scope: 'changes-only', counts: { listed: 1, updated: 1, removed: 1 } });
  });

  it('is listed whole when our clock was set back behind the last run', async () => {
    const repository = new Repository(5);
    const { world } = repository;
    await repository.harvest();
    world.now += 3 * DAY;
    await repository.harvest();
    world.now -= 2 * DAY;
    repository.put('p3', world.now, 'Ændret på ny');
    const { run, lists } = await repository.harvest();
    expect(lists).toEqual(['everything']);
    expect(run.counts).toMatchObject({ updated: 1, unchanged: 4 });
  });

  it('that answers with records older than it was asked for changes nothing by them', async () => {
    const repository = new Repository(25);
    await repository.harvest();
    repository.world.now += DAY;
    repository.toFrom = page(1, { total: 10 });
    await repository.harvest();
    repository.toFrom = list(
      ['p0', 'p1', 'p2'].map((id) => record(id)),
      { total: 3 },
    );
    const { run } = await repository.harvest();
    expect(run).toMatchObject({ state: 'succeeded', counts: { listed: 3, unchanged: 3, removed: 0, missing: 0 } });
    repository.toFrom = undefined;
    expect((await repository.harvest({ force: true })).run.counts).toMatchObject({ unchanged: 25 });
  });

  it('in which nothing changed has an empty list, and that is a success', async () => {
    const repository = new Repository(15);
    await repository.harvest();
    repository.world.now += DAY;
    expect((await repository.harvest()).run).toMatchObject({
      state: 'succeeded',
      coverage: 'complete',
      scope: 'changes-only',
      counts: { listed: 0, missing: 0, removed: 0, held: 0 },
      live: { before: 15, after: 15 },
    });
  });

  it('that counts days is asked from the day before', async () => {
    const repository = new Repository(5);
    repository.granularity = 'YYYY-MM-DD';
    await repository.harvest();
    repository.world.now += 2 * DAY;
    repository.put('p1', repository.world.now, 'Ændret');
    const { run, lists } = await repository.harvest();
    expect(lists).toEqual(['2025-12-31']);
    expect(run.counts).toMatchObject({ listed: 1, updated: 1 });
  });

  it('keeps asking for changes on every page of a list of changes', async () => {
    const repository = new Repository(40);
    await repository.harvest();
    repository.world.now += DAY;
    for (let index = 0; index < 25; index += 1) repository.put(`p${index}`, repository.world.now, 'Ændret');
    const { run } = await repository.harvest();
    expect(run).toMatchObject({ scope: 'changes-only', counts: { listed: 25, updated: 25, missing: 0 }, requests: 4 });
  });

  it('shows what it never told of when everything is listed again', async () => {
    const repository = new Repository(35);
    await repository.harvest();
    repository.records.delete('p7');
    for (let day = 1; day <= 6; day += 1) {
      repository.world.now += DAY - HOUR;
      expect((await repository.harvest()).run).toMatchObject({ scope: 'changes-only', live: { after: 35 } });
    }
    repository.world.now += 2 * DAY;
    const { run, lists } = await repository.harvest();
    expect(lists).toEqual(['everything']);
    expect(run).toMatchObject({ counts: { listed: 34, unchanged: 34, removed: 1 } });
    expect((await repository.harvest()).lists).not.toEqual(['everything']);
  });

  it('is listed whole when it is forced, when fullEvery is nothing, and when the source ends some day', async () => {
    const repository = new Repository(5);
    await repository.harvest();
    expect((await repository.harvest({ force: true })).lists).toEqual(['everything']);
    repository.world.source.settings.until = '2030-01-01';
    for (let again = 0; again < 2; again += 1) expect((await repository.harvest()).lists).toEqual(['everything']);
    delete repository.world.source.settings.until;
    repository.world.source.settings.fullEvery = 'PT0S';
    for (let again = 0; again < 2; again += 1) expect((await repository.harvest()).lists).toEqual(['everything']);
  });

  it('is asked no earlier than its source begins', async () => {
    const repository = new Repository(5, { from: '2025-06-01' });
    repository.granularity = 'YYYY-MM-DD';
    expect((await repository.harvest()).lists).toEqual(['2025-06-01']);
    expect((await repository.harvest()).lists).toEqual(['2025-12-31']);
  });

  it('that stops telling of its deletions is listed whole again', async () => {
    const repository = new Repository(5);
    await repository.harvest();
    repository.policy = 'no';
    repository.records.delete('p2');
    const { run, lists } = await repository.harvest();
    expect(lists).toEqual(['everything']);
    expect(run.counts).toMatchObject({ removed: 1 });
  });

  it('that begins to count days is asked for days', async () => {
    const repository = new Repository(5);
    await repository.harvest();
    repository.granularity = 'YYYY-MM-DD';
    expect((await repository.harvest()).lists).toEqual(['2025-12-31']);
  });

  it('that does not take from is listed whole in the same run, and what is gone is seen', async () => {
    const repository = new Repository(15);
    await repository.harvest();
    repository.toFrom = refusal('badArgument');
    repository.records.delete('p2');
    const { run, lists } = await repository.harvest();
    expect(lists).toEqual(['2025-12-31T23:01:00Z', 'everything']);
    expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 14, removed: 1 } });
    expect(run.scope).toBeUndefined();
    expect(run.problems.map(({ code }) => code)).toEqual(['from-refused']);
  });

  it('that refuses from by a status is listed whole too, in a run that says what it was refused', async () => {
    const repository = new Repository(15);
    await repository.harvest();
    repository.toFrom = 422;
    repository.records.delete('p2');
    repository.put('p3', repository.world.now, 'Ændret');
    const { run, lists } = await repository.harvest();
    expect(lists).toHaveLength(2);
    expect(run).toMatchObject({ state: 'partial', counts: { updated: 1, removed: 1 } });
    expect(run.problems.map(({ code }) => code)).toEqual(['http-422', 'from-refused']);
  });

  it('is asked again for what a failed run did not see', async () => {
    const repository = new Repository(15);
    const { run: first } = await repository.harvest();
    repository.world.now += DAY;
    repository.put('p1', repository.world.now, 'Ændret');
    repository.toFrom = 503;
    expect((await repository.harvest()).run).toMatchObject({ state: 'partial', counts: { listed: 0, missing: 0 } });
    repository.toFrom = undefined;
    repository.world.now += 2 * DAY;
    const { run, lists } = await repository.harvest();
    expect(Date.parse(lists[0] ?? '')).toBeLessThan(Date.parse(first.startedAt));
    expect(run.counts).toMatchObject({ listed: 1, updated: 1 });
  });

  it('takes a worker that dies in a run of changes without losing or repeating anything', async () => {
    for (let step = 1; ; step += 1) {
      const repository = new Repository(12);
      const { world } = repository;
      await repository.harvest();
      world.now += DAY;
      repository.put('p1', world.now, 'Ændret');
      repository.delete('p2', world.now);
      await world.harvest({ killBefore: step });
      if (!world.wasKilled) break;
      await world.reap();
      world.now += 2 * DAY;
      await repository.harvest();
      const types = (await world.log()).map(({ type }) => type).filter((type) => type !== 'Create');
      expect(types).toEqual(['Update', 'Delete']);
    }
  });
});

describe('a repository that keeps no note of deletions', () => {
  it.each(['no', 'vistnok'])('(%s) is listed whole at every run, as only that shows what is gone', async (policy) => {
    const repository = new Repository(15);
    repository.policy = policy;
    await repository.harvest();
    repository.records.delete('p4');
    const { run, lists } = await repository.harvest();
    expect(lists).toEqual(['everything']);
    expect(run.counts).toMatchObject({ listed: 14, removed: 1 });
  });
});
