// Takes one job out of the outbox to where it belongs: a ping to its hub, a signed event to its partner.

import { fitsAny } from '../channel-pattern.ts';
import type { Ground } from '../ground.ts';
import { readPartner } from '../store/partners.ts';
import { readHead } from '../store/stories.ts';
import { markGone, validSecrets } from '../store/webhooks.ts';
import type { HubPing, PartnerEvent, PushJob } from './push-job.ts';
import { signatureHeaders } from './signature.ts';

/** Sends a body by POST and answers with the status; throws when there was none, or the address may not be called. */
export type Post = (address: string, headers: Readonly<Record<string, string>>, body: string) => Promise<number>;

/** Seconds to wait after each attempt that failed, 16 hours in all. */
export const waits: readonly number[] = [5, 30, 300, 900, 1800, 3600, 7200, 14_400, 28_800];

/** After so many attempts the job is a dead letter. */
export const mostDeliveries = waits.length + 1;

/** Resolves when the job is done with; throws a sentence when it is to be tried again. */
export function deliver(ground: Ground, post: Post, job: PushJob): Promise<void> {
  return job.kind === 'ping' ? ping(ground, post, job) : tell(ground, post, job);
}

/** Publishing is left open by WebSub (§6); hubs take `hub.url` (PubSubHubbub 0.3) or `hub.topic`. One feed a ping, since not all take several. */
async function ping({ log }: Ground, post: Post, { hub, topics }: HubPing): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const who = `The hub ${hub}`;
  const statuses = await Promise.all(
    topics.map((topic) =>
      statusOf(
        who,
        post(
          hub,
          headers,
          new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic }).toString(),
        ),
      ),
    ),
  );
  for (const status of statuses) requireSuccess(who, status);
  log.info('hub-pinged', { hub, topics: topics.length });
}

async function tell(ground: Ground, post: Post, event: PartnerEvent): Promise<void> {
  const { log, table, clock } = ground;
  const { partner: name, id, body } = event;
  const partner = await readPartner(table, name);
  const webhook = partner?.webhook;
  if (
    !webhook ||
    webhook.goneAt !== undefined ||
    !isStillEntitled(partner.channels, body) ||
    (await isOvertaken(ground, event))
  )
    return log.info('push-dropped', { partner: name, id });
  const now = clock.now();
  const who = `The webhook of ${name}`;
  const headers = {
    'content-type': 'application/json',
    ...signatureHeaders(id, Math.floor(Date.parse(now) / 1000), body, validSecrets(webhook, now)),
  };
  const status = await statusOf(who, post(webhook.url, headers, body));
  if (status === 410) {
    await markGone(table, name, webhook.url, now);
    return log.warn('webhook-gone', { partner: name, id });
  }
  requireSuccess(who, status);
  log.info('event-delivered', { partner: name, id });
}

/** Rights may have been taken away since the event was put into the outbox. */
function isStillEntitled(patterns: readonly string[], body: string): boolean {
  const { data } = JSON.parse(body) as { readonly data: { readonly channels: readonly string[] } };
  return data.channels.some((channel) => fitsAny(patterns, channel));
}

/** The story was killed, withheld or revived since: that event says what counts now, and no late one is to contradict it. */
async function isOvertaken({ table }: Ground, { uri, status }: PartnerEvent): Promise<boolean> {
  return (await readHead(table, uri))?.status !== status;
}

function requireSuccess(who: string, status: number): void {
  if (status < 200 || status > 299) throw new Error(`${who} answered ${status}.`);
}

/** The log is to say whom to call. Where several addresses of one name fail, Node leaves only a code. */
async function statusOf(who: string, answer: Promise<number>): Promise<number> {
  return answer.catch(({ message, code }: NodeJS.ErrnoException) => {
    throw new Error(`${who} was not reached: ${message || code}`);
  });
}
