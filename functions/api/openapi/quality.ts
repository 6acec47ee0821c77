/** The addresses of scores and of checked links. */
import * as z from 'zod';
import { LinkStatus } from '#quality/links/link-status.ts';
import { Assessment, Gain } from '#schemas/assessment.ts';
import { Finding } from '#schemas/finding.ts';
import { Aggregate, AggregatePoint, ScorePoint } from '#schemas/score-history.ts';
import { Texts } from '#schemas/texts.ts';
import { Query as LinksQuery } from '../checked-links.ts';
import { Query as QualityQuery } from '../dataset-quality.ts';
import { Query as SummaryQuery } from '../quality-summary.ts';
import { NoQuery } from '../request.ts';
import { Address, LanguageMap, linksTo, Names, pageOf, Time } from './common.ts';
import { type Descriptions, inFormats, jsonAnswer, type Operation } from './operation.ts';

const WordedFinding = Finding.extend({
  text: Texts,
  shouldBe: Texts.optional(),
  example: Texts.optional(),
});

const Quality = Assessment.omit({ dataset: true })
  .extend({
    id: z.string(),
    iri: Address,
    title: LanguageMap,
    outdated: z.boolean().describe('True while the description is newer than what is said of it here.'),
    findings: z.array(WordedFinding),
    gains: z.array(Gain),
    history: z.array(ScorePoint),
    links: linksTo({ dataset: Address }),
  })
  .meta({ id: 'DatasetQuality' });

const Summary = z.object({
  by: z.enum(['catalogue', 'owner', 'source', 'theme', 'profile']),
  items: z.array(
    z.union([
      Aggregate.omit({ by: true }).extend({ name: LanguageMap }),
      z.object({ id: z.string(), datasets: z.number().int(), conforming: z.number().int() }),
    ]),
  ),
  history: z
    .array(AggregatePoint.omit({ by: true, id: true }))
    .optional()
    .describe('Of one aggregate.'),
  links: z.object({ self: Address }),
});

const link = LinkStatus.shape;

const Link = z.object({
  url: z.string(),
  status: link.state,
  kind: link.kind,
  says: Texts,
  httpStatus: link.status,
  message: link.message,
  checkedAt: Time.nullable(),
  changedAt: Time,
  lastOk: Time.nullable(),
  firstFailure: Time.nullable(),
  failures: link.failures,
  due: link.due,
  movedTo: link.movedTo,
  mediaType: link.mediaType,
  certificate: z.object({ ends: Time, daysLeft: z.number().int() }).nullable(),
  history: link.history,
});

const LinkPage = pageOf(
  Link.extend({
    datasets: z.array(
      z.object({
        id: z.string(),
        href: Address,
        places: z.array(z.object({ property: z.string(), place: z.string() })),
      }),
    ),
    hasMoreDatasets: z.boolean(),
  }),
  {},
);

const DatasetLinks = z.object({
  id: z.string(),
  iri: Address,
  items: z.array(
    Link.extend({ property: z.string(), label: Names.optional(), place: z.string(), declared: z.array(z.string()) }),
  ),
  links: linksTo({ dataset: Address }),
});

const quality = (id: string, summary: string, types: readonly string[]): Operation => ({
  id,
  access: 'everybody',
  tag: 'Quality',
  summary,
  query: QualityQuery,
  answers: inFormats('The latest assessment with its history.', types, Quality),
  problems: ['not-found', 'dataset-removed', 'not-assessed'],
});

export const qualityDescriptions: Descriptions = {
  '/v1/datasets/{id}/quality': {
    GET: quality('showDatasetQuality', 'How good a description is', [
      'application/json',
      'text/turtle',
      'application/ld+json',
    ]),
  },
  '/v1/datasets/{id}/quality.ttl': {
    GET: quality('showDatasetQualityInTurtle', 'The same in the Data Quality Vocabulary (Turtle)', ['text/turtle']),
  },
  '/v1/datasets/{id}/quality.jsonld': {
    GET: quality('showDatasetQualityInJsonLd', 'The same in the Data Quality Vocabulary (JSON-LD)', [
      'application/ld+json',
    ]),
  },
  '/v1/quality/summary': {
    GET: {
      id: 'showQualitySummary',
      access: 'everybody',
      tag: 'Quality',
      summary: 'Gathered scores by owner, source, theme or profile',
      query: SummaryQuery,
      answers: jsonAnswer('The aggregates, the best first.', Summary),
    },
  },
  '/v1/links': {
    GET: {
      id: 'listLinks',
      access: 'everybody',
      tag: 'Quality',
      summary: 'The addresses that datasets name, and whether they work',
      query: LinksQuery,
      answers: jsonAnswer('A page of links; it may be short before the end.', LinkPage),
      problems: ['invalid-cursor'],
    },
  },
  '/v1/datasets/{id}/links': {
    GET: {
      id: 'showDatasetLinks',
      access: 'everybody',
      tag: 'Quality',
      summary: 'The addresses that one dataset names',
      query: NoQuery,
      answers: jsonAnswer('The links, in the order of the record.', DatasetLinks),
      problems: ['not-found', 'dataset-removed'],
    },
  },
};
