/** The addresses of datasets and their search. */
import * as z from 'zod';
import { MappedDataset } from '#publishing/search/mapped-dataset.ts';
import { gradeLetters } from '#schemas/assessment.ts';
import { Cause } from '#schemas/change.ts';
import { CatalogueEntry } from '#schemas/record.ts';
import { ScoreSummary } from '#schemas/score-history.ts';
import { Query as DatasetQuery } from '../dataset.ts';
import { Query as DatasetsQuery } from '../datasets.ts';
import { MAP_DATASETS, Query as MapQuery } from '../map.ts';
import { NoQuery } from '../request.ts';
import { Query as SameAsQuery } from '../same-as.ts';
import { Query as SearchQuery } from '../search-datasets.ts';
import { Query as SuggestQuery } from '../suggest.ts';
import { Address, Kind, Label, LanguageMap, linksTo, Names, Position, pageOf, Time, ToldValue } from './common.ts';
import { DcatUsDataset, withDcatUs } from './dcat-us.ts';
import { type Descriptions, inFormats, jsonAnswer } from './operation.ts';

const Tombstone = z.object({
  deletedAt: Time,
  lastRevision: z.number().int(),
  cause: Cause,
  replacedBy: z.string().nullable(),
});

const common = {
  id: z.string(),
  iri: Address,
  kind: Kind,
  state: z.enum(['live', 'removed']),
  revision: z.number().int(),
  contentHash: z.string().nullable(),
  changedAt: Time,
};

const Periods = z.array(z.object({ from: z.string().nullable(), until: z.string().nullable() }));

const DatasetItem = z
  .object({
    ...common,
    href: Address,
    source: z.string(),
    identifier: z.string().nullable(),
    title: LanguageMap,
    publisher: LanguageMap,
    example: z.boolean().describe('True for a copy made for demonstration.'),
    quality: ScoreSummary.nullable().describe('Null until it was assessed, and for a removed dataset.'),
    change: Address,
    tombstone: Tombstone.optional(),
    type: z.string().nullable().optional().describe('Of a search: the code of the type, by which the facet names it.'),
    themes: z.array(z.string()).optional().describe('Of a search: the codes of the themes.'),
    periods: Periods.optional().describe('Of a search: the earliest start first; null is open.'),
    score: z.number().nullable().optional().describe('Of a search: comparable within one answer only.'),
    highlights: z
      .object({
        title: LanguageMap.optional(),
        alternative: z.array(z.string()).optional(),
        keyword: z.array(z.string()).optional(),
        description: LanguageMap.optional(),
        variable: z.array(z.string()).optional(),
      })
      .optional()
      .describe('Of a search: HTML, with <mark> around what was found and everything else escaped.'),
  })
  .meta({ id: 'DatasetItem' });

const Facet = z.array(
  z.object({ value: z.string(), label: LanguageMap, count: z.number().int(), iri: z.string().optional() }),
);

const Facets = z.object({
  owner: Facet,
  source: Facet,
  theme: Facet,
  healthCategory: Facet,
  accessLevel: Facet,
  type: Facet,
  grade: Facet,
  period: z.array(z.object({ from: z.string(), to: z.string(), count: z.number().int() })),
});

const DatasetPage = pageOf(DatasetItem, { changes: Address }).extend({
  total: z.number().int().optional().describe('Of a search: how many were found.'),
  didYouMean: z.string().nullable().optional(),
  facets: Facets.optional(),
  index: Position.optional().describe('Of a search: the place of the log that the search knows of.'),
});

const Named = z.array(z.object({ id: z.string(), label: Names }));

const MapDocument = z
  .object({
    total: z.number().int().describe('How many were found.'),
    omitted: z.number().int().describe(`How many of them are left out, as an answer has at most ${MAP_DATASETS}.`),
    index: Position,
    owners: z.array(z.object({ id: z.string(), name: Names })),
    themes: Named,
    healthCategories: Named,
    kinds: Named,
    accessLevels: Named,
    datasets: z.array(
      MappedDataset.extend({
        id: z.string(),
        owner: z.string().nullable(),
        grade: z.enum(gradeLetters).nullable().describe('Null until it was assessed.'),
      }),
    ),
    links: linksTo({}),
  })
  .meta({ id: 'MapDocument' });

const Themes = z.object({
  items: z.array(
    z.object({
      id: z.string().describe('What the filter `theme` takes.'),
      iri: z.string(),
      label: Names,
      datasets: z.number().int(),
      owners: z.number().int(),
      links: z.object({ datasets: Address, map: Address }),
    }),
  ),
  omitted: z.number().int(),
  index: Position,
  links: linksTo({}),
});

const Properties = z.object({
  classes: z.array(
    z.object({
      id: z.string(),
      iri: z.string(),
      label: Label,
      properties: z.array(
        z.object({
          key: z.string().describe('The key in the record.'),
          iri: z.string(),
          label: Label,
          kind: z.enum(['literal', 'node']),
          range: z.string().describe('The kind of literal, or the class of the node.'),
          many: z.boolean(),
          vocabulary: z.string().nullable().describe('Where its concepts come from.'),
        }),
      ),
    }),
  ),
  links: linksTo({}),
});

const SameDataset = z.object({
  id: z.string(),
  iri: Address,
  href: Address,
  source: z.object({ id: z.string(), href: Address }),
  score: z.number().describe('How sure the link is, 0 to 1.'),
  reasons: z.array(z.string()),
});

const entry = CatalogueEntry.shape;

const DatasetDocument = z
  .object({
    ...common,
    identifier: entry.identifier,
    source: z.object({ id: z.string(), title: Names }),
    owner: z.object({ id: z.string(), name: Names, homepage: Address.nullable() }).nullable(),
    record: entry.record,
    labels: z
      .record(z.string(), Label)
      .describe('What the concepts in the record are called, by IRI; those that a vocabulary has.'),
    unmapped: entry.unmapped,
    written: entry.written,
    origin: entry.origin,
    problems: entry.problems,
    sameAs: z.array(SameDataset),
    links: linksTo({
      history: Address,
      source: Address,
      variables: Address,
      sameAs: Address,
      change: Address,
      run: Address,
    }),
  })
  .meta({ id: 'DatasetDocument' });

const SameAs = z.object({
  id: z.string(),
  iri: Address,
  preferred: z.string().describe('The id of the dataset whose source has the first word.'),
  items: z.array(
    SameDataset.extend({
      title: LanguageMap,
      precedence: z.number().int(),
      conflicts: z.array(z.object({ property: z.string(), label: Label, here: z.unknown(), there: z.unknown() })),
      differences: z
        .array(z.object({ property: z.string(), label: Label, here: ToldValue, there: ToldValue }))
        .optional()
        .describe('All that the two say differently, or only one of them says.'),
    }),
  ),
  omitted: z.number().int().describe('How many links are left out, as the answer would outgrow its bound.'),
  links: linksTo({ dataset: Address }),
});

const Suggestions = z.object({
  datasets: z.array(z.object({ id: z.string(), title: LanguageMap, href: Address })),
  terms: z.array(z.object({ term: z.string(), count: z.number().int(), href: Address })),
  variables: z.array(z.object({ name: z.string(), count: z.number().int(), href: Address })),
  index: Position,
  links: z.object({ self: Address }),
});

/** The formats of one dataset. */
const DATASET_TYPES = [
  'application/json',
  'application/ld+json',
  'text/turtle',
  'application/n-triples',
  'application/rdf+xml',
];

export const datasetDescriptions: Descriptions = {
  '/v1/datasets': {
    GET: {
      id: 'listDatasets',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'List or search datasets',
      description:
        'Without a question, a filter of the search or an order, the whole catalogue by source and id; with any of them, a search, the best first.',
      query: [DatasetsQuery, SearchQuery],
      answers: jsonAnswer('A page of datasets.', DatasetPage),
      problems: ['invalid-cursor', 'search-not-ready'],
    },
  },
  '/v1/datasets/{id}': {
    GET: {
      id: 'showDataset',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'One dataset, in JSON or RDF, whole or by a profile',
      description:
        'The id may carry a suffix for the format: `.json`, `.jsonld`, `.ttl`, `.nt`, `.rdf`. The profiles of DCAT have the four formats of RDF, `schema-org` and `croissant` JSON-LD, `dcat-us` JSON. `Accept-Profile`, or a `profile` in `Accept`, asks for a profile too. `Link` names the profile of the answer (`rel="profile"`) and where the others are (`rel="alternate"`, `formats`).',
      query: DatasetQuery,
      answers: withDcatUs(inFormats('The dataset.', DATASET_TYPES, DatasetDocument), DcatUsDataset),
      problems: ['not-found', 'dataset-removed'],
    },
  },
  '/v1/datasets/{id}/same-as': {
    GET: {
      id: 'showSameAs',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'What other sources tell of the same dataset',
      query: SameAsQuery,
      answers: jsonAnswer('The links, each with where it contradicts this dataset.', SameAs),
      problems: ['not-found', 'dataset-removed'],
    },
  },
  '/id/dataset/{id}': {
    GET: {
      id: 'leadToDataset',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'From a dataset’s name to its description',
      answers: {
        303: {
          description:
            'The dataset itself is no document; `Location` is that of its description, for a browser of its page.',
        },
      },
      problems: ['not-found'],
    },
  },
  '/v1/map': {
    GET: {
      id: 'showMap',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'All datasets that a search finds in one answer, for a map, a timeline and counts',
      description: `Takes the filters of the search. At most ${MAP_DATASETS} datasets, the best first, or by title where nothing was asked. Themes, categories, kinds and access levels stand by their codes, which the answer names in both languages; what is no concept of a vocabulary stands by its IRI.`,
      query: MapQuery,
      answers: jsonAnswer('The datasets, with those who own them and what their codes mean.', MapDocument),
      problems: ['search-not-ready'],
    },
  },
  '/v1/themes': {
    GET: {
      id: 'listThemes',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'What the catalogue is about, with how many datasets and owners each theme has',
      query: NoQuery,
      answers: jsonAnswer('All themes of live datasets, the most used first.', Themes),
      problems: ['search-not-ready'],
    },
  },
  '/v1/properties': {
    GET: {
      id: 'listProperties',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'What the properties of a record are called, class by class, and what their values are',
      query: NoQuery,
      answers: jsonAnswer('The table of properties.', Properties),
    },
  },
  '/v1/suggest': {
    GET: {
      id: 'suggest',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'What somebody who begins to type may go on to',
      query: SuggestQuery,
      answers: jsonAnswer('Datasets, terms and variables.', Suggestions),
      problems: ['search-not-ready'],
    },
  },
};
