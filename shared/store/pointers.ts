// What operators change on the pointers of channels and documents, beside the publishers: a channel is taken offline, or everything is to be rendered again.

import type { Item, ItemKey, Table } from '../ports.ts';
import type { Instant } from '../story.ts';
import { everyItem } from './every-item.ts';
import { channelKey, channelsPartition, documentKey, wakeKey } from './keys.ts';
import type { ChannelPointer, DocumentPointer, Offline } from './renderings.ts';

/** Names and pointers of all channels, by name. */
export async function* everyChannel(
  table: Table,
): AsyncGenerator<{ readonly name: string; readonly pointer: ChannelPointer }> {
  for await (const { sk, data } of everyItem(table, channelsPartition))
    yield { name: sk, pointer: data as ChannelPointer };
}

/** Nothing where there is no such channel. */
export async function describeChannel(
  table: Table,
  name: string,
): Promise<Partial<Pick<ChannelPointer, 'title' | 'description'>>> {
  const pointer = (await table.get(channelKey(name)))?.data as ChannelPointer | undefined;
  return pointer ? { title: pointer.title, description: pointer.description } : {};
}

/** Says what a channel is called before its first story makes it one; leaves a channel that is there as it is. */
export async function introduceChannel(
  table: Table,
  { name, title, description }: { readonly name: string; readonly title?: string; readonly description?: string },
  updatedAt: Instant,
): Promise<void> {
  if (title === undefined || description === undefined) return;
  const pointer: ChannelPointer = { title, description, updatedAt, publicUrl: '', stories: 0, renderings: {} };
  await table.put({ ...channelKey(name), at: updatedAt, revision: 1, data: pointer }, 'absent');
}

/** Takes the channel offline, or with `undefined` online again. Answers whether there is such a channel. */
export async function setOffline(table: Table, name: string, offline: Offline | undefined): Promise<boolean> {
  return change<ChannelPointer>(table, channelKey(name), ({ offline: _before, ...pointer }) => ({
    ...pointer,
    ...(offline && { offline }),
  }));
}

/** The channel's publisher renders it again, whatever lies in the feeds bucket. Answers whether there is such a channel. */
export async function renderChannelAgain(table: Table, name: string, now: Instant): Promise<boolean> {
  const known = await change<ChannelPointer>(table, channelKey(name), (pointer) => ({ ...pointer, isToRender: true }));
  if (known) await wake(table, name, now);
  return known;
}

/** To be called before the story's head moves, which wakes its publisher. */
export async function renderDocumentsAgain(table: Table, id: string): Promise<void> {
  await change<DocumentPointer>(table, documentKey(id), (pointer) => ({ ...pointer, isToRender: true }));
}

/** An item without a place in the order of entries: no feed shows it, but its change reaches the channel's publisher. */
async function wake(table: Table, name: string, now: Instant): Promise<void> {
  for (;;) {
    const item = await table.get(wakeKey(name));
    if (await table.put({ ...wakeKey(name), revision: (item?.revision ?? 0) + 1, data: now }, 'newer')) return;
  }
}

/** Answers whether there was such a pointer. A publisher that moves it meanwhile is seen and not undone. */
async function change<T>(table: Table, key: ItemKey, make: (pointer: T) => T): Promise<boolean> {
  for (;;) {
    const item: Item | undefined = await table.get(key);
    if (!item) return false;
    if (await table.put({ ...item, revision: (item.revision ?? 0) + 1, data: make(item.data as T) }, 'newer'))
      return true;
  }
}
