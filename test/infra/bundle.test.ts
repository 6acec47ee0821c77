import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFunctions } from '#infra/bundle.ts';
import { type FunctionName, namesOf, topology } from '#infra/topology.ts';

/** Lambda refuses code above this when it is unpacked. */
const LAMBDA_LIMIT_BYTES = 250 * 1024 * 1024;

// Inside the project, as a bundle's copied packages are found from where it lies.
const folder = mkdtempSync(join(import.meta.dirname, '..', '..', 'cdk.out-test-'));
let bundles: Record<FunctionName, string>;

beforeAll(() => {
  bundles = bundleFunctions(topology, folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(namesOf(topology.functions))('the bundle of %s', (name) => {
  test('stands alone: nothing of our own is left to resolve', () => {
    const code = readFileSync(join(bundles[name], 'handler.mjs'), 'utf8');

    expect(code).not.toMatch(/from\s*["']#/);
    expect(statSync(join(bundles[name], 'handler.mjs')).size).toBeLessThan(LAMBDA_LIMIT_BYTES);
  });
});

test('a package with files beside its code is copied whole for the function that reads with it', () => {
  const code = readFileSync(join(bundles.harvest, 'handler.mjs'), 'utf8');
  const copied = existsSync(join(bundles.harvest, 'node_modules', 'oxigraph', 'node_bg.wasm'));

  expect(copied).toBe(/["']oxigraph["']/.test(code));
});
