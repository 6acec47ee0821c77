/** The addresses of sources: what is harvested, and what operators change of it. */
import * as z from 'zod';
import { ProposedRename } from '#catalogue/rename.ts';
import { type SourceFaultCode, sourceFaults } from '#functions/harvest/check-source.ts';
import { KeptSource } from '#functions/shared/source-store.ts';
import { Run } from '#schemas/run.ts';
import { Source } from '#schemas/source.ts';
import { Texts } from '#schemas/texts.ts';
import { Switch } from '../edit-sources.ts';
import { Decision as RenameDecision } from '../renames.ts';
import { NoQuery } from '../request.ts';
import { Address, linksTo, Names, pageOf } from './common.ts';
import { type Descriptions, jsonAnswer } from './operation.ts';

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

const HARVESTING = { tag: 'Harvesting' } as const;

export const sourceDescriptions: Descriptions = {
  '/v1/sources': {
    GET: {
      ...HARVESTING,
      id: 'listSources',
      access: 'everybody',
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
      access: 'everybody',
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
  '/v1/sources/{id}/renames': {
    GET: {
      ...HARVESTING,
      id: 'listRenames',
      access: 'everybody',
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
};
