// Every knob of the running service: what it is, its type and its default. Grounds read them from the environment or the command line.

import type { Rules } from './normalise/rules.ts';
import { defaultRules } from './normalise/rules.ts';
import type { DefinedChannel } from './publish/defined-channels.ts';
import type { Site } from './publish/feed.ts';
import type { Limits } from './upload.ts';
import { defaultLimits } from './upload.ts';

export type Settings = {
  readonly site: Site;
  readonly limits: Limits;
  readonly rules: Rules;
  /** Authority and year of minted `tag:` URIs (RFC 4151); never change it once stories are stored. Default `copytaster.localhost,2026`. */
  readonly tagAuthority: string;
  /** Channels anyone may read, as patterns where `*` stands for anything: `section/*`. Default none. */
  readonly openChannels: readonly string[];
  /** Channels besides those that come by themselves. Default none. */
  readonly channels: readonly DefinedChannel[];
  /** Channels whose credits go out in the wire's own words, as patterns. Default none. */
  readonly wireWording: readonly string[];
  /** WebSub hubs that are told of changes in open channels, and that feeds name to subscribers; https. Default none. */
  readonly hubs: readonly string[];
  /** Whether hubs and webhooks may lie on this machine, by http too; only for a laptop, and not to be had from a settings file. Default false. */
  readonly localPush: boolean;
  /** Whether anyone may upload and read receipts over HTTP; only for a laptop. Default false. */
  readonly openDesk: boolean;
  /** Requests a minute that one partner may make. Default 120. */
  readonly requestsPerMinute: number;
  /** Whether a desk may send versions of a story that another desk sent first; it then belongs to whoever sent the version that stands. Default false: it is refused. */
  readonly sharedGuids: boolean;
  /** Whether a desk that removes an upload from the inbox withholds the stories that came of it. Default false: removing means nothing. */
  readonly withdrawRemoved: boolean;
  /** Stories at the head of a feed, 30 to 60. Default 60. */
  readonly feedItems: number;
  /** Largest feed in bytes; fewer stories are shown to stay below it, though never fewer than 30. Default 2 MB. */
  readonly feedBytes: number;
};

export const defaultSettings: Settings = {
  site: { title: 'Copytaster', publicUrl: 'http://localhost:8080', language: 'en' },
  limits: defaultLimits,
  rules: defaultRules,
  tagAuthority: 'copytaster.localhost,2026',
  openChannels: [],
  channels: [],
  wireWording: [],
  hubs: [],
  localPush: false,
  openDesk: false,
  sharedGuids: false,
  withdrawRemoved: false,
  requestsPerMinute: 120,
  feedItems: 60,
  feedBytes: 2_000_000,
};
