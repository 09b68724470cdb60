// Who may read what.

import { fitsAny } from '../channel-pattern.ts';
import type { Settings } from '../settings.ts';

/** Whether anyone may read the channel: a setting lists patterns such as `all`, `section/*`, `*`. */
export function isOpen({ openChannels }: Settings, channel: string): boolean {
  return fitsAny(openChannels, channel);
}
