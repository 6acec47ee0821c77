/** The audit log in memory. */
import type { AuditEntry, AuditLog } from '#functions/shared/audit-log.ts';

export function memoryAudit(): AuditLog & { readonly entries: AuditEntry[] } {
  const entries: AuditEntry[] = [];
  return {
    entries,
    async add(entry) {
      entries.push(entry);
    },
    async list({ actor, action, since, after, limit }) {
      return entries
        .toSorted((a, b) => (a.id < b.id ? 1 : -1))
        .filter(
          (entry) =>
            (actor === undefined || entry.actor === actor) &&
            (action === undefined || entry.action === action) &&
            (since === undefined || entry.at >= since) &&
            (after === undefined || entry.id < after),
        )
        .slice(0, limit);
    },
  };
}
