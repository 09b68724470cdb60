// What waits in the outbox until it is delivered: a ping for a hub, or an event for a partner's webhook.

import type { Status } from '../story.ts';

export type PushJob = HubPing | PartnerEvent;

/** Tells a WebSub hub that these feeds of one channel have changed. */
export type HubPing = { readonly kind: 'ping'; readonly hub: string; readonly topics: readonly string[] };

export type StoryEventType =
  | 'story.published'
  | 'story.updated'
  | 'story.corrected'
  | 'story.killed'
  | 'story.withheld';

export type PartnerEvent = {
  readonly kind: 'event';
  readonly partner: string;
  /** The same for every attempt, and for an event that is told twice: `evt_3pX…`. */
  readonly id: string;
  readonly uri: string;
  /** Of the version that the event tells of; an event that the story has overtaken by another status is not delivered. */
  readonly status: Status;
  /** JSON as it is signed and sent. */
  readonly body: string;
};
