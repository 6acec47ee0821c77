/** What every function has in common: middy around it, and a log whose lines name the invocation that they belong to. */
import middy, { type MiddyfiedHandler } from '@middy/core';
import type { Context } from 'aws-lambda';
import { logAbout } from './log.ts';

/** @param work the function; `invocation` in its log lines is the request id that Lambda's own lines have too. */
export const lambda = <Event, Result>(
  work: (event: Event, context: Context) => Promise<Result>,
): MiddyfiedHandler<Event, Result> =>
  middy((event: Event, context: Context) =>
    logAbout({ function: context.functionName, invocation: context.awsRequestId }, () => work(event, context)),
  );
