import { expect, test } from 'vitest';
import { crashText } from '#infra/local/engine-crash.ts';

const errorOf = (message: string, code: string): Error => Object.assign(new Error(message), { code });

test('a full disk is told as one, whichever engine met it', () => {
  const tables = errorOf('IO error: /data/dynamodb/000003.log: No space left on device', 'LEVEL_IO_ERROR');
  const objects = errorOf('ENOSPC: no space left on device, write', 'ENOSPC');

  for (const error of [tables, objects])
    expect(crashText(error)).toMatch(/^The disk is full \(.*Make space and start again/);
});

test('a disk that does not work is told as one', () => {
  expect(crashText(errorOf('IO error: Input/output error', 'LEVEL_IO_ERROR'))).toMatch(
    /^The disk of the data folder does not work/,
  );
});

test('whatever else nobody expected is told with its place', () => {
  expect(crashText(new Error('x'))).toMatch(/^Something went wrong that should not: Error: x\n\s+at /);
});
