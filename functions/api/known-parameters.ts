/** Refuses query parameters that an address does not know, by its description: also where the use case reads no query. */
import type { Operation } from './openapi/operation.ts';
import { Refusal } from './problem-types.ts';

const knownBy = ({ query }: Operation): ReadonlySet<string> =>
  new Set([query ?? []].flat().flatMap(({ shape }) => Object.keys(shape)));

/** @throws Refusal `unknown-parameter` that names each. */
export function refuseUnknown(operation: Operation, query: URLSearchParams): void {
  if (operation.ownFaults) return;
  const known = knownBy(operation);
  const unknown = [...new Set(query.keys())].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const errors = unknown.map((parameter) => ({ parameter, detail: 'is not known at this address' }));
  throw new Refusal('unknown-parameter', { detail: `Look at: ${unknown.join(', ')}.`, errors });
}
