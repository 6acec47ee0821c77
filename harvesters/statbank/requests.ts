/** The pages of the StatBank: the tree of subjects, the tables of each subject, and each table in Danish and then in English. */
import * as z from 'zod';
import type { PageRequest } from '#schemas/reading.ts';
import type { Source } from '#schemas/source.ts';
import type { StatbankSettings } from './settings.ts';
import { TableInfo } from './table-info.ts';

/** What a page is, and what those before it said. */
const Step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('subjects') }),
  z.object({ step: z.literal('tables'), subject: z.string() }),
  z.object({ step: z.literal('danish'), table: z.string(), subject: z.string() }),
  /** The English page carries what the Danish one said: the two are one record. */
  z.object({ step: z.literal('english'), table: z.string(), subject: z.string(), danish: TableInfo }),
]);
export type Step = z.infer<typeof Step>;

/** What a request asks for; anything that is not ours is the tree of subjects. */
export const stepOf = ({ context }: PageRequest): Step => {
  const step = Step.safeParse(context);
  return step.success ? step.data : { step: 'subjects' };
};

/** The address of the API, without its version. */
export const baseOf = ({ url }: Pick<Source, 'url'>): string => {
  const [address = url] = url.split(/[?#]/);
  return address.replace(/\/v1(?:\/.*)?$/, '').replace(/\/+$/, '');
};

const request = (source: Source, path: string, query: Record<string, string>, step: Step): PageRequest => ({
  url: `${baseOf(source)}/v1/${path}?${new URLSearchParams({ ...query, format: 'JSON' })}`,
  headers: { accept: 'application/json' },
  context: step,
  relation: 'child',
});

export const subjectsRequest = (source: Source, { subjects }: StatbankSettings): PageRequest => {
  const path = subjects === undefined ? 'subjects' : `subjects/${subjects.join(',')}`;
  return request(source, path, { lang: 'da', recursive: 'true' }, { step: 'subjects' });
};

/** @param code of a subject without subjects below it, with its name. */
export const tablesRequest = (
  source: Source,
  { includeInactive }: StatbankSettings,
  code: string,
  subject: string,
): PageRequest => {
  const query = { lang: 'da', subjects: code, includeInactive: String(includeInactive) };
  return request(source, 'tables', query, { step: 'tables', subject });
};

export const danishRequest = (source: Source, table: string, subject: string): PageRequest =>
  request(source, `tableinfo/${encodeURIComponent(table)}`, { lang: 'da' }, { step: 'danish', table, subject });

export const englishRequest = (source: Source, table: string, subject: string, danish: TableInfo): PageRequest =>
  request(
    source,
    `tableinfo/${encodeURIComponent(table)}`,
    { lang: 'en' },
    { step: 'english', table, subject, danish },
  );
