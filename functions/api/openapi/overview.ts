/** The address of the overview. */
import * as z from 'zod';
import { Run } from '#schemas/run.ts';
import { Source } from '#schemas/source.ts';
import { Texts } from '#schemas/texts.ts';
import { sourceStates } from '../overview/source-health.ts';
import { troubleKinds } from '../overview/troubles.ts';
import { NoQuery } from '../request.ts';
import { Address, linksTo, Names, Time } from './common.ts';
import { type Descriptions, jsonAnswer } from './operation.ts';

const count = z.number().int();
const { format, enabled } = Source.shape;
const { id: run, state, startedAt, endedAt, reason, coverage } = Run.shape;

const SourceHealth = z.object({
  id: z.string(),
  title: Names,
  owner: z.object({ id: z.string(), name: Names }),
  format,
  enabled,
  state: z.enum(sourceStates).describe('The first that holds, in the order in which they stand here.'),
  lastRun: z.object({ id: run, state, startedAt, endedAt, reason, coverage }).nullable(),
  lastGood: z.object({ id: run, endedAt }).nullable(),
  every: z.string(),
  dueAt: Time.nullable().describe('Null for a source that is paused.'),
  overdueSeconds: count,
  live: count.describe('Datasets in the catalogue, as the latest run left it.'),
  held: count.describe('Removals that wait for a decision.'),
  waiting: count.describe('Changes that wait for approval.'),
  running: z.object({ run, startedAt, listed: count, requests: count, bytesReceived: count }).nullable(),
  failure: z.object({ code: z.string(), reason: z.string() }).nullable(),
  partial: z.boolean().describe('The latest three harvests all missed a part of the source.'),
  drift: z.boolean().describe('Changes wait because the site looks as if it had been built anew.'),
});

const Trouble = z.object({
  kind: z.enum(troubleKinds),
  severity: z.enum(['error', 'warning']),
  source: z.string().optional(),
  run: z.string().optional(),
  since: Time.optional(),
  text: Texts.describe('What happened, where, and what to do.'),
  links: z.record(z.string(), Address),
});

const Overview = z
  .object({
    at: Time,
    well: z.boolean().describe('There is no trouble.'),
    sources: z.array(SourceHealth),
    troubles: z.array(Trouble).describe('What an operator should look at, worst first.'),
    deadLetters: z.object({ waiting: count, more: z.boolean() }),
    ledger: z.object({
      epoch: z.string(),
      head: count,
      lastPublished: Time.nullable(),
      changesLastHour: count,
      changesLastDay: count,
    }),
    views: z.array(z.object({ name: z.string(), seq: count, lag: count })),
    webhooks: z.object({ active: count, failing: count, furthestBehind: count }),
    deadLinks: count.nullable().describe('500 stands for 500 or more.'),
    cost: z.object({
      month: z.string(),
      usd: z.number(),
      runs: count,
      byKind: z.object({ harvest: z.number(), preview: z.number(), replay: z.number() }),
      complete: z.boolean().describe('False when there were more runs than are read: the sum is then too low.'),
    }),
    links: linksTo({ sources: Address }),
  })
  .meta({ id: 'Overview' });

export const overviewDescriptions: Descriptions = {
  '/v1/overview': {
    GET: {
      id: 'showOverview',
      tag: 'Harvesting',
      summary: 'How everything is, and what an operator should look at',
      description: 'May be asked for every ten seconds. Counts that cost more to find are up to half a minute old.',
      access: 'operator',
      query: NoQuery,
      answers: jsonAnswer('The overview.', Overview),
    },
  },
};
