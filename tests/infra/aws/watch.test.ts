// The watch: every alarm leads to its article in the runbook, and every article to an alarm.

import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import cdk from '../../../cdk.json' with { type: 'json' };
import { makeStage } from '../../../infra/aws/stage.ts';
import { metricNamespace } from '../../../lambdas/aws/metrics.ts';
import { metricRules } from '../../../lambdas/aws/metrics.rules.ts';

type MetricQuery = {
  readonly MetricStat?: {
    readonly Period: number;
    readonly Metric: {
      readonly Namespace: string;
      readonly MetricName: string;
      readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
    };
  };
  readonly Expression?: string;
};
type AlarmProperties = {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly AlarmActions?: readonly { readonly Ref: string }[];
  readonly OKActions?: readonly unknown[];
  readonly TreatMissingData?: string;
  readonly EvaluationPeriods: number;
  readonly Period?: number;
  readonly Namespace?: string;
  readonly MetricName?: string;
  readonly Metrics?: readonly MetricQuery[];
};

function stage(copytaster: Record<string, unknown> = {}): ReturnType<typeof makeStage> {
  const app = new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [], copytaster } });
  return makeStage(app, { account: '123456789012', region: 'eu-west-1' });
}

function watch(copytaster: Record<string, unknown> = {}): Template {
  return Template.fromStack(stage(copytaster).watch);
}

/** Everything that can be switched on. */
const template = watch({
  alarmAddress: 'night@example.org',
  deskQuietHours: { newsflash: 2, 'a.b': 3, 'a-b': 168 },
  quietHours: 168,
  monthlyBudget: 40,
});

function alarmsOf(given: Template): readonly AlarmProperties[] {
  return Object.values(given.findResources('AWS::CloudWatch::Alarm')).map(
    (resource) => (resource as { Properties: AlarmProperties }).Properties,
  );
}

const alarms = alarmsOf(template);
const linked = (text: string): string | undefined => /docs\/runbook\.md#([a-z0-9-]+)/u.exec(text)?.[1];

describe('every alarm', () => {
  it.each(alarms.map((alarm) => [alarm.AlarmName, alarm] as const))(
    '%s has a severity, goes to its topic, and says what silence means and what to do',
    (name, alarm) => {
      const severity = /Severity: (page|ticket)\./u.exec(alarm.AlarmDescription)?.[1];
      expect(severity).toBeDefined();
      expect(alarm.AlarmActions).toHaveLength(1);
      expect(alarm.AlarmActions![0]!.Ref).toMatch(severity === 'page' ? /^Pages/ : /^Tickets/);
      expect(alarm.OKActions).toEqual(alarm.AlarmActions);
      expect(['notBreaching', 'breaching', 'ignore']).toContain(alarm.TreatMissingData);
      expect(alarm.AlarmDescription).toMatch(
        /No data means (?:all is well|trouble|that nothing has changed): .{20,}\.$/u,
      );
      expect(alarm.AlarmDescription.length).toBeLessThanOrEqual(1024);
      const article = linked(alarm.AlarmDescription)!;
      expect(name === `copytaster-prod-${article}` || name.startsWith(`copytaster-prod-${article}-`)).toBe(true);
    },
  );

  it('looks back no further than CloudWatch does: a day, or a week in periods of an hour', () => {
    for (const { AlarmName, EvaluationPeriods, Period, Metrics = [] } of alarms) {
      const periods = [Period, ...Metrics.map(({ MetricStat }) => MetricStat?.Period)].filter(
        (period) => period !== undefined,
      );
      const longest = Math.max(...periods);
      expect(longest * EvaluationPeriods, AlarmName).toBeLessThanOrEqual(longest >= 3600 ? 7 * 86_400 : 86_400);
    }
  });

  it('on a metric of ours asks for one that the log carries', () => {
    const known = new Set([...metricRules.values()].flat().map(({ name }) => name));
    const asked = alarms.flatMap(({ Namespace, MetricName, Metrics = [] }) => [
      ...(Namespace === metricNamespace ? [MetricName!] : []),
      ...Metrics.flatMap(({ MetricStat }) =>
        MetricStat?.Metric.Namespace === metricNamespace ? [MetricStat.Metric.MetricName] : [],
      ),
    ]);
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the runbook', () => {
  const runbook = readFileSync('docs/runbook.md', 'utf8');
  const articles = runbook
    .split(/^## /mu)
    .slice(1)
    .map((text) => ({ name: text.slice(0, text.indexOf('\n')).trim(), text }));

  it('has one article for every alarm and for the budget, and no other', () => {
    const wanted = new Set([...alarms.map(({ AlarmDescription }) => linked(AlarmDescription)), 'monthly-budget']);
    expect(articles.map(({ name }) => name).toSorted()).toEqual([...wanted].toSorted());
  });

  it.each(articles.map(({ name, text }) => [name, text] as const))(
    'tells of %s what it is, how to look and what to do, in this order',
    (_name, text) => {
      expect([...text.matchAll(/^### (.+)$/gmu)].map(([, heading]) => heading)).toEqual([
        'Description',
        'Investigation',
        'Resolution',
      ]);
      expect(text.slice(text.indexOf('### Description'), text.indexOf('### Investigation'))).toMatch(
        /\*\*(?:Page|Ticket)\.\*\*/u,
      );
      // Self-contained: whoever was woken copies the commands of this article alone.
      const commands = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gmu)].map(([, command]) => command!);
      expect(commands.join('\n')).toContain('aws ');
      expect(commands[0]!.startsWith('STAGE=prod\n')).toBe(true);
      const set = new Set(
        [...commands.join('\n').matchAll(/^ *(?:for )?([A-Z]+)(?:=| in )/gmu)].map(([, name]) => name),
      );
      for (const [, used] of commands.join('\n').matchAll(/\$\{?([A-Z]+)\b/gu)) expect(set, `$${used}`).toContain(used);
    },
  );

  it('looks up resources that the stacks have, each exactly once', () => {
    const { storage, delivery, pipeline } = stage();
    const templates = new Map(
      [
        ['Storage', storage],
        ['Delivery', delivery],
        ['Pipeline', pipeline],
      ].map(([name, stack]) => [name, Template.fromStack(stack as typeof storage)]),
    );
    const lookups = new Set(
      [
        ...runbook.matchAll(
          /Copytaster-\$STAGE-(\w+)" \\\n\s+--query "StackResources\[\?starts_with\(LogicalResourceId,'(\w+)'\) && ResourceType=='([\w:]+)'\]/gu,
        ),
      ].map(([, ...parts]) => parts.join(' ')),
    );
    expect(lookups.size).toBeGreaterThan(15);
    expect([...runbook.matchAll(/describe-stack-resources/gu)]).toHaveLength(
      [...runbook.matchAll(/starts_with\(LogicalResourceId/gu)].length,
    );
    for (const lookup of lookups) {
      const [stackName, prefix, type] = lookup.split(' ') as [string, string, string];
      const found = Object.keys(templates.get(stackName)!.findResources(type)).filter((id) => id.startsWith(prefix));
      expect(found, lookup).toHaveLength(1);
    }
  });

  it('asks for metrics of ours by the names and the dimension that they have', () => {
    const known = new Set([...metricRules.values()].flat().map(({ name }) => name));
    const asked = [...runbook.matchAll(/--namespace Copytaster --metric-name (\S+) --dimensions (\S+)/gu)];
    expect(asked).toHaveLength([...runbook.matchAll(/--namespace Copytaster\b/gu)].length);
    for (const [, name, dimensions] of asked)
      expect([known.has(name!), dimensions]).toEqual([true, 'Name=service,Value="copytaster-$STAGE"']);
  });

  it('searches logs for events that are written', () => {
    const written = globSync(['shared/**/*.ts', 'lambdas/**/*.ts'])
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const events = new Set([...runbook.matchAll(/(?:\$\.)?message = "([a-z-]+)"/gu)].map(([, event]) => event));
    expect(events.size).toBeGreaterThan(4);
    for (const event of events) expect(written.includes(`'${event}'`), event).toBe(true);
  });

  it.each(articles.map(({ name, text }) => [name, text] as const))('%s has the severity of its alarm', (name, text) => {
    const severity =
      name === 'monthly-budget'
        ? 'ticket'
        : /Severity: (page|ticket)\./u.exec(
            alarms.find(({ AlarmDescription }) => linked(AlarmDescription) === name)!.AlarmDescription,
          )![1];
    expect(/\*\*(Page|Ticket)\.\*\*/u.exec(text)![1]!.toLowerCase()).toBe(severity);
  });
});

describe('the topics', () => {
  it('are encrypted, refuse what does not come by TLS, and hear CloudWatch and Budgets of this account alone', () => {
    const topics = Object.values(template.findResources('AWS::SNS::Topic'));
    expect(topics).toHaveLength(2);
    for (const { Properties } of topics as { Properties: Record<string, unknown> }[])
      expect(Properties['KmsMasterKeyId']).toBeDefined();
    template.resourcePropertiesCountIs(
      'AWS::SNS::TopicPolicy',
      {
        PolicyDocument: Match.objectLike({
          Statement: [
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
            Match.objectLike({
              Effect: 'Allow',
              Action: 'sns:Publish',
              Principal: { Service: ['budgets.amazonaws.com', 'cloudwatch.amazonaws.com'] },
              Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
            }),
          ],
        }),
      },
      2,
    );
    template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });

  it('mail to the address that was given, and to nobody by default', () => {
    template.resourcePropertiesCountIs(
      'AWS::SNS::Subscription',
      { Protocol: 'email', Endpoint: 'night@example.org' },
      2,
    );
    watch().resourceCountIs('AWS::SNS::Subscription', 0);
  });
});

describe('the alarm of costs', () => {
  it('sounds above what CloudWatch expects of all functions together', () => {
    const alarm = alarms.find(({ AlarmName }) => AlarmName === 'copytaster-prod-cost-anomaly')! as AlarmProperties & {
      readonly ThresholdMetricId: string;
      readonly ComparisonOperator: string;
      readonly Threshold?: number;
    };
    const queries = alarm.Metrics as readonly (MetricQuery & { readonly Id: string })[];
    expect([alarm.ComparisonOperator, alarm.Threshold]).toEqual(['GreaterThanUpperThreshold', undefined]);
    expect(queries.find(({ Id }) => Id === alarm.ThresholdMetricId)!.Expression).toMatch(
      /^ANOMALY_DETECTION_BAND\(\w+, 4\)$/,
    );
    expect(queries.filter(({ MetricStat }) => MetricStat?.Metric.MetricName === 'Duration')).toHaveLength(6);
  });
});

describe('what is optional', () => {
  const plain = alarmsOf(watch({ quietHours: 0 })).map(({ AlarmName }) => AlarmName);

  it('is left out: the budget, desks of their own, silence', () => {
    watch().resourceCountIs('AWS::Budgets::Budget', 0);
    expect(plain.filter((name) => /no-story|desk-quiet/.test(name))).toEqual([]);
  });

  it('is the budget, which speaks on the topic of tickets', () => {
    template.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: {
        BudgetName: 'copytaster-prod-monthly-budget',
        BudgetLimit: { Amount: 40, Unit: 'USD' },
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
      },
      NotificationsWithSubscribers: Match.arrayWith([
        Match.objectLike({
          Notification: Match.objectLike({ NotificationType: 'FORECASTED' }),
          Subscribers: [{ SubscriptionType: 'SNS', Address: { Ref: Match.stringLikeRegexp('^Tickets') } }],
        }),
      ]),
    });
  });

  it('is an alarm for a desk, which is then counted by itself', () => {
    const alarm = alarms.find(({ AlarmName }) => AlarmName === 'copytaster-prod-desk-quiet-newsflash')!;
    expect(alarm).toMatchObject({ EvaluationPeriods: 2, TreatMissingData: 'breaching' });
    const dimensions = alarm.Metrics!.flatMap(({ MetricStat }) => MetricStat?.Metric.Dimensions ?? []);
    expect(dimensions.toSorted((a, b) => (a.Name < b.Name ? -1 : 1))).toEqual([
      { Name: 'desk', Value: 'newsflash' },
      { Name: 'service', Value: 'copytaster-prod' },
    ]);
    Template.fromStack(stage({ deskQuietHours: { newsflash: 2, sport: 4 } }).pipeline).hasResourceProperties(
      'AWS::Lambda::Function',
      { Environment: { Variables: Match.objectLike({ STAGE: 'prod', WATCHED_DESKS: 'newsflash,sport' }) } },
    );
  });

  it('is a runbook that lies elsewhere', () => {
    const [alarm] = alarmsOf(watch({ runbookUrl: 'https://wiki.example.org/copytaster' }));
    expect(alarm!.AlarmDescription).toContain('https://wiki.example.org/copytaster#dead-uploads');
  });
});

describe('the dashboard', () => {
  it('asks whether copy comes in, goes out, and hurts anyone, and shows every alarm', () => {
    const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard')) as {
      Properties: { DashboardBody: unknown };
    }[];
    const body = JSON.stringify(dashboard!.Properties.DashboardBody);
    for (const question of ['Is copy coming in?', 'Is it going out?', 'Is anyone hurt?'])
      expect(body).toContain(question);
    for (const id of Object.keys(template.findResources('AWS::CloudWatch::Alarm'))) expect(body).toContain(id);
  });
});

describe('a wrong knob of the watch', () => {
  it.each([
    [{ alarmAddress: 'the night desk' }, /copytaster:alarmAddress must be a mail address/],
    [{ quietHours: 200 }, /copytaster:quietHours/],
    [{ deskQuietHours: { newsflash: 0 } }, /copytaster:deskQuietHours/],
    [{ deskQuietHours: { 'a,b': 2 } }, /copytaster:deskQuietHours/],
    [{ monthlyBudget: 'a lot' }, /copytaster:monthlyBudget must be an amount of USD above 0/],
    [{ monthlyBudget: -1 }, /copytaster:monthlyBudget must be an amount of USD above 0/],
    [
      { runbookUrl: 'https://wiki.example.org/#top' },
      /copytaster:runbookUrl must be an address or a path without an anchor/,
    ],
  ])('%j is refused in one sentence that names it', (copytaster, message) => {
    expect(() => watch(copytaster)).toThrow(message);
  });
});
