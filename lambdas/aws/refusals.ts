// Refused uploads → SNS, so that a desk that subscribed is told by mail. {desk:"newsflash", name:"a.xml", …} → "newsflash: a.xml was refused"

import type { Receipt } from '../../shared/outcome.ts';
import { isRejection } from '../../shared/outcome.ts';
import type { Notices } from '../../shared/ports.ts';
import { makeTopicsClient } from './clients.ts';

/** Subscriptions filter by the attribute `desk`. Messages hold names and reasons, never copy. `publicUrl`: without a slash at the end. */
export function refusalsTopic(topicArn: string, publicUrl: string, makeClient = makeTopicsClient): Notices {
  let client: ReturnType<typeof makeTopicsClient> | undefined;
  return {
    async refused(receipt) {
      const { PublishCommand } = await import('./topics.ts');
      const desk = { DataType: 'String', StringValue: receipt.desk };
      await (await (client ??= makeClient())).send(
        new PublishCommand({
          TopicArn: topicArn,
          Subject: subjectOf(receipt),
          Message: messageOf(receipt, publicUrl),
          MessageAttributes: { desk },
        }),
      );
    },
  };
}

/** SNS takes up to 100 printable ASCII characters that begin with a letter, a digit or a mark. */
function subjectOf({ desk, name, outcomes }: Receipt): string {
  const subject = `${desk}: ${name}`.replace(/[^\x20-\x7E]+/g, '?');
  const what = isSetAside(outcomes) ? 'Set aside' : 'Refused';
  return `${what}: ${subject.length > 90 ? `${subject.slice(0, 87)}...` : subject}`;
}

function becameOf(outcomes: Receipt['outcomes'], taken: number): string {
  if (isSetAside(outcomes)) return 'It was set aside:';
  return taken === 0 ? 'It was refused:' : `${taken} of its stories were taken in; refused were:`;
}

/** The service failed, and not the copy. */
function isSetAside(outcomes: Receipt['outcomes']): boolean {
  return outcomes.every((outcome) => isRejection(outcome) && outcome.code === 'set-aside');
}

/** A message ends at 256 KB; of an archive of thousands the first hundred tell enough. */
const mostTold = 100;

function messageOf({ desk, name, receivedAt, outcomes }: Receipt, publicUrl: string): string {
  const refused = outcomes.filter(isRejection);
  const reasons = refused
    .slice(0, mostTold)
    .map(
      ({ code, message, member, line }) =>
        `- ${member === undefined ? '' : `${member}: `}${message}${line === undefined ? '' : ` (line ${line})`} [${code}]`,
    );
  const more = refused.length > mostTold ? [`… and ${refused.length - mostTold} more.`] : [];
  const taken = outcomes.length - refused.length;
  return [
    `Desk ${desk} uploaded ${name} at ${receivedAt}. ${becameOf(outcomes, taken)}`,
    ...reasons,
    ...more,
    '',
    `The receipt: ${publicUrl}/receipts/${[desk, ...name.split('/')].map(encodeURIComponent).join('/')}`,
  ].join('\n');
}
