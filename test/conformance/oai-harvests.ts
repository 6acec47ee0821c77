/**
 * The running system, harvested by other people's OAI-PMH clients: `oai-harvests.ts FOLDER`. In a process of its own, for the
 * clock is moved in it. Sends what each client that is here got, and how that differs from what the API says.
 */
import * as z from 'zod';
import { page } from '#test/chaos/owners.ts';
import { System } from '#test/chaos/system.ts';
import { editionOf } from './editions.ts';
import { type ForeignClient, type ForeignRecord, foreignClients } from './foreign-clients.ts';

/** Between what a harvester has seen and what is new to it: far more than the minute by which answers are dated back. */
const LATER_MS = 3_600_000;

const PREFIXES = ['oai_dc', 'dcat_ap'] as const;

const Dataset = z.object({
  iri: z.string(),
  state: z.enum(['live', 'removed']),
  title: z.record(z.string(), z.string()),
  changedAt: z.string(),
});
type Dataset = z.infer<typeof Dataset>;
const DatasetPage = z.object({ items: z.array(Dataset), links: z.object({ next: z.string().nullable() }) });

/** One harvest: whose, of what, how much came, and everything that is not as the API says. */
export interface HarvestOutcome {
  readonly client: string;
  readonly what: string;
  readonly live: number;
  readonly deleted: number;
  readonly faults: readonly string[];
}

const secondOf = (instant: string): string => `${instant.slice(0, 19)}Z`;

/** Everything in which a harvest is not what the API says; empty when it is the same. */
function faultsOf(records: readonly ForeignRecord[], wanted: readonly Dataset[]): string[] {
  const found = new Map(records.map((record) => [record.identifier, record]));
  const known = new Set(wanted.map(({ iri }) => iri));
  const differences = wanted.flatMap(({ iri, state, title, changedAt }) => {
    const record = found.get(iri);
    if (!record) return [`${iri} is missing`];
    const isTold = state === 'removed' ? record.metadata === '' : record.metadata.includes(title.da ?? '');
    return [
      ...(record.deleted === (state === 'removed') ? [] : [`${iri} is ${state}`]),
      ...(record.datestamp === secondOf(changedAt) ? [] : [`${iri} is of ${record.datestamp}`]),
      ...(isTold ? [] : [`${iri} is described as "${record.metadata.slice(0, 200)}"`]),
    ];
  });
  return [
    ...(found.size === records.length ? [] : [`${records.length - found.size} records came twice`]),
    ...records.flatMap(({ identifier }) => (known.has(identifier) ? [] : [`${identifier} is unknown`])),
    ...differences,
  ];
}

const [folder = ''] = process.argv.slice(2);
const system = await System.start(folder);
const baseUrl = `${system.host.address}/v1/oai`;
const source = 'skiftende';
await system.addSource({
  id: source,
  owner: { id: 'owner' },
  format: 'dcat',
  url: system.owners.urlOf(source, '/feed', system.names),
  politeness: { requestsPerSecond: 1000, concurrency: 1 },
  // What the script takes away it means.
  removal: { missingRuns: 1, holdAbove: { share: 1, count: 10_000 }, renames: 'off' },
});

async function publish(edition: number): Promise<void> {
  system.clock.shift(LATER_MS);
  system.owners.answer(`${source}.test`, page(editionOf(edition)));
  await system.harvest(source);
  await system.catchUp();
}

/** All datasets that there are and were, as the API lists them. */
async function datasets(): Promise<Dataset[]> {
  const all: Dataset[] = [];
  for (let next: string | null = `${system.host.address}/v1/datasets?status=all&limit=500`; next !== null; ) {
    const { items, links }: z.infer<typeof DatasetPage> = DatasetPage.parse(await (await fetch(next)).json());
    all.push(...items);
    next = links.next;
  }
  return all;
}

async function responseDate(): Promise<string> {
  const answer = await (await fetch(`${baseUrl}?verb=Identify`)).text();
  return /<responseDate>([^<]*)</.exec(answer)?.[1] ?? '';
}

async function harvest(client: ForeignClient, prefix: string, from?: string): Promise<HarvestOutcome> {
  const what = `${prefix}, ${from === undefined ? 'everything' : 'what changed since'}`;
  const named = { client: client.title, what };
  try {
    const records = await client.harvest({ baseUrl, prefix, from });
    const wanted = (await datasets()).filter(({ changedAt }) => from === undefined || secondOf(changedAt) >= from);
    const deleted = records.filter((record) => record.deleted).length;
    return { ...named, live: records.length - deleted, deleted, faults: faultsOf(records, wanted) };
  } catch (error) {
    return { ...named, live: 0, deleted: 0, faults: [error instanceof Error ? error.message : String(error)] };
  }
}

const here: ForeignClient[] = [];
for (const client of foreignClients) if (await client.isThere()) here.push(client);

async function harvestAll(from?: string): Promise<HarvestOutcome[]> {
  const outcomes: HarvestOutcome[] = [];
  for (const client of here) for (const prefix of PREFIXES) outcomes.push(await harvest(client, prefix, from));
  return outcomes;
}

await publish(0);
await publish(1);
const whole = await harvestAll();
const from = await responseDate();
await publish(2);
process.send?.([...whole, ...(await harvestAll(from))]);
await system.stop();
