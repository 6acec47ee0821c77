/** Every member of the feed against the shape of DCAT-AP Feeds and the shapes of DCAT-AP, by two engines that know nothing of each other. */
import { createRequire } from 'node:module';
import { DataFactory, Parser, type Quad, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { expect, test } from 'vitest';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';
import { createScene } from '../api/scene.ts';
import { changesOfTime, recordOf } from './changes-of-time.ts';
import { freezePages } from './served.ts';

/** What is used of an engine that ships no types. */
interface Engine {
  readonly Validator: new (
    shapes: Store,
    options: { factory: typeof DataFactory },
  ) => {
    validate(data: { dataset: Store }): Promise<{
      readonly results: readonly {
        readonly focusNode: { readonly term: { readonly value: string } };
        readonly severity: { readonly value: string };
      }[];
    }>;
  };
}

const require = createRequire(import.meta.url);
const { Validator }: Engine = require('shacl-engine');

const AS = 'https://www.w3.org/ns/activitystreams#';
const IMPORTS = 'http://www.w3.org/2002/07/owl#imports';

const parsed = (text: string, format: string): Quad[] => new Parser({ format }).parse(text);

/** The shapes without what they would fetch: the imported ones stand beside them. */
const shapes = (): Store => {
  const texts = ['dcat-ap-feeds/shape.ttl', 'dcat-ap-3.0.1/html-shacl/shapes.ttl'];
  const quads = texts.flatMap((path) => parsed(sharedText(`standards/${path}`), 'text/turtle'));
  return new Store(quads.filter(({ predicate }) => predicate.value !== IMPORTS));
};

/** What each engine says of a member: the paths at which it finds something wrong. */
async function verdicts(member: readonly Quad[], rules: Store): Promise<readonly (readonly string[])[]> {
  const dataset = new Store([...member]);
  const one = await new Validator(rules, { factory: DataFactory }).validate({ dataset });
  const other = await new SHACLValidator(rules).validate(dataset);
  const violation = ({ severity }: { severity: { value: string } | null }) => severity?.value.endsWith('Violation');
  return [
    one.results.filter(violation).map(({ focusNode }) => focusNode.term.value),
    other.results.filter(violation).map(({ focusNode }) => focusNode?.value ?? ''),
  ];
}

/** The members of the first pages: each with what is said of it and what lies in its graph. */
async function membersOf(count: number): Promise<Map<string, Quad[]>> {
  const scene = createScene({}, recordOf);
  await scene.append(...changesOfTime(count));
  await freezePages(scene);
  const { body } = await scene.ask('/v1/feeds/dcat-ap/pages/1.nq');
  const quads = parsed(body, 'application/n-quads');
  const ids = quads
    .filter(({ predicate }) => predicate.value.endsWith('tree#member'))
    .map(({ object }) => object.value);
  const own = Map.groupBy(quads, ({ subject, graph }) => (graph.value === '' ? subject.value : graph.value));
  return new Map(ids.map((id) => [id, own.get(id) ?? []]));
}

const BASE = 'https://data.example.dk';

describeWithSharedData('members of the DCAT-AP feed', () => {
  test('conform, be they agents, the catalogue, datasets or deletions', async () => {
    const rules = shapes();
    const members = await membersOf(12);
    const kinds = new Set([...members.keys()].map((id) => id.replace(/^.*#|-\d+$/g, '')));
    expect([...kinds].sort()).toEqual(['activity', 'agent', 'catalogue', 'publisher']);
    for (const [id, member] of members) expect([id, await verdicts(member, rules)]).toEqual([id, [[], []]]);
  });

  const faults: readonly (readonly [string, (member: Quad[]) => Quad[]])[] = [
    [
      'says more of its activity than the closed shape lets it',
      (member) => [
        ...member,
        DataFactory.quad(
          DataFactory.namedNode(`${BASE}/v1/changes/1#activity`),
          DataFactory.namedNode(`${AS}summary`),
          DataFactory.literal('x'),
        ) as Quad,
      ],
    ],
    ['has no title', (member) => member.filter(({ predicate }) => !predicate.value.endsWith('terms/title'))],
    ['has no object', (member) => member.filter(({ predicate }) => predicate.value !== `${AS}object`)],
  ];

  test.each(faults)('would be refused by both engines if one %s', async (_name, spoil) => {
    const member = (await membersOf(1)).get(`${BASE}/v1/changes/1#activity`) ?? [];
    expect(member.length).toBeGreaterThan(10);
    for (const found of await verdicts(spoil(member), shapes())) expect(found.length).toBeGreaterThan(0);
  });
});
