/** Raw records for the tests of the catalogue's rules. */
import { type NormalisedRecord, normalise } from '#catalogue/normalise.ts';
import { literal, type RawNode, type RawRecord, type RawValue } from '#schemas/reading.ts';

export type Properties = Record<string, RawValue[]>;

export const iri = (value: string): RawValue => ({ kind: 'iri', value });

export const embedded = (properties: Properties, name?: string): RawValue => ({
  kind: 'node',
  node: { iri: name, properties, unmapped: {} },
});

export const raw = (
  properties: Properties,
  more: Partial<RawRecord> & { node?: Partial<RawNode> } = {},
): RawRecord => ({
  kind: 'Dataset',
  identifier: 'register',
  repairs: [],
  ...more,
  node: { unmapped: {}, ...more.node, properties },
});

/** The record of a raw one that has an identity. */
export const normalised = (record: RawRecord, defaults: Record<string, unknown> = {}): NormalisedRecord => {
  const outcome = normalise(record, { defaults });
  if ('rejected' in outcome) throw new Error(`rejected: ${outcome.message}`);
  return outcome;
};

/** The value that one property gets from these raw values, with the codes of the problems and what stands beside the record. */
export const valueFor = (
  key: string,
  ...values: (RawValue | string)[]
): { value: unknown; codes: string[]; unmapped: string[] } => {
  const texts = values.map((value) => (typeof value === 'string' ? literal(value) : value));
  const { record, problems, unmapped } = normalised(raw({ [key]: texts }));
  return {
    value: (record as Record<string, unknown>)[key],
    codes: problems.map(({ code }) => code),
    unmapped: unmapped.map(({ value }) => value),
  };
};
