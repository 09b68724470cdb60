import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { serve } from '../lambdas/serve.ts';
import type { HttpResult } from '../lambdas/events.ts';
import type { TestGround } from './ground.ts';
import { testGround } from './ground.ts';

let test: TestGround;

beforeAll(async () => {
  test = testGround();
  await test.upload(
    'newsflash/kuril islands.txt',
    'Section: Emergency\nHeadline: Ships Pass <Through> Ice\n\nThe ships passed.',
  );
  await test.settle();
  test.setClock('2026-11-24T10:05:00.000Z');
});

afterAll(() => test[Symbol.dispose]());

function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<HttpResult> {
  const [rawPath, rawQueryString = ''] = path.split('?');
  return serve(test.ground, {
    rawPath,
    rawQueryString,
    headers,
    requestContext: { http: { method } },
    ...(body !== undefined && { body }),
  });
}

const bytesOf = ({ body }: HttpResult): Buffer => Buffer.from(body, 'base64');
const textOf = (result: HttpResult): string => bytesOf(result).toString('utf8');

describe('a feed', () => {
  it('is handed over whole, with validators and its type', async () => {
    const result = await ask('/feeds/all.rss');
    expect(result).toMatchObject({
      statusCode: 200,
      headers: {
        'Content-Type': 'application/rss+xml; charset=utf-8',
        'Last-Modified': 'Tue, 24 Nov 2026 10:00:00 GMT',
        Vary: 'Accept-Encoding',
        ETag: expect.stringMatching(/^"[\w.-]+"$/) as string,
      },
    });
    expect(textOf(result)).toMatch(/Ships Pass &(?:lt|#x3C);Through&(?:gt|#x3E); Ice/);
    expect(result.headers['Content-Length']).toBe(String(bytesOf(result).length));
  });

  it('is compressed as the client likes it, and says the same', async () => {
    const plain = textOf(await ask('/feeds/all.rss'));
    const br = await ask('/feeds/all.rss', { 'Accept-Encoding': 'gzip, br' });
    const gzip = await ask('/feeds/all.rss', { 'accept-encoding': 'gzip' });
    expect([br.headers['Content-Encoding'], gzip.headers['Content-Encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(bytesOf(br)).toString()).toBe(plain);
    expect(gunzipSync(bytesOf(gzip)).toString()).toBe(plain);
    expect(new Set([br, gzip, await ask('/feeds/all.rss')].map(({ headers }) => headers['ETag'])).size).toBe(3);
  });

  it('answers 304 without a body to its tag, or to its date alone', async () => {
    const { headers } = await ask('/feeds/all.rss', { 'accept-encoding': 'br' });
    const conditions: readonly Record<string, string>[] = [
      { 'if-none-match': headers['ETag']! },
      { 'if-none-match': `W/${headers['ETag']}` },
      { 'if-modified-since': headers['Last-Modified']! },
    ];
    for (const condition of conditions) {
      const result = await ask('/feeds/all.rss', { ...condition, 'accept-encoding': 'br' });
      expect(result).toMatchObject({ statusCode: 304, body: '', headers: { ETag: headers['ETag'] } });
      expect(result.headers['Content-Length']).toBeUndefined();
    }
    expect((await ask('/feeds/all.rss', { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('answers HEAD with the headers of GET', async () => {
    const get = await ask('/feeds/all.newsml');
    const head = await ask('/feeds/all.newsml', {}, 'HEAD');
    expect(head).toMatchObject({ statusCode: 200, body: '', headers: get.headers });
  });

  it('of a section has a safe address', async () => {
    expect((await ask('/feeds/section/emergency.rss')).statusCode).toBe(200);
  });
});

describe('what is not there', () => {
  it.each([
    '/feeds/none.rss',
    '/feeds/all.exe',
    '/feeds/',
    '/feeds/.rss',
    '/stories/abc.newsml',
    '/stories/../x.newsml',
    '/etc/passwd',
    '/feeds/%2e%2e/%2e%2e/table.rss',
    '/%',
    '/media/none.jpg',
    '/media/..%2fx.jpg',
    '/inbox/desk/',
    '/receipts/desk/none.txt',
  ])('answers 404 to %s, in words and for machines', async (path) => {
    const result = await ask(path, {}, path.startsWith('/inbox') ? 'PUT' : 'GET');
    expect(result).toMatchObject({ statusCode: 404, headers: { 'Content-Type': 'application/problem+json' } });
    expect(JSON.parse(textOf(result))).toMatchObject({ status: 404, title: 'Not found' });
  });

  it('answers 405 to a method that is not for the address', async () => {
    expect(await ask('/feeds/all.rss', {}, 'DELETE')).toMatchObject({
      statusCode: 405,
      headers: { Allow: 'GET, HEAD' },
    });
    expect(await ask('/inbox/desk/a.txt')).toMatchObject({ statusCode: 405, headers: { Allow: 'PUT, POST' } });
  });
});

describe('a page elsewhere', () => {
  it('may read the JSON formats, also when it holds them, and ask beforehand with a key and conditions', async () => {
    const { headers } = await ask('/feeds/all.json');
    expect(headers['Access-Control-Allow-Origin']).toBe('*');
    expect(await ask('/feeds/all.json', { 'if-none-match': headers['ETag']! })).toMatchObject({
      statusCode: 304,
      headers: { 'Access-Control-Allow-Origin': '*' },
    });
    expect(await ask('/feeds/all.json', { origin: 'https://partner.example' }, 'OPTIONS')).toMatchObject({
      statusCode: 204,
      body: '',
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': expect.stringMatching(/Authorization.*If-None-Match/) as string,
      },
    });
    expect((await ask('/inbox/desk/a.txt', {}, 'OPTIONS')).headers).not.toHaveProperty('Access-Control-Allow-Origin');
  });
});

describe('what is asked for again and again', () => {
  it.each(['/', '/feeds.opml', '/robots.txt', '/desk', '/receipts/newsflash'])(
    'is 304 to who holds it: %s',
    async (path) => {
      const { headers } = await ask(path);
      expect(await ask(path, { 'if-none-match': headers['ETag']! })).toMatchObject({ statusCode: 304, body: '' });
    },
  );
});

describe('a closed service', () => {
  it('looks the same for channels that are closed and that do not exist', async () => {
    using closed = testGround({ openChannels: ['section/*'], openDesk: false });
    await closed.upload('desk/a.txt', 'Section: News\nHeadline: Apples\n\nApples.');
    await closed.settle();
    const from = (path: string, method = 'GET'): Promise<HttpResult> =>
      serve(closed.ground, { rawPath: path, headers: {}, requestContext: { http: { method } }, body: 'x' });
    expect(await from('/feeds/all.rss')).toEqual(await from('/feeds/none.rss'));
    expect((await from('/feeds/section/news.rss')).statusCode).toBe(200);
    expect(textOf(await from('/'))).not.toContain('/feeds/all.rss');
    for (const [path, method] of [
      ['/desk', 'GET'],
      ['/receipts/desk', 'GET'],
      ['/receipts/desk/a.txt', 'GET'],
      ['/inbox/desk/b.txt', 'PUT'],
    ] as const)
      expect((await from(path, method)).statusCode).toBe(401);
    expect((await closed.ground.inbox.list('desk/b')).keys).toEqual([]);
  });
});

describe('the desk', () => {
  it('takes an upload and says where its receipt will be', async () => {
    const result = await ask('/inbox/desk/new%20story.txt', {}, 'PUT', 'Headline: Apples\n\nApples.');
    expect(result).toMatchObject({ statusCode: 202, headers: { Location: '/receipts/desk/new%20story.txt' } });
    expect(Buffer.from((await test.ground.inbox.get('desk/new story.txt'))!.bytes).toString()).toBe(
      'Headline: Apples\n\nApples.',
    );
  });

  it('shows what became of an upload', async () => {
    const receipt: unknown = JSON.parse(textOf(await ask('/receipts/newsflash/kuril%20islands.txt')));
    expect(receipt).toMatchObject({
      desk: 'newsflash',
      name: 'kuril islands.txt',
      format: 'plain-text',
      outcomes: [{ outcome: 'stored', version: 1 }],
    });
    expect(textOf(await ask('/desk'))).toContain('Stored as version 1');
    expect(textOf(await ask('/receipts/newsflash'))).toContain('kuril islands.txt');
  });

  it('answers 400 to a cursor that is none', async () => {
    expect((await ask('/receipts/newsflash?cursor=nonsense')).statusCode).toBe(400);
  });
});

describe('every page', () => {
  it('escapes what desks send and forbids scripts', async () => {
    const result = await ask('/desk');
    expect(textOf(result)).toContain('Ships Pass &#60;Through&#62; Ice');
    expect(result.headers['Content-Security-Policy']).toContain("default-src 'none'");
    expect(result.headers['X-Content-Type-Options']).toBe('nosniff');
  });

  it('lists the channels with their feeds', async () => {
    expect(textOf(await ask('/'))).toContain('href="/feeds/section/emergency.rss"');
  });
});
