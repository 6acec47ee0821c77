/** The addresses of runs and dead letters. */
import * as z from 'zod';
import { AuditEntry } from '#functions/shared/audit-log.ts';
import { ArchivedPage } from '#schemas/archived-page.ts';
import { DeadLetter } from '#schemas/dead-letter.ts';
import { RecordDifference } from '#schemas/difference.ts';
import { Run, RunRecord } from '#schemas/run.ts';
import { RunProblem } from '#schemas/run-problem.ts';
import { Texts } from '#schemas/texts.ts';
import { Visit } from '#schemas/visit.ts';
import { Query as AuditQuery } from '../audit.ts';
import { Query as LettersQuery, Nothing } from '../dead-letters.ts';
import { Decision, Replay, Start } from '../operate.ts';
import { NoQuery } from '../request.ts';
import { Query as DifferenceQuery } from '../run-difference.ts';
import { Query as RequestsQuery } from '../run-pages.ts';
import { GroupQuery, CsvQuery as ProblemTableQuery } from '../run-problems.ts';
import { PageQuery as RecordsQuery, CsvQuery as RecordTableQuery } from '../run-records.ts';
import { Query as RunsQuery } from '../runs.ts';
import { Address, linksTo, pageOf } from './common.ts';
import { type Answer, type Descriptions, inFormats, jsonAnswer } from './operation.ts';

const RunItem = Run.extend({
  seconds: z.number().nullable().describe('How long it took; null while it is under way.'),
  links: linksTo({
    records: Address,
    problems: Address,
    requests: Address,
    source: Address,
    changes: Address.optional(),
    held: Address.optional(),
    difference: Address.optional(),
  }),
}).meta({ id: 'Run' });

const { key: pageKey, parent: pageParent, contentType, sha256 } = ArchivedPage.shape;

const RunPage = z.object({
  page: z.number().int().describe('Its number in the run, from 1.'),
  key: pageKey,
  parent: pageParent.describe('The key of the page that named it.'),
  url: Address.describe('After redirects.'),
  at: z.string(),
  status: z.number().int().nullable().describe('Of the last request; null where no answer came or none was needed.'),
  ms: z.number(),
  bytes: z.number().int(),
  notModified: z.boolean(),
  contentType,
  sha256,
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  requests: z.array(Visit).describe('Redirects and tries are requests of their own.'),
  links: z.object({ run: Address, raw: Address.optional() }),
});

const ProblemGroups = z.object({
  run: z.string(),
  complete: z.boolean().describe('False when there were more than a list holds.'),
  groups: z.array(
    z.object({
      code: z.string(),
      severity: RunProblem.shape.severity,
      count: z.number().int(),
      new: z.number().int(),
      still: z.number().int(),
      fixed: z.number().int(),
      examples: z.array(RunProblem),
      meaning: Texts,
      type: Address,
    }),
  ),
  links: linksTo({ csv: Address, run: Address }),
});

const LetterItem = DeadLetter.extend({ links: linksTo({ replay: Address, run: Address.optional() }) });

const Outcome = z.object({
  id: z.string(),
  kind: z.enum(['replayed', 'already', 'refused']),
  run: z.string().optional(),
  detail: z.string().optional(),
});

const started: Readonly<Record<number, Answer>> = {
  202: {
    description: 'A run was started; `Location` is where it can be watched.',
    contents: { 'application/json': z.object({ run: z.string(), links: z.object({ run: Address }) }) },
  },
};

const JSON_OR_CSV = ['application/json', 'text/csv'];
const HARVESTING = { tag: 'Harvesting' } as const;
const csv = (description: string) => inFormats(description, ['text/csv'], z.never());

export const harvestingDescriptions: Descriptions = {
  '/v1/sources/{id}/runs': {
    GET: {
      ...HARVESTING,
      id: 'listSourceRuns',
      access: 'everybody',
      summary: 'The runs of one source, newest first',
      query: RunsQuery,
      answers: jsonAnswer('A page of runs.', pageOf(RunItem, {})),
      problems: ['not-found', 'invalid-cursor'],
    },
    POST: {
      ...HARVESTING,
      id: 'startRun',
      summary: 'Harvest the source now, also when it is not due',
      access: 'owner',
      query: NoQuery,
      body: { 'application/json': Start },
      answers: started,
      problems: ['not-found', 'source-busy', 'source-resting', 'too-soon'],
    },
  },
  '/v1/runs': {
    GET: {
      ...HARVESTING,
      id: 'listRuns',
      access: 'everybody',
      summary: 'The runs of all sources, newest first',
      query: RunsQuery,
      answers: jsonAnswer('A page of runs.', pageOf(RunItem, {})),
      problems: ['invalid-cursor'],
    },
  },
  '/v1/runs/{id}': {
    GET: {
      ...HARVESTING,
      id: 'showRun',
      access: 'everybody',
      summary: 'A run as it is now, with its balance',
      query: NoQuery,
      answers: jsonAnswer('The run.', RunItem),
      problems: ['not-found'],
    },
  },
  '/v1/runs/{id}/records': {
    GET: {
      ...HARVESTING,
      id: 'listRunRecords',
      access: 'everybody',
      summary: 'Every record of a run, with what became of it and why',
      query: [RecordsQuery, RecordTableQuery],
      answers: inFormats('The balance sheet.', JSON_OR_CSV, pageOf(RunRecord, { csv: Address, run: Address })),
      problems: ['not-found', 'invalid-cursor'],
    },
  },
  '/v1/runs/{id}/records.csv': {
    GET: {
      ...HARVESTING,
      id: 'downloadRunRecords',
      access: 'everybody',
      summary: 'The same as a table',
      query: RecordTableQuery,
      answers: csv('The balance sheet.'),
      problems: ['not-found', 'invalid-cursor'],
    },
  },
  '/v1/runs/{id}/problems': {
    GET: {
      ...HARVESTING,
      id: 'listRunProblems',
      access: 'everybody',
      summary: 'A run’s problems by code, with what is new, fixed or still there',
      query: [GroupQuery, ProblemTableQuery],
      answers: inFormats('The problems.', JSON_OR_CSV, ProblemGroups),
      problems: ['not-found', 'invalid-cursor'],
    },
  },
  '/v1/runs/{id}/problems.csv': {
    GET: {
      ...HARVESTING,
      id: 'downloadRunProblems',
      access: 'everybody',
      summary: 'All of them as a table',
      query: ProblemTableQuery,
      answers: csv('The problems.'),
      problems: ['not-found', 'invalid-cursor'],
    },
  },
  '/v1/runs/{id}/requests': {
    GET: {
      ...HARVESTING,
      id: 'listRunRequests',
      summary: 'The pages that a run asked for, each with its requests',
      description: 'Of a run that has ended. A page that needed no request has none, and so have pages of a replay.',
      access: 'operator',
      query: RequestsQuery,
      answers: jsonAnswer('A page of pages, in the order in which they were read.', pageOf(RunPage, { run: Address })),
      problems: ['not-found', 'invalid-cursor'],
    },
  },
  '/v1/runs/{id}/pages/{page}': {
    GET: {
      ...HARVESTING,
      id: 'showRunPage',
      summary: 'The bytes of a page as they were received',
      description: 'For saving: they are somebody else’s, and are never shown as a page of ours.',
      access: 'operator',
      query: NoQuery,
      answers: {
        200: { description: 'The bytes.', contents: { 'application/octet-stream': null } },
        307: { description: 'They are more than an answer may hold; `Location` has them for a quarter of an hour.' },
      },
      problems: ['not-found'],
    },
  },
  '/v1/runs/{id}/difference': {
    GET: {
      ...HARVESTING,
      id: 'showRunDifference',
      summary: 'What a run changed, or would change if it were released, property by property',
      description: 'Of a run that waits, and of a preview, what would change; of any other, what it published.',
      access: 'owner',
      query: DifferenceQuery,
      answers: inFormats(
        'The difference, record by record.',
        ['application/json', 'text/plain'],
        pageOf(RecordDifference, { text: Address, run: Address, held: Address }),
      ),
      problems: ['not-found', 'invalid-cursor'],
    },
  },
  '/v1/runs/{id}/held': {
    POST: {
      ...HARVESTING,
      id: 'decideHeld',
      summary: 'Release or reject what a run holds back',
      access: 'owner',
      query: NoQuery,
      body: { 'application/json': Decision },
      answers: jsonAnswer('The run as it is now.', RunItem),
      problems: ['not-found', 'nothing-held', 'held-outdated', 'source-busy'],
    },
  },
  '/v1/runs/{id}/replay': {
    POST: {
      ...HARVESTING,
      id: 'replayRun',
      summary: 'Read a run’s archived pages anew',
      access: 'operator',
      query: NoQuery,
      body: { 'application/json': Replay },
      answers: started,
      problems: ['not-found', 'source-busy', 'not-replayable', 'replay-overtaken'],
    },
  },
  '/v1/audit': {
    GET: {
      ...HARVESTING,
      id: 'listAudit',
      summary: 'Who did what, when, and what it changed',
      access: 'operator',
      query: AuditQuery,
      answers: jsonAnswer('A page of acts, newest first.', pageOf(AuditEntry, {})),
      problems: ['invalid-cursor'],
    },
  },
  '/v1/dead-letters': {
    GET: {
      ...HARVESTING,
      id: 'listDeadLetters',
      summary: 'What could not be worked on',
      access: 'operator',
      query: LettersQuery,
      answers: jsonAnswer('A page of letters.', pageOf(LetterItem, { replay: Address })),
      problems: ['invalid-cursor'],
    },
  },
  '/v1/dead-letters/replay': {
    POST: {
      ...HARVESTING,
      id: 'replayDeadLetters',
      summary: 'Try all again that nobody has tried yet',
      access: 'operator',
      query: NoQuery,
      body: { 'application/json': Nothing },
      answers: jsonAnswer('What came of each.', z.object({ letters: z.array(Outcome), hasMore: z.boolean() })),
    },
  },
  '/v1/dead-letters/{id}': {
    GET: {
      ...HARVESTING,
      id: 'showDeadLetter',
      summary: 'One letter, its message and reason',
      access: 'operator',
      query: NoQuery,
      answers: jsonAnswer('The letter.', LetterItem),
      problems: ['not-found'],
    },
  },
  '/v1/dead-letters/{id}/replay': {
    POST: {
      ...HARVESTING,
      id: 'replayDeadLetter',
      summary: 'Try one again',
      access: 'operator',
      query: NoQuery,
      body: { 'application/json': Nothing },
      answers: jsonAnswer('What came of it.', Outcome),
      problems: ['not-found', 'not-replayable'],
    },
  },
};
