/** What a run used and what that costs at list price. */
import * as z from 'zod';

const amount = z.number().min(0);

/** What was used of the services; all of it adds up over a run's invocations. */
export const Usage = z.object({
  dynamodbReadUnits: amount,
  dynamodbWriteUnits: amount,
  /** PUT, POST, COPY and LIST requests, which cost the same. */
  s3Puts: amount,
  /** GET and all other requests. */
  s3Gets: amount,
  sqsCalls: amount,
  snsCalls: amount,
  lambdaInvocations: amount,
  /** Configured memory times time: Lambda charges for what is configured. */
  lambdaGbSeconds: amount,
});
export type Usage = z.infer<typeof Usage>;

/** The bill of a run, as `GET /v1/runs/{id}` shows it. */
export const Cost = Usage.extend({
  /** Requests to the source and bytes received from it; receiving costs nothing on AWS. */
  requests: amount,
  bytesReceived: amount,
  /** The sum in US dollars. */
  usd: amount,
  /** The date of the price table (`functions/shared/prices.ts`). */
  prices: z.string(),
});
export type Cost = z.infer<typeof Cost>;
