/** `docs/problem-codes.md`: every code that a run reports, from the table itself. */
import { problemCodes } from '#schemas/problem-codes.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const HEAD = `# Problem codes

Every problem that a run reports has a code. Codes are stable: none is renamed or given another meaning, so filters and
comparisons by them stay right. \`error\` lost a record or a page, \`warning\` was mended or left out, \`info\` is worth knowing.
The API explains each at \`/problems/{code}\` and groups those of a run at \`/v1/runs/{id}/problems\`, with what is new, fixed or
still there since the last run of the source.

A page that a server answers with a status of its own is told as \`http-NNN\` (error), for example \`http-404\`, unless the table
has a code for it.

This page is made from \`schemas/problem-codes.ts\` by \`npm run docs:problem-codes\`.

| code | severity | meaning | betydning |
|---|---|---|---|
`;

/** The whole page. */
export const problemCodesPage = (): string =>
  HEAD +
  Object.entries(problemCodes)
    .map(([code, { severity, en, da }]) => `| \`${code}\` | ${severity} | ${cell(en)} | ${cell(da)} |\n`)
    .join('');
