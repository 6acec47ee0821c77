/** S3's rules: so many requests a second below a prefix, 503 SlowDown, answers that are lost and bodies that break off. */
import { budgetsOf } from './budget.ts';
import { type Rule, refusal } from './proxy.ts';
import type { ObjectRules } from './rules.ts';

const READS = new Set(['GET', 'HEAD']);

/** S3 divides prefixes as it likes; the first folder is the coarsest division, and so the strictest. */
const prefixOf = (key: string): string => key.split('/', 1)[0] ?? '';

/** @param dice even numbers from 0 up to 1. */
export function objectRule(rules: ObjectRules, dice: () => number): Rule {
  const reads = budgetsOf(rules.gets);
  const writes = budgetsOf(rules.puts);
  return async (asked, proceed) => {
    const { call } = asked;
    const budgets = READS.has(call.operation) ? reads : writes;
    const prefix = prefixOf(call.target);
    if (!budgets.hasLeft(prefix) || dice() < rules.slowDown) {
      return refusal(call, 'SlowDown', 503, 'Please reduce your request rate.');
    }
    budgets.spend(prefix, 1);
    const answered = await proceed(asked);
    if (dice() < rules.lost) return { ...answered, cut: 'before' };
    const hasBody = call.operation === 'GET' && answered.status < 300 && answered.body.length > 1;
    return hasBody && dice() < rules.brokenOff ? { ...answered, cut: 'within' } : answered;
  };
}
