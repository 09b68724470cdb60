// The front page: every channel that whoever asks may read, with its feeds; the same as OPML for readers, and what robots are told.

import type { Ground } from '../ground.ts';
import type { Channel } from '../publish/feed.ts';
import { opmlMediaType, writeOpml } from '../publish/opml.ts';
import { rss } from '../publish/rss.ts';
import { everyItem } from '../store/every-item.ts';
import { channelsPartition } from '../store/keys.ts';
import type { ChannelPointer } from '../store/renderings.ts';
import { formatsOnRequest } from '../publish/formats.ts';
import { feedUrl } from '../publish/addresses.ts';
import type { Visitor } from './admission.ts';
import { mayRead } from './admission.ts';
import { html, page, small } from './page.ts';
import type { Html } from './page.ts';
import type { Request, Response } from './request.ts';

export async function answerHome(ground: Ground, request: Request, visitor: Visitor): Promise<Response> {
  const channels = await channelsFor(ground, visitor);
  const { title } = ground.settings.site;
  const subtitle = 'Newswire stories, tidied and passed on. Subscribe to a channel in any reader.';
  return forReader(
    visitor,
    await page(request, title, subtitle, html`${links(ground)}${channels.length === 0 ? nothing : table(channels)}`),
  );
}

/** As a list that readers import. A key never stands in it: readers ask for it. */
export async function answerOpml(ground: Ground, request: Request, visitor: Visitor): Promise<Response> {
  const channels = (await channelsFor(ground, visitor))
    .filter(({ extensions }) => extensions.includes(rss.extension))
    .map(({ name, pointer: { title, description } }): Channel => ({ name, title, description }));
  return forReader(visitor, await small(request, opmlMediaType, writeOpml(ground.settings.site, channels)));
}

/** Search engines find the news sitemaps of open channels here. */
export async function answerRobots(ground: Ground, request: Request): Promise<Response> {
  const channels = await channelsFor(ground, { broughtKey: false });
  const sitemaps = channels.flatMap(({ name, extensions }) =>
    formatsOnRequest
      .filter(({ extension }) => extensions.includes(extension))
      .map(({ extension }) => `Sitemap: ${feedUrl(ground.settings.site, name, extension)}`),
  );
  return small(
    request,
    'text/plain; charset=utf-8',
    `${['User-agent: *', 'Disallow: /desk', 'Disallow: /receipts/', 'Disallow: /inbox/', ...sitemaps].join('\n')}\n`,
  );
}

/** A channel and the formats of it that may be read. */
type Readable = { readonly name: string; readonly pointer: ChannelPointer; readonly extensions: readonly string[] };

async function channelsFor(ground: Ground, visitor: Visitor): Promise<readonly Readable[]> {
  const channels: Readable[] = [];
  for await (const { sk: name, data } of everyItem(ground.table, channelsPartition)) {
    const pointer = data as ChannelPointer;
    const extensions = Object.keys(pointer.renderings).filter((extension) => mayRead(ground, visitor, name, extension));
    if (extensions.length > 0) channels.push({ name, pointer, extensions });
  }
  return channels;
}

/** A partner sees more than others do. */
function forReader({ partner }: Visitor, response: Response): Response {
  return partner ? { ...response, headers: { ...response.headers, 'Cache-Control': 'private, no-cache' } } : response;
}

function links({ settings }: Ground): Html {
  return html`<nav>${settings.openDesk ? html`<a href="/desk">The desk: what became of each upload</a>` : undefined}<a href="/feeds.opml">All channels as OPML</a></nav>`;
}

const nothing = html`<p>No story has come in yet.</p>`;

function table(channels: readonly Readable[]): Html {
  return html`<table><thead><tr><th>Channel</th><th class="number">Stories</th><th>Feeds</th><th>Last change</th></tr></thead><tbody>
${channels.map(row)}</tbody></table>`;
}

function row({ name, pointer: { title, stories, updatedAt }, extensions }: Readable): Html {
  const address = `/feeds/${name.split('/').map(encodeURIComponent).join('/')}`;
  const feeds = extensions.map((extension) => html`<a href="${address}.${extension}">${extension}</a> `);
  return html`<tr><td>${title}<br><span class="faint">${name}</span></td><td class="number">${stories}</td><td>${feeds}</td><td><time datetime="${updatedAt}">${moment(updatedAt)}</time></td></tr>
`;
}

/** `2026-11-24 10:30:05 UTC`. */
export function moment(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}
