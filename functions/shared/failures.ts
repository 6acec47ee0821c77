/**
 * The two failures of decision 8. An expected outcome is a value; what may work later is transient and goes back to its
 * queue; what never will is permanent, set aside with its reason and counted. Adapters translate, nobody else catches.
 */

/** It may work later: the message goes back to the queue. */
export class TransientFailure extends Error {
  override readonly name = 'TransientFailure';
}

/** It never will: the message is set aside with this reason. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}

/** Names of service errors that pass by themselves. */
const PASSING =
  /Throttl|TooManyRequests|ProvisionedThroughputExceeded|RequestLimitExceeded|InternalServer|InternalError|ServiceUnavailable|SlowDown|Timeout|TransactionConflict/;

/** Outcomes of a conditional write are values to their adapter; they are not failures. */
const OUTCOMES = new Set(['ConditionalCheckFailedException', 'NoSuchKey', 'NotFound']);

const statusOf = (error: Error): number => {
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  const status = metadata && typeof metadata === 'object' && 'httpStatusCode' in metadata ? metadata.httpStatusCode : 0;
  return typeof status === 'number' ? status : 0;
};

const isNetwork = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code);

/**
 * Runs a call to a service and says of its error whether it may pass.
 * @throws TransientFailure | PermanentFailure with the service's error as cause; a failed condition or a missing object
 * comes through as it is.
 */
export async function translated<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Error) || OUTCOMES.has(error.name)) throw error;
    const passing = PASSING.test(error.name) || statusOf(error) >= 500 || isNetwork(error);
    const Failure = passing ? TransientFailure : PermanentFailure;
    throw new Failure(`${error.name}: ${error.message}`, { cause: error });
  }
}
