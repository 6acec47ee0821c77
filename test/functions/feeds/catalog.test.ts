/** The Hydra-paged catalogue, walked as CKAN's harvester walks it: by `hydra:next` of any view, deleting what it did not see. */
import { DataFactory, type Quad } from 'n3';
import { parse } from 'oxigraph';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { describe, expect, it } from 'vitest';
import { entryAt } from '#functions/shared/past-catalogue.ts';
import { createScene, creations, type Scene } from '../api/scene.ts';
import { draftOf } from '../drafts.ts';
import { recordOf } from './changes-of-time.ts';

const BASE = 'https://data.example.dk';
const HYDRA = 'http://www.w3.org/ns/hydra/core#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const DATASET = 'http://www.w3.org/ns/dcat#dataset';

const media: Readonly<Record<string, string>> = {
  ttl: 'text/turtle',
  rdf: 'application/rdf+xml',
  jsonld: 'application/ld+json',
  nt: 'application/n-triples',
};

const quadsOf = (body: string, type: string): Quad[] => parse(body, { format: type }) as unknown as Quad[];

/** As ckanext-dcat does it: a node of either type, its `next` or else its `nextPage`. */
function nextOf(quads: readonly Quad[]): string | undefined {
  const views = quads.filter(
    ({ predicate, object }) =>
      predicate.value === TYPE && [`${HYDRA}PartialCollectionView`, `${HYDRA}PagedCollection`].includes(object.value),
  );
  const after = (name: string) =>
    quads.find(
      ({ subject, predicate }) =>
        views.some((view) => view.subject.equals(subject)) && predicate.value === HYDRA + name,
    );
  return (after('next') ?? after('nextPage'))?.object.value;
}

/** Every dataset that a walk sees, in order; between two pages something else happens. */
async function walk(
  scene: Scene,
  start: string,
  type: string,
  meanwhile: (page: number) => Promise<void>,
): Promise<string[]> {
  const seen: string[] = [];
  let page = 0;
  for (let next: string | undefined = start; next !== undefined; page += 1) {
    const { status, body } = await scene.ask(next.replace(BASE, ''));
    expect(status).toBe(200);
    const quads = quadsOf(body, type);
    const listed = quads.filter(({ predicate }) => predicate.value === DATASET).map(({ object }) => object.value);
    for (const iri of listed) {
      const about = quads.filter(
        ({ subject, predicate }) => subject.value === iri && predicate.value.endsWith('/title'),
      );
      expect(about.length, `${iri} is described on the page that lists it`).toBeGreaterThan(0);
    }
    seen.push(...listed);
    next = nextOf(quads);
    await meanwhile(page);
  }
  return seen;
}

const removal = (dataset: string, previous: number) =>
  draftOf(dataset, { type: 'Delete', revision: 2, contentHash: null, cause: 'source-removed', previous });

const iris = (count: number): string[] => creations(count).map(({ dataset }) => `${BASE}/id/dataset/${dataset}`);

describe('the catalogue as pages of DCAT-AP', () => {
  it.each(Object.entries(media))(
    'gives a walker every dataset of its moment once as .%s (%s), whatever is changed, removed and added meanwhile',
    async (suffix, type) => {
      const scene = createScene();
      await scene.append(...creations(45));
      const seen = await walk(scene, `${BASE}/v1/catalog.${suffix}?limit=10`, type, async (page) => {
        const name = (index: number) => `sds.d${String(index).padStart(4, '0')}`;
        // One that was seen and one that comes later are removed, one later changes, and there are new ones before and behind.
        await scene.append(
          removal(name(page), page + 1),
          removal(name(44 - page), 45 - page),
          draftOf(name(30 - page), { type: 'Update', revision: 2, previous: 31 - page }),
          draftOf(`sds.a${page}`),
          draftOf(`sds.z${page}`),
          draftOf(`ssi.n${page}`),
        );
      });
      expect(seen).toEqual(iris(45));
    },
  );

  it('shows a later walker the later catalogue', async () => {
    const scene = createScene();
    await scene.append(...creations(3));
    await scene.append(removal('sds.d0001', 2), draftOf('sds.d0009'));
    const later = await walk(scene, '/v1/catalog.nt?limit=1', 'application/n-triples', async () => undefined);
    expect(later).toEqual([0, 2, 9].map((index) => `${BASE}/id/dataset/sds.d000${index}`));
    const earlier = await walk(scene, '/v1/catalog.nt?at=3&limit=1', 'application/n-triples', async () => undefined);
    expect(earlier).toEqual(iris(3));
    const before = await walk(scene, '/v1/catalog.nt?at=0', 'application/n-triples', async () => undefined);
    expect(before).toEqual([]);
  });

  it('keeps the bytes of a page that names its place in the log', async () => {
    const scene = createScene({}, recordOf);
    await scene.append(...creations(20));
    const before = await scene.ask('/v1/catalog.ttl?at=20&limit=5&after=sds.d0004');
    expect(before.headers['cache-control']).toContain('immutable');
    await scene.append(draftOf('sds.d0006', { type: 'Update', revision: 2, previous: 7 }), removal('sds.d0007', 8));
    expect((await scene.ask('/v1/catalog.ttl?at=20&limit=5&after=sds.d0004')).body).toBe(before.body);
    expect((await scene.ask('/v1/catalog.ttl')).headers['cache-control']).not.toContain('immutable');
  });

  /** Blank nodes by what is said of them. */
  const canonical = (quads: readonly Quad[]): string[] => {
    const about = Map.groupBy(quads, ({ subject }) => subject.value);
    const name = (term: Quad['object'] | Quad['subject']): string => {
      if (term.termType === 'Literal') return `${JSON.stringify(term.value)}@${term.language}^${term.datatype.value}`;
      if (term.termType !== 'BlankNode') return `<${term.value}>`;
      const said = (about.get(term.value) ?? []).map((quad) => `${quad.predicate.value} ${name(quad.object)}`);
      return `[${said.sort().join(';')}]`;
    };
    return [
      ...new Set(quads.map((quad) => `${name(quad.subject)} ${quad.predicate.value} ${name(quad.object)}`)),
    ].sort();
  };

  const rdfXml = (body: string): Promise<Quad[]> =>
    new Promise((resolve, reject) => {
      const quads: Quad[] = [];
      const parser = new RdfXmlParser({ dataFactory: DataFactory });
      parser.on('data', (quad: Quad) => quads.push(quad));
      parser.on('error', reject);
      parser.on('end', () => resolve(quads));
      parser.end(body);
    });

  it('says the same in every format that is accepted', async () => {
    const scene = createScene({}, recordOf);
    await scene.append(...creations(8));
    const page = async (type: string) => (await scene.ask('/v1/catalog?limit=5', { headers: { accept: type } })).body;
    const expected = canonical(quadsOf(await page('application/n-triples'), 'application/n-triples'));
    expect(expected.length).toBeGreaterThan(100);
    for (const type of Object.values(media)) expect(canonical(quadsOf(await page(type), type))).toEqual(expected);
    expect(canonical(await rdfXml(await page('application/rdf+xml')))).toEqual(expected);
  });

  it.each(['at=4', 'at=x', 'after=x', 'limit=0', 'page=2'])('refuses the query %s', async (query) => {
    const scene = createScene();
    await scene.append(...creations(3));
    expect((await scene.ask(`/v1/catalog?${query}`)).status).toBe(400);
  });

  describe('of a moment that has passed', () => {
    /** Three changes were written at four o'clock; the log is said to have come far beyond them. */
    const HEAD = 20_003;
    const PASSED = Date.parse('2026-11-23T04:00:01.001Z');
    const DAY_MS = 86_400_000;

    async function longAfter(ms: number): Promise<Scene> {
      const { ports } = createScene();
      const checkpoints = { ...ports.checkpoints, get: async () => ({ epoch: 'e1', seq: HEAD }) };
      const scene = createScene({ checkpoints, clock: () => PASSED + ms });
      await scene.append(...creations(3));
      return scene;
    }

    it('is shown for a day, however much has changed since', async () => {
      const scene = await longAfter(DAY_MS);
      expect((await scene.ask('/v1/catalog.ttl?at=1')).status).toBe(200);
    });

    it('is shown for as long as not more than 10,000 changes came since', async () => {
      const scene = await longAfter(365 * DAY_MS);
      expect((await scene.ask(`/v1/catalog.ttl?at=${HEAD - 10_000}`)).status).toBe(200);
    });

    it('is refused after that, with where to begin again in the same format', async () => {
      const scene = await longAfter(DAY_MS + 1);
      const { status, json, headers } = await scene.ask('/v1/catalog.ttl?at=1&limit=2');
      expect([status, json.type, json.links]).toEqual([
        410,
        `${BASE}/problems/moment-passed`,
        { catalog: `${BASE}/v1/catalog.ttl`, snapshot: `${BASE}/v1/snapshots/latest` },
      ]);
      expect(json.detail).toContain('20002 changes came since');
      expect(headers.link).toContain(`<${BASE}/v1/catalog.ttl>; rel="first"`);
      expect((await scene.ask('/v1/catalog.ttl')).status).toBe(200);
    });
  });

  it('reads nothing of the log for what is new since', async () => {
    let reads = 0;
    const { ports } = createScene();
    const ledger = {
      ...ports.ledger,
      read: async () => {
        reads += 1;
        return [];
      },
    };
    const scene = createScene();
    await scene.append(...creations(30));
    const shown = await Promise.all(
      creations(30).map(({ dataset }) => entryAt({ catalogue: scene.ports.catalogue, ledger }, dataset, 0)),
    );
    expect([new Set(shown), reads]).toEqual([new Set([null]), 0]);
  });

  it('is what the names of the catalogue and of its publisher lead to', async () => {
    for (const name of ['catalogue', 'publisher']) {
      expect(await createScene().ask(`/id/${name}`)).toMatchObject({
        status: 303,
        headers: { location: `${BASE}/v1/catalog` },
      });
    }
  });
});
