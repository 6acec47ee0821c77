/** The addresses of variables: of all registers, and of one. */
import * as z from 'zod';
import { CsvQuery, Query as DatasetVariablesQuery } from '../dataset-variables.ts';
import { OneQuery as VariableQuery, Query as VariablesQuery } from '../variables.ts';
import { Address, LanguageMap, linksTo, Position, pageOf } from './common.ts';
import { type Descriptions, inFormats, jsonAnswer } from './operation.ts';

const Variable = z.object({
  name: z.string(),
  href: Address,
  datasets: z.number().int(),
  holdings: z.array(
    z.object({
      dataset: z.object({ id: z.string(), title: LanguageMap, href: Address }),
      title: LanguageMap,
      description: LanguageMap,
      since: z.string().nullable(),
      until: z.string().nullable(),
    }),
  ),
});

const VariablePage = pageOf(Variable, {}).extend({
  total: z.number().int(),
  didYouMean: z.string().nullable(),
  index: Position,
});

const VariableDocument = Variable.extend({
  cursor: z.string().nullable(),
  hasMore: z.boolean(),
  index: Position,
  links: linksTo({ next: Address.nullable() }),
});

const ListedVariable = z.object({
  place: z.number().int().describe('Its place in the description, from 1.'),
  table: LanguageMap,
  name: z.string().nullable(),
  title: LanguageMap,
  description: LanguageMap,
  datatype: z.string().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  propertyUrl: z.string().nullable().describe('Where the owner defines it: a concept, or the codes that it may have.'),
  href: Address.nullable().describe('Which registers hold it.'),
});

const DatasetVariables = pageOf(ListedVariable, { csv: Address, dataset: Address }).extend({
  id: z.string(),
  revision: z.number().int(),
  total: z.number().int(),
});

const TYPES = ['application/json', 'text/csv'];

export const variableDescriptions: Descriptions = {
  '/v1/variables': {
    GET: {
      id: 'listVariables',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'Variables, by name or by a question',
      query: VariablesQuery,
      answers: jsonAnswer('A page of variables.', VariablePage),
      problems: ['invalid-cursor', 'search-not-ready'],
    },
  },
  '/v1/variables/{name}': {
    GET: {
      id: 'showVariable',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'Which registers hold a variable',
      query: VariableQuery,
      answers: jsonAnswer('The variable, with a page of its registers.', VariableDocument),
      problems: ['not-found', 'invalid-cursor', 'search-not-ready'],
    },
  },
  '/v1/datasets/{id}/variables': {
    GET: {
      id: 'listDatasetVariables',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'The variables of one register, in the order of its description',
      description:
        'What stands in two tables is listed twice. A question finds names, titles, descriptions and tables by the beginnings of their words, in every Danish spelling. A cursor is void when the description changes.',
      query: DatasetVariablesQuery,
      answers: inFormats('A page of variables, or all of them as CSV.', TYPES, DatasetVariables),
      problems: ['not-found', 'dataset-removed', 'invalid-cursor'],
    },
  },
  '/v1/datasets/{id}/variables.csv': {
    GET: {
      id: 'listDatasetVariablesCsv',
      access: 'everybody',
      tag: 'Datasets',
      summary: 'The same as a table for a spreadsheet (UTF-8 with a byte order mark)',
      description: 'The whole table; one that outgrows an answer goes on at `Link: rel="next"`.',
      query: CsvQuery,
      answers: { 200: { description: 'The table.', contents: { 'text/csv': null } } },
      problems: ['not-found', 'dataset-removed', 'invalid-cursor'],
    },
  },
};
