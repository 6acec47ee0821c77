/** Things in several formats, each as all others: what is said where no format fits, and that every format leads to the others. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { awkwardReport } from '#test/publishing/report/awkward-report.ts';
import { draftOf } from '../drafts.ts';
import { memoryRuns, runOf } from '../memory-control.ts';
import { memoryQuality } from '../memory-quality.ts';
import { BASE, createScene, type Scene } from './scene.ts';

const RUN = 'sds.20261123T040000Z.abc123';

async function scene(): Promise<Scene> {
  const quality = memoryQuality();
  const made = createScene({
    quality,
    runs: memoryRuns([runOf(RUN, '2026-11-23T04:00:00.000Z')]),
    reports: { build: async () => ({ kind: 'report', report: awkwardReport }), keep: async () => undefined },
  });
  await made.append(draftOf('sds.a'));
  await quality.write([
    {
      assessment: {
        dataset: 'sds.a',
        assessedAt: '2026-11-23T04:00:00.000Z',
        measurements: [{ metric: 'keywordAvailability', on: 'dataset', value: false }],
        profiles: [],
        scores: [],
        findings: [],
        grade: { letter: 'C', share: 0.5, parts: [] },
      },
      seq: 1,
      rules: 'r1',
      summary: { letter: 'C', share: 0.5, mqa: 200, rating: 'enough' },
      cause: { kind: 'created', run: RUN, seq: 1 },
    },
  ]);
  const record = { outcome: 'created', id: 'sds.a', identifier: 'a' };
  made.objects.contents.set(`runs/${RUN}/records.jsonl.gz`, gzipSync(`${JSON.stringify(record)}\n`));
  return made;
}

const typeOf = ({ headers }: Awaited<ReturnType<Scene['ask']>>): string | undefined =>
  String(headers['content-type']).split(';')[0];

const run = `/v1/runs/${RUN}`;
const report = `/v1/owners/${awkwardReport.owner.id}/report`;

/** Each thing with the addresses of its formats and their media types. */
const things: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    `${run}/records`,
    [
      [`${run}/records?format=json`, 'application/json'],
      [`${run}/records.csv`, 'text/csv'],
    ],
  ],
  [
    `${run}/problems`,
    [
      [`${run}/problems?format=json`, 'application/json'],
      [`${run}/problems.csv`, 'text/csv'],
    ],
  ],
  [
    '/v1/datasets/sds.a/quality',
    [
      ['/v1/datasets/sds.a/quality?format=json', 'application/json'],
      ['/v1/datasets/sds.a/quality.ttl', 'text/turtle'],
      ['/v1/datasets/sds.a/quality.jsonld', 'application/ld+json'],
    ],
  ],
  [
    report,
    [
      [`${report}.json?lang=da`, 'application/json'],
      [`${report}.html?lang=da`, 'text/html'],
      [`${report}.pdf?lang=da`, 'application/pdf'],
      [`${report}.csv?lang=da`, 'text/csv'],
      [`${report}.ttl?lang=da`, 'text/turtle'],
      [`${report}.jsonld?lang=da`, 'application/ld+json'],
    ],
  ],
];

describe.each(things)('%s', (path, formats) => {
  it.each([
    ['', 'image/png'],
    ['?format=xlsx', '*/*'],
  ])('names what is at hand where no format fits (%j, %s)', async (query, accept) => {
    const { status, json, headers } = await (await scene()).ask(path + query, { headers: { accept } });
    expect([status, json.type]).toEqual([406, `${BASE}/problems/not-acceptable`]);
    expect(json.alternatives).toEqual(formats.map(([href, type]) => ({ href: BASE + href, type })));
    expect(headers.vary).toContain('Accept');
  });

  it.each(formats)(
    'is had at %s as %s, by its name, its media type and Accept alike, with the others beside it',
    async (href, type) => {
      const made = await scene();
      const there = await made.ask(href, { headers: { accept: 'image/png' } });
      expect([there.status, typeOf(there)]).toEqual([200, type]);
      const others = formats.filter(([, other]) => other !== type);
      for (const [other, otherType] of others) {
        expect(there.headers.link).toContain(`<${BASE}${other}>; rel="alternate"; type="${otherType}"`);
      }
      const accepted = await made.ask(path, { headers: { accept: type } });
      const named = await made.ask(`${path}?format=${encodeURIComponent(type)}`);
      expect([accepted, named].map(typeOf)).toEqual([type, type]);
    },
  );
});

it('the start of all names its format where neither that nor a page fits', async () => {
  const { status, json } = await createScene().ask('/', { headers: { accept: 'text/turtle' } });
  expect([status, json.alternatives]).toEqual([406, [{ href: `${BASE}/`, type: 'application/json' }]]);
});
