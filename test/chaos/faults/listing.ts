/** Faults in what an owner lists: pages that are none, lists that shrink, identifiers that change, paging that leads nowhere. */
import type { Fault, Step } from '../fault.ts';
import {
  dataJson,
  LATER,
  NAMES,
  namesOf,
  oaiError,
  oaiIdentify,
  oaiList,
  PREFIXES,
  turtle,
  turtlePage,
} from '../feeds.ts';
import { type Answer, firstTimes, page, pages } from '../owners.ts';

const good = (later: boolean): Answer => page(turtle(namesOf(later), later));

const listing = (names: readonly string[]): Answer => page(turtle(names));

const login = page(
  '<!doctype html><html><head><title>Log ind</title></head><body><form><input type="password"></form>',
  {
    type: 'text/html; charset=utf-8',
  },
);

const fault = (name: string, ...steps: readonly Step[]): Fault => ({ name, good, steps });

/** A run after which everything is still live. */
const kept = (state: Step['state'], told: Step['told'], answer: Answer): Step => ({ answer, state, told, live: NAMES });

const HELD = /would be removed, more than the source's rules let pass/;

const halves = [NAMES.slice(0, 4), NAMES.slice(4)] as const;
const withoutLast = NAMES.slice(0, 7);

/** The records under other names: as many as a run may not remove unasked, so that the old ones wait for a person. */
const RENAMED = ['r11', 'r12', 'r13', 'r14', 'r15', 'r16', 'r17', 'r18'];

/** The first two records under other addresses, with the same title, owner and links. */
const NEW_IDS = ['ny/r1', 'ny/r2'];
const linkedTurtle = (names: readonly string[], later = false): string =>
  turtle(names, later).replaceAll(
    /"Beskrivelse af (r\d+)\."@da/g,
    '"Beskrivelse af $1."@da ; dct:publisher [ <http://xmlns.com/foaf/0.1/name> "Ejeren"@da ] ; dcat:distribution [ dcat:accessURL <https://owner.example/fil/$1> ]',
  );
const linked = (later: boolean): Answer => page(linkedTurtle(namesOf(later), later));
const withNewIds = (text: string): string => text.replaceAll(/owner\.example\/d\/(r[12])>/g, 'owner.example/ny/$1>');

export const listFaults: readonly Fault[] = [
  fault('login page with status 200', kept('failed', 'wrong-media', login)),
  fault(
    'error page with status 200',
    kept('failed', 'wrong-media', page('{"error":"database down"}', { type: 'application/json' })),
  ),
  fault('empty body', kept('failed', 'wrong-media', page(''))),
  fault('empty list', kept('held', HELD, page(`${PREFIXES}<#c> a dcat:Catalog .\n`))),
  fault('half a list', kept('succeeded', null, listing(halves[0])), kept('held', HELD, listing(halves[0]))),
  fault(
    'shrinking list',
    kept('succeeded', null, listing(NAMES.slice(0, 4))),
    kept('held', HELD, listing(NAMES.slice(0, 2))),
    kept('held', HELD, listing([])),
  ),
  fault(
    'flapping ids',
    ...[withoutLast, NAMES, withoutLast, NAMES, withoutLast].map((names) => kept('succeeded', null, listing(names))),
  ),
  {
    name: 'duplicate ids',
    source: { format: 'dcat-us' },
    good: (later) => page(dataJson(namesOf(later), later), { type: 'application/json' }),
    steps: [
      kept(
        'succeeded',
        'listed before in this run',
        page(dataJson([...NAMES, 'r3', 'r3']), { type: 'application/json' }),
      ),
    ],
  },
  {
    name: 'ids that all change, titles as well',
    good,
    steps: [
      { answer: listing(RENAMED), state: 'succeeded', told: null, live: [...NAMES, ...RENAMED] },
      { answer: listing(RENAMED), state: 'held', told: HELD, live: [...NAMES, ...RENAMED] },
    ],
    liveInTheEnd: [...LATER, ...RENAMED],
  },
  {
    name: 'changed ids',
    good: linked,
    steps: [
      {
        answer: page(withNewIds(linkedTurtle(NAMES))),
        state: 'succeeded',
        told: 'looks-renamed',
        live: [...NAMES, ...NEW_IDS],
      },
    ],
    liveInTheEnd: [...LATER, ...NEW_IDS],
  },
];

const list = (names: readonly string[], next?: string, total?: number): Answer => page(turtlePage(names, next, total));

/** Pages of two records; the last leads to where it should not. */
const loop = (length: number): Answer => {
  const addressOf = (index: number): string => (index === 0 ? '/feed' : `/feed?page=${index + 1}`);
  return pages(
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        addressOf(index),
        list(NAMES.slice(index * 2, index * 2 + 2), addressOf((index + 1) % length)),
      ]),
    ),
  );
};

const looping = (name: string, length: number): Fault => fault(name, kept('partial', 'page-loop', loop(length)));

/** The list gets a new first record while it is read, so that every later page begins with the last record of the one before. */
const shifting = pages({
  '/feed': list(NAMES.slice(0, 4), '/feed?page=2'),
  '/feed?page=2': list(NAMES.slice(3, 7), '/feed?page=3'),
  '/feed?page=3': list(NAMES.slice(6)),
});

interface Repository {
  readonly names: readonly string[];
  readonly later: boolean;
}

/** A repository that gives its records four at a time, the second page by `second`. */
const repository = ({ names, later }: Repository, second?: Answer): Answer => {
  const xml = { type: 'text/xml' };
  return (request, response) => {
    const query = new URL(request.url ?? '', 'http://x').searchParams;
    if (query.get('verb') === 'Identify') return page(oaiIdentify(), xml)(request, response);
    if (query.get('resumptionToken') === null)
      return page(oaiList(names.slice(0, 4), 'two', later), xml)(request, response);
    return (second ?? page(oaiList(names.slice(4), '', later), xml))(request, response);
  };
};

const oai = (name: string, told: string, state: Step['state'], second: Answer): Fault => ({
  name,
  // Everything is listed at every run, as a list of changes would not meet what is wrong.
  source: { format: 'oai-pmh', settings: { fullEvery: 'PT0S' } },
  good: (later) => repository({ names: namesOf(later), later }),
  steps: [kept(state, told, repository({ names: NAMES, later: false }, second))],
});

const xml = (body: string): Answer => page(body, { type: 'text/xml' });
const rest = xml(oaiList(NAMES.slice(4), ''));

export const pagingFaults: readonly Fault[] = [
  looping('page loop of length 1', 1),
  looping('page loop of length 2', 2),
  looping('page loop of length 4', 4),
  fault('list that grows while it is read', kept('succeeded', 'listed before in this run', shifting)),
  fault('wrong total', kept('partial', 'fewer-than-claimed', list(NAMES, undefined, 900))),
  oai(
    'wrong total of a repository',
    'fewer-than-claimed',
    'partial',
    xml(oaiList(NAMES.slice(4), '', false, ' completeListSize="900"')),
  ),
  oai('repeated token', 'page-loop', 'partial', xml(oaiList(NAMES.slice(4), 'two'))),
  oai('same records behind every token', 'page-loop', 'partial', (request, response) =>
    xml(oaiList(NAMES.slice(0, 4), `three-${request.url?.length}`))(request, response),
  ),
  oai(
    'token that expired once',
    'token-expired',
    'succeeded',
    firstTimes(1, xml(oaiError('badResumptionToken')), rest),
  ),
  oai('token that is always expired', 'token-expired-again', 'partial', xml(oaiError('badResumptionToken'))),
  oai('500 behind a token', 'http-500', 'partial', page('no', { status: 500 })),
];
