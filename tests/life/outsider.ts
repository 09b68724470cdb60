// Somebody outside who polls everything that can be asked for, keeps what was sent and asks only for what is new; and who has read every object that ever lay in the feeds bucket.

import { gunzipSync } from 'node:zlib';
import { serve } from '../../lambdas/serve.ts';
import type { Ground } from '../../shared/ground.ts';
import { documentId } from '../../shared/publish/document-id.ts';
import { formats } from '../../shared/publish/formats.ts';

export type Page = { readonly path: string; readonly status: number; readonly text: string };

export type Outsider = {
  /** The ground, with an eye on the feeds bucket. */
  readonly watched: Ground;
  /** Texts that were put into the feeds bucket since it was last asked. */
  newObjects(): readonly Page[];
  /** Everything there is to be had now; of stories, those under these uris. */
  poll(uris: Iterable<string>): Promise<readonly Page[]>;
  get(path: string): Promise<Page>;
};

const channels = ['all', 'desk/north', 'language/en', 'embargoed'];
const day = '2026-11-24';

export function openOutsider(ground: Ground): Outsider {
  const fresh: Page[] = [];
  const kept = new Map<string, { readonly tag: string; readonly text: string }>();
  const watched: Ground = {
    ...ground,
    feeds: {
      ...ground.feeds,
      async put(key, bytes, about) {
        const done = await ground.feeds.put(key, bytes, about);
        if (about.encoding === 'gzip') fresh.push({ path: key, status: 200, text: gunzipSync(bytes).toString('utf8') });
        return done;
      },
    },
  };
  const get = async (path: string): Promise<Page> => {
    const [rawPath = '', rawQueryString = ''] = path.split('?');
    const held = kept.get(path);
    const headers = { 'accept-encoding': 'gzip', ...(held && { 'if-none-match': held.tag }) };
    const answer = await serve(ground, {
      rawPath,
      rawQueryString,
      headers,
      requestContext: { http: { method: 'GET' } },
    });
    if (answer.statusCode === 304) return { path, status: 200, text: held!.text };
    const bytes = Buffer.from(answer.body, 'base64');
    const text = (answer.headers['Content-Encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
    if (answer.headers['ETag'] !== undefined) kept.set(path, { tag: answer.headers['ETag'], text });
    return { path, status: answer.statusCode, text };
  };
  return {
    watched,
    get,
    newObjects: () => fresh.splice(0),
    poll: (uris) => Promise.all([...general, ...[...uris].flatMap(pathsOf)].map(get)),
  };
}

const general: readonly string[] = [
  ...channels.flatMap((channel) =>
    formats.filter((format) => format.feed).map(({ extension }) => `/feeds/${channel}.${extension}`),
  ),
  ...['rss', 'ninjs'].flatMap((extension) => [
    `/feeds/all.${extension}?day=${day}`,
    `/feeds/all.${extension}?since=${day}T00:00:00Z`,
  ]),
  ...['/', '/feeds.opml', '/desk', '/receipts/north', '/receipts/north/story-1.txt'],
];

function pathsOf(uri: string): readonly string[] {
  const id = documentId(uri);
  return [
    ...formats.filter((format) => format.document).map(({ extension }) => `/stories/${id}.${extension}`),
    `/stories/${id}/versions`,
  ];
}
