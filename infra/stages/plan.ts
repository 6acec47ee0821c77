/**
 * What AWS itself bills against what a month may cost: for the whole account and some hours late, where the alarm month-cost
 * knows the runs at once. CloudFormation makes budgets in few regions, and not where everything else is.
 */
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

/** Percent of the plan: by the time that three quarters are spent there is still something to decide. */
const WARNING = 75;

export interface PlanProps {
  /** US dollars that a month may cost. */
  readonly monthPlan: number;
  /** Who is written to; a topic of another region cannot be. */
  readonly mail: string;
}

export class Plan extends Construct {
  constructor(scope: Construct, id: string, { monthPlan, mail }: PlanProps) {
    super(scope, id);
    const subscribers = [{ subscriptionType: 'EMAIL', address: mail }];
    const notification = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, threshold, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
      subscribers,
    });
    new CfnBudget(this, 'month', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthPlan, unit: 'USD' } },
      notificationsWithSubscribers: [notification('ACTUAL', WARNING), notification('FORECASTED', 100)],
    });
  }
}
