/** Reads the command line: which command, with which options, or what is wrong with it. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refusal, sentenceOf } from './refusal.ts';

interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly help: string;
}

interface CommandSpec {
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

const EXPORT_FORMATS = ['ttl', 'jsonld', 'nq', 'jsonl', 'csv'] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** In the order in which they stand on each other. */
const VIEWS = ['datasets', 'links', 'scores', 'search', 'feeds', 'snapshots'] as const;

const commands = {
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

type View = (typeof VIEWS)[number];

type CommandName = keyof typeof commands;

export type Command =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'start';
      readonly sources?: string;
      readonly data: string;
      readonly port: number | undefined;
      readonly asAws: boolean;
    }
  | {
      readonly kind: 'harvest';
      readonly names: readonly string[];
      readonly sources?: string;
      readonly data: string;
      readonly json: boolean;
      readonly force: boolean;
      readonly asAws: boolean;
    }
  | {
      readonly kind: 'preview';
      readonly target: string;
      readonly sources?: string;
      readonly data: string;
      readonly limit: number;
      readonly json: boolean;
    }
  | { readonly kind: 'sources check'; readonly file: string }
  | {
      readonly kind: 'replay';
      readonly run: string;
      readonly sources?: string;
      readonly data: string;
      readonly dryRun: boolean;
      readonly json: boolean;
    }
  | {
      readonly kind: 'dead-letters';
      readonly action: 'list' | 'show' | 'replay';
      /** Absent for all of them. */
      readonly id?: string;
      readonly sources?: string;
      readonly data: string;
      readonly json: boolean;
    }
  | { readonly kind: 'report'; readonly owner: string; readonly data: string; readonly out: string }
  | {
      readonly kind: 'token';
      readonly scopes: readonly string[];
      readonly subject: string;
      readonly days: number;
      readonly data: string;
    }
  | {
      readonly kind: 'rebuild';
      readonly views: readonly View[];
      readonly data: string;
      readonly aws: boolean;
      readonly json: boolean;
    }
  | { readonly kind: 'backup'; readonly file: string; readonly data: string }
  | { readonly kind: 'restore'; readonly file: string; readonly data: string; readonly replace: boolean }
  | { readonly kind: 'export'; readonly data: string; readonly format: ExportFormat; readonly out?: string };

const DEFAULT_DATA = '.datalandkort';
const DEFAULT_LIMIT = 10;

/** A token cannot be called back, so it ends by itself. */
const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;

const optionLines = (options: Readonly<Record<string, OptionSpec>>): string[] =>
  Object.entries({ ...options, help: { type: 'boolean', help: 'show this' } as OptionSpec }).map(
    ([name, { value, help }]) => `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(32)}  ${help}`,
  );

const usageOf = (name: CommandName): string =>
  `Usage: datalandkort ${[name, commands[name].words.shown, '[options]'].filter(Boolean).join(' ')}`;

const helpOf = (name: CommandName): string => {
  const { summary, options, details } = commands[name];
  return [usageOf(name), '', `${capitalised(summary)}.`, '', 'Options:', ...optionLines(options), '', details].join(
    '\n',
  );
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const overview = (): string =>
  [
    'Usage: datalandkort <command> [options]',
    '',
    'The map of Danish health data: harvests what registry owners publish and serves every change.',
    '',
    'Commands:',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(14)}  ${summary}`),
    '',
    '  datalandkort <command> --help shows the options of one command; --version the version.',
    '',
    'Environment:',
    '  DATALANDKORT_ALLOW_HOSTS      hosts that may be harvested although their address is not public, comma-separated',
    '  DATALANDKORT_AS_AWS           a whole number: as --as-aws, for every command, with chance that begins at this number',
    '  DATALANDKORT_CONTACT          where people reach you: a mail address, told to every server that is asked and by OAI-PMH',
    '  DATALANDKORT_OPERATOR_TOKEN   what operators show to write (default: made once and kept in the data folder)',
    '  DATALANDKORT_PUBLIC_URL       where this catalogue is known to stand (default: the address of the API)',
    '  DATALANDKORT_TOKEN_ISSUER     the OpenID provider whose access tokens count (docs/api.md; default: this machine)',
    '  DATALANDKORT_SECRET_<NAME>    a secret that a source names in its credentials (docs/sources/politeness.md)',
  ].join('\n');

/** The command and what follows it: `sources check` is written as two words. */
function split(argv: readonly string[]): { name: CommandName; rest: string[] } {
  const [first = '', second = ''] = argv;
  const two = `${first} ${second}`;
  const name = two in commands ? two : first;
  if (first === 'sources' && name === first)
    throw new Refusal(`"sources" is followed by "check".\n${usageOf('sources check')}`);
  if (!(name in commands)) throw new Refusal(`There is no command "${first}".\n\n${overview()}`);
  // The key was just looked up.
  return { name: name as CommandName, rest: argv.slice(name === two ? 2 : 1) };
}

/** What parseArgs gives; the strict mode has refused whatever the command does not know. */
interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

function parse(name: CommandName, args: string[]): Parsed {
  const { options, words }: CommandSpec = commands[name];
  const known: ParseArgsConfig['options'] = { help: { type: 'boolean', short: 'h' } };
  for (const [option, { type }] of Object.entries(options)) known[option] = { type };
  try {
    const { values, positionals } = parseArgs({ args, options: known, allowPositionals: true, strict: true });
    const enough = positionals.length >= words.min && positionals.length <= words.max;
    if (!values.help && !enough) throw new Error(words.shown ? `${words.shown} is expected` : 'it takes no words');
    // None of the options is declared `multiple`, so no value is a list.
    return { values: values as Parsed['values'], words: positionals };
  } catch (error) {
    throw new Refusal(`datalandkort ${name}: ${sentenceOf(error).split('. ')[0]}.\n${usageOf(name)}`);
  }
}

/** A whole number within bounds. @throws Refusal that says which. */
function numberOf(name: string, written: string, min: number, max: number): number {
  const value = /^\d+$/.test(written) ? Number(written) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new Refusal(`--${name} is "${written}"; it must be a whole number from ${min} to ${max}.`);
}

function formatOf(written: string | undefined): ExportFormat {
  const format = EXPORT_FORMATS.find((one) => one === written);
  if (format) return format;
  throw new Refusal(
    `--format ${written ? `is "${written}"; it` : 'is missing; it'} must be one of ${EXPORT_FORMATS.join(', ')}.`,
  );
}

/** The views to rebuild: all of them when none is named. @throws Refusal for one that there is not. */
function viewsOf(only: string | undefined): readonly View[] {
  const named = VIEWS.filter((view) => view === (only ?? view));
  if (named.length > 0) return named;
  throw new Refusal(`--only is "${only}"; it must be one of ${VIEWS.join(', ')}.`);
}

/** What to do with which letter. @throws Refusal for an action that there is not, or without the letter that it needs. */
function letterAction(
  [action = 'list', id]: readonly string[],
  all: boolean,
): { action: 'list' | 'show' | 'replay'; id?: string } {
  const one = id === undefined ? {} : { id };
  if (action === 'list' && !id && !all) return { action };
  if (action === 'show' && id && !all) return { action, ...one };
  if (action === 'replay' && all !== (id !== undefined)) return { action, ...one };
  throw new Refusal(
    `datalandkort dead-letters: list, show ID, replay ID or replay --all is expected.\n${usageOf('dead-letters')}`,
  );
}

/** @throws Refusal for a scope that the API does not know. */
function scopesOf(words: readonly string[]): readonly string[] {
  const unknown = words.find((word) => !/^(operator|subscriber|owner:[a-z0-9-]{1,64})$/.test(word));
  if (unknown === undefined) return words;
  throw new Refusal(`"${unknown}" is no scope; there are operator, subscriber and owner:ID.`);
}

function commandOf(name: CommandName, { values, words }: Parsed): Command {
  const text = (option: string): string | undefined => values[option]?.toString();
  const folder = { data: text('data') ?? DEFAULT_DATA };
  const from = { ...folder, ...(text('sources') !== undefined && { sources: text('sources') ?? '' }) };
  const [word = ''] = words;
  switch (name) {
    case 'start': {
      const port = text('port');
      const asked = port === undefined ? undefined : numberOf('port', port, 0, 65_535);
      return { kind: name, ...from, port: asked, asAws: values['as-aws'] === true };
    }
    case 'harvest':
      return {
        ...{ kind: name, ...from, names: words, json: values.json === true },
        ...{ force: values.force === true, asAws: values['as-aws'] === true },
      };
    case 'preview': {
      const limit = text('limit');
      const bounded = limit === undefined ? DEFAULT_LIMIT : numberOf('limit', limit, 1, 1_000_000);
      return { kind: name, ...from, target: word, limit: bounded, json: values.json === true };
    }
    case 'sources check':
      return { kind: name, file: word };
    case 'replay':
      return { kind: name, ...from, run: word, dryRun: values['dry-run'] === true, json: values.json === true };
    case 'dead-letters':
      return { kind: name, ...from, ...letterAction(words, values.all === true), json: values.json === true };
    case 'report':
      return { kind: name, ...folder, owner: word, out: text('out') ?? '.' };
    case 'token': {
      const days = numberOf('days', text('days') ?? String(DEFAULT_DAYS), 1, MOST_DAYS);
      return { kind: name, ...folder, scopes: scopesOf(words), subject: text('for') ?? 'local', days };
    }
    case 'backup':
      return { kind: name, ...folder, file: word };
    case 'restore':
      return { kind: name, ...folder, file: word, replace: values.replace === true };
    case 'rebuild': {
      const flags = { aws: values.aws === true, json: values.json === true };
      if (flags.aws && text('data') !== undefined) throw new Refusal('--aws has no data folder: leave --data out.');
      return { kind: name, ...folder, ...flags, views: viewsOf(text('only')) };
    }
    case 'export': {
      const out = text('out');
      return { kind: name, ...folder, format: formatOf(text('format')), ...(out !== undefined && { out }) };
    }
  }
}

/**
 * Reads the words after the program's name.
 * @throws Refusal with what is wrong and how the command is used.
 */
export function readCommand(argv: readonly string[]): Command {
  const [first] = argv;
  if (first === undefined) throw new Refusal(overview());
  if (first === '--help' || first === '-h' || first === 'help') return { kind: 'help', text: overview() };
  if (first === '--version' || first === '-v') return { kind: 'version' };
  const { name, rest } = split(argv);
  const parsed = parse(name, rest);
  return parsed.values.help ? { kind: 'help', text: helpOf(name) } : commandOf(name, parsed);
}
