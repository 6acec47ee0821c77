/** What is to be mended in a description: one fault at one place, in words that are made later, in the reader's language. */
import * as z from 'zod';
import { classNames } from './property.ts';

/**
 * `missing`: nothing stands where something is wanted. `too-many`: more values than may be. `vocabulary`: the value is not one
 * of the controlled ones. `range`: the value is of another kind than is expected. `value`: a rule of its own. `too-short`: a
 * text that says too little. `language`: a text in another language than its tag says. `overdue`: a date that has passed.
 * `unreachable`: an address that does not answer as it should.
 */
const Fault = z.enum([
  'missing',
  'too-many',
  'vocabulary',
  'range',
  'value',
  'too-short',
  'language',
  'overdue',
  'unreachable',
]);
export type Fault = z.infer<typeof Fault>;

export const Finding = z.object({
  /** Stable, and the same for the same fault in every record: `<set>.<fault>.<class>.<property>`. */
  code: z.string(),
  /** Who asks for it: a profile's id, or the name of another set of scores. */
  set: z.string(),
  fault: Fault,
  /** A violation stands against what is mandatory; a warning against what is recommended. */
  severity: z.enum(['violation', 'warning']),
  class: z.enum(classNames),
  /** The property's key in the property table. */
  property: z.string(),
  /** Where in the record, as `distribution[0].accessURL`. */
  path: z.string(),
  /** The value as it is now; absent where there is none. */
  value: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;
