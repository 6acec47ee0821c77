/** The links in the letter that the system writes to an owner as it starts, read as a mail program reads it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

/** Between two looks into the folder of letters. */
const LOOK_MS = 100;

const letterIn = (folder: string, owner: string): string | undefined => {
  try {
    return readdirSync(folder).find((name) => name.endsWith(`-${owner}.eml`));
  } catch {
    // Not a letter was written yet.
    return undefined;
  }
};

/**
 * Waits for the letter to an owner.
 * @param data the data folder.
 * @returns the paths of the owner's page in both languages.
 */
export async function linksOf(data: string, owner: string): Promise<Readonly<Record<'da' | 'en', string>>> {
  const folder = join(data, 'mail');
  for (;;) {
    const letter = letterIn(folder, owner);
    if (letter !== undefined) {
      const { text = '' } = await simpleParser(readFileSync(join(folder, letter)));
      const pathIn = (language: string) =>
        new RegExp(`https?://[^/]+(/${language}/owner/\\S+)`).exec(text)?.[1] ?? `no link in ${text}`;
      return { da: pathIn('da'), en: pathIn('en') };
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
