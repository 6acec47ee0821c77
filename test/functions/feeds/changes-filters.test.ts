/** `/v1/changes` by filters, and a change as RDF under the name that the feed gives it. */

import type { Quad } from 'n3';
import { parse } from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { createScene, type Scene } from '../api/scene.ts';
import { draftOf } from '../drafts.ts';
import { exampleSource, memorySources } from '../memory-control.ts';
import { changesOfTime, recordOf } from './changes-of-time.ts';
import { freezePages } from './served.ts';

const BASE = 'https://data.example.dk';
const HEALTH = 'http://publications.europa.eu/resource/authority/data-theme/HEAL';

const seqs = (json: Record<string, unknown>): number[] => (json.items as { seq: number }[]).map(({ seq }) => seq);

const removal = (dataset: string, previous: number) =>
  draftOf(dataset, { type: 'Delete', revision: 9, contentHash: null, cause: 'source-removed', previous });

const update = (dataset: string, previous: number) =>
  draftOf(dataset, { type: 'Update', revision: 2 + previous, previous, cause: 'source-updated' });

describe('GET /v1/changes by owner and theme', () => {
  it('gives the changes of all sources of an owner, and lets nobody keep them: whose a source is may be put right', async () => {
    const others = { ...exampleSource, id: 'ssi', owner: { ...exampleSource.owner, id: 'ssi' } };
    const second = { ...exampleSource, id: 'esundhed' };
    const scene = createScene({ sources: memorySources([exampleSource, others, second]) });
    await scene.append(draftOf('sds.a'), draftOf('ssi.b'), draftOf('esundhed.c'), draftOf('ssi.d'));
    const answer = await scene.ask('/v1/changes?owner=sundhedsdatastyrelsen&limit=2');
    expect(seqs(answer.json)).toEqual([1, 3]);
    expect(answer.json).toMatchObject({ cursor: 'c1.e1.3', hasMore: true });
    expect(answer.headers['cache-control']).not.toContain('immutable');
    expect((await scene.ask('/v1/changes?owner=nobody')).json).toMatchObject({ items: [], cursor: 'c1.e1.4' });
  });

  /** Datasets have the theme of health in odd revisions only. */
  const themed = (draft: ReturnType<typeof draftOf>) => {
    const entry = recordOf(draft);
    const { theme: _, ...plain } = entry.record;
    return draft.dataset.startsWith('sds.health') && draft.revision % 2 === 1 ? entry : { ...entry, record: plain };
  };

  it('tells a follower of a theme what entered it, what left it and what was removed from it', async () => {
    const scene = createScene({}, themed);
    await scene.append(
      draftOf('sds.health1'),
      draftOf('sds.other2'),
      update('sds.health1', 1), // revision 3: stays
      draftOf('sds.health1', { type: 'Update', revision: 4, previous: 3 }), // leaves
      draftOf('sds.health1', { type: 'Update', revision: 6, previous: 4 }), // is elsewhere
      draftOf('sds.health1', { type: 'Update', revision: 7, previous: 5 }), // comes back
      removal('sds.health1', 6),
      removal('sds.other2', 2),
    );
    for (const theme of ['HEAL', HEALTH]) {
      const { json } = await scene.ask(`/v1/changes?theme=${encodeURIComponent(theme)}`);
      expect(seqs(json)).toEqual([1, 3, 4, 6, 7]);
      expect(json).toMatchObject({ cursor: 'c1.e1.8', hasMore: false });
    }
    expect(seqs((await scene.ask('/v1/changes?theme=EAL')).json)).toEqual([]);
  });

  it('moves on through a log without the theme, a bounded part of it at a time', async () => {
    const scene = createScene();
    await scene.append(...changesOfTime(250));
    const first = await scene.ask('/v1/changes?theme=HEAL');
    expect(first.json).toMatchObject({ items: [], cursor: 'c1.e1.200', hasMore: true });
    const rest = await scene.ask('/v1/changes?theme=HEAL&since=c1.e1.200');
    expect(rest.json).toMatchObject({ items: [], cursor: 'c1.e1.250', hasMore: false });
  });

  it('lets filters change between calls: a cursor is a place in the log and not a query', async () => {
    const scene = createScene();
    await scene.append(draftOf('sds.a'), draftOf('ssi.b'), draftOf('sds.c'), draftOf('ssi.d'), draftOf('sds.e'));
    const first = await scene.ask('/v1/changes?source=ssi&limit=1');
    const second = await scene.ask(`/v1/changes?source=sds&limit=1&since=${first.json.cursor}`);
    const third = await scene.ask(`/v1/changes?since=${second.json.cursor}`);
    expect([first, second, third].map(({ json }) => seqs(json))).toEqual([[2], [3], [4, 5]]);
  });
});

describe('GET /v1/changes/{seq} in RDF', () => {
  const formats: readonly (readonly [string, string])[] = [
    ['ttl', 'text/turtle'],
    ['nt', 'application/n-triples'],
    ['rdf', 'application/rdf+xml'],
    ['jsonld', 'application/ld+json'],
  ];

  const quadsOf = (body: string, format: string): Quad[] => parse(body, { format }) as unknown as Quad[];

  /** Statements without the names of blank nodes. */
  const statements = (body: string, format: string): string[] =>
    quadsOf(body, format)
      .map(({ subject, predicate, object }) =>
        [subject, predicate, object].map((term) => (term.termType === 'BlankNode' ? '[]' : term.value)).join(' '),
      )
      .sort();

  async function sceneOf(count: number): Promise<Scene> {
    const scene = createScene({}, recordOf);
    await scene.append(...changesOfTime(count));
    await freezePages(scene);
    return scene;
  }

  it.each(formats)('says the same by suffix .%s and by Accept %s as in every other format', async (suffix, type) => {
    const scene = await sceneOf(3);
    const bySuffix = await scene.ask(`/v1/changes/1.${suffix}`);
    expect(bySuffix.status).toBe(200);
    expect(bySuffix.headers['content-type']).toContain(type);
    const byAccept = await scene.ask('/v1/changes/1', { headers: { accept: type } });
    expect(byAccept.body).toBe(bySuffix.body);
    const turtle = (await scene.ask('/v1/changes/1.nt')).body;
    expect(statements(bySuffix.body, type)).toEqual(statements(turtle, 'application/n-triples'));
  });

  it.each([
    ['a frozen page', 42],
    ['the growing page', 230],
  ])('leads from the name of an activity to what the feed says of it, in %s', async (_where, seq) => {
    const scene = await sceneOf(250);
    const page = await scene.ask(`/v1/feeds/dcat-ap/pages/${Math.ceil(seq / 100)}.nq`);
    const iri = `${BASE}/v1/changes/${seq}#activity`;
    const inFeed = quadsOf(page.body, 'application/n-quads').filter(
      ({ subject, graph }) => graph.value === iri || (graph.value === '' && subject.value === iri),
    );
    const shown = statements((await scene.ask(`/v1/changes/${seq}.nt`)).body, 'application/n-triples');
    expect(inFeed.length).toBeGreaterThan(2);
    for (const { subject, predicate, object } of inFeed) {
      const words = [subject, predicate, object].map((term) => (term.termType === 'BlankNode' ? '[]' : term.value));
      expect(shown).toContain(words.join(' '));
    }
  });

  it('tells of the agents and the catalogue that a change brought along', async () => {
    const scene = await sceneOf(120);
    const shown = (await scene.ask('/v1/changes/1.nt')).body;
    for (const part of ['publisher', 'catalogue', 'agent-1', 'activity']) {
      expect(shown).toContain(`<${BASE}/v1/changes/1#${part}> <https://www.w3.org/ns/activitystreams#published>`);
    }
    expect(shown).toContain('"Styrelsen 0"@da');
  });

  it('says of a deletion that it was one, and nothing of what was deleted', async () => {
    const scene = await sceneOf(8);
    const { body } = await scene.ask('/v1/changes/8.nt');
    expect(quadsOf(body, 'application/n-triples')).toHaveLength(3);
    expect(body).toContain('https://www.w3.org/ns/activitystreams#Delete');
  });

  it('refuses what it does not have', async () => {
    const scene = await sceneOf(1);
    expect((await scene.ask('/v1/changes/1.csv')).status).toBe(404);
    expect((await scene.ask('/v1/changes/1', { headers: { accept: 'text/csv' } })).status).toBe(406);
  });
});
