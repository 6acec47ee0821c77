/** Programs of other people that harvest OAI-PMH. They are no part of this project: each is used where it is found. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import * as z from 'zod';

const run = promisify(execFile);

/** A registry that does not answer must not hold up the rest; a good one takes a few seconds. */
const FETCH_PATIENCE_MS = 120_000;

/** What a harvest of the suite may write: some hundred records of a few kB. */
const OUTPUT_BYTES = 64 * 1024 * 1024;

interface Harvest {
  readonly baseUrl: string;
  readonly prefix: string;
  readonly from?: string | undefined;
}

/** A record as a client understood it. */
export interface ForeignRecord {
  readonly identifier: string;
  readonly deleted: boolean;
  readonly datestamp: string;
  /** Its description, in whatever form the client gives it; empty where it gave none. */
  readonly metadata: string;
}

export interface ForeignClient {
  readonly title: string;
  /** How to come by it, for who has not got it. */
  readonly missing: string;
  isThere(): Promise<boolean>;
  /** @throws Error where it cannot be had. */
  fetch(): Promise<void>;
  /** @throws Error when the client gives up. */
  harvest(what: Harvest): Promise<ForeignRecord[]>;
}

/** Where `npm run conformance` puts the npm package, outside the project: its licence is the GPL. */
const FETCHED = join(tmpdir(), 'datalandkort-conformance');

/** The package, by the version that was tried. */
const OAI_PMH = 'oai-pmh@2.0.3';

/** The program that `fetchOaiPmh` makes of it. */
const OAI_PMH_PROGRAM = join(FETCHED, 'harvest.cjs');

/** The harvest of the package's own README. Its command line is no more than that, and stands on a loader that Node 24 cannot run. */
const HARVEST = `
import { OaiPmh } from 'oai-pmh/src/index.js';
const [, , base, metadataPrefix, from] = process.argv;
const list = async () => {
  for await (const record of new OaiPmh(base).listRecords({ metadataPrefix, from })) console.log(JSON.stringify(record));
};
list().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});`;

/** Fetches the npm package with what it stands on, and makes one program of it. @throws Error where that cannot be done. */
async function fetchOaiPmh(): Promise<void> {
  const options = [
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=0',
    '--prefix',
    FETCHED,
  ];
  await run('npm', ['install', ...options, OAI_PMH], { timeout: FETCH_PATIENCE_MS });
  await build({
    stdin: { contents: HARVEST, resolveDir: FETCHED },
    bundle: true,
    platform: 'node',
    outfile: OAI_PMH_PROGRAM,
    logLevel: 'silent',
  });
}

/** The Debian package of Perl's HTTP::OAI. */
const HTTP_OAI = 'libhttp-oai-perl';

/** Installs the Debian package. @throws Error where that cannot be done, or may not. */
async function fetchHttpOai(): Promise<void> {
  const options = { timeout: FETCH_PATIENCE_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], options);
  await run('apt-get', ['install', '-y', '--no-install-recommends', HTTP_OAI], options);
}

const linesOf = <Schema extends z.ZodType>(output: string, schema: Schema): z.infer<Schema>[] =>
  output
    .split('\n')
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)));

const NpmRecord = z.object({
  header: z.object({
    identifier: z.string(),
    datestamp: z.string(),
    $: z.object({ status: z.literal('deleted') }).optional(),
  }),
  metadata: z.unknown().optional(),
});

const npmClient: ForeignClient = {
  title: `npm ${OAI_PMH}`,
  missing: '`npm run conformance` fetches it where the npm registry can be reached',
  isThere: async () => existsSync(OAI_PMH_PROGRAM),
  fetch: fetchOaiPmh,
  async harvest({ baseUrl, prefix, from }) {
    const parameters = [OAI_PMH_PROGRAM, baseUrl, prefix, ...(from === undefined ? [] : [from])];
    const { stdout } = await run(process.execPath, parameters, { maxBuffer: OUTPUT_BYTES });
    return linesOf(stdout, NpmRecord).map(({ header, metadata }) => ({
      identifier: header.identifier,
      datestamp: header.datestamp,
      deleted: header.$ !== undefined,
      metadata: metadata === undefined ? '' : JSON.stringify(metadata),
    }));
  },
};

const PerlRecord = z.object({
  identifier: z.string(),
  datestamp: z.string(),
  status: z.string().nullable(),
  metadata: z.string(),
});

const perlClient: ForeignClient = {
  title: 'Perl HTTP::OAI',
  missing: `the Debian package ${HTTP_OAI}`,
  isThere: () =>
    run('perl', ['-MHTTP::OAI', '-MJSON::PP', '-e', '1']).then(
      () => true,
      () => false,
    ),
  fetch: fetchHttpOai,
  async harvest({ baseUrl, prefix, from }) {
    const script = join(import.meta.dirname, 'harvest.pl');
    const parameters = [script, baseUrl, prefix, ...(from === undefined ? [] : [from])];
    const { stdout } = await run('perl', parameters, { maxBuffer: OUTPUT_BYTES });
    return linesOf(stdout, PerlRecord).map(({ status, ...record }) => ({ ...record, deleted: status === 'deleted' }));
  },
};

export const foreignClients: readonly ForeignClient[] = [npmClient, perlClient];
