/** The commands that there are, with their words and options: what the command line is read by, and what its help says. */

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly help: string;
}

export interface CommandSpec {
  readonly summary: string;
  /** The words after the command: how they are shown, how many at least and at most. */
  readonly words: { readonly shown: string; readonly min: number; readonly max: number };
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly details: string;
}

const sources = { type: 'string', value: 'FILE', help: 'the source file (default: the bundled example)' } as const;
const data = { type: 'string', value: 'DIR', help: 'the data folder (default: .datalandkort)' } as const;
const json = { type: 'boolean', help: 'print one JSON object on standard output and nothing else there' } as const;

const asAws = {
  type: 'boolean',
  help: "hold to AWS's own rules and bring its troubles, far more often than there (docs/as-aws.md)",
} as const;

export const EXPORT_FORMATS = ['ttl', 'jsonld', 'nq', 'jsonl', 'csv'] as const;

/** In the order in which they stand on each other. */
export const VIEWS = ['datasets', 'links', 'scores', 'search', 'feeds', 'snapshots'] as const;

export const commands = {
  start: {
    summary: 'harvest what is due, serve the API, and keep harvesting until stopped',
    words: { shown: '', min: 0, max: 0 },
    options: {
      sources,
      data,
      port: { type: 'string', value: 'N', help: 'the port of the API (default: 8080; 0 = any free one)' },
      'as-aws': asAws,
    },
    details: 'Ends with 0 after Ctrl-C. A second start continues where the first ended.',
  },
  harvest: {
    summary: 'run sources once, now, and end',
    words: { shown: '[SOURCE…]', min: 0, max: Number.POSITIVE_INFINITY },
    options: {
      sources,
      data,
      json,
      force: { type: 'boolean', help: 'read pages also when they say they are unchanged' },
      'as-aws': asAws,
    },
    details:
      'Runs all enabled sources when none is named. Ends with 0 when all succeeded, 1 when one did not, 2 on bad usage.',
  },
  preview: {
    summary: 'read a source without writing anything',
    words: { shown: 'FILE-or-SOURCE', min: 1, max: 1 },
    options: {
      sources,
      data,
      limit: { type: 'string', value: 'N', help: 'show at most so many records (default: 10)' },
      json,
    },
    details: 'Shows records, problems and what would change. FILE is a source file with one source.',
  },
  'sources check': {
    summary: 'validate a source file, naming each fault with its place',
    words: { shown: 'FILE', min: 1, max: 1 },
    options: {},
    details: 'Ends with 0 when the file is sound and 2 when it is not.',
  },
  replay: {
    summary: 'read the archived pages of a run anew, without asking the source',
    words: { shown: 'RUN', min: 1, max: 1 },
    options: {
      sources,
      data,
      'dry-run': { type: 'boolean', help: 'show what would change, and change nothing' },
      json,
    },
    details:
      'For after a mapping was mended. Shows what would change and then publishes just that. Works also while start runs.',
  },
  'dead-letters': {
    summary: 'list, show and replay what could not be worked on',
    words: { shown: '[list | show ID | replay ID | replay --all]', min: 0, max: 2 },
    options: {
      sources,
      data,
      all: { type: 'boolean', help: 'replay all of them' },
      json,
    },
    details: 'Works also while start runs. Ends with 1 when something could not be replayed or failed again.',
  },
  report: {
    summary: "write an owner's quality report",
    words: { shown: 'OWNER', min: 1, max: 1 },
    options: {
      data,
      out: { type: 'string', value: 'DIR', help: 'the folder to write into (default: the current one)' },
    },
    details:
      'Writes a page and a PDF in Danish and in English, tables of the findings, and the report as JSON and as DQV. Works also while start runs.',
  },
  token: {
    summary: 'make an access token for an owner, a subscriber or an operator',
    words: { shown: 'SCOPE…', min: 1, max: Number.POSITIVE_INFINITY },
    options: {
      data,
      for: { type: 'string', value: 'NAME', help: 'who it is for, as the audit log names them (default: local)' },
      days: { type: 'string', value: 'N', help: 'how long it is valid (default: 30)' },
    },
    details:
      'A scope is operator, subscriber, or owner:ID. The token is signed with the key in the data folder. Works also while start runs.',
  },
  erase: {
    summary: "erase a person's contact from the catalogue and all that it keeps",
    words: { shown: 'ADDRESS', min: 1, max: 1 },
    options: { data, json },
    details:
      'By the e-mail address, for a person who asks for it. No harvest brings it back. Works also while start runs. docs/personal-data.md says what it cannot reach.',
  },
  rebuild: {
    summary: 'build the views of the ledger anew',
    words: { shown: '', min: 0, max: 0 },
    options: {
      data,
      only: { type: 'string', value: VIEWS.join('|'), help: 'one view (default: all, in this order)' },
      aws: { type: 'boolean', help: 'the views on AWS that the environment names (docs/operating.md)' },
      json,
    },
    details:
      'For a view that was lost, damaged or made by a rule that was mended. Compares each with the ledger. What was cut off goes on when it is run again. Ends with 1 when a view does not agree.',
  },
  backup: {
    summary: 'write what cannot be had from anything else into one file',
    words: { shown: 'FILE', min: 1, max: 1 },
    options: { data },
    details:
      "The log with its records, sources, runs, the archive, subscriptions and scores' histories, at one place of the log; no views. Its secrets are in it.",
  },
  restore: {
    summary: 'make a data folder from a backup, with a log of another epoch',
    words: { shown: 'FILE', min: 1, max: 1 },
    options: {
      data,
      replace: { type: 'boolean', help: 'put a folder aside that has a catalogue already' },
    },
    details: 'Builds every view anew. Followers are told that the log was rebuilt, and begin again from its snapshot.',
  },
  export: {
    summary: 'write the live catalogue',
    words: { shown: '', min: 0, max: 0 },
    options: {
      data,
      format: { type: 'string', value: EXPORT_FORMATS.join('|'), help: 'how it is written' },
      out: { type: 'string', value: 'FILE', help: 'where to (default: standard output)' },
    },
    details: 'Turtle, JSON-LD, N-Quads, JSON lines, or a table in CSV.',
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commands;
