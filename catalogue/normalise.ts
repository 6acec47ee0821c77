/** From what was read to what the catalogue holds: the same for every format, and never throwing a written value away. */
import { problemCode } from '#schemas/problem-codes.ts';
import type { RawRecord } from '#schemas/reading.ts';
import type { Dataset, UnmappedValue, WrittenValue } from '#schemas/record.ts';
import { canonicalText } from './canonical.ts';
import { fillDefaults } from './defaults.ts';
import { type IsErased, withoutErasedContacts } from './erased-contacts.ts';
import { Findings, type RecordProblem } from './findings.ts';
import { identityOf } from './identity.ts';
import { normaliseNode } from './node.ts';
import { planOf } from './row-plan.ts';
import { upgradeDataset } from './upgrade.ts';

/** A record in the catalogue's own form, with everything that did not fit into it. */
export interface NormalisedRecord {
  readonly kind: 'Dataset' | 'DatasetSeries';
  readonly identifier: string | null;
  /** The identity key: see `identityOf`. */
  readonly key: string;
  readonly record: Dataset;
  readonly unmapped: UnmappedValue[];
  readonly written: WrittenValue[];
  readonly problems: RecordProblem[];
}

/** A record, or why it cannot be one. */
export type Normalised = NormalisedRecord | { readonly rejected: string; readonly message: string };

/** What the source itself adds to what its records say. */
export interface Rules {
  /** Values for properties that a record leaves out, by key of the property table. */
  readonly defaults: Record<string, unknown>;
  /** The language of texts without a tag, as a two-letter tag. */
  readonly textLanguage?: string | undefined;
  /** Tells the addresses of people who asked to be erased; absent where nobody did. */
  readonly isErased?: IsErased | undefined;
}

/** A harvester's repair with this code says that a value was transformed: what stood there is kept beside the value. */
const VALUE_TRANSFORMED = 'value-transformed';

/**
 * Makes the catalogue's record of a raw one, by the property table: vocabularies, dates, numbers, texts and addresses are
 * brought to one form, older releases are upgraded, and bounds are kept. The result does not depend on the order in which a
 * feed gives values, but for the order of lists, which are sets. It takes any raw record and never throws.
 */
export const normalise = (raw: RawRecord, rules: Rules): Normalised => {
  const findings = new Findings(rules.textLanguage);
  const plan = planOf(raw.kind);
  const node = normaliseNode(findings, plan, upgradeDataset(findings, raw.node));
  takeRepairs(findings, raw, node);
  // The keys and ranges of what was built are those of the table that the type is made from; the compiler cannot follow.
  const record = node as Dataset;
  const identity = identityOf(raw, record);
  if (identity === undefined) {
    return { rejected: 'no-identity', message: 'The record holds no value to know it by: neither names nor content.' };
  }
  if (identity.fromContent) findings.problem('identity-from-content');
  fillDefaults(findings, plan, node, rules.defaults);
  const { unmapped, written, problems } = findings;
  const content = withoutErased({ record, unmapped, written, problems }, rules.isErased);
  return { kind: raw.kind, identifier: identity.identifier, key: identity.key, ...content };
};

type Content = Pick<NormalisedRecord, 'record' | 'unmapped' | 'written' | 'problems'>;

/** Behind everything else, so that a default cannot bring back what the record does not say. */
function withoutErased(content: Content, isErased: IsErased | undefined): Content {
  const kept = isErased ? withoutErasedContacts(content, isErased) : content;
  if (kept === content) return content;
  const problem = { code: 'contact-erased', message: problemCode('contact-erased').en };
  return { ...kept, problems: [...kept.problems, problem] };
}

const takeRepairs = (findings: Findings, { repairs }: RawRecord, node: Record<string, unknown>): void => {
  for (const { code, property, value } of repairs) {
    if (code !== VALUE_TRANSFORMED) findings.problem(code, property, value);
    else if (property !== undefined) {
      const mapped = node[property];
      findings.wrote(property, value ?? '', typeof mapped === 'string' ? mapped : canonicalText(mapped ?? ''), code);
    }
  }
};
