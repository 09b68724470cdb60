// What our functions find in their environment: names of buckets and table, what metrics are counted under, and the settings that differ from the defaults.

import type { Stack } from 'aws-cdk-lib';
import { bucketName, tableName } from './names.ts';
import type { DeploySettings } from './settings.ts';

/** `publicUrl` may be a token of `stack` or of a stack it depends on. */
export function runtimeEnvironment(
  stack: Stack,
  settings: DeploySettings,
  publicUrl: string,
): Readonly<Record<string, string>> {
  const { stage, title, language, timeZone, tagAuthority, openChannels, hubs, service, deskQuietHours } = settings;
  const watchedDesks = Object.keys(deskQuietHours);
  const { site, rules } = service as { readonly site?: object; readonly rules?: object };
  return {
    INBOX_BUCKET: bucketName(settings, 'inbox'),
    FEEDS_BUCKET: bucketName(settings, 'feeds'),
    MEDIA_BUCKET: bucketName(settings, 'media'),
    TABLE: tableName(settings),
    STAGE: stage,
    ...(watchedDesks.length > 0 && { WATCHED_DESKS: watchedDesks.join(',') }),
    SETTINGS: stack.toJsonString({
      tagAuthority,
      openChannels,
      hubs,
      ...service,
      site: { title, publicUrl, language, ...site },
      rules: { language, timeZone, ...rules },
    }),
  };
}
