// Does the ground hold? Functions and the table at their limits, and errors of AWS itself.

import { Duration } from 'aws-cdk-lib';
import type { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { tableName } from '../names.ts';
import type { AlarmPlan } from './alarm.ts';
import { sumOf, sumOfFunctions } from './measures.ts';
import type { Watched } from './watched.ts';

const minutes = 5;

export function limitAlarms(watched: Watched): readonly AlarmPlan[] {
  return [
    {
      article: 'functions-throttled',
      severity: 'ticket',
      says: 'Lambda turns calls away: functions of this account use all the concurrency it may have.',
      metric: functionThrottles(watched),
      when: '>=',
      threshold: 5,
      periods: 3,
      breaching: 2,
      silence: { means: 'well', because: 'calls that are turned away are only reported when there are some.' },
    },
    {
      article: 'table-throttled',
      severity: 'ticket',
      says: 'DynamoDB turns reads or writes away: one partition is asked for more than it gives, or the table for twice its former peak.',
      metric: tableThrottles(watched),
      when: '>=',
      threshold: 10,
      periods: 3,
      breaching: 2,
      silence: { means: 'well', because: 'DynamoDB only reports what it turned away.' },
    },
    {
      article: 'table-errors',
      severity: 'ticket',
      says: 'DynamoDB answers with errors of its own.',
      metric: tableErrors(watched),
      when: '>=',
      threshold: 10,
      periods: 3,
      breaching: 2,
      silence: { means: 'well', because: 'DynamoDB only reports errors when there are some.' },
    },
  ];
}

export function functionThrottles(watched: Watched): MathExpression {
  return sumOfFunctions(watched, 'calls turned away', minutes, (fn) =>
    fn.metricThrottles({ period: Duration.minutes(minutes) }),
  );
}

export function tableThrottles({ settings }: Watched): MathExpression {
  const throttles = (metricName: string): Metric => tableMetric(settings, metricName);
  return sumOf('reads and writes turned away', minutes, {
    reads: throttles('ReadThrottleEvents'),
    writes: throttles('WriteThrottleEvents'),
  });
}

/** Those that our functions may call; DynamoDB reports by operation. */
const operations = ['GetItem', 'Query', 'PutItem', 'DeleteItem'];

function tableErrors({ settings }: Watched): MathExpression {
  return sumOf(
    'errors',
    minutes,
    Object.fromEntries(
      operations.map((Operation) => [Operation.toLowerCase(), tableMetric(settings, 'SystemErrors', { Operation })]),
    ),
  );
}

function tableMetric(
  settings: Watched['settings'],
  metricName: string,
  more: Readonly<Record<string, string>> = {},
): Metric {
  return new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: tableName(settings), ...more },
    statistic: 'Sum',
    period: Duration.minutes(minutes),
  });
}
