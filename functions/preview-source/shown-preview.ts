/** A preview as it is answered. */
import type { Preview } from '#functions/harvest/preview.ts';
import type { Permission } from '#functions/shared/robots.ts';
import { isProblemCode, problemCode } from '#schemas/problem-codes.ts';
import { quietUntil } from '#schemas/quiet-hours.ts';
import type { Source } from '#schemas/source.ts';
import type { Texts } from '#schemas/texts.ts';
import type { Visit } from '#schemas/visit.ts';

/** What ended a preview before the source's own end. */
export type Ended = 'records' | 'pages' | 'time' | null;

/** Problems, requests and ids that are shown; the counts tell of all. */
const SHOWN = 100;

interface Seen {
  readonly visits: readonly Visit[];
  /** Undefined where the source's definition says that robots.txt is not asked. */
  readonly permission: Permission | undefined;
  readonly ended: Ended;
  readonly limit: number;
  readonly now: number;
}

const TOO_LATE = 'The source had not answered when the time of a preview was up.';

/** Why nothing could be read, in words; null when something was. */
function failureOf({ rows, problems }: Preview, ended: Ended): { code: string; message: string; text: Texts } | null {
  if (rows.length > 0) return null;
  const problem = problems.find(({ severity }) => severity === 'error');
  const code = problem?.code ?? (ended === 'time' ? 'timeout' : undefined);
  if (code === undefined) return null;
  const message = problem?.message ?? TOO_LATE;
  const text = isProblemCode(code) ? problemCode(code) : { da: message, en: message };
  return { code, message, text: { da: text.da, en: text.en } };
}

function robotsOf(permission: Permission | undefined) {
  if (permission === undefined) return { kind: 'not-asked' } as const;
  switch (permission.kind) {
    case 'allowed':
      return { kind: 'allowed', delaySeconds: permission.delayMs / 1000 } as const;
    case 'disallowed':
      return { kind: 'disallowed' } as const;
    default:
      return { kind: 'unreachable', message: permission.message } as const;
  }
}

function politenessOf({ politeness }: Source, now: number) {
  const quiet = quietUntil(politeness.quietHours, now);
  return { ...politeness, quietUntil: quiet === undefined ? null : new Date(quiet).toISOString() };
}

const listed = (ids: readonly string[]) => ({ count: ids.length, ids: ids.slice(0, SHOWN) });

function countsOf({ rows }: Preview): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function recordsOf({ rows, entries }: Preview, limit: number) {
  const titles = new Map(entries.map(({ identifier, record }) => [identifier, record.title]));
  return rows.slice(0, limit).map(({ outcome, id, identifier, reason }) => ({
    outcome,
    id,
    identifier,
    // Of a record that is as it was, only its fingerprint is kept.
    title: titles.get(identifier ?? '') ?? null,
    ...(reason !== undefined && { reason }),
  }));
}

/** What a harvest would do, how it went, and how the host was asked. */
export const shownPreview = (source: Source, found: Preview, { visits, permission, ended, limit, now }: Seen) => ({
  source: source.id,
  coverage: found.coverage,
  whole: found.whole,
  ended,
  failure: failureOf(found, ended),
  counts: countsOf(found),
  records: recordsOf(found, limit),
  wouldRemove: listed(found.wouldRemove),
  wouldHold: listed(found.wouldHold),
  score: found.score,
  problemCount: found.problems.length,
  problems: found.problems.slice(0, SHOWN),
  requests: visits.slice(0, SHOWN),
  robots: robotsOf(permission),
  politeness: politenessOf(source, now),
});
