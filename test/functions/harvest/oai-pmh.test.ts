import { describe, expect, it } from 'vitest';
import { sumsOf, World } from './world.ts';

const BASE = 'https://example.dk/oai';
const IDENTIFY = `${BASE}?verb=Identify`;
const FIRST = `${BASE}?verb=ListRecords&metadataPrefix=oai_dc`;
const token = (name: string): string => `${BASE}?verb=ListRecords&resumptionToken=${name}`;

const answer = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01T00:00:00Z</responseDate>
${content}
</OAI-PMH>`;

const identify = (deletedRecord = 'persistent'): string =>
  answer(`<Identify><deletedRecord>${deletedRecord}</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>`);

const record = (id: string): string =>
  `<record><header><identifier>oai:example.dk:${id}</identifier></header><metadata><oai_dc:dc
   xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:title xml:lang="da">Register ${id}</dc:title></oai_dc:dc></metadata></record>`;

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
const page = (number: number, options?: ListOptions): string => list(ids(number).map(record), options);

/** Three pages of ten records. */
const fill = (world: World): void => {
  world.site.set(IDENTIFY, identify());
  world.site.set(FIRST, page(1, { next: 'two' }));
  world.site.set(token('two'), page(2, { next: 'three' }));
  world.site.set(token('three'), page(3));
};

const filled = (): World => {
  const world = new World({ format: 'oai-pmh', url: BASE });
  fill(world);
  return world;
};

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
    world.site.set(token('three'), list([deleted('p3-0'), ...ids(3).slice(1).map(record)]));
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
