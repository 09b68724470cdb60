// An AWS endpoint that answers by rote, for what no emulator does: lost answers, and answers only the real service gives.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Reach } from '../../emulator.ts';

export type Rote = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

export type FakeEndpoint = { readonly reach: Reach; close(): void };

/** `answer` gets the body of each request; `lost` breaks the connection off after it was read. */
export async function startFakeEndpoint(answer: (body: string) => Rote | 'lost'): Promise<FakeEndpoint> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const rote = answer(body);
      if (rote === 'lost') request.socket.destroy();
      else response.writeHead(rote.status, rote.headers).end(rote.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    reach: { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' } },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
