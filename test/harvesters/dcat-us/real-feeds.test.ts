/** Real data.json files, from reading to comparison: what changed is known exactly. */
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compare } from '#catalogue/compare.ts';
import { fingerprint } from '#catalogue/fingerprint.ts';
import { datasetId } from '#catalogue/identity.ts';
import { normalise } from '#catalogue/normalise.ts';
import type { RecordState } from '#catalogue/record-state.ts';
import { describeWithSharedData, sharedBytes, sharedText } from '#test/shared-data.ts';
import { othersOf, readingsOf, recordsOf } from './reading.ts';

const pageOf = (path: string): Uint8Array => {
  const bytes = sharedBytes(`feeds/${path}`);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

/** Harvests a snapshot into the states; the source's identifiers by outcome. */
const harvest = async (path: string, states: Map<string, RecordState>): Promise<Record<string, (string | null)[]>> => {
  const outcomes: Record<string, (string | null)[]> = {
    created: [],
    updated: [],
    unchanged: [],
    duplicate: [],
    rejected: [],
  };
  const seen = new Set<string>();
  for (const raw of recordsOf(await readingsOf(pageOf(path)))) {
    const record = normalise(raw, { defaults: {} });
    if ('rejected' in record) {
      outcomes.rejected?.push(raw.identifier);
      continue;
    }
    const id = datasetId('s', record.key);
    const now = fingerprint(record);
    const outcome = seen.has(id) ? 'duplicate' : compare(states.get(id), now).kind;
    outcomes[outcome]?.push(raw.identifier);
    seen.add(id);
    const { kind, identifier } = record;
    const known = {
      kind,
      identifier,
      live: true,
      revision: 1,
      lastSeq: 0,
      missingRuns: 0,
      flaps: 0,
      kept: false,
      home: null,
    };
    states.set(id, { ...known, id, hash: now.contentHash, properties: now.properties });
  }
  return outcomes;
};

interface Expected {
  snapshots: { file: string }[];
  transitions: {
    added: string[];
    removed: string[];
    changed: Record<string, string[]>;
    changedOnlyInArrayOrder: string[];
  }[];
}

describeWithSharedData('five snapshots of healthdata.gov', () => {
  test('give 2,516 datasets, then exactly the changes that are known', async () => {
    // A published table of the feed's own repository; its shape is checked by what is read from it.
    const expected = JSON.parse(sharedText('feeds/healthdata-gov/expected-changes.json')) as Expected;
    const states = new Map<string, RecordState>();
    const changes: (string | null)[][] = [];
    for (const [index, { file }] of expected.snapshots.entries()) {
      const { created, updated, duplicate, rejected } = await harvest(`healthdata-gov/${file}`, states);
      expect([created?.length, duplicate, rejected]).toEqual([index === 0 ? 2516 : 0, [], []]);
      changes.push([...(updated ?? [])].sort());
    }
    // Keywords are a set: what differs in their order alone has not changed.
    const known = expected.transitions.map(({ changed, changedOnlyInArrayOrder }) =>
      Object.keys(changed)
        .filter((id) => !changedOnlyInArrayOrder.includes(id))
        .sort(),
    );
    expect(changes).toEqual([[], ...known]);
    expect(changes.map((ids) => ids.length)).toEqual([0, 1, 0, 5, 0]);
  });
});

describeWithSharedData('the data.json of CMS', () => {
  test('written anew in another format has not changed', async () => {
    const states = new Map<string, RecordState>();
    const first = await harvest('us-datajson/history/cms-f74f3a0.json.gz', states);
    const second = await harvest('us-datajson/history/cms-acf49f0.json.gz', states);
    expect(first.created).toHaveLength(139);
    expect(second.unchanged).toHaveLength(139);
  });

  test('changes in one dataset at a time', async () => {
    const states = new Map<string, RecordState>();
    const updated: (string | null)[][] = [];
    for (const file of ['history/cms-acf49f0.json.gz', 'history/cms-9cd27cf.json.gz', 'cms.json.gz']) {
      updated.push((await harvest(`us-datajson/${file}`, states)).updated ?? []);
    }
    expect(updated.map((ids) => ids.length)).toEqual([0, 1, 1]);
  });
});

describeWithSharedData('the data.json files that a national harvester is tested with', () => {
  test('are all read whole, whatever they lack', async () => {
    const files = sharedText('MANIFEST.tsv').match(/gsa-harvester\/dcatus\/[^\t\n]+\.json(?=\t)/g) ?? [];
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const readings = await readingsOf(pageOf(file));
      expect([file, othersOf(readings)]).toEqual([file, []]);
      expect(readings.length, file).toBeGreaterThan(0);
    }
  });

  test('keep their other records when one of them is made unreadable', async () => {
    const text = Buffer.from(pageOf('gsa-harvester/dcatus/dcatus_with_none.json')).toString('utf8');
    const at = text.indexOf('"modified"', text.length / 2);
    const readings = await readingsOf(`${text.slice(0, at)}modified"${text.slice(at + '"modified"'.length)}`);
    expect(recordsOf(readings)).toHaveLength(401);
    const place = { line: text.slice(0, at).split('\n').length, path: expect.stringMatching(/^\/dataset\/\d+$/) };
    expect(othersOf(readings)).toMatchObject([{ kind: 'rejection', place }]);
  });
});
