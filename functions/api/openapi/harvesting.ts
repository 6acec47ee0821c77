/** The addresses of sources, runs and dead letters. */
import { z } from 'zod';
import { ProposedRename } from '#catalogue/rename.ts';
import { type SourceFaultCode, sourceFaults } from '#functions/harvest/check-source.ts';
import { AuditEntry } from '#functions/shared/audit-log.ts';
import { KeptSource } from '#functions/shared/source-store.ts';
import { ArchivedPage } from '#schemas/archived-page.ts';
import { DeadLetter } from '#schemas/dead-letter.ts';
import { RecordDifference } from '#schemas/difference.ts';
import { Run, RunRecord } from '#schemas/run.ts';
import { RunProblem } from '#schemas/run-problem.ts';
import { Source } from '#schemas/source.ts';
import { Texts } from '#schemas/texts.ts';
import { Visit } from '#schemas/visit.ts';
import { Query as AuditQuery } from '../audit.ts';
import { Query as LettersQuery, Nothing } from '../dead-letters.ts';
import { Switch } from '../edit-sources.ts';
import { Decision, Replay, Start } from '../operate.ts';
import { Decision as RenameDecision } from '../renames.ts';
import { NoQuery } from '../request.ts';
import { Query as DifferenceQuery } from '../run-difference.ts';
import { Query as RequestsQuery } from '../run-pages.ts';
import { GroupQuery, CsvQuery as ProblemTableQuery } from '../run-problems.ts';
import { PageQuery as RecordsQuery, CsvQuery as RecordTableQuery } from '../run-records.ts';
import { Query as RunsQuery } from '../runs.ts';
import { Address, linksTo, Names, pageOf } from './common.ts';
import { type Answer, type Descriptions, inFormats, jsonAnswer } from './operation.ts';

const { format, schedule, removal, ignoreChangesIn, enabled } = Source.shape;

const SourceItem = z
  .object({
    id: z.string(),
    title: Names,
    owner: z.object({ id: z.string(), name: Names, homepage: Address.nullable() }),
    format,
    url: Address,
    schedule,
    removal,
    drift: z.object({ drop: z.number(), minRecords: z.number().int() }).nullable(),
    precedence: z.number().int().nullable(),
    ignoreChangesIn,
    enabled,
    note: z.string().nullable(),
    links: linksTo({ runs: Address, renames: Address, datasets: Address, changes: Address }),
  })
  .meta({ id: 'Source' });

/** A definition as people write it, with its defaults filled in where it is shown. */
const SourceDefinition = Source.meta({ id: 'SourceDefinition' });

const { version, managedBy, edited, removedFromFile } = KeptSource.shape;

const marks = {
  definition: SourceDefinition,
  version,
  managedBy: managedBy.describe(
    'Whose the definition is: a start reads the source file again, and leaves those of the API.',
  ),
  edited: edited.describe('Who changed or added it by the API; null for a definition of the file.'),
  removedFromFile: removedFromFile.describe('Since when it does not stand in the source file any more.'),
};

const KeptDefinition = z.object({ id: z.string(), ...marks, links: linksTo({}) }).meta({ id: 'KeptDefinition' });

const SourceCheck = z.object({
  sound: z.boolean(),
  faults: z.array(
    z.object({
      pointer: z.string().describe('The place in the definition (a JSON pointer).'),
      // The codes are the object's own keys, which Object.keys forgets.
      code: z.enum(Object.keys(sourceFaults) as SourceFaultCode[]),
      detail: z.string(),
      text: Texts,
    }),
  ),
  definition: SourceDefinition.nullable().describe('With its defaults; null where there are faults.'),
});

const { id: runId, state, startedAt, endedAt } = Run.shape;

const SourceDocument = SourceItem.extend({
  latestRun: z.object({ id: runId, state, startedAt, endedAt, href: Address }).nullable(),
  ...z.object(marks).partial().shape,
}).meta({ id: 'SourceDocument' });

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

const Rename = z.object({
  state: z.enum(['proposed', 'rejected']),
  evidence: ProposedRename.shape.evidence,
  from: z.object({ id: z.string(), href: Address }),
  to: z.object({ id: z.string(), href: Address }),
  since: z.object({ run: z.string(), href: Address }),
});

const RenameDecided = RenameDecision.extend({
  links: z.object({ dataset: Address, changes: Address.nullable() }),
});

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
  '/v1/sources': {
    GET: {
      ...HARVESTING,
      id: 'listSources',
      summary: 'What is harvested, whose it is and how often',
      query: NoQuery,
      answers: jsonAnswer('All sources, by id.', pageOf(SourceItem, {})),
    },
    POST: {
      ...HARVESTING,
      id: 'createSource',
      summary: 'Add a source',
      description: 'It is harvested as soon as it is due, and no source file takes it over.',
      access: 'operator',
      query: NoQuery,
      body: { 'application/json': Source },
      answers: {
        201: {
          description: 'The source; `Location` is where it is.',
          contents: { 'application/json': KeptDefinition },
        },
      },
      problems: ['source-exists', 'too-many-sources'],
    },
  },
  '/v1/sources/check': {
    POST: {
      ...HARVESTING,
      id: 'checkSource',
      summary: 'What is wrong with the definition of a source; nothing is kept',
      access: 'operator',
      reads: true,
      query: NoQuery,
      body: { 'application/json': z.unknown() },
      answers: jsonAnswer('Every fault, or none.', SourceCheck),
    },
  },
  '/v1/sources/{id}': {
    GET: {
      ...HARVESTING,
      id: 'showSource',
      summary: 'A source and how its latest run went',
      description:
        'Operators also get its whole `definition`, in which credentials are names of secrets, and an ETag that PUT and PATCH take as `If-Match`.',
      showsMore: true,
      query: NoQuery,
      answers: jsonAnswer('The source.', SourceDocument),
      problems: ['not-found'],
    },
    PUT: {
      ...HARVESTING,
      id: 'replaceSource',
      summary: 'Replace the definition of a source',
      description: '`If-Match` with the ETag of the source is required; `*` replaces whatever there is.',
      access: 'operator',
      query: NoQuery,
      body: { 'application/json': Source },
      answers: jsonAnswer('The source as it is now.', KeptDefinition),
      problems: ['not-found', 'source-changed', 'version-required'],
    },
    PATCH: {
      ...HARVESTING,
      id: 'switchSource',
      summary: 'Pause a source, or let it go on',
      description: '`If-Match` is heeded and not required.',
      access: 'operator',
      query: NoQuery,
      body: { 'application/json': Switch },
      answers: jsonAnswer('The source as it is now.', KeptDefinition),
      problems: ['not-found', 'source-changed'],
    },
  },
  '/v1/sources/{id}/runs': {
    GET: {
      ...HARVESTING,
      id: 'listSourceRuns',
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
  '/v1/sources/{id}/renames': {
    GET: {
      ...HARVESTING,
      id: 'listRenames',
      summary: 'Identifiers that look as if they had been changed',
      query: NoQuery,
      answers: jsonAnswer('The proposals: those that wait first.', pageOf(Rename, { source: Address })),
      problems: ['not-found'],
    },
    POST: {
      ...HARVESTING,
      id: 'decideRename',
      summary: 'Say whether one dataset is another under a new identifier',
      access: 'owner',
      query: NoQuery,
      body: { 'application/json': RenameDecision },
      answers: jsonAnswer('It was carried out.', RenameDecided),
      problems: ['not-found', 'source-busy', 'not-a-rename'],
    },
  },
  '/v1/runs': {
    GET: {
      ...HARVESTING,
      id: 'listRuns',
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
