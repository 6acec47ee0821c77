/**
 * Counts what an invocation uses of the services. Counts hang on the invocation's own asynchronous context, so that runs
 * which are worked on in one process at the same time do not pay for each other.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Usage } from '#schemas/cost.ts';
import { noUsage } from './prices.ts';

const current = new AsyncLocalStorage<Usage>();

export interface Meter {
  /** Runs the work; whatever the clients do for it is counted here. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** What was used until now, this invocation's time included. */
  usage(): Usage;
}

/** @param memoryMb the memory that the function is configured with, which is what Lambda charges for. */
export function startMeter(memoryMb: number, now: () => number = Date.now): Meter {
  const used = noUsage();
  const start = now();
  return {
    run: (work) => current.run(used, work),
    usage: () => ({
      ...used,
      lambdaInvocations: 1,
      // A clock that is set back in between must not give a bill that cannot be read any more.
      lambdaGbSeconds: Math.max(0, (now() - start) / 1000) * (memoryMb / 1024),
    }),
  };
}

/** Where the clients count: once a call, however often it is tried. */
export const METER = { step: 'initialize', name: 'meter' } as const;

const READS = new Set(['GetItemCommand', 'BatchGetItemCommand', 'QueryCommand', 'ScanCommand']);
const WRITES = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'BatchWriteItemCommand']);
const S3_PUTS = /^(Put|Copy|Post|List|Create|Upload|Complete)/;

/** Whether DynamoDB says with the answer what it charges. */
export const tellsCapacity = (command: string): boolean => READS.has(command) || WRITES.has(command);

/** A read unit is 4 KB read consistently, a write unit 1 KB written (AWS, "Read/write capacity mode"). */
const READ_UNIT = 4096;
const WRITE_UNIT = 1024;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');

/** What the engine says that it charged; undefined for one that says nothing. */
function toldUnits(output: object | undefined): number | undefined {
  const told: unknown = output && 'ConsumedCapacity' in output ? output.ConsumedCapacity : undefined;
  const parts: unknown[] = Array.isArray(told) ? told : [told];
  const units = parts.map((part) =>
    typeof part === 'object' && part !== null && 'CapacityUnits' in part ? Number(part.CapacityUnits) : Number.NaN,
  );
  const sum = units.reduce((total, one) => total + one, 0);
  return parts.length > 0 && Number.isFinite(sum) ? sum : undefined;
}

/** What a call to DynamoDB used. */
export interface DynamoUnits {
  readonly read: number;
  readonly write: number;
}

/**
 * What a call to DynamoDB is charged. Where the engine does not say, and for a write whose condition failed (which is charged
 * like any other), units are computed from the JSON of what was read or written, which is a little larger than the item: each
 * begun 4 KB is a read unit, half when it may lag, and each begun 1 KB a write unit.
 */
export function unitsOf(command: string, input: object, output: object | undefined): DynamoUnits {
  if (!tellsCapacity(command)) return { read: 0, write: 0 };
  const told = toldUnits(output);
  if (WRITES.has(command)) {
    return { read: 0, write: told ?? Math.max(1, Math.ceil(bytesOf(input) / WRITE_UNIT)) };
  }
  const consistent = 'ConsistentRead' in input && input.ConsistentRead === true;
  return { read: told ?? Math.max(1, Math.ceil(bytesOf(output) / READ_UNIT)) * (consistent ? 1 : 0.5), write: 0 };
}

/** Notes a call to DynamoDB. */
export function noteDynamo(command: string, input: object, output: object | undefined): void {
  const usage = current.getStore();
  if (!usage) return;
  const { read, write } = unitsOf(command, input, output);
  usage.dynamodbReadUnits += read;
  usage.dynamodbWriteUnits += write;
}

/** What a call to S3, SQS or SNS is charged as, by the command's name; undefined for what costs nothing. */
export function chargedAs(service: 's3' | 'sqs' | 'sns', command: string): keyof Usage | undefined {
  if (service !== 's3') return service === 'sqs' ? 'sqsCalls' : 'snsCalls';
  if (S3_PUTS.test(command)) return 's3Puts';
  // Deleting and aborting cost nothing.
  return /^(Delete|Abort)/.test(command) ? undefined : 's3Gets';
}

/** Notes a call to S3, SQS or SNS. Retries of the SDK are charged too and are not seen here. */
export function noteCall(service: 's3' | 'sqs' | 'sns', command: string): void {
  const usage = current.getStore();
  const charged = chargedAs(service, command);
  if (usage && charged) usage[charged] += 1;
}
