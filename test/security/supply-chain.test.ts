/** What we build on: under which licences, and whether the bill of materials has all of it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { auditVerdict } from '#infra/checks/audit-verdict.ts';

const root = join(import.meta.dirname, '..', '..');

const Package = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  license: z.string().optional(),
  optional: z.boolean().optional(),
  dev: z.boolean().optional(),
});
const Lock = z.object({ packages: z.record(z.string(), Package) });
const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

/** By name and version, as each stands in the tree perhaps more than once. */
const locked: ReadonlyMap<string, z.infer<typeof Package> & { readonly name: string }> = new Map(
  Object.entries(packages).flatMap(([path, found]) => {
    if (path === '') return [];
    const name = found.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return [[`${name}@${found.version}`, { ...found, name }] as const];
  }),
);

/** Licences that ask for no more than their notice. */
const PERMISSIVE: ReadonlySet<string> = new Set(
  [
    'MIT',
    'MIT-0',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'BlueOak-1.0.0',
    'Zlib',
    'Unlicense',
  ].concat(['UNLICENSE', 'CC0-1.0', 'PSF-2.0', 'Python-2.0']),
);

/** Others, each with the reason why it suits a project under MIT. */
const ARGUED: readonly (readonly [name: RegExp, licence: string, why: string])[] = [
  [/^axe-core$/, 'MPL-2.0', 'looks at pages in tests and is part of nothing that is given on; its files stay its own'],
  [
    /^lightningcss/,
    'MPL-2.0',
    'packs style sheets as the pages are built and is in none of them; its files stay its own',
  ],
  [/^dkfds$/, 'OFL-1.1', 'the typeface in the pages, which may be given on with them under its own name'],
];

/** Packages for other machines than this one say nothing in the lock; they are parts of what they are made for. */
const PARTS: readonly RegExp[] = [
  /^@biomejs\/cli-/,
  /^@oxc-(parser|resolver)\/binding-/,
  /^@esbuild\//,
  /^@rollup\//,
  /^@rolldown\//,
];

/** Licences that stand in a package's files and not where npm looks for them, as read there. */
const READ: Readonly<Record<string, string>> = { negotiate: 'BSD-2-Clause', 'png-js': 'MIT' };

/** Whether an SPDX expression of OR and AND without nesting can be met. */
function suits(name: string, expression: string): boolean {
  const isMet = (licence: string): boolean =>
    PERMISSIVE.has(licence) || ARGUED.some(([whose, argued]) => whose.test(name) && argued === licence);
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every(isMet));
}

test('every package has a licence that suits MIT, or a reason that stands here', () => {
  const unsuited = [...locked.values()]
    .map(({ name, license = READ[name] }) => ({ name, license }))
    .filter(({ name, license }) =>
      license === undefined ? !PARTS.some((part) => part.test(name)) : !suits(name, license),
    )
    .map(({ name, license = 'none told' }) => `${name}: ${license}`);

  expect(unsuited).toEqual([]);
});

test('no reason stands here for a package that is not there', () => {
  const names = [...locked.values()].map(({ name }) => name);
  for (const [whose] of ARGUED)
    expect(
      names.some((name) => whose.test(name)),
      String(whose),
    ).toBe(true);
});

test('the bill of materials names each package of the lock file, once', () => {
  const Bill = z.object({
    bomFormat: z.literal('CycloneDX'),
    components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string() })),
  });
  const written = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const { components } = Bill.parse(JSON.parse(written));
  const named = components.map(({ name, version }) => `${name}@${version}`);

  expect(new Set(named).size).toBe(named.length);
  const needed = [...locked].filter(([, { optional }]) => optional !== true).map(([key]) => key);
  expect(needed.filter((key) => !named.includes(key))).toEqual([]);
  expect(named.filter((key) => !locked.has(key))).toEqual([]);
});

const audited = (vulnerabilities: object): string => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

test('a package that is deployed with a known fault of high severity fails the check, and a lower one does not', () => {
  const high = auditVerdict(
    audited({ bad: { severity: 'critical', range: '<2' }, mild: { severity: 'low', range: '*' } }),
  );
  expect(high).toEqual({
    lines: [
      'critical: bad <2',
      'Packages that are deployed were audited: 1 with known faults of high severity or above.',
    ],
    fails: true,
  });
  expect(auditVerdict(audited({ mild: { severity: 'moderate', range: '*' } })).fails).toBe(false);
});

test('a registry that cannot be asked is said, and fails nothing', () => {
  for (const told of ['', 'not JSON', '{"message":"getaddrinfo ENOTFOUND"}', '[]']) {
    const { lines, fails } = auditVerdict(told);
    expect([fails, lines.join()]).toEqual([false, expect.stringContaining('NOT audited')]);
  }
  expect(auditVerdict('{"message":"offline"}').lines.join()).toContain('(offline)');
});

test('the audit is part of every check', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  expect(scripts['check:static']).toContain('npm run check:audit');
  expect(readFileSync(join(root, '.ci', 'run'), 'utf8')).toContain('check:static');
});
