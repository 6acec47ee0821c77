/** What a month uses, and what it costs: the simulated day thirty times, the schedules, what lies there, and what is always there. */
import { priceTable } from '#functions/shared/prices.ts';
import { topology } from '#infra/topology.ts';
import { type FunctionName, namesOf } from '#infra/topology-shape.ts';
import { ASSUMED, DAY_SECONDS, DAYS_PER_MONTH, FIXED, type Size } from './assumptions.ts';
import type { Day } from './day.ts';
import type { Followed } from './followers.ts';
import type { Measured } from './measured.ts';
import { priced } from './per-action.ts';
import type { Numbers } from './scenario.ts';
import { memoryOf, VIEW_NAMES } from './views.ts';
import { billed, eachOf, plus, times, usedBy } from './work.ts';

type PriceName = keyof typeof priceTable;

/** A line of the bill, in US dollars a month. */
export interface Line {
  readonly name: PriceName;
  readonly amount: number;
  readonly list: number;
  /** With what AWS gives away each month. */
  readonly due: number;
}

const GB = 1e9;
const MINUTES = (DAYS_PER_MONTH * DAY_SECONDS) / 60;
/** The year after which what has gathered is weighed. */
const DAYS_KEPT = 365;

/** What the schedules cost: each function that finds nothing to do, each time. One that was not measured counts as the dearest. */
export function idleMonth(measured: Measured): Numbers {
  const costOf = (name: FunctionName) => priced(billed(eachOf(measured, `idle/${name}`, 'once'), memoryOf(name)));
  const dearest = namesOf(topology.functions).toSorted((a, b) => costOf(b) - costOf(a))[0];
  return plus(
    ...namesOf(topology.functions).flatMap((name) => {
      const schedule = topology.functions[name].triggers.find(({ kind }) => kind === 'schedule');
      if (schedule?.kind !== 'schedule') return [];
      const turns = MINUTES / schedule.every;
      const played = measured.model[`idle/${name}`] ? name : dearest;
      const once = eachOf(measured, `idle/${played}`, 'once');
      return [{ ...times(billed(once, memoryOf(name)), turns), scheduledInvocations: turns }];
    }),
  );
}

/** Queues that Lambda asks all the time: those that start a function. Others are asked by functions, which were measured. */
export function polledQueues(): number {
  const triggers = namesOf(topology.functions).flatMap((name) => topology.functions[name].triggers);
  return triggers.filter(({ kind }) => kind === 'queue').length;
}

/** What costs by the month although nothing happens. */
const fixedMonth = (): Numbers => ({
  sqsCalls: polledQueues() * ASSUMED.receivesPerMinute * MINUTES,
  secrets: FIXED.secrets,
  alarms: FIXED.alarms,
  customMetrics: FIXED.customMetrics,
  dashboards: FIXED.dashboards,
  cognitoMachineClients: FIXED.machineClients,
});

function harvestMonth(measured: Measured, { datasets, sources }: Size, day: Day): Numbers {
  const views = VIEW_NAMES.map((name) => billed(day.views[name].used, memoryOf(name)));
  const wakes = VIEW_NAMES.reduce((sum, name) => sum + day.views[name].wakes, 0);
  const daily = plus(
    billed(day.used, memoryOf('harvest')),
    ...views,
    { lambdaInvocations: day.invocations + wakes },
    billed(usedBy(measured, 'sweep/assess-datasets', { datasets }), memoryOf('assess-datasets')),
    billed(usedBy(measured, 'snapshot/take-snapshot', { datasets }), memoryOf('take-snapshot')),
    // Each publication goes into three queues, is received and deleted there.
    { sqsCalls: 2 * day.invocations + 2 * 3 * day.appends },
  );
  // Each minute start-runs looks up each source's latest run; the measured system has one source.
  const looks = { dynamodbReadUnits: (sources - 1) * MINUTES };
  return plus(times(daily, DAYS_PER_MONTH), looks);
}

/** What people and followers read. */
function readersMonth(measured: Measured, followed: Followed): Numbers {
  const page = eachOf(measured, 'read-page/api', 'once');
  const asked = plus(
    times(eachOf(measured, 'poll/api', 'once'), followed.polls * DAYS_PER_MONTH),
    times(page, followed.pages * DAYS_PER_MONTH),
    times(eachOf(measured, 'read-dataset/api', 'once'), ASSUMED.reads),
    times(eachOf(measured, 'search/api', 'once'), ASSUMED.searches),
  );
  const origin = (followed.polls + followed.pages) * DAYS_PER_MONTH + ASSUMED.reads + ASSUMED.searches;
  const people = ASSUMED.reads + ASSUMED.searches;
  return {
    ...billed(asked, memoryOf('api')),
    apiGatewayRequests: origin,
    cloudFrontRequests: followed.requests * DAYS_PER_MONTH + people,
    cloudFrontGb: (followed.bytes * DAYS_PER_MONTH + people * ASSUMED.readBytes) / GB,
  };
}

/** What lies in tables and bucket after a year, in GB. Feeds with a change anywhere on a page send that page anew each day. */
export function storedAfterYear(measured: Measured, { datasets }: Size, day: Day): Numbers {
  const live = times(eachOf(measured, 'stored', 'datasets'), datasets);
  const daily = plus(
    times(eachOf(measured, 'stored/unchanged', 'datasets'), datasets),
    times(eachOf(measured, 'stored/changed', 'changed'), day.changes),
  );
  const after = plus(live, times(daily, DAYS_KEPT));
  const sum = (prefix: string, of: Numbers) =>
    Object.entries(of).reduce((total, [key, value]) => total + (key.startsWith(prefix) ? value : 0), 0);
  // Search files take turns at eight places, and what was replaced is kept for a day; thirty snapshots are kept.
  const search = (live.searchFile ?? 0) * (8 + day.views['index-search'].wakes);
  const snapshots = (live['s3/snapshots'] ?? 0) * 30;
  const objects = sum('s3/', after) - (after['s3/search'] ?? 0) - (after['s3/snapshots'] ?? 0) + search + snapshots;
  const tables = sum('dynamodb/', after) / GB;
  return { dynamodbStorageGb: tables, dynamodbBackupGb: tables, s3StorageGb: objects / GB };
}

/** The bill of what was used: at list price, and with what is free. */
function billOf(used: Numbers): Line[] {
  return namesOf(priceTable).map((name) => {
    const { usd, free } = priceTable[name];
    const amount = used[name] ?? 0;
    return { name, amount, list: amount * usd, due: Math.max(0, amount - free) * usd };
  });
}

const logs = (used: Numbers): Numbers => ({
  logsGb:
    ((used.lambdaInvocations ?? 0) * ASSUMED.logBytesPerInvocation +
      (used.apiGatewayRequests ?? 0) * ASSUMED.logBytesPerRequest) /
    GB,
});

/** A month in which nothing happens: no source, no reader. @param environments under one bill, which get what is free once. */
export function idleBill(measured: Measured, environments = 1): Line[] {
  const used = plus(idleMonth(measured), fixedMonth());
  return billOf(times(plus(used, logs(used)), environments));
}

/** A month of a catalogue that is a year old. */
export function monthBill(measured: Measured, size: Size, day: Day, followed: Followed): Line[] {
  const used = plus(
    idleMonth(measured),
    fixedMonth(),
    harvestMonth(measured, size, day),
    readersMonth(measured, followed),
    storedAfterYear(measured, size, day),
    {
      cognitoPlusUsers: ASSUMED.people,
      cognitoTokens: ASSUMED.tokens,
      mails: size.sources * ASSUMED.lettersPerOwner,
    },
  );
  return billOf(plus(used, logs(used)));
}

export const sumOf = (lines: readonly Line[], kind: 'list' | 'due'): number =>
  lines.reduce((sum, line) => sum + line[kind], 0);
