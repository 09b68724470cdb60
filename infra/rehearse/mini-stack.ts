// MiniStack, an emulator of AWS in one Python process, on a free port of this machine alone.

import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { end, lastWords, start } from './children.ts';
import { waitFor } from './wait-for.ts';

export type MiniStack = {
  /** `http://localhost:40123`. */
  readonly url: string;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Answers when it is healthy. `programs`: the virtual environment's; `folder` takes whatever it leaves behind. */
export async function startMiniStack(programs: string, folder: string): Promise<MiniStack> {
  const port = await freePort();
  const log = join(folder, 'ministack.log');
  const temporary = join(folder, 'ministack');
  mkdirSync(temporary);
  const environment = { GATEWAY_PORT: String(port), BIND_HOST: '127.0.0.1', TMPDIR: temporary };
  // `programs` also for its functions: one in Python, should a stack bring it, finds boto3 there.
  const child = start({ command: join(programs, 'ministack'), argv: [], environment, programs, log });
  const url = `http://localhost:${port}`;
  try {
    await waitFor('MiniStack', 60, async () => {
      if (child.exitCode !== null) throw new Error(`MiniStack ended: ${lastWords(log)}`);
      return fetch(`${url}/_ministack/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    });
  } catch (error) {
    await end(child);
    throw error;
  }
  return { url, [Symbol.asyncDispose]: () => end(child) };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
