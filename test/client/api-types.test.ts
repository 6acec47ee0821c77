import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientTypes } from '#infra/docs/client-types.ts';

test('the client’s types are what the description of the API says', async () => {
  // A boolean and not the texts, which are long. Mended by `npm run docs:openapi`.
  expect(readFileSync('client/api-types.ts', 'utf8') === (await clientTypes())).toBe(true);
});
