/** What every function has in common: middy around it, and a log whose lines name the invocation that they belong to. */
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { Context } from 'aws-lambda';
import { nearLimit } from '#schemas/watch-metrics.ts';
import { log, logAbout } from './log.ts';

/**
 * Functions that work for long put their work down in time, some with five seconds to spare. One that comes closer to its
 * limit than this is about to be cut off.
 */
const LEFT_MS = 2000;

/**
 * Works, and says so when little of the time is left after it. The limit is asked for at the beginning: a host that stops says
 * that there is no time any more.
 */
async function withinLimit<Result>(context: Context, work: () => Promise<Result>): Promise<Result> {
  const started = Date.now();
  const limit = context.getRemainingTimeInMillis();
  try {
    return await work();
  } finally {
    const left = limit - (Date.now() - started);
    if (limit > LEFT_MS && left < LEFT_MS) log('warning', nearLimit.line, { leftMs: left });
  }
}

/** @param work the function; `invocation` in its log lines is the request id that Lambda's own lines have too. */
export const lambda = <Event, Result>(
  work: (event: Event, context: Context) => Promise<Result>,
): MiddyfiedHandler<Event, Result> =>
  middy((event: Event, context: Context) =>
    logAbout({ function: context.functionName, invocation: context.awsRequestId }, () =>
      withinLimit(context, () => work(event, context)),
    ),
  );
