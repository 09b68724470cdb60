// POST to an address that somebody else chose. It must lie on the public internet, what its name resolves to is what is called, redirects are not
// followed, and of the answer only the status is read.

import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Post } from '../shared/push/deliver.ts';
import { hostOf, isPublic, isThisMachine, objectionTo } from '../shared/push/outside-address.ts';

export type Address = { readonly address: string; readonly family: number };

/** All addresses of a host; an IP address is its own. */
export type Resolve = (host: string) => Promise<readonly Address[]>;

const resolveAll: Resolve = (host) => lookup(host, { all: true });

/** `local`: whether this machine may be called too. `patience`: milliseconds until there must be a status, counted from before the name is resolved. */
export function makePost(local: boolean, resolve: Resolve = resolveAll, patience = 10_000): Post {
  return async (address, headers, body) => {
    const objection = objectionTo(address, local);
    if (objection !== undefined) throw new Error(objection);
    const late = AbortSignal.timeout(patience);
    const url = new URL(address);
    const addresses = await unlessAborted(resolve(hostOf(url)), late);
    if (addresses.length === 0) throw new Error(`${url.hostname} has no address.`);
    const inside = local && isThisMachine(url) ? undefined : addresses.find((each) => !isPublic(each.address));
    if (inside) throw new Error(`${url.hostname} resolves to ${inside.address}, which is not on the public internet.`);
    return send(
      url,
      { 'user-agent': 'Copytaster', ...headers, 'content-length': String(Buffer.byteLength(body)) },
      body,
      addresses,
      late,
    );
  };
}

/** Connects to one of `addresses` and no other: a name that is resolved twice may lead elsewhere the second time. */
function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  addresses: readonly Address[],
  signal: AbortSignal,
): Promise<number> {
  const resolved: LookupFunction = (_host, { all }, answer) =>
    all ? answer(null, [...addresses]) : answer(null, addresses[0]!.address, addresses[0]!.family);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers, agent: false, lookup: resolved, signal }, (response) => {
      resolve(response.statusCode!);
      response.destroy();
    })
      .on('error', reject)
      .end(body);
  });
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
    ),
  ]);
}
