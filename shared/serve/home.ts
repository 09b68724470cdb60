// The front page: every channel that is open to all, with its feeds.

import type { Ground } from '../ground.ts';
import type { Item } from '../ports.ts';
import type { Channel } from '../publish/feed.ts';
import { opmlMediaType, writeOpml } from '../publish/opml.ts';
import { everyItem } from '../store/every-item.ts';
import { channelsPartition } from '../store/keys.ts';
import type { ChannelPointer } from '../store/renderings.ts';
import { isOpen } from './admission.ts';
import { html, page, small } from './page.ts';
import type { Html } from './page.ts';
import type { Request, Response } from './request.ts';

export async function answerHome(ground: Ground, request: Request): Promise<Response> {
  const channels = await openChannels(ground);
  const { title } = ground.settings.site;
  const subtitle = 'Newswire stories, tidied and passed on. Subscribe to a channel in any reader.';
  return page(request, title, subtitle, html`${ground.settings.openDesk ? deskLink : undefined}${channels.length === 0 ? nothing : table(channels)}`);
}

/** The open channels as a list that readers import. */
export async function answerOpml(ground: Ground, request: Request): Promise<Response> {
  const channels = (await openChannels(ground)).map(({ sk, data }): Channel => {
    const { title, description } = data as ChannelPointer;
    return { name: sk, title, description };
  });
  return small(request, opmlMediaType, writeOpml(ground.settings.site, channels));
}

async function openChannels(ground: Ground): Promise<readonly Item[]> {
  const channels: Item[] = [];
  for await (const item of everyItem(ground.table, channelsPartition)) if (isOpen(ground.settings, item.sk)) channels.push(item);
  return channels;
}

const deskLink = html`<nav><a href="/desk">The desk: what became of each upload</a><a href="/feeds.opml">All channels as OPML</a></nav>`;

const nothing = html`<p>No story has come in yet.</p>`;

function table(channels: readonly Item[]): Html {
  return html`<table><thead><tr><th>Channel</th><th>Stories</th><th>Feeds</th><th>Last change</th></tr></thead><tbody>
${channels.map(({ sk, data }) => row(sk, data as ChannelPointer))}</tbody></table>`;
}

function row(name: string, { title, stories, updatedAt, renderings }: ChannelPointer): Html {
  const address = `/feeds/${name.split('/').map(encodeURIComponent).join('/')}`;
  const links = Object.keys(renderings).map((extension) => html`<a href="${address}.${extension}">${extension}</a> `);
  return html`<tr><td>${title}<br><span class="faint">${name}</span></td><td class="number">${stories}</td><td>${links}</td><td><time datetime="${updatedAt}">${moment(updatedAt)}</time></td></tr>
`;
}

/** `2026-11-24 10:30:05 UTC`. */
export function moment(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}
