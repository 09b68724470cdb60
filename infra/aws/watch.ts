// The watch: alarms that each lead to an article of docs/runbook.md, the topics they go to, a budget, and a dashboard.

import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { raise } from './watch/alarm.ts';
import type { AlarmPlan } from './watch/alarm.ts';
import { makeBudget } from './watch/budget.ts';
import { costAlarms } from './watch/cost-alarms.ts';
import { counterAlarms } from './watch/counter-alarms.ts';
import { makeDashboard } from './watch/dashboard.ts';
import { incomingAlarms } from './watch/incoming.ts';
import { limitAlarms } from './watch/limit-alarms.ts';
import { outgoingAlarms } from './watch/outgoing.ts';
import { pictureAlarms } from './watch/picture-alarms.ts';
import { pushAlarms } from './watch/push-alarms.ts';
import { makeTopics } from './watch/topics.ts';
import type { Watched } from './watch/watched.ts';

/** What can be wrong, by the question it answers, in the order of the dashboard. */
const alarmsBySubject: readonly ((watched: Watched) => readonly AlarmPlan[])[] = [
  incomingAlarms,
  outgoingAlarms,
  counterAlarms,
  pictureAlarms,
  pushAlarms,
  limitAlarms,
  costAlarms,
];

export class Watch extends Stack {
  constructor(scope: Construct, id: string, watched: Watched, props: StackProps) {
    super(scope, id, props);
    const { settings } = watched;
    const topics = makeTopics(this, settings);
    const alarms = alarmsBySubject.flatMap((plan) => plan(watched)).map((plan) => raise(this, settings, topics, plan));
    makeBudget(this, settings, topics);
    makeDashboard(this, watched, alarms);
    new CfnOutput(this, 'PagesTopic', { value: topics.page.topicArn });
    new CfnOutput(this, 'TicketsTopic', { value: topics.ticket.topicArn });
  }
}
