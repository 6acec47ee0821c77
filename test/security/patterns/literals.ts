/** Every regular expression that the product writes: literals, and those that are made of a text that stands in the code. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..', '..');

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** Where it stands, `file:line`. */
  readonly places: readonly string[];
}

/** The rooms that are looked through. Tests and benchmarks meet their own texts alone; the client's types hold no code. */
export const ROOMS = [
  'catalogue',
  'client',
  'functions',
  'harvesters',
  'infra',
  'publishing',
  'quality',
  'schemas',
  'sources',
  'web',
];

const filesOf = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...ROOMS], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(ts|tsx|mjs|js)$/.test(file) && !file.endsWith('api-types.ts'));

/** `/…/flags` apart: no flag is a slash. */
function literalOf(text: string): Pick<Pattern, 'source' | 'flags'> {
  const end = text.lastIndexOf('/');
  return { source: text.slice(1, end), flags: text.slice(end + 1) };
}

function madeOf(node: ts.Node): Pick<Pattern, 'source' | 'flags'> | undefined {
  if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) return literalOf(node.getText());
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'RegExp') return undefined;
  const [source, flags] = node.arguments ?? [];
  if (!source || !ts.isStringLiteralLike(source)) return undefined;
  return { source: source.text, flags: flags && ts.isStringLiteralLike(flags) ? flags.text : '' };
}

function patternsIn(file: string): Pattern[] {
  const text = readFileSync(join(root, file), 'utf8');
  const parsed = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    const made = madeOf(node);
    if (made)
      found.push({ ...made, places: [`${file}:${parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1}`] });
    ts.forEachChild(node, visit);
  };
  if (text.includes('/') || text.includes('RegExp')) visit(parsed);
  return found;
}

/** One of each: the same pattern at two places is judged once. */
export function patternsOf(): Map<string, Pattern> {
  const patterns = new Map<string, Pattern>();
  for (const pattern of filesOf().flatMap(patternsIn)) {
    const name = `/${pattern.source}/${pattern.flags}`;
    const places = [...(patterns.get(name)?.places ?? []), ...pattern.places];
    patterns.set(name, { ...pattern, places });
  }
  return patterns;
}
