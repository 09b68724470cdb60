// An alarm as we plan it, and how it is put up: named after its article in the runbook, with a severity, and with a reason for what silence means.

import { Alarm, AnomalyDetectionAlarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmProps, IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import type { DeploySettings } from '../settings.ts';
import type { Severity, Topics } from './topics.ts';

export type AlarmPlan = {
  /** Kebab-case; the heading of its article in docs/runbook.md. */
  readonly article: string;
  /** Tells alarms of one article apart: a desk. */
  readonly of?: string;
  readonly severity: Severity;
  /** What is the matter when it sounds, in one sentence. */
  readonly says: string;
  readonly metric: IMetric;
  readonly when: '>' | '>=' | '<' | 'unusually high';
  /** Where it is unusually high: how many standard deviations above what CloudWatch has learnt to expect of the hour and the weekday. */
  readonly threshold: number;
  /** Of so many periods in a row … */
  readonly periods: number;
  /** … so many must be over the threshold. Default: all. */
  readonly breaching?: number;
  readonly silence: Silence;
};

/** What it means when there is no data: all is well, it is itself the trouble, or what was last seen still holds. */
export type Silence = { readonly means: 'well' | 'trouble' | 'as-before'; readonly because: string };

const treatments = {
  well: TreatMissingData.NOT_BREACHING,
  trouble: TreatMissingData.BREACHING,
  'as-before': TreatMissingData.IGNORE,
} as const;

const operators = {
  '>': ComparisonOperator.GREATER_THAN_THRESHOLD,
  '>=': ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  '<': ComparisonOperator.LESS_THAN_THRESHOLD,
  'unusually high': ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD,
} as const;

/** `copytaster-prod-dead-uploads`. */
export function alarmName({ stage }: DeploySettings, { article, of }: Pick<AlarmPlan, 'article' | 'of'>): string {
  return `copytaster-${stage.toLowerCase()}-${article}${of === undefined ? '' : `-${of}`}`;
}

/** Mails of CloudWatch show the description: it says everything somebody woken needs to begin. */
export function raise(scope: Construct, settings: DeploySettings, topics: Topics, plan: AlarmPlan): Alarm {
  const { article, of, severity, says, metric, when, threshold, periods, breaching = periods, silence } = plan;
  const alarm = makeAlarm(placeOf(scope, article, of), {
    alarmName: alarmName(settings, plan),
    alarmDescription: `${says} Severity: ${severity}. What to do: ${settings.runbookUrl}#${article} No data means ${meanings[silence.means]}: ${silence.because}`,
    metric,
    comparisonOperator: operators[when],
    threshold,
    evaluationPeriods: periods,
    datapointsToAlarm: breaching,
    treatMissingData: treatments[silence.means],
  });
  const action = new SnsAction(topics[severity]);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
}

type Place = readonly [scope: Construct, id: string];

function makeAlarm(place: Place, { threshold, ...props }: AlarmProps): Alarm {
  if (props.comparisonOperator !== operators['unusually high']) return new Alarm(...place, { threshold, ...props });
  return new AnomalyDetectionAlarm(...place, { stdDevs: threshold, ...props });
}

const meanings = { well: 'all is well', trouble: 'trouble', 'as-before': 'that nothing has changed' } as const;

/** Desks get a scope of their own, whose logical id ends in a digest: `a.b` and `a-b` are two. */
function placeOf(scope: Construct, article: string, of: string | undefined): Place {
  return of === undefined ? [scope, pascal(article)] : [new Construct(scope, `${pascal(article)}-${of}`), 'Alarm'];
}

/** `dead-uploads` → `DeadUploads`. */
function pascal(name: string): string {
  return name
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
