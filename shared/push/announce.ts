// Puts into the outbox what others are to be told of: a story's event for each partner with a webhook, a changed channel for each hub.

import type { Ground } from '../ground.ts';
import { feedUrl } from '../publish/addresses.ts';
import { listPartners } from '../store/partners.ts';
import { hubsOf } from './hubs.ts';
import type { PushJob } from './push-job.ts';
import type { StoryEvent } from './story-event.ts';
import { tellPartner } from './story-event.ts';

/** May be repeated: partners tell by its id an event they have had. */
export async function announceStory(ground: Ground, event: StoryEvent): Promise<void> {
  if (!ground.outbox) return;
  const listening = (await listPartners(ground.table)).filter(({ webhook }) => webhook && webhook.goneAt === undefined);
  await send(
    ground,
    listening.map((partner) => tellPartner(ground, partner, event)).filter((job) => job !== undefined),
  );
}

/** `extensions` of the formats whose feed is another than before. */
export async function announceChannel(ground: Ground, channel: string, extensions: readonly string[]): Promise<void> {
  const { settings } = ground;
  const topics = extensions.map((extension) => feedUrl(settings.site, channel, extension));
  if (topics.length > 0)
    await send(
      ground,
      hubsOf(settings, channel).map((hub) => ({ kind: 'ping', hub, topics })),
    );
}

async function send({ outbox }: Ground, jobs: readonly PushJob[]): Promise<void> {
  if (jobs.length > 0) await outbox?.send(jobs.map((job) => JSON.stringify(job)));
}
