/** The addresses of owners, their reports, and what they do by the link in a letter. */
import * as z from 'zod';
import { RecordDifference } from '#schemas/difference.ts';
import { Letter } from '#schemas/letter.ts';
import { OwnerReport } from '#schemas/owner-report.ts';
import { Counts, RunState, Waiting } from '#schemas/run.ts';
import { Aggregate, ScoreSummary } from '#schemas/score-history.ts';
import { Resume } from '../owner-letters.ts';
import { Confirmation, Harvest, PageQuery, Wish } from '../owner-links.ts';
import { MEDIA_TYPES, Query as ReportQuery } from '../owner-report.ts';
import { NoQuery } from '../request.ts';
import { Address, LanguageMap, linksTo, Names, pageOf, Time } from './common.ts';
import { type Descriptions, inFormats, jsonAnswer, type Operation } from './operation.ts';

const { share, mqa, letters, ratings } = Aggregate.shape;

const Owner = z.object({
  id: z.string(),
  name: Names,
  homepage: Address.nullable(),
  sources: z.array(z.object({ id: z.string(), href: Address })),
  datasets: z.number().int().describe('How many are live.'),
  changedAt: Time.nullable().describe(
    'When the last change of one of them was published; null where there is none, or it is not known yet.',
  ),
  quality: z.object({ share, mqa, letters, ratings }).nullable(),
  links: linksTo({ datasets: Address, map: Address, report: Address, history: Address }),
});

const { frequency, always, sentAt, stopped } = Letter.shape;

const Preview = z.object({
  id: z.string(),
  state: RunState,
  startedAt: Time,
  reason: z.string().nullable(),
  would: Waiting.nullable(),
  registers: z.array(
    z.object({
      type: RecordDifference.shape.type,
      returns: z.boolean(),
      id: z.string(),
      title: LanguageMap,
      changed: z.array(z.string()),
    }),
  ),
});

const Letters = z.object({
  owner: z.string(),
  frequency,
  always,
  sentAt,
  stopped: stopped.unwrap().unwrap().omit({ addresses: true }).nullable(),
});

const LinkView = z.object({
  owner: z.object({ id: z.string(), name: Names }),
  letter: z.object({ frequency, always, sentAt, stopped }),
  registers: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      title: LanguageMap,
      quality: ScoreSummary.nullable(),
      lastConfirmed: Time.nullable(),
    }),
  ),
  sources: z.array(
    z.object({
      id: z.string(),
      title: Names,
      url: z.string(),
      preview: Preview.nullable(),
      latestRun: z
        .object({
          id: z.string(),
          state: RunState,
          startedAt: Time,
          reason: z.string().nullable(),
          counts: Counts,
        })
        .nullable(),
    }),
  ),
  links: linksTo({ report: Address }),
});

const report = (id: string, types: readonly string[]): Operation => ({
  id,
  access: 'everybody',
  tag: 'Owners',
  summary: `An owner’s quality report${types.length === 1 ? ` (${types[0]})` : ''}`,
  query: ReportQuery,
  answers: inFormats('The report as of now.', types, OwnerReport.meta({ id: 'OwnerReport' })),
  problems: ['not-found', 'not-assessed'],
});

/** What a form of the page sends, and what a program may send instead. */
const posted = (schema: z.ZodType) => ({ 'application/json': schema, 'application/x-www-form-urlencoded': schema });

/** A program is told what came of it, a form goes back to its page. */
const done = (schema: z.ZodType): Operation['answers'] => ({
  ...jsonAnswer('What came of it.', schema),
  303: { description: 'For a browser: back to the page.' },
});

const LINK = { tag: 'Owners', access: 'link' } as const;

export const ownerDescriptions: Descriptions = {
  '/v1/owners': {
    GET: {
      id: 'listOwners',
      access: 'everybody',
      tag: 'Owners',
      summary: 'Whose registers are described here',
      query: NoQuery,
      answers: jsonAnswer('All owners, by id.', pageOf(Owner, {})),
    },
  },
  '/v1/owners/{id}': {
    GET: {
      id: 'showOwner',
      access: 'everybody',
      tag: 'Owners',
      summary: 'One owner',
      query: NoQuery,
      answers: jsonAnswer('The owner.', Owner),
      problems: ['not-found'],
    },
  },
  '/v1/owners/{id}/letters': {
    GET: {
      id: 'showLetters',
      tag: 'Owners',
      summary: 'Whether an owner is written to, how often, and why not',
      access: 'operator',
      query: NoQuery,
      answers: jsonAnswer('How it stands.', Letters),
      problems: ['not-found'],
    },
    POST: {
      id: 'resumeLetters',
      tag: 'Owners',
      summary: 'Let letters go on that came back or were called unwanted',
      access: 'operator',
      query: NoQuery,
      body: { 'application/json': Resume },
      answers: jsonAnswer('How it stands now.', Letters),
      problems: ['not-found'],
    },
  },
  '/v1/owners/{id}/report': {
    GET: report('showOwnerReport', Object.values(MEDIA_TYPES)),
    POST: {
      id: 'keepOwnerReport',
      tag: 'Owners',
      summary: 'Remember the report as given out',
      access: 'operator',
      query: NoQuery,
      answers: jsonAnswer(
        'It was kept; the next report tells what changed since.',
        z.object({ owner: z.string(), at: Time }),
      ),
      problems: ['not-found', 'not-assessed', 'answer-too-large'],
    },
  },
  ...Object.fromEntries(
    Object.entries(MEDIA_TYPES).map(([suffix, type]) => [
      `/v1/owners/{id}/report.${suffix}`,
      { GET: report(`showOwnerReportIn_${suffix}`, [type]) },
    ]),
  ),
  '/v1/owner-links/{token}': {
    GET: {
      ...LINK,
      id: 'showOwnerLink',
      summary: 'What the link in a letter is for',
      query: PageQuery,
      answers: inFormats('The owner’s registers and wishes.', ['application/json', 'text/html'], LinkView),
      problems: ['link-void', 'not-found'],
    },
  },
  '/v1/owner-links/{token}/frequency': {
    POST: {
      ...LINK,
      id: 'chooseFrequency',
      summary: 'How often the owner wants to be written to',
      query: NoQuery,
      body: posted(Wish),
      answers: done(z.object({ frequency, always: z.boolean() })),
      problems: ['link-void'],
    },
  },
  '/v1/owner-links/{token}/unsubscribe': {
    POST: {
      ...LINK,
      id: 'unsubscribe',
      summary: 'No more letters (RFC 8058)',
      answers: done(z.object({ frequency })),
      problems: ['link-void'],
    },
  },
  '/v1/owner-links/{token}/confirm': {
    POST: {
      ...LINK,
      id: 'confirmDataset',
      summary: 'Say that a description is right as it stands',
      body: posted(Confirmation),
      answers: done(z.object({ id: z.string(), confirmedAt: Time })),
      problems: ['link-void', 'not-found', 'dataset-removed'],
    },
  },
  '/v1/owner-links/{token}/harvest': {
    POST: {
      ...LINK,
      id: 'harvestNow',
      summary: 'Harvest one of the owner’s sources now',
      body: posted(Harvest),
      answers: done(z.object({ run: z.string(), href: Address })),
      problems: ['link-void', 'not-found', 'too-soon', 'source-busy', 'source-resting'],
    },
  },
  '/v1/owner-links/{token}/preview': {
    POST: {
      ...LINK,
      id: 'previewNow',
      summary: 'See what the next harvest of one of the owner’s sources would change; nothing is published',
      body: posted(Harvest),
      answers: done(z.object({ run: z.string(), href: Address })),
      problems: ['link-void', 'not-found', 'too-soon', 'source-busy', 'source-resting'],
    },
  },
};
