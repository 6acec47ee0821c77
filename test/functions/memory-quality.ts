/** The quality store, working in memory. */
import type { Assessed, QualityStore } from '#functions/shared/quality-store.ts';
import type { Aggregate, AggregatePoint, ScorePoint, ScoreSummary } from '#schemas/score-history.ts';

/** Points by day, as the range asks for them. */
const within = <Point extends { readonly day: string }>(
  points: ReadonlyMap<string, Point> | undefined,
  { from = '', to = '~' }: { readonly from?: string | undefined; readonly to?: string | undefined } = {},
): Point[] =>
  [...(points?.values() ?? [])]
    .filter(({ day }) => day >= from && day <= to)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));

export function memoryQuality(): QualityStore {
  const assessed = new Map<string, Assessed>();
  const summaries = new Map<string, ScoreSummary>();
  const histories = new Map<string, Map<string, ScorePoint>>();
  const gathered = new Map<string, Aggregate[]>();
  const gatheredDays = new Map<string, Map<string, AggregatePoint>>();
  const confirmed = new Map<string, string>();
  const chosen = <Value>(values: ReadonlyMap<string, Value>, ids: readonly string[]) =>
    new Map([...values].filter(([id]) => ids.includes(id)));
  return {
    async write(writes) {
      for (const { summary, cause, ...one } of writes) {
        const { dataset, assessedAt } = one.assessment;
        assessed.set(dataset, one);
        summaries.set(dataset, summary);
        if (!cause) continue;
        const day = assessedAt.slice(0, 10);
        const days = histories.get(dataset) ?? new Map<string, ScorePoint>();
        histories.set(dataset, days.set(day, { ...summary, day, causes: [...(days.get(day)?.causes ?? []), cause] }));
      }
    },
    async remove(datasets) {
      for (const dataset of datasets) for (const values of [assessed, summaries]) values.delete(dataset);
    },
    get: async (dataset) => assessed.get(dataset),
    summaries: async (datasets) => chosen(summaries, datasets),
    history: async (dataset, range) => within(histories.get(dataset), range),
    async gather(by, aggregates, day) {
      for (const aggregate of aggregates) {
        const had = gathered.get(by)?.find(({ id }) => id === aggregate.id);
        if (JSON.stringify(had) === JSON.stringify(aggregate)) continue;
        const days = gatheredDays.get(`${by} ${aggregate.id}`) ?? new Map<string, AggregatePoint>();
        gatheredDays.set(`${by} ${aggregate.id}`, days.set(day, { ...aggregate, day }));
      }
      gathered.set(by, [...aggregates]);
    },
    aggregates: async (by) => gathered.get(by) ?? [],
    aggregateHistory: async (by, id, range) => within(gatheredDays.get(`${by} ${id}`), range),
    confirmations: async (datasets) => chosen(confirmed, datasets),
    confirm: async (dataset, at) => void confirmed.set(dataset, at),
  };
}
