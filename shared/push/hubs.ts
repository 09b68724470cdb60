// Which WebSub hubs a channel has.

import { fitsAny } from '../channel-pattern.ts';
import type { Settings } from '../settings.ts';

/** Hubs fetch a feed as anyone would and hand it on to whoever asks: they are only for channels that anyone may read. */
export function hubsOf({ hubs, openChannels }: Settings, channel: string): readonly string[] {
  return fitsAny(openChannels, channel) ? hubs : [];
}
