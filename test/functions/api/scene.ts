/** The API on working ports in memory, asked by API Gateway's events. */
import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { atHand } from '#functions/api/answering.ts';
import { createApi } from '#functions/api/api.ts';
import { KeptAnswers } from '#functions/api/kept-answers.ts';
import { Links } from '#functions/api/links.ts';
import { deadLettersOf } from '#functions/api/operator-ports.ts';
import type { ApiPorts } from '#functions/api/ports.ts';
import { rdfWriters } from '#functions/api/rdf-writers.ts';
import { reportWriters } from '#functions/api/report-writers.ts';
import { project } from '#functions/project/project.ts';
import { searchReader } from '#functions/shared/search-reader.ts';
import type { ChangeDraft } from '#schemas/change.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { draftOf, entryOf } from '../drafts.ts';
import { memoryAudit } from '../memory-audit.ts';
import { memoryCatalogue, memoryCheckpoints } from '../memory-catalogue.ts';
import { exampleSource, memoryRuns, memorySources } from '../memory-control.ts';
import { memoryErased } from '../memory-erased.ts';
import { memoryLedger, memoryLog } from '../memory-ledger.ts';
import { memoryLetters } from '../memory-letters.ts';
import { memoryLinks } from '../memory-links.ts';
import { memoryObjects } from '../memory-objects.ts';
import { memoryQuality } from '../memory-quality.ts';
import { memoryWebhooks } from '../memory-webhooks.ts';
import { expectDescribed } from './described.ts';

export const BASE = 'https://data.example.dk';
export const TOKEN = 'a-token-for-operators';
export const LINK_SECRET = 'what-the-links-of-owners-are-signed-with';

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Whether the body is base64 of bytes. */
  readonly isBase64Encoded: boolean;
  /** The body as JSON; what it is made of is for each test to say. */
  readonly json: Record<string, unknown>;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** An event as API Gateway makes it: host and stage are not those of the public address. */
export function eventOf(target: string, { method = 'GET', headers = {}, body }: Asked = {}): APIGatewayProxyEventV2 {
  const [path = '/', rawQueryString = ''] = target.split('?');
  return {
    version: '2.0',
    routeKey: 'ANY /v1/{proxy+}',
    rawPath: path,
    rawQueryString,
    headers: { host: 'abc123.execute-api.eu-central-1.amazonaws.com', ...headers },
    requestContext: {
      accountId: '000000000000',
      apiId: 'abc123',
      domainName: 'abc123.execute-api.eu-central-1.amazonaws.com',
      domainPrefix: 'abc123',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request-1',
      routeKey: 'ANY /v1/{proxy+}',
      stage: '$default',
      time: '23/Nov/2026:04:00:00 +0000',
      timeEpoch: 0,
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body }),
  };
}

// The API reads nothing of the context.
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

export interface Scene {
  readonly ports: ApiPorts;
  readonly objects: ReturnType<typeof memoryObjects>;
  readonly failures: unknown[];
  /** What was put on queues. */
  readonly sent: readonly [string, string][];
  ask(target: string, asked?: Asked): Promise<Answer>;
  /** Appends changes and projects them. */
  append(...drafts: ChangeDraft[]): Promise<void>;
}

/**
 * @param recordOf the record as of a draft that is no deletion.
 * @param answers what the API keeps: nothing, for tests ask what is true now.
 * @param log the change log; one of another epoch was restored.
 */
export function createScene(
  over: Partial<ApiPorts> = {},
  recordOf: (draft: ChangeDraft) => CatalogueEntry = ({ dataset }) => entryOf(dataset),
  answers = new KeptAnswers({ unchangingMs: 0, viewMs: 0 }),
  log = memoryLog(),
): Scene {
  let now = Date.parse('2026-11-23T04:00:00.000Z');
  const ledger = memoryLedger(log, () => now);
  const catalogue = memoryCatalogue();
  const checkpoints = memoryCheckpoints();
  const objects = memoryObjects();
  const failures: unknown[] = [];
  const sent: [string, string][] = [];
  const ports: ApiPorts = {
    links: new Links(BASE),
    ledger,
    catalogue,
    checkpoints,
    sameAs: { get: async () => [] },
    quality: memoryQuality(),
    reports: { build: async () => ({ kind: 'unknown' }), keep: async () => undefined },
    reportWriters,
    letters: memoryLetters(),
    linkSecret: LINK_SECRET,
    contact: 'drift@data.example.dk',
    clock: () => now,
    linkStatuses: memoryLinks(),
    search: searchReader(objects),
    runs: memoryRuns([]),
    sources: memorySources([exampleSource]),
    erased: memoryErased(),
    objects,
    presign: async (key) => `https://bucket.example/${key}?signed`,
    held: { decide: async () => ({ kind: 'nothing-held' }) },
    renames: { list: async () => [], decide: async () => ({ kind: 'busy' }) },
    starter: { start: async () => ({ kind: 'busy' }), replay: async () => ({ kind: 'busy' }) },
    deadLetters: deadLettersOf({
      objects,
      runs: memoryRuns([]),
      starter: {
        start: async () => ({ kind: 'started', run: 'sds.20261123T050000Z.abc124' }),
        replay: async () => ({ kind: 'busy' }),
      },
      send: async (queue, body) => void sent.push([queue, body]),
      clock: () => now,
    }),
    webhooks: {
      ...memoryWebhooks(),
      sender: { send: async () => ({ kind: 'cut-off' }) },
      allowedHosts: [],
      random: randomBytes,
    },
    writers: rdfWriters,
    operatorToken: TOKEN,
    audit: memoryAudit(),
    report: (failure) => failures.push(failure),
    ...over,
  };
  const api = createApi(atHand(ports), { answers });
  return {
    ports,
    objects,
    failures,
    sent,
    async ask(target, asked) {
      const result: APIGatewayProxyStructuredResultV2 = await api(eventOf(target, asked), context);
      const body = result.body ?? '';
      const { statusCode: status, headers = {}, isBase64Encoded = false } = result;
      expectDescribed(asked?.method ?? 'GET', target, { status, headers, body, isBase64Encoded });
      const isJson = !isBase64Encoded && /json/.test(String(headers['content-type'])) && body !== '';
      return { status, headers, body, isBase64Encoded, json: isJson ? JSON.parse(body) : {} };
    },
    async append(...drafts) {
      now += 1000;
      await ledger.append(
        drafts,
        drafts.map((draft) => (draft.type === 'Delete' ? null : recordOf(draft))),
      );
      await project({ ledger, catalogue, checkpoints, holder: () => 'test', outOfTime: () => false });
    },
  };
}

/** Creations of datasets of one source. */
export const creations = (count: number, source = 'sds'): ChangeDraft[] =>
  Array.from({ length: count }, (_, index) => draftOf(`${source}.d${String(index).padStart(4, '0')}`));
