// The laptop's ground: folders for uploads and pictures, and one SQLite file for everything else, under the data folder.

import { join } from 'node:path';
import { mostTries } from '../../shared/dead-letters.ts';
import { deskTables } from '../../shared/desk-tables.ts';
import type { Ground } from '../../shared/ground.ts';
import type { Settings } from '../../shared/settings.ts';
import { originalFolder } from '../../shared/pictures/media-keys.ts';
import type { Objects } from '../../shared/ports.ts';
import { mostDeliveries } from '../../shared/push/deliver.ts';
import { systemClock } from './clock.ts';
import { consoleLog } from './console-log.ts';
import { laptopDeadLetters } from './dead-letters.ts';
import { folderObjects } from './folder-objects.ts';
import { queueOutbox } from './queue-outbox.ts';
import { laptopDefaults } from './settings.ts';
import { sqliteObjects } from './sqlite-objects.ts';
import type { Queue } from './sqlite-queue.ts';
import { sqliteQueue } from './sqlite-queue.ts';
import type { ChangeLog } from './sqlite-table.ts';
import { changeLog, forgetExpired, openDatabase, sqliteTable } from './sqlite-table.ts';

export type LaptopGround = {
  readonly ground: Ground;
  readonly queue: Queue;
  /** Originals that wait for their web renditions. */
  readonly pictures: Queue;
  /** What waits to be brought to hubs and webhooks. */
  readonly pushes: Queue;
  readonly changes: ChangeLog;
  /** Removes items that may be forgotten at this moment, seconds since 1970. */
  forget(seconds: number): void;
  close(): void;
};

/** `data` must be a folder that can be written; `publicUrl` is what feeds name as their address. */
export function openGround(data: string, publicUrl: string, given: Settings = laptopDefaults): LaptopGround {
  const database = openDatabase(join(data, 'copytaster.sqlite'));
  const inbox = folderObjects(join(data, 'inbox'), true);
  const settings: Settings = { ...given, site: { ...given.site, publicUrl } };
  const pictures = sqliteQueue(database, Date.now, 'pictures');
  const pushes = sqliteQueue(database, Date.now, 'pushes', mostDeliveries);
  const queue = sqliteQueue(database, Date.now, 'queue', mostTries);
  const ground: Ground = {
    inbox,
    feeds: sqliteObjects(database, 'feeds'),
    media: announcing(folderObjects(join(data, 'media')), pictures),
    table: sqliteTable(database),
    clock: systemClock,
    log: consoleLog((line) => process.stdout.write(`${line}\n`)),
    settings,
    tables: deskTables(inbox, settings.rules, systemClock),
    outbox: queueOutbox(pushes),
    deadUploads: () => laptopDeadLetters({ uploads: queue }).list(['uploads']),
  };
  const forget = (seconds: number): void => forgetExpired(database, seconds);
  return { ground, queue, pictures, pushes, changes: changeLog(database), forget, close: () => database.close() };
}

/** New originals are announced as S3 would announce them. */
function announcing(media: Objects, pictures: Queue): Objects {
  return {
    ...media,
    async put(key, bytes, about) {
      const kept = await media.put(key, bytes, about);
      if (key.startsWith(originalFolder))
        pictures.send(
          JSON.stringify({
            Records: [
              {
                eventTime: new Date().toISOString(),
                s3: { object: { key: encodeURIComponent(key), size: bytes.length } },
              },
            ],
          }),
        );
      return kept;
    },
  };
}
