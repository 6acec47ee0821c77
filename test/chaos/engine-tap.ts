/**
 * Stands between the SDK's clients of this process and the embedded engines, where a request leaves for the network: each can
 * be refused, lost, repeated or held back, and the process can be ended before or after it. The product is not touched.
 */
import { Readable } from 'node:stream';
import { dynamo } from '#functions/shared/clients/dynamo.ts';
import { callOf, type EngineCall, errorText, type SentRequest } from '#infra/local/rules/engine-call.ts';

/** Lets the request go on to its engine. */
type Proceed = () => Promise<unknown>;

/** What becomes of a request; undefined where it is let alone. */
export type Tamper = (call: EngineCall) => ((proceed: Proceed) => Promise<unknown>) | undefined;

const answered = (statusCode: number, type: string, body: string): unknown => ({
  response: { statusCode, headers: { 'content-type': type }, body: Readable.from([Buffer.from(body)]) },
});

/** The service refuses, in its own words. */
export const refused = (name: string, status: number, call: EngineCall) => async (): Promise<unknown> => {
  const { type, text } = errorText(call, name, 'Please try again.');
  return answered(status, type, text);
};

const brokenOff = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** The engine does as it was asked, and its answer never arrives. */
export const answerLost = async (proceed: Proceed): Promise<unknown> => {
  await proceed();
  throw brokenOff();
};

/** The topic says that it took the message, and nobody ever gets it. */
export const swallowed = async (): Promise<unknown> =>
  answered(
    200,
    'text/xml',
    '<PublishResponse><PublishResult><MessageId>00000000-0000-0000-0000-000000000000</MessageId></PublishResult></PublishResponse>',
  );

/** Ends this process as a power cut does. */
export function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

/** Where the requests of all SDK clients of this process pass. */
export class EngineTap {
  #tamper: Tamper | undefined;

  /** From now on requests are dealt with so; undefined lets all of them pass. */
  use(tamper: Tamper | undefined): void {
    this.#tamper = tamper;
  }

  /** Every client of the SDK sends through the same class, of which the product's own client holds an instance. */
  install(): void {
    const handler: { handle: (request: SentRequest, options: unknown) => Promise<unknown> } = Object.getPrototypeOf(
      dynamo.config.requestHandler,
    );
    const { handle } = handler;
    const tap = this;
    handler.handle = function (request, options) {
      const proceed = () => handle.call(this, request, options);
      const tampered = tap.#tamper?.(callOf(request));
      return tampered ? tampered(proceed) : proceed();
    };
  }
}
