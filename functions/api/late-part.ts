/** A part of the API: what is loaded together, when one of its addresses is first asked for (docs/decisions/0076). */
import { late } from '#functions/shared/late.ts';
import type { UseCase } from './answering.ts';
import type { Descriptions } from './openapi/operation.ts';
import type { ApiPorts } from './ports.ts';

export interface Part<Name extends string> {
  readonly useCases: Readonly<Record<Name, UseCase<ApiPorts>>>;
  /** Of the addresses at which they answer. */
  readonly descriptions: Descriptions;
}

/** @returns what stands in the table of addresses for a use case of the part. */
export function latePart<Name extends string>(load: () => Promise<Part<Name>>): (name: Name) => UseCase<ApiPorts> {
  const part = late(load);
  const descriptions = async () => (await part()).descriptions;
  return (name) =>
    Object.assign(async (...asked: Parameters<UseCase<ApiPorts>>) => (await part()).useCases[name](...asked), {
      descriptions,
    });
}
