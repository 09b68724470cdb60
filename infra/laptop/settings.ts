// What the laptop sets otherwise than the defaults: every channel and the desk are open, since only this machine listens; and it may push to itself.
// A settings file may close them, to try out what partners will see.

import { readFileSync } from 'node:fs';
import { readSettings } from '../../lambdas/read-settings.ts';
import type { Settings } from '../../shared/settings.ts';
import { defaultSettings } from '../../shared/settings.ts';

export const laptopDefaults: Settings = { ...defaultSettings, openChannels: ['*'], openDesk: true, localPush: true };

/** The settings in a JSON file, the same as `copytaster.service` in cdk.json; the laptop's defaults without one. Throws one sentence that names the file and the setting. */
export function readSettingsFile(file: string | undefined): Settings {
  if (file === undefined) return laptopDefaults;
  try {
    return readSettings(readFileSync(file, 'utf8'), laptopDefaults);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(
      code ? `The settings file ${file} can't be read (${code}).` : `The settings file ${file} is wrong: ${message}`,
    );
  }
}
