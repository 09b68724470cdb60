// A laptop in a process of its own, started as `npm start` does, over a folder that goes with it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type RunningLaptop = {
  /** `http://localhost:40123`. */
  readonly url: string;
  /** For whatever its visitors write. */
  readonly folder: string;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Empty, without the samples; `flags` are Node's own. Resolves when it answers. */
export async function runLaptop(flags: readonly string[] = []): Promise<RunningLaptop> {
  const folder = mkdtempSync(join(tmpdir(), 'copytaster-laptop-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const options = [
    '--no-samples',
    '--inbox',
    join(folder, 'inbox'),
    '--data',
    join(folder, 'data'),
    '--port',
    String(port),
  ];
  const laptop = spawn(process.execPath, [...flags, 'infra/laptop/start.ts', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const running: RunningLaptop = {
    url,
    folder,
    async [Symbol.asyncDispose]() {
      if (laptop.exitCode === null && laptop.kill()) await once(laptop, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await waitFor('the laptop', () =>
      fetch(`${url}/robots.txt`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    return running;
  } catch (error) {
    await running[Symbol.asyncDispose]();
    throw error;
  }
}

/** Asks twenty times a second; throws after two minutes. */
export async function waitFor(what: string, isThere: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 120_000; performance.now() < end; await pause(50)) if (await isThere()) return;
  throw new Error(`Two minutes were not enough for ${what}.`);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
