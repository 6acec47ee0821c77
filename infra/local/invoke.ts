/** Calls a handler as Lambda does: with an event and a context that knows how much time is left. */
import { randomUUID } from 'node:crypto';
import type { FunctionSpec } from '#infra/topology-shape.ts';

/** The part of Lambda's context that handlers may rely on. */
interface LocalContext {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly awsRequestId: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
  readonly callbackWaitsForEmptyEventLoop: boolean;
  getRemainingTimeInMillis(): number;
}

export type Handler = (event: unknown, context: LocalContext) => Promise<unknown>;

export type Invoker = (event: unknown) => Promise<unknown>;

/** @param remainingMs how much time is left, asked again and again. */
export const contextOf = (name: string, { memory }: FunctionSpec, remainingMs: () => number): LocalContext => ({
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
  memoryLimitInMB: String(memory),
  awsRequestId: randomUUID(),
  logGroupName: name,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: remainingMs,
});

/**
 * Makes a function of one event. Once `stopping` is aborted the context says that no time is left, so a harvest saves its
 * frontier and hands over, as it does near its limit on AWS.
 */
export function invokerOf(name: string, spec: FunctionSpec, handler: Handler, stopping: AbortSignal): Invoker {
  return (event) => {
    const deadline = Date.now() + spec.timeout * 1000;
    return handler(
      event,
      contextOf(name, spec, () => (stopping.aborted ? 0 : deadline - Date.now())),
    );
  };
}
