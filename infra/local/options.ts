/** Reads the command line: which command, with which options, or what is wrong with it. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type CommandName, type CommandSpec, commands, EXPORT_FORMATS, VIEWS } from './command-table.ts';
import { helpOf, overview, usageOf } from './help-text.ts';
import { Refusal, sentenceOf } from './refusal.ts';

type ExportFormat = (typeof EXPORT_FORMATS)[number];
type View = (typeof VIEWS)[number];

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
  | { readonly kind: 'erase'; readonly address: string; readonly data: string; readonly json: boolean }
  | { readonly kind: 'backup'; readonly file: string; readonly data: string }
  | { readonly kind: 'restore'; readonly file: string; readonly data: string; readonly replace: boolean }
  | { readonly kind: 'export'; readonly data: string; readonly format: ExportFormat; readonly out?: string };

const DEFAULT_DATA = '.datalandkort';
const DEFAULT_LIMIT = 10;

/** A token cannot be called back, so it ends by itself. */
const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;

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
    case 'erase':
      return { kind: name, ...folder, address: word, json: values.json === true };
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
