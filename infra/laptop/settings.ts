// What the laptop sets otherwise than the defaults: every channel and the desk are open, since only this machine listens.

import type { Settings } from '../../shared/settings.ts';
import { defaultSettings } from '../../shared/settings.ts';

export function laptopSettings(publicUrl: string): Settings {
  return { ...defaultSettings, site: { ...defaultSettings.site, publicUrl }, openChannels: ['*'], openDesk: true };
}
