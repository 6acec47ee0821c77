import { describe, expect, it } from 'vitest';
import type { CheckLinksPorts } from '#functions/check-links/check-links.ts';
import { checkLinks } from '#functions/check-links/check-links.ts';
import { CHECKED_LINKS } from '#functions/check-links/index-links.ts';
import type { ProbeWish } from '#functions/shared/link-prober.ts';
import type { ProbeAnswer } from '#quality/links/judge-link.ts';
import type { Dataset } from '#schemas/record.ts';
import { Source } from '#schemas/source.ts';
import { draftOf, entryOf } from './drafts.ts';
import { memoryCheckpoints } from './memory-catalogue.ts';
import { memoryLedger, memoryLog } from './memory-ledger.ts';
import { memoryLinks } from './memory-links.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const start = Date.parse('2026-11-23T04:00:00.000Z');

const page = (over: Partial<Extract<ProbeAnswer, { kind: 'answered' }>> = {}): ProbeAnswer => ({
  kind: 'answered',
  status: 200,
  url: 'https://sds.example/',
  movedTo: null,
  mediaType: null,
  certificateEnds: null,
  askAgainAt: null,
  showsLogin: false,
  ...over,
});

const fault = (code: string, host = 'sds.example'): ProbeAnswer => ({ kind: 'fault', host, code, message: code });

type Web = (wish: ProbeWish) => ProbeAnswer;

interface Scene extends CheckLinksPorts {
  readonly links: ReturnType<typeof memoryLinks>;
  readonly asked: string[];
  readonly wishes: ProbeWish[];
  now: number;
  web: Web;
  tell(id: string, record: Dataset | null): Promise<void>;
  states(): Record<string, string>;
}

let workers = 0;

function scene(over: Partial<CheckLinksPorts> = {}): Scene {
  const links = memoryLinks();
  const ledger = memoryLedger(memoryLog());
  const asked: string[] = [];
  const wishes: ProbeWish[] = [];
  const it: Scene = {
    now: start,
    web: () => page(),
    links,
    asked,
    wishes,
    ledger,
    index: links,
    checks: links,
    checkpoints: memoryCheckpoints(),
    prober: {
      probe: async (wish) => {
        asked.push(wish.url);
        wishes.push(wish);
        return it.web(wish);
      },
    },
    sources: async () => [],
    isOutside: () => true,
    resolvesNames: async () => true,
    clock: () => it.now,
    signal: new AbortController().signal,
    outOfTime: () => false,
    holder: () => {
      workers += 1;
      return `worker-${workers}`;
    },
    async tell(id, record) {
      const entry = record && { ...entryOf(id), record };
      await ledger.append([draftOf(id, record ? {} : { type: 'Delete', contentHash: null })], [entry]);
    },
    states: () => Object.fromEntries([...links.statuses.values()].map(({ url, state }) => [url, state]).sort()),
    ...over,
  };
  return it;
}

const landing = (...landingPage: string[]): Dataset => ({ landingPage });

describe('check-links', () => {
  it('checks what live datasets name, each address once', async () => {
    const ports = scene();
    for (let index = 0; index < 50; index += 1)
      await ports.tell(`sds.r${index}`, landing('https://sds.example/fælles'));
    await ports.tell('sds.x', landing('https://sds.example/egen'));

    const run = await checkLinks(ports);

    expect(run).toMatchObject({ indexed: { kind: 'done', seq: 51 }, checked: 2, died: [], recovered: [] });
    expect(ports.asked.toSorted()).toEqual(['https://sds.example/egen', 'https://sds.example/f%C3%A6lles']);
  });

  it('checks nothing twice that is not due, and everything again in the course of a week', async () => {
    const ports = scene();
    await ports.tell('sds.x', landing('https://sds.example/a', 'https://sds.example/b'));
    await checkLinks(ports);
    ports.now += 5 * DAY;
    expect((await checkLinks(ports)).checked).toBe(0);
    ports.now += 3 * DAY;
    expect((await checkLinks(ports)).checked).toBe(2);
  });

  it('forgets the addresses of a dataset that changed or was removed, unless another names them', async () => {
    const ports = scene();
    await ports.tell('sds.x', landing('https://sds.example/a', 'https://sds.example/b'));
    await ports.tell('ssi.y', landing('https://sds.example/b'));
    await checkLinks(ports);
    await ports.tell('sds.x', landing('https://sds.example/c'));
    await checkLinks(ports);
    expect(Object.keys(ports.states())).toEqual(['https://sds.example/b', 'https://sds.example/c']);
    await ports.tell('ssi.y', null);
    await checkLinks(ports);
    expect(Object.keys(ports.states())).toEqual(['https://sds.example/c']);
  });

  it('does a step again without harm when its checkpoint was lost', async () => {
    const ports = scene();
    await ports.tell('sds.x', landing('https://sds.example/a'));
    await ports.tell('sds.y', landing('https://sds.example/b'));
    await checkLinks(ports);
    const before = [...ports.links.statuses];
    await ports.checkpoints.rewind(CHECKED_LINKS, { epoch: 'e1', seq: 1 });
    await checkLinks(ports);
    expect([...ports.links.statuses]).toEqual(before);
  });

  it('tells of a link that died and of one that came back, once each', async () => {
    const ports = scene();
    const url = 'https://sds.example/a';
    await ports.tell('sds.x', landing(url, 'https://ssi.example/'));
    ports.web = ({ url: asked }) => page({ status: asked === url ? 404 : 200 });
    const told = [];
    for (const [hours, status] of [
      [0, 404],
      [27, 404],
      [54, 404],
      [81, 404],
      [108, 200],
      [500, 200],
    ] as const) {
      ports.now = start + hours * HOUR;
      ports.web = ({ url: asked }) => page({ status: asked === url ? status : 200 });
      const { died, recovered } = await checkLinks(ports);
      told.push([ports.links.statuses.get(url)?.state, died.length, recovered.length]);
    }
    expect(told).toEqual([
      ['failing', 0, 0],
      ['failing', 0, 0],
      ['dead', 1, 0],
      ['dead', 0, 0],
      ['ok', 0, 1],
      ['ok', 0, 0],
    ]);
    expect(ports.links.statuses.get(url)?.history.map(({ kind }) => kind)).toEqual([
      'ok',
      'ok',
      'not-found',
      'not-found',
      'not-found',
      'not-found',
    ]);
  });

  it('tells whoever asks what changed since', async () => {
    const ports = scene();
    await ports.tell('sds.x', landing('https://sds.example/a', 'https://sds.example/b'));
    await checkLinks(ports);
    const { cursor } = await ports.links.changedSince(new Date(start).toISOString(), 10);
    ports.now += 8 * DAY;
    ports.web = ({ url }) => page({ status: url.endsWith('/b') ? 500 : 200 });
    await checkLinks(ports);
    const { links } = await ports.links.changedSince(cursor, 10);
    expect(links.map(({ url, state, kind }) => [url, state, kind])).toEqual([
      ['https://sds.example/b', 'failing', 'server-error'],
    ]);
  });
});

describe('a host', () => {
  const many = (host: string, count: number) =>
    Array.from({ length: count }, (_, index) => `https://${host}/${String(index).padStart(3, '0')}`);

  it('gets its share of a run and no more, so that a large one does not keep small ones waiting', async () => {
    const ports = scene();
    for (let index = 0; index < 4; index += 1) {
      await ports.tell(`sds.r${index}`, landing(...many(`stor.example`, 400).slice(index * 100, index * 100 + 100)));
    }
    await ports.tell('ssi.y', landing('https://lille.example/'));
    expect((await checkLinks(ports)).checked).toBe(301);
    expect(ports.asked).toContain('https://lille.example/');
    expect((await checkLinks(ports)).checked).toBe(100);
    expect((await checkLinks(ports)).checked).toBe(0);
  });

  it('that answers slowly gets five minutes of a run, and the rest of it in later ones', async () => {
    const ports = scene();
    for (let index = 0; index < 5; index += 1) {
      await ports.tell(`sds.r${index}`, landing(...many('langsom.example', 500).slice(index * 100, index * 100 + 100)));
    }
    ports.web = () => {
      ports.now += 29_000;
      return page();
    };
    expect((await checkLinks(ports)).checked).toBe(11);
    expect((await checkLinks(ports)).checked).toBe(11);
    expect(new Set(ports.asked).size).toBe(22);
  });

  it('is left alone for the run once it asks for it, and until then by later runs', async () => {
    const ports = scene();
    await ports.tell('sds.x', landing(...many('sds.example', 5)));
    const untilMs = start + 3 * HOUR;
    ports.web = () => ({ kind: 'closed', host: 'sds.example', untilMs, message: '429' });
    await checkLinks(ports);
    expect(ports.asked.length).toBe(1);
    ports.web = () => page();
    ports.now = untilMs - 1;
    expect((await checkLinks(ports)).checked).toBe(0);
    ports.now = untilMs;
    expect((await checkLinks(ports)).checked).toBe(5);
  });

  it('is asked on although a redirect leads to another that wants to be left alone', async () => {
    const ports = scene();
    await ports.tell('sds.x', landing(...many('doi.example', 3)));
    ports.web = () => ({ kind: 'closed', host: 'optaget.example', untilMs: start + HOUR, message: '429' });
    expect((await checkLinks(ports)).checked).toBe(3);
  });

  it('whose name is not found is asked for once a run, and all its links fail', async () => {
    const ports = scene();
    await ports.tell('sds.x', landing(...many('sds.example', 5), 'https://ssi.example/'));
    ports.web = ({ url }) => (url.includes('sds') ? fault('dns-failure') : page());
    expect((await checkLinks(ports)).checked).toBe(6);
    expect(ports.asked.length).toBe(2);
    expect(new Set(Object.values(ports.states()))).toEqual(new Set(['failing', 'ok']));
  });

  it('is not asked in its quiet hours, and at the pace of its most patient source', async () => {
    const sourceOf = (id: string, politeness: object) =>
      Source.parse({
        id,
        title: { da: id },
        owner: { id, name: { da: id }, email: 'a@sds.example', homepage: 'https://sds.example/' },
        format: 'dcat',
        url: `https://sds.example/${id}.ttl`,
        politeness,
      });
    const sources = async () => [
      sourceOf('a', { requestsPerSecond: 0.2, quietHours: { from: '07:00', to: '16:00' } }),
      sourceOf('b', { requestsPerSecond: 1, respectRobots: false }),
    ];
    const ports = scene({ sources });
    await ports.tell('sds.x', landing('https://sds.example/a', 'https://ssi.example/'));
    // Nine in the morning in Copenhagen.
    ports.now = Date.parse('2026-11-23T08:00:00.000Z');
    await checkLinks(ports);
    expect(ports.asked).toEqual(['https://ssi.example/']);
    ports.now = Date.parse('2026-11-23T16:00:00.000Z');
    await checkLinks(ports);
    expect(ports.wishes.at(-1)?.url).toBe('https://sds.example/a');
    expect(ports.wishes.at(-1)?.mannersOf('sds.example')).toMatchObject({
      requestsPerSecond: 0.2,
      respectRobots: true,
    });
    expect(ports.wishes.at(-1)?.mannersOf('ssi.example')).toMatchObject({ requestsPerSecond: 1, respectRobots: true });
  });
});

describe('when our own network is silent', () => {
  const hosts = (count: number) => Array.from({ length: count }, (_, index) => `https://h${index}.example/`);

  it('no link of the outside is called failing, however many days it lasts', async () => {
    const ports = scene();
    await ports.tell('sds.x', landing(...hosts(4)));
    ports.web = ({ url }) => fault('timeout', new URL(url).host);
    for (let day = 0; day < 5; day += 1) {
      ports.now = start + day * DAY;
      expect(await checkLinks(ports)).toMatchObject({ checked: 4, isSilent: true });
    }
    expect([...ports.links.statuses.values()].map(({ state, kind }) => [state, kind])).toEqual(
      hosts(4).map(() => ['unknown', 'network-silent']),
    );
  });

  it('what answers on our own machine is no sign of the outside, and fails by its own fault', async () => {
    const ports = scene({ isOutside: (host) => host !== '127.0.0.1:8080' });
    await ports.tell('sds.x', landing('http://127.0.0.1:8080/a', 'http://127.0.0.1:8080/b', ...hosts(3)));
    ports.web = ({ url }) => (url.endsWith('/a') ? page() : fault('timeout', new URL(url).host));
    expect((await checkLinks(ports)).isSilent).toBe(true);
    expect(ports.states()).toEqual({
      'http://127.0.0.1:8080/a': 'ok',
      'http://127.0.0.1:8080/b': 'failing',
      ...Object.fromEntries(hosts(3).map((url) => [url, 'unknown'])),
    });
  });

  it('one answer from the outside shows that it is not, also a refusal', async () => {
    const ports = scene();
    await ports.tell('sds.x', landing(...hosts(4)));
    ports.web = ({ url }) => (url.includes('h0') ? page({ status: 500 }) : fault('dns-failure', new URL(url).host));
    expect((await checkLinks(ports)).isSilent).toBe(false);
    expect(Object.values(ports.states())).toEqual(['failing', 'failing', 'failing', 'failing']);
  });

  it('a single host that is gone is believed when names are found, and not when none is', async () => {
    for (const [found, state] of [
      [true, 'failing'],
      [false, 'unknown'],
    ] as const) {
      const ports = scene({ resolvesNames: async () => found });
      await ports.tell('sds.x', landing('https://sds.example/'));
      ports.web = () => fault('dns-failure');
      await checkLinks(ports);
      expect(ports.states()).toEqual({ 'https://sds.example/': state });
    }
  });
});

describe('a run whose time is over', () => {
  it('leaves what it was asking as due, and keeps what it had', async () => {
    const controller = new AbortController();
    const ports = scene({ signal: controller.signal });
    await ports.tell('sds.x', landing('https://sds.example/a', 'https://sds.example/b', 'https://sds.example/c'));
    ports.web = () => {
      if (ports.asked.length < 2) return page();
      controller.abort();
      return { kind: 'aborted' };
    };
    expect((await checkLinks(ports)).checked).toBe(1);
    expect(ports.asked.length).toBe(2);
    expect(Object.values(ports.states()).sort()).toEqual(['ok', 'unknown', 'unknown']);
    expect((await ports.links.due('sds.example', start, 10)).length).toBe(2);
  });
});

describe('what the records say of a link', () => {
  it('decides whether a page is what was promised', async () => {
    const ports = scene();
    const downloadURL = ['https://sds.example/data.csv'];
    await ports.tell('sds.x', { distribution: [{ downloadURL, mediaType: 'text/csv' }] });
    await ports.tell('sds.y', { landingPage: ['https://sds.example/side'] });
    ports.web = () => page({ mediaType: 'text/html' });
    await checkLinks(ports);
    expect([...ports.links.statuses.values()].map(({ url, kind }) => [url, kind]).sort()).toEqual([
      ['https://sds.example/data.csv', 'media-type-differs'],
      ['https://sds.example/side', 'ok'],
    ]);
    expect(ports.wishes.map(({ url, expectsFile }) => [url, expectsFile]).sort()).toEqual([
      ['https://sds.example/data.csv', true],
      ['https://sds.example/side', false],
    ]);
  });
});
