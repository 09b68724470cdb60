// What partners are told of a story by webhook: that something happened and where the story lies, never its text.
// {"type":"story.corrected","timestamp":"…","data":{"uri":"tag:…","version":3,"status":"usable","headline":"…","channels":["all"],"links":{"newsml":"https://…"}}}

import { createHash } from 'node:crypto';
import { fitsAny } from '../channel-pattern.ts';
import type { Ground } from '../ground.ts';
import { documentUrl } from '../publish/addresses.ts';
import { channelsOf } from '../publish/channels.ts';
import { documentId } from '../publish/document-id.ts';
import { formats } from '../publish/formats.ts';
import { headlineOf } from '../publish/summary.ts';
import type { Settings } from '../settings.ts';
import type { Partner } from '../store/partners.ts';
import type { DocumentPointer } from '../store/renderings.ts';
import type { Head } from '../store/stories.ts';
import type { Story } from '../story.ts';
import type { PartnerEvent, StoryEventType } from './push-job.ts';

/** A story that changed, and who may know of it. */
export type StoryEvent = {
  readonly type: StoryEventType;
  readonly head: Head;
  readonly story: Story;
  /** Whether it is under embargo. */
  readonly early: boolean;
  /** The channels that it was ever shown in. */
  readonly ever: readonly string[];
};

/** Longest headline in characters; the story has it whole. */
const longestHeadline = 500;

/** What a move of the story's documents means to partners; `undefined` when there is nothing new to them. */
export function eventTypeOf(
  before: DocumentPointer | undefined,
  state: DocumentPointer['state'],
  { status, signal, chain, version }: Story,
): StoryEventType | undefined {
  if (before?.version === version && before.state === state) return undefined;
  if (status === 'canceled') return 'story.killed';
  if (status === 'withheld') return 'story.withheld';
  // Its time has ended: feeds drop it by themselves.
  if (state === 'gone') return undefined;
  // A rewrite under a new uri stands in feeds under the guid of the story it replaces.
  if (before?.state !== state && chain === undefined) return 'story.published';
  return signal === 'correction' ? 'story.corrected' : 'story.updated';
}

/** The event in the words of one partner: only channels and formats it may read; `undefined` where it is not entitled to any of it. */
export function tellPartner({ settings }: Ground, partner: Partner, event: StoryEvent): PartnerEvent | undefined {
  const { type, head, story, early } = event;
  const { uri, version, status, chain, embargoedUntil } = story;
  const usable = status === 'usable';
  // A story that was never shown, or is not to be yet, is the business of those that may read it before.
  if ((early || (!usable && event.ever.length === 0)) && !partner.embargoed) return undefined;
  const channels = channelsFor(settings, partner, event);
  if (channels.length === 0) return undefined;
  const data = {
    uri,
    // Where feeds show it under another guid.
    guid: chain,
    version,
    status,
    headline: usable && !early ? headlineOf(story).slice(0, longestHeadline).toWellFormed() : undefined,
    embargoedUntil: early ? embargoedUntil : undefined,
    channels,
    links: usable ? linksFor(settings, partner, uri) : {},
  };
  const id = `evt_${createHash('sha256').update(`${type} ${head.revision} ${uri}`).digest('base64url').slice(0, 27)}`;
  return {
    kind: 'event',
    partner: partner.name,
    id,
    uri,
    status,
    body: JSON.stringify({ type, timestamp: head.changedAt, data }),
  };
}

/** Those it stands in, or will; of a story that is taken away those where it was seen. */
function channelsFor(settings: Settings, partner: Partner, { story, ever }: StoryEvent): readonly string[] {
  const channels =
    story.status === 'usable' || ever.length === 0
      ? channelsOf(story, settings.channels).map(({ name }) => name)
      : ever;
  return partner.kind === 'partner' ? channels.filter((channel) => fitsAny(partner.channels, channel)) : [];
}

/** By ending: `newsml`. */
function linksFor({ site }: Settings, { formats: allowed }: Partner, uri: string): Readonly<Record<string, string>> {
  const offered = formats.filter(
    ({ document, extension }) => document && (allowed === undefined || allowed.includes(extension)),
  );
  return Object.fromEntries(offered.map(({ extension }) => [extension, documentUrl(site, documentId(uri), extension)]));
}
