// The laptop a rehearsal compares with: started as `npm start` does, over a folder that goes with it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addPartner } from '../../shared/store/partners.ts';
import { openGround } from '../laptop/ground.ts';
import { ask } from './ask.ts';
import { end, start } from './children.ts';
import { freePort } from './mini-stack.ts';
import { waitFor } from './wait-for.ts';

export type RunningLaptop = {
  /** `http://localhost:40123`. */
  readonly url: string;
  /** A partner's, for the channels named: the settings may close them. */
  makeKey(channels: readonly string[]): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** `settings`: JSON, as the functions of the stage have them. */
export async function startLaptop(folder: string, settings: string): Promise<RunningLaptop> {
  mkdirSync(join(folder, 'laptop'));
  const file = join(folder, 'laptop', 'settings.json');
  writeFileSync(file, settings);
  const url = `http://localhost:${await freePort()}`;
  const data = join(folder, 'laptop', 'data');
  const options = [
    '--no-samples',
    '--inbox',
    join(folder, 'laptop', 'inbox'),
    '--data',
    data,
    '--port',
    new URL(url).port,
    '--settings',
    file,
  ];
  const child = start({
    command: process.execPath,
    argv: [fileURLToPath(new URL('../laptop/start.ts', import.meta.url)), ...options],
    log: join(folder, 'laptop.log'),
  });
  const laptop: RunningLaptop = {
    url,
    makeKey: (channels) => makeKey(data, url, channels),
    [Symbol.asyncDispose]: () => end(child),
  };
  try {
    await waitFor('the laptop', 60, () =>
      ask(`${url}/robots.txt`).then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
  } catch (error) {
    await laptop[Symbol.asyncDispose]();
    throw error;
  }
  return laptop;
}

/** As `copytaster partners add` does, while the laptop runs. */
async function makeKey(data: string, url: string, channels: readonly string[]): Promise<string> {
  const { ground, close } = openGround(data, url);
  const key = await addPartner(
    ground.table,
    { name: 'rehearsal-partner', kind: 'partner', channels, embargoed: false },
    ground.clock.now(),
  );
  close();
  return key!;
}
