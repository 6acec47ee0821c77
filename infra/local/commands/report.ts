/** `report`: an owner's quality report, in every format that it comes in. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { asOperator, type Operator } from '../operator.ts';
import type { Command } from '../options.ts';
import { codeOf, NOT_ALL_WELL, Refusal, sentenceOf } from '../refusal.ts';
import { say } from '../terminal.ts';

const Owners = z.object({ items: z.array(z.object({ id: z.string() })) });
const Kept = z.object({ at: z.string() });

/** Each file's ending, and where its bytes come from. */
const FILES = [
  ['da.html', 'report.html?lang=da'],
  ['en.html', 'report.html?lang=en'],
  ['da.pdf', 'report.pdf?lang=da'],
  ['en.pdf', 'report.pdf?lang=en'],
  ['da.csv', 'report.csv?lang=da'],
  ['en.csv', 'report.csv?lang=en'],
  ['json', 'report.json'],
  ['ttl', 'report.ttl'],
] as const;

async function known(operator: Operator, owner: string): Promise<void> {
  const { items } = Owners.parse(await operator.get('/v1/owners'));
  if (items.some(({ id }) => id === owner)) return;
  const others =
    items.length > 0 ? `The owners are ${items.map(({ id }) => id).join(', ')}.` : 'There are no owners yet.';
  throw new Refusal(`There is no owner "${owner}". ${others}`, NOT_ALL_WELL);
}

async function write(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, bytes);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new Refusal(`${file} cannot be written: ${sentenceOf(error)}.`, NOT_ALL_WELL);
  }
  say(file);
}

/** @returns 0. @throws Refusal for an owner that there is not, and for a folder that cannot be written (both 1). */
export const report = ({ owner, data, out }: Extract<Command, { kind: 'report' }>): Promise<number> =>
  asOperator({ data }, async (operator) => {
    await known(operator, owner);
    const path = `/v1/owners/${encodeURIComponent(owner)}`;
    const day = new Date().toISOString().slice(0, 10);
    for (const [ending, address] of FILES) {
      await write(out, `${owner}-${day}.${ending}`, await operator.bytes(`${path}/${address}`));
    }
    // Given out: the next report tells what changed since this one.
    Kept.parse(await operator.post(`${path}/report`));
    return 0;
  });
