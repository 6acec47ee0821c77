import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommand } from '#infra/local/options.ts';
import { SourceFile } from '#schemas/source.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const fences = [...readme.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, language, text]) => ({
  language,
  text: text ?? '',
}));
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;

describe('the README', () => {
  it('shows a source file that is one', () => {
    const [example] = fences.filter(({ language }) => language === 'json');
    expect(SourceFile.safeParse(JSON.parse(example?.text ?? '')).error).toBeUndefined();
  });

  const commands = fences.flatMap(({ text }) => text.split('\n')).filter((line) => line.startsWith('npx datalandkort'));

  it.each(commands)('names a command that there is: %s', (line) => {
    expect(() => readCommand(line.split(/\s+/).slice(2))).not.toThrow();
  });

  it.each([...readme.matchAll(/`?npm (?:run )?(start|test|check|bench|fix|chaos)`?/g)].map(([, name]) => name ?? ''))(
    'names an npm script that there is: %s',
    (name) => expect(scripts).toHaveProperty(name),
  );

  it.each([...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? ''))(
    'links to what is there: %s',
    (path) => {
      expect(() => readdirSync(join(root, path, '..'))).not.toThrow();
      expect(readdirSync(join(root, path, '..'))).toContain(path.split('/').filter(Boolean).at(-1));
    },
  );
});
