/** The fields of the form for a source: each is a place in its definition (a JSON pointer), and how a person fills it in. */
import type { WordKey } from '../../words/table.ts';

type FieldKind = 'text' | 'number' | 'list' | 'json' | 'yes-no';

interface Choice {
  readonly value: string;
  /** Undefined for a value that is its own name. */
  readonly label?: WordKey;
}

export interface Field {
  readonly pointer: string;
  readonly label: WordKey;
  readonly hint?: WordKey;
  readonly kind: FieldKind;
  readonly isRequired?: boolean;
  /** What can be chosen; a text without them is written. */
  readonly choices?: readonly Choice[];
  /** What a yes-no field is when the definition does not say. */
  readonly isYes?: boolean;
}

interface FieldGroup {
  readonly label: WordKey;
  readonly fields: readonly Field[];
}

/** The formats that there are readers for. */
const FORMATS = ['dcat', 'dcat-us', 'ckan', 'html', 'schema-org', 'oai-pmh', 'csw', 'fair-data-point', 'statbank'];

const choice = (...names: readonly ('never' | 'first' | 'always' | 'propose' | 'auto' | 'off')[]): readonly Choice[] =>
  names.map((name) => ({ value: name, label: `op.choice.${name}` }));

const what: FieldGroup = {
  label: 'op.form.group.what',
  fields: [
    { pointer: '/id', label: 'op.field.id', hint: 'op.field.id.hint', kind: 'text', isRequired: true },
    { pointer: '/title/da', label: 'op.field.title.da', kind: 'text' },
    { pointer: '/title/en', label: 'op.field.title.en', kind: 'text' },
    { pointer: '/note', label: 'op.field.note', kind: 'text' },
  ],
};

const owner: FieldGroup = {
  label: 'op.form.group.owner',
  fields: [
    {
      pointer: '/owner/id',
      label: 'op.field.owner.id',
      hint: 'op.field.owner.id.hint',
      kind: 'text',
      isRequired: true,
    },
    { pointer: '/owner/name/da', label: 'op.field.owner.name.da', kind: 'text' },
    { pointer: '/owner/name/en', label: 'op.field.owner.name.en', kind: 'text' },
    { pointer: '/owner/email', label: 'op.field.owner.email', hint: 'op.field.owner.email.hint', kind: 'text' },
    { pointer: '/owner/homepage', label: 'op.field.owner.homepage', kind: 'text' },
  ],
};

const where: FieldGroup = {
  label: 'op.form.group.where',
  fields: [
    {
      pointer: '/format',
      label: 'op.field.format',
      kind: 'text',
      isRequired: true,
      choices: FORMATS.map((value) => ({ value })),
    },
    { pointer: '/url', label: 'op.field.url', hint: 'op.field.url.hint', kind: 'text', isRequired: true },
    {
      pointer: '/schedule/every',
      label: 'op.field.schedule.every',
      hint: 'op.field.schedule.every.hint',
      kind: 'text',
    },
    { pointer: '/enabled', label: 'op.field.enabled', kind: 'yes-no', isYes: true },
    { pointer: '/approve', label: 'op.field.approve', kind: 'text', choices: choice('never', 'first', 'always') },
    { pointer: '/textLanguage', label: 'op.field.textLanguage', hint: 'op.field.textLanguage.hint', kind: 'text' },
    { pointer: '/settings', label: 'op.field.settings', hint: 'op.field.settings.hint', kind: 'json' },
    { pointer: '/defaults', label: 'op.field.defaults', hint: 'op.field.defaults.hint', kind: 'json' },
    { pointer: '/precedence', label: 'op.field.precedence', hint: 'op.field.precedence.hint', kind: 'number' },
    {
      pointer: '/ignoreChangesIn',
      label: 'op.field.ignoreChangesIn',
      hint: 'op.field.ignoreChangesIn.hint',
      kind: 'list',
    },
  ],
};

const numbered = (
  path:
    | 'politeness.requestsPerSecond'
    | 'politeness.concurrency'
    | 'removal.missingRuns'
    | 'removal.releaseAfter'
    | 'removal.holdAbove.share'
    | 'removal.holdAbove.count',
): Field => ({
  pointer: `/${path.replaceAll('.', '/')}`,
  label: `op.field.${path}`,
  hint: `op.field.${path}.hint`,
  kind: 'number',
});

const manners: FieldGroup = {
  label: 'op.form.group.manners',
  fields: [
    numbered('politeness.requestsPerSecond'),
    numbered('politeness.concurrency'),
    { pointer: '/politeness/respectRobots', label: 'op.field.politeness.respectRobots', kind: 'yes-no', isYes: true },
    {
      pointer: '/politeness/quietHours/from',
      label: 'op.field.politeness.quietHours.from',
      hint: 'op.field.quiet.hint',
      kind: 'text',
    },
    {
      pointer: '/politeness/quietHours/to',
      label: 'op.field.politeness.quietHours.to',
      hint: 'op.field.quiet.hint',
      kind: 'text',
    },
  ],
};

const removal: FieldGroup = {
  label: 'op.form.group.removal',
  fields: [
    numbered('removal.missingRuns'),
    numbered('removal.holdAbove.share'),
    numbered('removal.holdAbove.count'),
    numbered('removal.releaseAfter'),
    {
      pointer: '/removal/renames',
      label: 'op.field.removal.renames',
      kind: 'text',
      choices: choice('propose', 'auto', 'off'),
    },
  ],
};

export const fieldGroups: readonly FieldGroup[] = [what, owner, where, manners, removal];

export const fields: readonly Field[] = fieldGroups.flatMap((group) => group.fields);
