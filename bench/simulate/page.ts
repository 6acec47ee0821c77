/** `docs/scale.md`, as the simulation writes it. */
import { pricesDate, priceTable } from '#functions/shared/prices.ts';
import { topology } from '#infra/topology.ts';
import { namesOf } from '#infra/topology-shape.ts';
import { ASSUMED, FIXED, SIZES } from './assumptions.ts';
import { number, short, usd } from './digits.ts';
import { goals, watching } from './goals.ts';
import { LIMITS, LOOKED_UP, type Simulated } from './limits.ts';
import type { Measured } from './measured.ts';
import { idleBill, idleMonth, type Line, monthBill, polledQueues, storedAfterYear, sumOf } from './month.ts';
import { perAction } from './per-action.ts';
import { type Result, simulate } from './simulate.ts';
import { eachOf, secondsOf } from './work.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const sizeNames = SIZES.map(({ name }) => name);

/** What a price is a price of. */
const WORDS: Readonly<Record<keyof typeof priceTable, string>> = {
  dynamodbReadUnits: 'DynamoDB, read units',
  dynamodbWriteUnits: 'DynamoDB, write units',
  dynamodbStorageGb: 'DynamoDB, GB stored',
  dynamodbBackupGb: 'DynamoDB, GB that can be put back to any second',
  s3Puts: 'S3, writes',
  s3Gets: 'S3, reads',
  s3StorageGb: 'S3, GB stored',
  sqsCalls: 'SQS, requests',
  snsCalls: 'SNS, publications',
  lambdaInvocations: 'Lambda, invocations',
  lambdaGbSeconds: 'Lambda, GB-seconds (arm64)',
  apiGatewayRequests: 'API Gateway (HTTP API), requests',
  cloudFrontRequests: 'CloudFront, requests',
  cloudFrontGb: 'CloudFront, GB sent',
  logsGb: 'CloudWatch, GB of logs',
  customMetrics: 'CloudWatch, metrics of our own',
  alarms: 'CloudWatch, alarms',
  dashboards: 'CloudWatch, dashboards',
  scheduledInvocations: 'EventBridge, scheduled invocations',
  secrets: 'Secrets Manager, secrets',
  cognitoPlusUsers: 'Cognito, people (plan Plus)',
  cognitoTokens: 'Cognito, tokens for programs',
  cognitoMachineClients: 'Cognito, clients for programs',
  mails: 'SES, letters',
};

function dayTable(results: readonly Result[]): string {
  const rows: [string, (one: Result) => string][] = [
    ['the largest source, datasets', ({ day }) => number(day.largestSource)],
    ['first harvest of everything, hours', ({ first }) => short(first.hours)],
    ['a day’s harvest, hours', ({ day }) => short(day.hours)],
    ['changes a day', ({ day }) => number(day.changes)],
    ['harvests at a time', ({ day }) => number(day.concurrency)],
    ['a run waits in the queue at most, minutes', ({ day }) => short(day.queueSeconds / 60)],
    ['the log, busiest second, write units (first day)', ({ first }) => short(first.logWritesPerSecond)],
    ['datasets table behind the log at most, s', ({ day }) => short(day.views.project.lagSeconds)],
    ['scores behind the log at most, s', ({ day }) => short(day.views['assess-datasets'].lagSeconds)],
    ['search behind the log at most, s', ({ day }) => short(day.views['index-search'].lagSeconds)],
    ['search file, MB', ({ day: _, size, measured }) => short(searchMegabytes(measured, size.datasets))],
    ['followers’ requests a day (each minute)', ({ followed }) => number(followed[60].requests)],
    ['… of which reach the API behind the cache', ({ followed }) => number(followed[60].polls + followed[60].pages)],
    ['… read units a day, with the cache', (one) => number(readUnits(one, 'followed'))],
    ['… read units a day, without it', (one) => number(readUnits(one, 'uncached'))],
  ];
  return table(
    ['', ...sizeNames],
    rows.map(([name, of]) => [name, ...results.map(of)]),
  );
}

const searchMegabytes = (measured: Measured, datasets: number): number =>
  ((eachOf(measured, 'stored', 'datasets').searchFile ?? 0) * datasets) / 1e6;

function readUnits({ measured, followed, uncached }: Result, kind: 'followed' | 'uncached'): number {
  const { polls, pages } = kind === 'followed' ? followed[60] : uncached;
  const poll = eachOf(measured, 'poll/api', 'once').dynamodbReadUnits ?? 0;
  return polls * poll + pages * (eachOf(measured, 'read-page/api', 'once').dynamodbReadUnits ?? 0);
}

/** Limits by how much of each is used, the fullest first. */
function byUse(
  result: Result,
): { name: string; share: number; demand: number; limit: number; unit: string; next: string; bounded?: true }[] {
  const simulated: Simulated = { ...result, followed: result.followed[60] };
  return LIMITS.map((one) => {
    const demand = one.demand(simulated);
    return { ...one, demand, share: demand / one.limit };
  }).toSorted((a, b) => b.share - a.share);
}

/** Limits that are reached by design and cost nothing but waiting. */
const isWaiting = ({ name }: { name: string }): boolean => name === 'Harvests at a time';

function breaking(result: Result): string {
  const [first, ...others] = byUse(result).filter((one) => !isWaiting(one) && !one.bounded);
  if (!first) return '';
  const said = ({ name, demand, limit, unit, share }: typeof first): string =>
    `${name}: ${short(demand)} of ${number(limit)} ${unit} (${share >= 2 ? `${short(share)} times` : `${number(share * 100)} %`})`;
  const verdict = first.share > 1 ? '**breaks first**' : 'nearest, holds';
  const beyond = others
    .filter(({ share }) => share > 1)
    .map((one) => `  - also beyond: ${said(one)}; then ${one.next}`);
  return [`- **${result.size.name}** – ${verdict}: ${said(first)}. What to do then: ${first.next}.`, ...beyond].join(
    '\n',
  );
}

function billTable(results: readonly Result[], idle: readonly Line[]): string {
  const bills = results.map((one) => monthBill(one.measured, one.size, one.day, one.followed[300]));
  const rows = namesOf(priceTable).flatMap((name) => {
    const cells = [idle, ...bills].map((lines) => lines.find((line) => line.name === name)?.due ?? 0);
    const list = [idle, ...bills].some((lines) => (lines.find((line) => line.name === name)?.list ?? 0) >= 0.005);
    return list ? [[WORDS[name], ...cells.map(usd)]] : [];
  });
  const sums = [idle, ...bills];
  const eager = results.map((one) => monthBill(one.measured, one.size, one.day, one.followed[60]));
  const machine = FIXED.machineClients * priceTable.cognitoMachineClients.usd;
  return table(
    ['US dollars a month', 'idle', ...sizeNames],
    [
      ...rows,
      ['**sum, free parts taken off**', ...sums.map((lines) => `**${usd(sumOf(lines, 'due'))}**`)],
      ['sum without Cognito’s clients for programs', ...sums.map((lines) => usd(sumOf(lines, 'due') - machine))],
      ['that, followers asking each minute', '', ...eager.map((lines) => usd(sumOf(lines, 'due') - machine))],
      ['sum at list price, nothing free', ...sums.map((lines) => usd(sumOf(lines, 'list')))],
    ],
  );
}

const storageTable = (results: readonly Result[]): string =>
  table(
    ['GB after a year', ...sizeNames],
    (['dynamodbStorageGb', 's3StorageGb'] as const).map((name) => [
      WORDS[name],
      ...results.map((one) => short(storedAfterYear(one.measured, one.size, one.day)[name] ?? 0)),
    ]),
  );

function priceRows(): string {
  const rows = namesOf(priceTable).map((name) => {
    const { usd: price, free, seen } = priceTable[name];
    return [WORDS[name], String(Number(price.toPrecision(6))), free > 0 ? number(free) : '–', seen ?? 'not confirmed'];
  });
  return table(['what', 'USD each', 'free a month', 'seen at'], rows);
}

const limitRows = (): string =>
  table(
    ['limit', 'value', 'source'],
    LIMITS.map(({ name, limit, unit, source }) => [name, `${number(limit)} ${unit}`, source]),
  );

export function scalePage(measured: Measured): string {
  const results = SIZES.map((size) => simulate(measured, size));
  const idle = idleBill(measured);
  const schedules = idleMonth(measured);
  const each = (action: string) => eachOf(measured, action, 'changed');
  const project = each('changed/project');
  const perSecond = number(1000 / (each('changed/harvest').logWriteUnits ?? 1));
  return `# How far it carries, and what it costs

Written by \`npm run simulate -- --write\`; do not edit it. \`npm run simulate\` prints the same, \`npm run simulate -- --help\` says what
else it can. **Nothing here was run on AWS**: what each action uses was measured on the local system on ${measured.measured}
(\`npm run simulate -- --measure\`), the rest is simulation with the services’ published limits and list prices.

## In short

${goals(results, idle)}

Which limit is met first, and what to do then:

${results.map(breaking).join('\n')}

## A day at four sizes

Sources differ in size as owners do (log-normal; the same each time, seed ${ASSUMED.seed}); all are due at the same moment, ${number(ASSUMED.changingShare * 100)} % of the
datasets changed, ${number(ASSUMED.followers)} followers ask for changes, each at a moment of its own.

${dayTable(results)}

## The bill

A month of ${number(30.4, 1)} days in eu-north-1, of a catalogue that is a year old, followers asking every five minutes; what AWS gives away for ever is taken off.

${billTable(results, idle)}

${storageTable(results)}

**Per action**, at list price, nothing free:

${perAction(measured)
  .map(({ what, cost }) => `- ${what}: ${cost >= 0.01 ? usd(cost) : cost.toPrecision(2)} dollars`)
  .join('\n')}

**What watching may cost.** An alarm's figure beyond the tenth costs 0.10, a metric of our own beyond the tenth 0.30, a dashboard beyond the third, or with more than fifty metrics, 3.00 a
month. With ${polledQueues()} queues asked and ${FIXED.secrets} secrets kept, ${watching(idle)} Alarms that CodeDeploy looks at to take a new version back are among them
([decision 71](decisions/0071-watch-by-few-figures.md)).

## Where it stops scaling

**The log.** A batch of a hundred changes costs ${short((each('changed/harvest').logWriteUnits ?? 0) * 100)} write units, and all writers write to one partition, which takes 1,000 a second: at most some
${perSecond} changes a second, for everybody together. Harvests at the owners’ pace (ten at a time, 100 datasets a second each) stay below it also
on the first day. Next design: a log for each group of sources, with a cursor that names a place in each; the follower’s contract need not change.

**The projection.** One worker, ${short(secondsOf(project) * 1000)} ms and ${short(project.dynamodbWriteUnits ?? 0)} write units a change: some ${number(1 / secondsOf(project))} changes a second, which is
about the pace at which ten harvests of nothing but new datasets write. Next design: a worker for each part of the sources, each with a checkpoint of its own over the same log.

**The search file.** ${short((eachOf(measured, 'stored', 'datasets').searchFile ?? 0) / 1000)} KB a dataset, fetched and sent whole for each step. Its bound of 900 MB is reached at some
${number(900e6 / (eachOf(measured, 'stored', 'datasets').searchFile ?? 1))} datasets; what it costs to move it is felt before. Next design: send it every ten minutes, then part it by id.

**Snapshots and scores.** A snapshot reads every dataset in one invocation (${short(secondsOf(eachOf(measured, 'snapshot/take-snapshot', 'datasets')) * 1000)} ms each): 900 seconds are full at some
${number(900 / secondsOf(eachOf(measured, 'snapshot/take-snapshot', 'datasets')))} datasets. The daily look at all scores writes ${short(eachOf(measured, 'sweep/assess-datasets', 'datasets').dynamodbWriteUnits ?? 0)} units a dataset although nothing changed.
Next design: parts by source for the one, and for the other writing only what became another score.

**Not simulated**: the check of links (it asks hosts, at most 300 addresses each quarter of an hour and host), webhooks with subscribers, letters’ contents, web pages’ files, a flood.

## What it is made of

What the schedules use in a month in which nothing happens: ${number(schedules.lambdaInvocations ?? 0)} invocations, ${number(schedules.lambdaGbSeconds ?? 0)} GB-seconds, ${number(schedules.dynamodbReadUnits ?? 0)} read
units, ${number(schedules.dynamodbWriteUnits ?? 0)} write units.

The model: for each action of each function a line through ${measured.scenes.length} measured scenes (${measured.scenes.map(({ shape }) => `${number(shape.datasets)} datasets on pages of ${shape.perPage} with ${number(shape.changed)} changed`).join('; ')}; ${measured.machine}, busy with other work, so the
times are high rather than low). \`test/bench/simulate.test.ts\` plays another size and holds the model’s bill to within 15 % of the measured one; time is left out there, as it depends on the machine.
Writes to indexes, which the embedded engine does not charge, are added; a read that finds nothing counts as the smallest. Functions without a measure of their own count as the dearest of
the idle ones (${number(namesOf(topology.functions).filter((name) => topology.functions[name].triggers.some(({ kind }) => kind === 'schedule') && !measured.model[`idle/${name}`]).length)} of them).

What is assumed and neither measured nor published:

${table(
  ['assumption', 'value'],
  Object.entries(ASSUMED).map(([name, value]) => [name, String(value)]),
)}

The reasons stand in \`bench/simulate/assumptions.ts\`.

### Limits

Looked up on ${LOOKED_UP} in stored copies of the pages named.

${limitRows()}

### Prices

Of ${pricesDate}, from \`functions/shared/prices.ts\`; what is not confirmed is what the authors know.

${priceRows()}
`;
}
