/** The audit log: who did what, when, and what it changed. Entries are added and read, never altered. */
import * as z from 'zod';

export const AuditEntry = z.object({
  /** Sorts as its time does. */
  id: z.string(),
  at: z.string(),
  /** The subject of the token, `operator token`, or `owner:<id> by link`. */
  actor: z.string(),
  /** The name of the operation in the description of the API. */
  action: z.string(),
  /** What it was done to: the parameters of the address. */
  target: z.record(z.string(), z.string()),
  /** What was asked for, without secrets. */
  request: z.unknown().optional(),
  /** `done`, or the code of the problem that it ended with. */
  outcome: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  requestId: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export interface AuditListing {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  /** An instant. */
  readonly since?: string | undefined;
  /** The id behind which the list goes on. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface AuditLog {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first; fewer than `limit` only at the end. */
  list(listing: AuditListing): Promise<AuditEntry[]>;
}
