import { describe, expect, test } from 'vitest';
import { readCommand } from '#infra/local/options.ts';
import { Refusal } from '#infra/local/refusal.ts';

const refusalOf = (...argv: string[]): string => {
  try {
    readCommand(argv);
  } catch (error) {
    if (error instanceof Refusal && error.exitCode === 2) return error.message;
  }
  return 'no refusal';
};

describe('commands as they are written', () => {
  test('start with its defaults', () => {
    expect(readCommand(['start'])).toEqual({
      kind: 'start',
      data: '.datalandkort',
      port: undefined,
      asAws: false,
    });
  });

  test('start on any free port', () => {
    expect(readCommand(['start', '--port', '0', '--data', 'd', '--sources', 's.json', '--as-aws'])).toEqual({
      kind: 'start',
      data: 'd',
      sources: 's.json',
      port: 0,
      asAws: true,
    });
  });

  test('harvest with names before and after its options', () => {
    expect(readCommand(['harvest', 'a', '--json', 'b', '--force'])).toEqual({
      kind: 'harvest',
      names: ['a', 'b'],
      data: '.datalandkort',
      json: true,
      force: true,
      asAws: false,
    });
  });

  test('sources check as two words', () => {
    expect(readCommand(['sources', 'check', 'f.json'])).toEqual({ kind: 'sources check', file: 'f.json' });
  });

  test('export into a file', () => {
    expect(readCommand(['export', '--format', 'nq', '--out', 'x.nq'])).toEqual({
      kind: 'export',
      data: '.datalandkort',
      format: 'nq',
      out: 'x.nq',
    });
  });

  test('rebuild of all views, or of one', () => {
    expect(readCommand(['rebuild', '--only', 'search', '--json'])).toEqual({
      kind: 'rebuild',
      views: ['search'],
      data: '.datalandkort',
      aws: false,
      json: true,
    });
    expect(readCommand(['rebuild', '--aws'])).toMatchObject({
      views: ['datasets', 'links', 'scores', 'search', 'feeds', 'snapshots'],
      aws: true,
    });
    expect(refusalOf('rebuild', '--only', 'webhooks')).toContain('must be one of datasets, links');
    expect(refusalOf('rebuild', '--aws', '--data', 'd')).toContain('no data folder');
  });

  test('backup into a file, and restore from it', () => {
    expect(readCommand(['backup', 'f', '--data', 'd'])).toEqual({ kind: 'backup', file: 'f', data: 'd' });
    expect(readCommand(['restore', 'f', '--data', 'd', '--replace'])).toEqual({
      kind: 'restore',
      file: 'f',
      data: 'd',
      replace: true,
    });
    expect(refusalOf('backup')).toContain('FILE is expected');
  });

  test('preview of at most so many records', () => {
    expect(readCommand(['preview', 'sds', '--limit', '3'])).toMatchObject({ target: 'sds', limit: 3, json: false });
  });
});

describe('help', () => {
  test('of the whole names every command', () => {
    const help = readCommand(['--help']);

    expect(help).toMatchObject({ kind: 'help' });
    for (const name of ['start', 'harvest', 'preview', 'sources check', 'report', 'export']) {
      expect(help).toHaveProperty('text', expect.stringContaining(`\n  ${name}`));
    }
  });

  test('of a command names its options, also when a word is missing', () => {
    expect(readCommand(['preview', '--help'])).toHaveProperty('text', expect.stringContaining('--limit N'));
    expect(readCommand(['sources', 'check', '--help'])).toHaveProperty('text', expect.stringContaining('FILE'));
  });
});

describe('what is refused with exit 2', () => {
  test.each([
    [['start', '--prot', '1'], '--prot'],
    [['start', 'now'], 'Usage: datalandkort start'],
    [['start', '--port', '70000'], 'from 0 to 65535'],
    [['start', '--port', '-1'], '--port'],
    [['harvest', '--json=yes'], '--json'],
    [['preview'], 'FILE-or-SOURCE is expected'],
    [['sources', 'list'], 'followed by "check"'],
    [['export'], '--format is missing'],
    [['export', '--format', 'xml'], 'ttl, jsonld, nq, jsonl, csv'],
    [['destroy'], 'There is no command "destroy"'],
    [[], 'Usage: datalandkort <command>'],
  ])('%j', (argv, part) => {
    expect(refusalOf(...argv)).toContain(part);
  });
});
