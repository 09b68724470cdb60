// Somebody outside: a real HTTP server on this machine that remembers what it was sent and answers as it is told.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Call = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };

export type Outside = {
  /** `http://localhost:40123`. */
  readonly url: string;
  readonly calls: readonly Call[];
  /** From now on; by default 204. */
  answer(how: number | ((response: ServerResponse) => void)): void;
  [Symbol.asyncDispose](): Promise<void>;
};

export async function openOutside(): Promise<Outside> {
  const calls: Call[] = [];
  let how: (response: ServerResponse) => void = (response) => void response.writeHead(204).end();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      calls.push({ path: request.url!, headers: request.headers, body });
      how(response);
    });
  }).listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    calls,
    answer: (next) => void (how = typeof next === 'number' ? (response) => void response.writeHead(next).end() : next),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
