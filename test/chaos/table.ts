/** The table that `docs/chaos.md` holds: the same for the same outcome, on any machine and at any time. */
import type { Row } from './fault.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const HEAD = ['fault', 'what the system did', 'state', 'told', 'invariants'];

/** The rows as a Markdown table. */
export const tableOf = (rows: readonly Row[]): string =>
  [
    line(HEAD),
    line(HEAD.map(() => '---')),
    ...rows.map(({ fault, did, state, told, broken }) =>
      line([fault, did, state, told, broken.length === 0 ? 'hold' : `BROKEN: ${broken.join('; ')}`]),
    ),
  ].join('\n');
