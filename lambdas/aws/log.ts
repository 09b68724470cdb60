// The log for CloudWatch: one line of JSON an event, which Logs Insights takes apart by itself, and beside it what the event counts for.
// {"level":"WARN","message":"rejected","service":"copytaster-prod","upload":"newsflash/a.xml","code":"empty"}

import { Logger } from '@aws-lambda-powertools/logger';
import { atFirstNeed } from '../../shared/at-first-need.ts';
import type { Log } from '../../shared/ports.ts';
import type { Count } from './metrics.ts';

/** `message` is the name of the event, the facts lie beside it. Logging never throws. */
export function serviceLog(serviceName: string, count: Count = () => undefined): Log {
  const logger = atFirstNeed(() => new Logger({ serviceName, logLevel: 'INFO' }));
  const say =
    (level: 'info' | 'warn' | 'error'): Log['info'] =>
    (event, facts = {}) => {
      logger()[level](event, facts);
      count(event, facts);
    };
  return { info: say('info'), warn: say('warn'), error: say('error') };
}
