/** The examples of a page, run by the tools that they are written for, where those are on this machine. */
import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const tools = {
  sh: { command: 'sh', needs: ['sh', 'curl'], suffix: 'sh' },
  bash: { command: 'bash', needs: ['bash', 'curl'], suffix: 'sh' },
  ts: { command: process.execPath, needs: [process.execPath], suffix: 'mts' },
  python: { command: 'python3', needs: ['python3'], suffix: 'py' },
} as const;

export type ExampleLanguage = keyof typeof tools;

const isHere = (language: ExampleLanguage): boolean =>
  tools[language].needs.every((tool) => spawnSync(tool, ['--version']).error === undefined);

/** The first example of a page in each of these languages whose tools are here. @throws Error for one that the page has not. */
export const examplesOf = (page: string, languages: readonly ExampleLanguage[]): [ExampleLanguage, string][] =>
  languages.filter(isHere).map((language) => {
    const text = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
    if (text === undefined) throw new Error(`The page has no example in ${language}.`);
    return [language, text];
  });

interface Ground {
  /** Where the example is put and run. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs an example. @returns what it printed. @throws Error when it does not succeed. */
export async function runExample(language: ExampleLanguage, text: string, { folder, env }: Ground): Promise<string> {
  const { command, suffix } = tools[language];
  const file = join(folder, `example.${suffix}`);
  writeFileSync(file, text);
  const { stdout } = await promisify(execFile)(command, [file], { cwd: folder, env: { ...process.env, ...env } });
  return stdout;
}
