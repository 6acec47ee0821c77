/** What `--help` says, of one command and of all. */
import { type CommandName, commands, type OptionSpec } from './command-table.ts';

const optionLines = (options: Readonly<Record<string, OptionSpec>>): string[] =>
  Object.entries({ ...options, help: { type: 'boolean', help: 'show this' } as OptionSpec }).map(
    ([name, { value, help }]) => `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(32)}  ${help}`,
  );

export const usageOf = (name: CommandName): string =>
  `Usage: datalandkort ${[name, commands[name].words.shown, '[options]'].filter(Boolean).join(' ')}`;

export const helpOf = (name: CommandName): string => {
  const { summary, options, details } = commands[name];
  return [usageOf(name), '', `${capitalised(summary)}.`, '', 'Options:', ...optionLines(options), '', details].join(
    '\n',
  );
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const overview = (): string =>
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
    '  DATALANDKORT_SIGN_IN_CLIENT   the client by which people sign in at that provider, with …_AUTHORIZE and …_TOKEN (docs/api.md)',
    '  DATALANDKORT_SECRET_<NAME>    a secret that a source names in its credentials (docs/sources/politeness.md)',
  ].join('\n');
