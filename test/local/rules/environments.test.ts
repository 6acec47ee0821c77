/** Lambda's rules for one function, on a function of the tests' own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type Environments, environmentsOf } from '#infra/local/rules/environments.ts';
import type { FunctionRules } from '#infra/local/rules/rules.ts';
import { topology } from '#infra/topology.ts';

const folder = mkdtempSync(join(tmpdir(), 'environments-'));
const open: Environments[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

function environments(
  rules: Partial<FunctionRules>,
  variables: Record<string, string> = {},
  timeout = 60,
): Environments {
  const made = environmentsOf({
    name: 'counting',
    spec: { ...topology.functions['note-bounces'], timeout },
    module: pathToFileURL(join(import.meta.dirname, 'function.ts')).href,
    before: [],
    variables,
    stopping: new AbortController().signal,
    rules: { apart: true, cold: 0, coldMs: 0, ...rules },
    dice: () => 0.5,
  });
  open.push(made);
  return made;
}

test('a warm environment keeps what its function remembers, and a cold one begins anew', async () => {
  const warm = environments({});
  expect([await warm.invoke({}), await warm.invoke({})]).toMatchObject([{ calls: 1 }, { calls: 2 }]);
  const cold = environments({ cold: 1, coldMs: 2 });
  expect([await cold.invoke({}), await cold.invoke({})]).toMatchObject([{ calls: 1 }, { calls: 1 }]);
});

test('a function that is at work when its time is over is ended in the middle, and the next event finds a fresh one', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'hanging-')), 'dots');
  const short = environments({}, {}, 1);
  await expect(short.invoke({ hang: file })).rejects.toThrow('counting was ended at its time limit, after 1 seconds.');
  // What it would go on writing, each millisecond, it writes no more: the thread is gone when the next one answers.
  expect(await short.invoke({})).toMatchObject({ calls: 1 });
  const written = readFileSync(file, 'utf8').length;
  expect(written).toBeGreaterThan(0);
  for (let call = 2; call < 50; call += 1) await short.invoke({});
  expect(readFileSync(file, 'utf8')).toHaveLength(written);
});

test('an environment that dies fails its own event and no other', async () => {
  const made = environments({});
  await expect(made.invoke({ die: true })).rejects.toThrow('ended while it was at work');
  expect(await made.invoke({})).toMatchObject({ calls: 1 });
});

test('a function has its own variables and those of the machine, and not those of who started it', async () => {
  process.env.SOMEBODY_ELSES = 'x';
  const { variables } = (await environments({}, { OWN: '1' }).invoke({})) as { variables: string[] };
  expect(variables).toContain('OWN');
  expect(variables).not.toContain('SOMEBODY_ELSES');
});

test('more than Lambda takes is refused: an event, an answer, variables', async () => {
  const made = environments({});
  const over = 6 * 1024 * 1024;
  await expect(made.invoke({ text: 'x'.repeat(over) })).rejects.toThrow('The event of counting has 6291467 bytes');
  await expect(made.invoke({ blow: over })).rejects.toThrow('The answer of counting has 6291458 bytes');
  expect(() => environments({}, { LONG: 'x'.repeat(4096) })).toThrow('The variables of counting have 4100 bytes');
});
