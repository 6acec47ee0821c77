/** What is to be mended in a description: one fault at one place, in words that are made later, in the reader's language. */
import type { ClassName, FaultSeverity } from '#schemas/property.ts';

/**
 * `missing`: nothing stands where the profile wants something. `too-many`: more values than may be. `vocabulary`: the value
 * is not one of the controlled ones. `range`: the value is of another kind than the profile expects. `value`: a rule of its own.
 */
export type Fault = 'missing' | 'too-many' | 'vocabulary' | 'range' | 'value';

export interface Finding {
  /** Stable, and the same for the same fault in every record: `<set>.<fault>.<class>.<property>`. */
  readonly code: string;
  /** Who asks for it: a profile's id, or the name of another set of scores. */
  readonly set: string;
  readonly fault: Fault;
  /** A violation stands against what is mandatory; a warning against what is recommended. */
  readonly severity: FaultSeverity;
  readonly class: ClassName;
  /** The property's key in the property table. */
  readonly property: string;
  /** Where in the record, as `distribution[0].accessURL`; without a number where the place in the list is not known. */
  readonly path: string;
  /** The value as it is now; absent where there is none. */
  readonly value?: string;
}
