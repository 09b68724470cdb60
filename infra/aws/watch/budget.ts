// What the account may cost a month. AWS Budgets is no alarm of CloudWatch, but it speaks on the same topic and has its article, monthly-budget.

import type { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { alarmName } from './alarm.ts';
import type { DeploySettings } from '../settings.ts';
import type { Topics } from './topics.ts';

export const budgetArticle = 'monthly-budget';

/** The whole account: a filter by tags would show nothing, and warn of nothing, until somebody activates the tags in the billing console. */
export function makeBudget(stack: Stack, settings: DeploySettings, topics: Topics): void {
  const { monthlyBudget } = settings;
  if (monthlyBudget === undefined) return;
  const tell = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
    subscribers: [{ subscriptionType: 'SNS', address: topics.ticket.topicArn }],
  });
  new CfnBudget(stack, 'MonthlyBudget', {
    budget: {
      budgetName: alarmName(settings, { article: budgetArticle }),
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudget, unit: 'USD' },
    },
    // A forecast warns days before; half in hand is early enough to look.
    notificationsWithSubscribers: [tell('FORECASTED', 100), tell('ACTUAL', 50), tell('ACTUAL', 100)],
  });
}
