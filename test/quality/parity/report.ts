/** docs/quality.md: what the verdicts rest on, and how they stand beside the official shapes. */
import { reasons } from './explained.ts';
import type { Tally } from './tally.ts';

/** Enough to see what a reason is about; the rest is more of the same. */
const EXAMPLES = 4;

/** Of feeds as large as this the slower engine examines one dataset in so many: one producer makes the same faults in all of them. */
export const LARGE_FEED = 100;
export const SECOND_ENGINE_EVERY = 5;

interface Outcome {
  readonly datasets: number;
  readonly distinct: number;
  readonly files: number;
  readonly harvested: Tally;
  readonly generated: Tally;
}

const number = (value: number): string => value.toLocaleString('en-GB');

const table = ({ rows }: Tally): string =>
  [
    '| profile | engine | verdicts compared | same verdict | same properties named | findings both name | differences with a reason | without |',
    '|---|---|--:|--:|--:|--:|--:|--:|',
    ...[...rows.values()].map(
      (row) =>
        `| ${row.profile} | ${row.engine} | ${[row.compared, row.alike, row.same, row.agreed, row.explained, row.unexplained].map(number).join(' | ')} |`,
    ),
  ].join('\n');

const examplesOf = (properties: ReadonlyMap<string, number>): string =>
  [...properties]
    .sort(([, one], [, other]) => other - one)
    .slice(0, EXAMPLES)
    .map(([key, count]) => `${key} (${number(count)})`)
    .join('; ');

const section = (id: string, text: string, tallies: readonly [string, Tally][]): string => {
  const lines = tallies.flatMap(([name, tally]) => {
    const counted = tally.reasons.get(id);
    if (counted === undefined) return [];
    const turned = counted.turned === 0 ? '' : `, of which ${number(counted.turned)} where the verdicts differ`;
    return [`- ${name}: ${number(counted.count)} differences${turned}. ${examplesOf(counted.properties)}.`];
  });
  return [`### ${id}`, '', text, '', ...(lines.length === 0 ? ['- Not met.'] : lines)].join('\n');
};

/** The whole document. */
export const report = ({
  datasets,
  distinct,
  files,
  harvested,
  generated,
}: Outcome): string => `# How good a description is: the verdicts, and what they rest on

Made by \`npm run quality:parity\`; do not edit. It needs the shared data beside the project (see \`test/shared-data.ts\`).

A description is held to DCAT-AP 3.0.1, DCAT-AP-DK 3.0.0 and HealthDCAT-AP Release 8 (at its own access level) by the property
table alone (\`quality/profiles/\`). Here every verdict stands beside what two SHACL engines, shacl-engine and
rdf-validate-shacl, say of the same record with the official shapes. Compared are the verdict (does it keep the profile?) and the
properties named, each with its class, as a violation or as a warning.

- DCAT-AP 3.0.1: \`shapes\`, \`range\`, \`mdr-vocabularies.shape\` and \`shapes_recommended\`, as published.
- DCAT-AP-DK 3.0.0: no shapes were published for it. It is DCAT-AP 3.0.1 with three more properties, and is held to DCAT-AP's shapes.
- HealthDCAT-AP Release 8: the shapes and ranges for non-public data on top of DCAT-AP's. Its codelists, and what differs for public
  and restricted data, are shapes made from the release's own tables, which is all that we hold of them.

The engines read our own Turtle of each record. A generated record of which it is said that an owner wrote two values, or a text
that means nothing, is read with those values in it.

## Datasets that our harvesters read

${number(datasets)} datasets of ${number(files)} real files; ${number(distinct)} of them differ from all others and were
compared. rdf-validate-shacl, which takes twice as long, examines one in ${SECOND_ENGINE_EVERY} of the datasets of a file of ${LARGE_FEED} or more.

${table(harvested)}

## Records with one fault each

A complete record at each access level; every property of it and of its parts is removed, doubled, mangled and written twice.
Public and restricted records are held to HealthDCAT-AP alone, by shacl-engine: no other profile looks at the level.
The complete record links to datasets and a series that other documents describe, and names a checksum algorithm by SPDX's own IRI; the
shapes refuse both (\`described-elsewhere\`, \`checksum-algorithm-by-https\`), so that by them hardly any of these records keeps a profile. What each fault adds is compared all the same.

${table(generated)}

## Why they differ

${reasons
  .map(({ id, text }) =>
    section(id, text, [
      ['Harvested', harvested],
      ['Generated', generated],
    ]),
  )
  .join('\n\n')}
`;
