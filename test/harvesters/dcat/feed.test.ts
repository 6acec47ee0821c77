/** The events of a DCAT-AP Feed's pages, in every serialisation and cut anywhere. */
import { describe, expect, it } from 'vitest';
import { dcat } from '#harvesters/dcat/dcat.ts';
import type { Reading } from '#schemas/reading.ts';
import { Source } from '#schemas/source.ts';
import { FeedSite, type FeedType, serialised } from './feed-site.ts';
import { graphOf, ofKind } from './read-page.ts';

const url = 'https://owner.example/feed';
const source = Source.parse({ id: 'f', owner: { id: 'o' }, format: 'dcat', url, settings: { feed: 'ldes' } });

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const pageOf = (text: string, contentType: string, size = 1 << 20) => {
  const asked = `${url}/pages/0`;
  return { request: { url: asked }, url: asked, contentType, body: chunks(Buffer.from(text), size) };
};

/** What pages say together. */
async function gathered(...pages: ReturnType<typeof pageOf>[]): Promise<Reading[]> {
  const gathering = dcat.gather?.(source);
  if (gathering === undefined) throw new Error('a feed is gathered');
  for (const [place, page] of pages.entries()) await gathering.add(page, place);
  return [...gathering.readings()].map(({ reading }) => reading);
}

const linksOf = async (text: string, contentType: string): Promise<string[]> =>
  ofKind(await Array.fromAsync(dcat.read(source, pageOf(text, contentType))), 'page').map(({ request }) => request.url);

const feed = new FeedSite(url, 10);
feed.add(
  'Create',
  '<https://owner.example/agent>',
  '<https://owner.example/agent> a foaf:Agent ; foaf:name "Åse"@da .',
);
for (const name of ['æble', 'øl']) feed.dataset('Create', name);
feed.add('Delete', '<https://owner.example/d/øl>');
const trig = feed.page(0);

describe('a page of a feed', () => {
  it.each<FeedType>(['application/n-quads', 'application/ld+json'])('says in %s what it says in TriG', async (type) => {
    const own = await gathered(pageOf(trig, 'application/trig'));
    const other = await gathered(pageOf(serialised(trig, type, url), type));
    expect(graphOf(other)).toEqual(graphOf(own));
    expect(ofKind(other, 'deletion').map(({ identifier }) => identifier)).toEqual(['https://owner.example/d/øl']);
  });

  it('says the same in chunks of any size', async () => {
    const whole = await gathered(pageOf(trig, 'application/trig'));
    expect(ofKind(whole, 'record')).toHaveLength(1);
    // From 17 KB on a reader begins before the page has come; a comment brings it there.
    const long = `# ${'a'.repeat(17_000)}\n${trig}`;
    for (let size = 1; size < 60; size += 1) {
      expect(graphOf(await gathered(pageOf(long, 'application/trig', size)))).toEqual(graphOf(whole));
    }
  });

  it('that comes in two parts, cut behind the end of a graph, loses nothing', async () => {
    const long = `# ${'a'.repeat(17_000)}\n${trig}`;
    const cut = Buffer.byteLength(long.slice(0, long.indexOf('\n}\n') + 3));
    const readings = await gathered(pageOf(long, 'application/trig', cut));
    expect(ofKind(readings, 'rejection')).toEqual([]);
    expect(graphOf(readings)).toEqual(graphOf(await gathered(pageOf(trig, 'application/trig'))));
  });

  it('keeps the nodes without a name of two pages apart', async () => {
    const site = new FeedSite(url, 1);
    const withContact = (name: string) =>
      `<https://owner.example/d/${name}> a dcat:Dataset ; dct:title "${name}"@da ; dcat:contactPoint _:b0 .\n_:b0 vcard:fn "Kontakt ${name}" .`;
    for (const name of ['a', 'b']) site.add('Create', `<https://owner.example/d/${name}>`, withContact(name));
    const readings = await gathered(...[0, 1].map((index) => pageOf(site.page(index), 'application/trig')));
    const contacts = ofKind(readings, 'record').map(({ record }) =>
      JSON.stringify(record.node.properties.contactPoint),
    );
    expect(contacts.map((text) => /Kontakt \w(?=")/g.exec(text)?.[0])).toEqual(['Kontakt a', 'Kontakt b']);
    expect(contacts[0]).not.toContain('Kontakt b');
  });

  it('is known by the word GRAPH too', async () => {
    const spelt = trig.replace(/^(<\S+>) \{$/gm, 'GRAPH $1 {');
    expect(spelt).not.toBe(trig);
    const own = await gathered(pageOf(trig, 'application/trig'));
    expect(graphOf(await gathered(pageOf(spelt, 'application/trig')))).toEqual(graphOf(own));
  });

  it('leads to the pages of its relations, and the stream to its view', async () => {
    expect(await linksOf(feed.root(), 'application/trig')).toEqual([`${url}/pages/0`, url]);
    const stream = `<${url}#stream> <https://w3id.org/tree#view> <${url}> .`;
    expect(await linksOf(stream, 'text/turtle')).toEqual([url]);
  });

  it.each([
    ['whole', 'DurationAgoPolicy', true],
    ['by a point in time', 'PointInTimePolicy', true],
    ['of nothing', 'Nothing', true],
    ['but for the latest version', 'LatestVersionSubset', false],
  ])('that forgets %s (%s) is a window: %s', async (_, policy, isWindow) => {
    const gathering = dcat.gather?.(source);
    const text = `<${url}> <https://w3id.org/ldes#retentionPolicy> [ a <https://w3id.org/ldes#${policy}> ] .`;
    await gathering?.add(pageOf(text, 'application/trig'), 0);
    expect(gathering?.isWindow).toBe(isWindow);
  });
});
