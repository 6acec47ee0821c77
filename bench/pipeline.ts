/** The pure part of a harvest: reading, normalising, fingerprinting and comparing, as `functions/harvest` does it. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { StreamParser } from 'n3';
import type { RecordState } from '#catalogue/record-state.ts';
import { takeRecord } from '#functions/harvest/take-record.ts';
import type { Harvester } from '#harvesters/harvester.ts';
import type { Page } from '#schemas/reading.ts';
import { Source } from '#schemas/source.ts';

/** A feed on disk. */
export interface FeedFile {
  readonly path: string;
  readonly contentType: string;
  readonly format: Source['format'];
}

export interface Pass {
  readonly ms: number;
  readonly records: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly states: Map<string, RecordState>;
}

const URL = 'https://example.dk/feed';

/** Reads a feed once against what is known of it. */
export async function pass(
  harvester: Harvester,
  feed: FeedFile,
  known: ReadonlyMap<string, RecordState>,
): Promise<Pass> {
  const source = Source.parse({ id: 'bench', owner: { id: 'bench' }, format: feed.format, url: URL });
  const page: Page = {
    request: { url: URL },
    url: URL,
    contentType: feed.contentType,
    body: createReadStream(feed.path),
  };
  const states = new Map<string, RecordState>();
  const outcomes: Record<string, number> = {};
  const context = {
    source,
    run: 'bench.run.000000',
    page: URL,
    pageKey: URL,
    archive: null,
    observedAt: '2026-01-01T00:00:00Z',
    stateOf: (id: string) => known.get(id),
  };
  let records = 0;
  const started = performance.now();
  for await (const reading of harvester.read(source, page)) {
    if (reading.kind !== 'record') {
      outcomes[reading.kind] = (outcomes[reading.kind] ?? 0) + 1;
      continue;
    }
    records += 1;
    const taken = takeRecord(reading.record, context);
    const outcome = taken.kind === 'rejected' ? 'rejected' : taken.outcome;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (taken.kind === 'taken' && taken.change) states.set(taken.id, taken.change.state);
  }
  return { ms: performance.now() - started, records, outcomes, states };
}

/** n3 alone streaming a file: what any reader of Turtle must spend at the least. */
export async function n3Alone(path: string): Promise<{ readonly ms: number; readonly triples: number }> {
  let triples = 0;
  const started = performance.now();
  const parser = createReadStream(path).pipe(new StreamParser());
  parser.on('data', () => {
    triples += 1;
  });
  await once(parser, 'end');
  return { ms: performance.now() - started, triples };
}
