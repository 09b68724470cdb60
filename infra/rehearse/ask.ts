// One request, as a partner's reader or a desk makes it.

import { request as requestHttp } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

export type Sent = { readonly method: 'PUT' | 'PATCH'; readonly body: string | Uint8Array };

/** A GET, unless something is sent. Waits where the service says that it was asked too often. */
export async function ask(
  address: string,
  headers: Readonly<Record<string, string>> = {},
  sent?: Sent,
): Promise<Answer> {
  for (;;) {
    const answer = await askOnce(new URL(address), headers, sent);
    if (answer.status !== 429) return answer;
    await pause(1000 * Number(answer.headers['retry-after'] ?? 1));
  }
}

function askOnce(address: URL, headers: Readonly<Record<string, string>>, sent: Sent | undefined): Promise<Answer> {
  // Not every resolver knows that what ends in .localhost is this machine (RFC 6761, 6.3).
  const lookup = address.hostname.endsWith('.localhost') ? loopback : undefined;
  const request = address.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(new Error(`${address.pathname} was not answered: ${error.message}.`));
    // Each by a connection of its own: one that was kept may be closed by the other side at the very moment it is used again.
    const options = {
      method: sent?.method ?? 'GET',
      headers,
      timeout: 30_000,
      agent: false,
      ...(lookup && { lookup }),
    } as const;
    const asked = request(address, options, (response) => void read(response).then(resolve, fail));
    asked.once('timeout', () => asked.destroy(new Error('half a minute was not enough')));
    asked.once('error', fail).end(sent?.body);
  });
}

async function read(response: IncomingMessage): Promise<Answer> {
  const body = Buffer.concat((await response.toArray()) as Buffer[]);
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}

const loopback: LookupFunction = (_host, { all }, found) =>
  all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4);
