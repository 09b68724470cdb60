// POST to addresses of others: over real sockets, with names that resolve to where they should not.

import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Resolve } from '../../lambdas/post.ts';
import { makePost } from '../../lambdas/post.ts';
import { openOutside } from '../outside.ts';

const to =
  (...addresses: readonly string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('a name', () => {
  it.each([
    [['127.0.0.1']],
    [['10.1.2.3']],
    [['169.254.169.254']],
    [['::1']],
    [['fd00:ec2::254']],
    [['::ffff:10.0.0.1']],
    [['8.8.8.8', '10.0.0.1']],
  ])('that resolves to %j is not called', async (addresses) => {
    await expect(makePost(false, to(...addresses))('https://partner.example/hook', {}, '{}')).rejects.toThrow(
      /^partner\.example resolves to \S+, which is not on the public internet\.$/,
    );
  });

  it('is resolved once, and what was checked is what is called', async () => {
    await using outside = await openOutside();
    const { port } = new URL(outside.url);
    let asked = 0;
    // No resolver on earth knows this name: only the address that was handed over can have been called.
    const post = makePost(true, async (host) => {
      asked += 1;
      return (await to('127.0.0.1', '::1')(host)).filter(() => host === 'hooks.localhost');
    });
    expect(await post(`http://hooks.localhost:${port}/a?b=c`, { 'x-kind': 'test' }, 'Größe')).toBe(204);
    expect(asked).toBe(1);
    expect(outside.calls).toMatchObject([
      {
        path: '/a?b=c',
        body: 'Größe',
        headers: {
          host: `hooks.localhost:${port}`,
          'x-kind': 'test',
          'content-length': '7',
          'user-agent': 'Copytaster',
        },
      },
    ]);
  });

  it('that leads nowhere is an error in words', async () => {
    await expect(makePost(false)('https://partner.invalid/', {}, '')).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/);
    await expect(makePost(false, to())('https://partner.example/', {}, '')).rejects.toThrow(
      'partner.example has no address.',
    );
  });
});

describe('an answer', () => {
  it('that redirects is not followed', async () => {
    await using outside = await openOutside();
    outside.answer((response) => void response.writeHead(307, { Location: '/elsewhere' }).end());
    expect(await makePost(true)(outside.url, {}, 'x')).toBe(307);
    expect(outside.calls.map(({ path }) => path)).toEqual(['/']);
  });

  it('is not read beyond its status, however long it goes on', async () => {
    await using outside = await openOutside();
    let closed: Promise<unknown> | undefined;
    outside.answer((response) => {
      response.writeHead(200).write('word '.repeat(1000));
      closed = once(response, 'close');
    });
    expect(await makePost(true)(outside.url, {}, 'x')).toBe(200);
    await closed;
  });

  it('that does not come in time is waited for no longer, nor is a resolver', async () => {
    await using outside = await openOutside();
    outside.answer(() => undefined);
    await expect(makePost(true, undefined, 50)(outside.url, {}, 'x')).rejects.toThrow(/abort|timeout/i);
    await expect(
      makePost(false, () => new Promise(() => undefined), 50)('https://partner.example/', {}, 'x'),
    ).rejects.toThrow(/abort|timeout/i);
  });

  it('that is none, or no HTTP, is an error', async () => {
    for (const greet of [undefined, 'SSH-2.0-OpenSSH_9.9\r\n'] as const) {
      const server = createServer((socket) => void (greet === undefined ? socket.destroy() : socket.end(greet))).listen(
        0,
        'localhost',
      );
      await once(server, 'listening');
      await expect(
        makePost(true)(`http://localhost:${(server.address() as AddressInfo).port}/`, {}, 'x'),
      ).rejects.toThrow();
      server.close();
    }
  });
});

describe('plain http', () => {
  it('and this machine are refused where they are not allowed', async () => {
    await using outside = await openOutside();
    await expect(makePost(false)(outside.url, {}, 'x')).rejects.toThrow('https');
    await expect(makePost(false)(outside.url.replace('http:', 'https:'), {}, 'x')).rejects.toThrow('this machine');
    expect(outside.calls).toEqual([]);
  });
});
