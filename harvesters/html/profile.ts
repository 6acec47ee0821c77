/** The profile that a page is read by: a preset, and what the source says otherwise. */
import type { FieldRule, HtmlSettings, profileNames } from './settings.ts';
import { normaliseLabel, ownLabels, type Target } from './synonyms.ts';

/** Settings with nothing left open. */
export interface Profile {
  readonly links: NonNullable<HtmlSettings['links']> | null;
  readonly next: NonNullable<HtmlSettings['next']> | null;
  readonly content: string;
  readonly ignore: string;
  readonly record: NonNullable<HtmlSettings['record']>;
  readonly identifier: NonNullable<HtmlSettings['identifier']>;
  readonly landing: 'page' | 'none';
  readonly read: ReadonlySet<'pairs' | 'headings' | 'columns'>;
  readonly pairs: NonNullable<HtmlSettings['pairs']>;
  readonly fields: readonly FieldRule[];
  readonly labels: ReadonlyMap<string, Target>;
  readonly skip: ReadonlySet<string>;
  readonly variables: { readonly tables: string } | null;
  readonly language: string | undefined;
}

type PresetName = (typeof profileNames)[number];

const pageTitle: FieldRule = { property: 'title', selector: 'h1', required: true };

const presets: Readonly<Record<PresetName, HtmlSettings>> = {
  // NCRR, Rigsarkivet, danishhealthdata.com: a heading, then labels and values.
  'label-value': { record: 'page', read: ['pairs', 'headings'], fields: [pageTitle] },
  // Sundhedsdatastyrelsen: prose, cut by headings; the lead paragraph says what the register is.
  'prose-headings': {
    record: 'page',
    read: ['headings'],
    fields: [pageTitle, { property: 'description', selector: 'h1 + p, .lead, .manchet' }],
  },
  // Danmarks Statistik, eSundhed: some labels, then tables of variables.
  'variable-tables': { record: 'page', read: ['pairs', 'headings'], fields: [pageTitle], variables: {} },
  // Static lists: one table, a register a row, its files in a cell.
  'file-list': {
    record: { rows: 'table' },
    read: ['columns'],
    links: null,
    identifier: { label: ['kode', 'code', 'id'] },
    fields: [],
  },
};

/** Forms are not among them: some servers wrap whole pages in one. */
const defaultIgnore =
  'script, style, noscript, template, nav, svg, iframe, button, select, [hidden], [aria-hidden="true"]';

/** Completes settings by their preset. Field rules of the source come before those of the preset and win over them. */
export function profileOf(settings: HtmlSettings): Profile {
  const preset = settings.profile ? presets[settings.profile] : presets['label-value'];
  const { links, next, record, identifier, read, pairs, variables } = { ...preset, ...settings };
  return {
    links: links ?? null,
    next: next ?? null,
    content: settings.content ?? 'main, [role="main"]',
    ignore: settings.ignore ? `${defaultIgnore}, ${settings.ignore}` : defaultIgnore,
    record: record ?? 'page',
    identifier: identifier ?? 'slug',
    landing: settings.landing ?? 'page',
    read: new Set(read),
    pairs: pairs ?? [],
    fields: [...(settings.fields ?? []), ...(preset.fields ?? [])],
    labels: ownLabels(settings.labels ?? {}),
    skip: new Set((settings.skip ?? []).map(normaliseLabel)),
    variables: variables ? { tables: variables.tables ?? 'table' } : null,
    language: settings.language,
  };
}
