/** What single actions cost at list price. */
import { priceTable } from '#functions/shared/prices.ts';
import { namesOf } from '#infra/topology-shape.ts';
import { ASSUMED, DAY_SECONDS, DAYS_PER_MONTH } from './assumptions.ts';
import type { Measured } from './measured.ts';
import type { Numbers } from './scenario.ts';
import { memoryOf, VIEW_NAMES } from './views.ts';
import { billed, eachOf, plus, times, usedBy } from './work.ts';

/** The list price of what was used. */
export const priced = (used: Numbers): number =>
  namesOf(priceTable).reduce((sum, name) => sum + (used[name] ?? 0) * priceTable[name].usd, 0);

const TEN_THOUSAND = 10_000;

function changed(measured: Measured): Numbers {
  const shape = { datasets: TEN_THOUSAND, changed: TEN_THOUSAND };
  const views = VIEW_NAMES.map((name) => billed(usedBy(measured, `changed/${name}`, shape), memoryOf(name)));
  const harvest = plus(
    usedBy(measured, 'unchanged/harvest', shape),
    times(eachOf(measured, 'changed/harvest', 'changed'), TEN_THOUSAND),
  );
  return plus(billed(harvest, memoryOf('harvest')), ...views);
}

export function perAction(measured: Measured): { readonly what: string; readonly cost: number }[] {
  const harvest = (action: string) => billed(usedBy(measured, action, { datasets: TEN_THOUSAND }), memoryOf('harvest'));
  const poll = plus(billed(eachOf(measured, 'poll/api', 'once'), memoryOf('api')), { apiGatewayRequests: 1 });
  const polls = (DAYS_PER_MONTH * DAY_SECONDS) / 60;
  const api = (action: string) =>
    plus(billed(eachOf(measured, action, 'once'), memoryOf('api')), { apiGatewayRequests: 1 });
  return [
    { what: 'a harvest of 10,000 datasets of which none changed', cost: priced(harvest('unchanged/harvest')) },
    { what: 'a harvest of 10,000 datasets that all changed, with all views of them', cost: priced(changed(measured)) },
    {
      what: 'a snapshot of 10,000 datasets',
      cost: priced(
        billed(usedBy(measured, 'snapshot/take-snapshot', { datasets: TEN_THOUSAND }), memoryOf('take-snapshot')),
      ),
    },
    {
      what: 'the daily look at the scores of 10,000 datasets',
      cost: priced(
        billed(usedBy(measured, 'sweep/assess-datasets', { datasets: TEN_THOUSAND }), memoryOf('assess-datasets')),
      ),
    },
    {
      what: 'a follower asking each minute for a month, through the cache, none of it free',
      cost: polls * priceTable.cloudFrontRequests.usd,
    },
    { what: 'the same without a cache', cost: priced(times(poll, polls)) },
    {
      what: 'a thousand pages of a hundred changes with their records, from the API',
      cost: priced(times(api('read-page/api'), 1000)),
    },
    { what: 'a thousand datasets read from the API', cost: priced(times(api('read-dataset/api'), 1000)) },
    { what: 'a thousand searches', cost: priced(times(api('search/api'), 1000)) },
    {
      what: `a thousand changes sent to ${ASSUMED.followers} followers by the cache`,
      cost: ((ASSUMED.followers * 1000 * ASSUMED.changeBytes) / 1e9) * priceTable.cloudFrontGb.usd,
    },
  ];
}
