// Puts the laptop together: the ground, the pumps, the inbox and the counter, and takes it apart again.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rebuild } from '../../shared/emit.ts';
import type { Ground } from '../../shared/ground.ts';
import { channelKey } from '../../shared/store/keys.ts';
import type { ChannelPointer } from '../../shared/store/renderings.ts';
import { openGround } from './ground.ts';
import { listen } from './http.ts';
import { makeInbox } from './inbox.ts';
import type { Options } from './options.ts';
import { requireFolder } from './options.ts';
import { pumpChanges, pumpEmbargoes, pumpForgetting, pumpPictures, pumpPushes, pumpQueue, startPump } from './pumps.ts';
import { dropSamples } from './samples.ts';
import { readSettingsFile } from './settings.ts';

export type Laptop = {
  /** Absolute, without a slash at the end: `http://localhost:8080`. */
  readonly url: string;
  /** Fills a new inbox with the shipped samples, unless the options say otherwise. */
  dropSamples(): Promise<void>;
  /** Resolves when everything that came in is stored and published. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts everything; throws an Error with one clear sentence when a folder can't be written or the port is taken. */
export async function startLaptop(options: Options): Promise<Laptop> {
  const isNew = !existsSync(join(options.data, 'copytaster.sqlite'));
  requireFolder(options.inbox, 'inbox');
  requireFolder(options.data, 'data');
  const url = `http://localhost:${options.port}`;
  const laptop = openGround(options.data, url, readSettingsFile(options.settings));
  const failed = (error: unknown): void => laptop.ground.log.error('pump-failed', { error: String(error) });
  const inbox = makeInbox({
    folder: options.inbox,
    originals: laptop.ground.inbox,
    queue: laptop.queue,
    table: laptop.ground.table,
    withdrawRemoved: laptop.ground.settings.withdrawRemoved,
    announced: () => queuePump.wake(),
    failed: (file, error) => laptop.ground.log.error('file-not-read', { file, error: String(error) }),
  });
  const ground: Ground = { ...laptop.ground, inbox: inbox.objects };
  const server = await listen(ground, options.port);
  const pushesPump = startPump(pumpPushes(ground, laptop.pushes), 250, failed);
  const changesPump = startPump(waking(pumpChanges(ground, laptop.changes), pushesPump.wake), 250, failed);
  const queuePump = startPump(waking(pumpQueue(ground, laptop.queue), changesPump.wake), 250, failed);
  const picturesPump = startPump(pumpPictures(ground, laptop.pictures), 500, failed);
  const embargoPump = startPump(pumpEmbargoes(ground), 1000, failed);
  const forgettingPump = startPump(pumpForgetting(laptop.forget, ground), 3_600_000, failed);
  await inbox.watch();
  if (await hasMoved(ground, url)) void rebuild(ground).catch(failed);

  const settled = async (): Promise<void> => {
    do await pause(60);
    while (inbox.isBusy() || !laptop.queue.isEmpty() || laptop.changes.changesAfter(0, 1).length > 0);
  };
  return {
    url,
    settled,
    dropSamples: async () => (isNew && options.samples ? dropSamples(options.inbox, settled) : undefined),
    async stop() {
      server.close();
      server.closeAllConnections();
      await inbox.close();
      await Promise.all(
        [queuePump, changesPump, picturesPump, pushesPump, embargoPump, forgettingPump].map((pump) => pump.stop()),
      );
      laptop.close();
    },
  };
}

/** After `run` did something, `wake` the next pump. */
function waking(run: () => Promise<boolean>, wake: () => void): () => Promise<boolean> {
  return async () => {
    const done = await run();
    if (done) wake();
    return done;
  };
}

/** Whether the feeds in the store were rendered for another address. */
async function hasMoved(ground: Ground, url: string): Promise<boolean> {
  const pointer = (await ground.table.get(channelKey('all')))?.data as ChannelPointer | undefined;
  return pointer !== undefined && pointer.publicUrl !== url;
}
