/** The letters of one machine: those that hold an erased address are taken away. On AWS letters are sent and not kept. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type IsErased, maskAddresses } from '#catalogue/erased-contacts.ts';

/** Lines of a mail are broken within words and have their signs coded (RFC 2045 § 6.7); an address may stand in either. */
const unfolded = (mail: string): string => mail.replaceAll(/=\r?\n/g, '').replaceAll('=40', '@');

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  } catch (error) {
    // None was ever laid there.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** @param folder '' where there is none. @returns how many were taken away. */
export async function removeLetters(folder: string, isErased: IsErased): Promise<number> {
  if (folder === '') return 0;
  let removed = 0;
  for (const name of await namesIn(folder)) {
    const mail = unfolded(await readFile(join(folder, name), 'latin1'));
    if (maskAddresses(mail, isErased) === mail) continue;
    await rm(join(folder, name));
    removed += 1;
  }
  return removed;
}
