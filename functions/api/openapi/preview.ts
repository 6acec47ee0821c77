/** The address of previews, which a function of its own answers: it carries all readers of formats. */
import * as z from 'zod';
import { PreviewRequest } from '#functions/preview-source/preview-request.ts';
import { Problem } from '#schemas/problem.ts';
import { Coverage, Outcome } from '#schemas/run.ts';
import { Source } from '#schemas/source.ts';
import { Texts } from '#schemas/texts.ts';
import { Visit } from '#schemas/visit.ts';
import { NoQuery } from '../request.ts';
import { LanguageMap, Time } from './common.ts';
import { type Descriptions, jsonAnswer } from './operation.ts';

const count = z.number().int();
const ids = z.object({ count, ids: z.array(z.string()) });

const SourcePreview = z
  .object({
    source: z.string(),
    coverage: Coverage,
    whole: z.boolean().describe('The source was read to its end.'),
    ended: z.enum(['records', 'pages', 'time']).nullable().describe('What ended the preview before that.'),
    failure: z
      .object({ code: z.string(), message: z.string(), text: Texts })
      .nullable()
      .describe('Why nothing could be read; null when something was.'),
    counts: z.record(z.string(), count).describe('Of what was read, by what would become of it.'),
    records: z.array(
      z.object({
        outcome: Outcome,
        id: z.string().nullable(),
        identifier: z.string().nullable(),
        title: LanguageMap.nullable().describe('Null for a record that is as it was.'),
        reason: z.string().optional(),
      }),
    ),
    wouldRemove: ids,
    wouldHold: ids,
    score: z
      .object({
        records: count,
        grade: z.string(),
        share: z.number(),
        grades: z.record(z.string(), count),
        mqa: z.object({ points: z.number(), of: z.number() }),
      })
      .nullable(),
    problemCount: count,
    problems: z.array(Problem),
    requests: z.array(Visit),
    robots: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('not-asked') }),
      z.object({ kind: z.literal('allowed'), delaySeconds: z.number() }),
      z.object({ kind: z.literal('disallowed') }),
      z.object({ kind: z.literal('unreachable'), message: z.string() }),
    ]),
    politeness: z.object({
      requestsPerSecond: z.number(),
      concurrency: count,
      respectRobots: z.boolean(),
      quietHours: z.object({ from: z.string(), to: z.string() }).nullable(),
      quietUntil: Time.nullable(),
    }),
  })
  .meta({ id: 'SourcePreview' });

export const previewDescriptions: Descriptions = {
  '/v1/sources/preview': {
    POST: {
      id: 'previewSource',
      tag: 'Harvesting',
      summary: 'What a harvest of a definition would do; nothing is written',
      description:
        'The definition need not be kept. With `limit` 1 it is a test of the connection. It ends after 22 seconds, 60 pages, or the page with the last record that was asked for.',
      access: 'operator',
      query: NoQuery,
      body: { 'application/json': PreviewRequest.extend({ source: Source }) },
      answers: jsonAnswer('What would happen, and how the host answered.', SourcePreview),
      problems: ['preview-too-slow'],
    },
  },
};
