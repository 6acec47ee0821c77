/** The programs of docs/follow.md, as they stand there, against the running system: what they promise, and what we do. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch } from '#bench/scratch.ts';
import { forked } from './forked.ts';

/** Ten followers and some twenty runs of a source; several times what that takes on a busy machine. */
const PATIENCE_MS = 240_000;

interface Outcome {
  readonly kills: number;
  readonly types: readonly string[];
  readonly followed: number;
  readonly inStep: boolean;
  readonly faults: readonly string[];
}

const page = readFileSync(join(import.meta.dirname, '../../docs/follow.md'), 'utf8');

const hasPython = spawnSync('python3', ['--version']).status === 0;

/** What can be run: comments and empty lines are left out. */
const linesOf = (fence: string): number =>
  (new RegExp(`\`\`\`${fence}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*(?:\/\/|#)/.test(line)).length;

it.each(['typescript', 'py'])('the plain follower has no more than twenty lines (%s)', (fence) => {
  expect(linesOf(fence)).toBeGreaterThan(10);
  expect(linesOf(fence)).toBeLessThanOrEqual(20);
});

describe('a follower of the page about following', () => {
  it.each(['ts', 'typescript', ...(hasPython ? ['python', 'py'] : [])])(
    'in %s, killed ten times while the catalogue changes under it, applies every change once and in order',
    async (language) => {
      await using place = await scratch();
      const { message, lastWords } = await forked<Outcome>('following.ts', [place.folder, language], PATIENCE_MS);
      const { followed = 0, ...outcome } = message ?? {};
      expect({ ...outcome, lastWords: message ? '' : lastWords }).toEqual({
        kills: 10,
        types: ['Create', 'Delete', 'Update'],
        inStep: true,
        faults: [],
        lastWords: '',
      });
      expect(followed).toBeGreaterThan(100);
    },
    PATIENCE_MS,
  );
});
