// Every key in the table, made and read here and nowhere else.
//
//   story#<uri>        head                  which version of a story stands
//                      version#000000000002  that version, never changed
//                      channels              every channel the story was ever in
//                      edits                 what a desk corrected by hand
//                      rewrite               the story that replaces it, perhaps before it came itself
//   stories            <uri>                 a story that is or will be in the table
//   channel#<name>     <uri>                 a story in a channel; `at`: when it last changed there
//                      #render               changes to have the channel rendered again
//   channels           <name>                which rendering of a channel's feeds stands
//   document#<id>      head                  which rendering of a story's documents stands
//   receipts#<desk>    <name>#<sequencer>    what became of an upload; `at`: when it came
//   desks              <desk>                a desk that has uploaded something
//   inbox-files        <key>                 on the laptop: a file of the inbox folder that was taken in
//   pictures#<desk>    <handle>              a picture that came as a file, under one of its names
//   waiting#<desk>     <handle>#<upload>     an upload whose story lacks that picture
//   media#<digest>     <uri>                 a story that shows the picture, or did
//   partners           <name>                a partner or desk, and the digests of its keys
//   secret#<digest>    partner               whose key that is
//   usage#<partner>    <day>#<channel>       how often a partner pulled a channel on a day
//   expiries           <uri>                 a story that ends; `at`: when, until it has
//   kills              <uri>                 a kill of the last day; `at`: when to look who has not pulled it
//   embargoes          <uri>                 a story that waits; `at`: until when, while it does
//   unreadable         <uri>#<version>       a version that no publisher could read; `at`: since when, while it can't be
//   last-errors        <queue>#<message>     why a message became a dead letter

import { createHash } from 'node:crypto';
import type { ItemKey } from '../ports.ts';

/** DynamoDB takes sort keys of 1,024 bytes and partition keys of 2,048; longer names are cut and marked with their digest. */
const longestName = 900;

export function headKey(uri: string): ItemKey {
  return { pk: storyPartition(uri), sk: 'head' };
}

export function versionKey(uri: string, version: number): ItemKey {
  return { pk: storyPartition(uri), sk: `version#${String(version).padStart(16, '0')}` };
}

/** The number in a version's key. */
export function versionIn(sk: string): number {
  return Number(sk.slice('version#'.length));
}

export function editsKey(uri: string): ItemKey {
  return { pk: storyPartition(uri), sk: 'edits' };
}

export function rewriteKey(uri: string): ItemKey {
  return { pk: storyPartition(uri), sk: 'rewrite' };
}

export const storiesPartition = 'stories';

export function listedStoryKey(uri: string): ItemKey {
  return { pk: storiesPartition, sk: bounded(uri) };
}

export function membershipKey(uri: string): ItemKey {
  return { pk: storyPartition(uri), sk: 'channels' };
}

export function entryKey(channel: string, uri: string): ItemKey {
  return { pk: channelPartition(channel), sk: bounded(uri) };
}

export function channelPartition(channel: string): string {
  return `channel#${channel}`;
}

/** Sorts before every uri and lies outside the order of entries. */
export function wakeKey(channel: string): ItemKey {
  return { pk: channelPartition(channel), sk: '#render' };
}

export const channelsPartition = 'channels';

export function channelKey(channel: string): ItemKey {
  return { pk: channelsPartition, sk: channel };
}

export function documentKey(id: string): ItemKey {
  return { pk: `document#${id}`, sk: 'head' };
}

export function receiptsPartition(desk: string): string {
  return `receipts#${bounded(desk)}`;
}

export function receiptKey(desk: string, name: string, sequencer: string): ItemKey {
  return { pk: receiptsPartition(desk), sk: receiptPrefix(name) + padSequencer(sequencer) };
}

/** What all receipts of one name start with; names are escaped so that no name is the beginning of another. */
export function receiptPrefix(name: string): string {
  return `${bounded(encodeURIComponent(name.toWellFormed()))}#`;
}

export const desksPartition = 'desks';

export function inboxFileKey(key: string): ItemKey {
  return { pk: 'inbox-files', sk: bounded(key) };
}

export const partnersPartition = 'partners';

export function partnerKey(name: string): ItemKey {
  return { pk: partnersPartition, sk: bounded(name) };
}

/** By the digest of a partner's key. */
export function secretKey(digest: string): ItemKey {
  return { pk: `secret#${digest}`, sk: 'partner' };
}

export function usagePartition(partner: string): string {
  return `usage#${bounded(partner)}`;
}

export function usageKey(partner: string, day: string, channel: string): ItemKey {
  return { pk: usagePartition(partner), sk: `${day}#${bounded(channel)}` };
}

export function waitsPartition(wait: 'embargoes' | 'expiries'): string {
  return wait;
}

export function waitKey(wait: 'embargoes' | 'expiries', uri: string): ItemKey {
  return { pk: waitsPartition(wait), sk: bounded(uri) };
}

export function filePictureKey(desk: string, handle: string): ItemKey {
  return { pk: `pictures#${bounded(desk)}`, sk: bounded(handle) };
}

export function waitingStoryKey(desk: string, handle: string, upload: string): ItemKey {
  const { pk, from } = waitingPrefix(desk, handle);
  return { pk, sk: from + createHash('sha256').update(upload).digest('hex') };
}

/** Handles are escaped, so that no handle is the beginning of another. */
export function waitingPrefix(
  desk: string,
  handle: string,
): { readonly pk: string; readonly from: string; readonly to: string } {
  const from = `${bounded(encodeURIComponent(handle.toWellFormed())).slice(0, 500)}#`;
  return { pk: `waiting#${bounded(desk)}`, from, to: `${from}~` };
}

/** Under a picture's digest the stories that show it or did. */
export function pictureUsesPartition(digest: string): string {
  return `media#${digest}`;
}

export function pictureUseKey(digest: string, uri: string): ItemKey {
  return { pk: pictureUsesPartition(digest), sk: bounded(uri) };
}

export const unreadablePartition = 'unreadable';

export function unreadableKey(uri: string, version: number): ItemKey {
  return { pk: unreadablePartition, sk: `${bounded(uri)}#${version}` };
}

export function lastErrorKey(queue: string, message: string): ItemKey {
  return { pk: 'last-errors', sk: `${queue}#${bounded(message)}` };
}

export const killsPartition = 'kills';

export function killKey(uri: string): ItemKey {
  return { pk: killsPartition, sk: bounded(uri) };
}

/** What a changed item means to the publishers; `undefined` for items that wake nobody. */
export function readKey(key: ItemKey): ChangedItem | undefined {
  if (key.pk.startsWith('story#')) return key.sk === 'head' ? { kind: 'story', head: key } : undefined;
  if (key.pk.startsWith('channel#')) return { kind: 'channel', channel: key.pk.slice('channel#'.length) };
  return undefined;
}

export type ChangedItem =
  | { readonly kind: 'story'; readonly head: ItemKey }
  | { readonly kind: 'channel'; readonly channel: string };

/** S3 sequencers are hexadecimal numbers of differing length, to be compared right-aligned (S3 User Guide, event message structure). */
export function padSequencer(sequencer: string): string {
  return sequencer.toUpperCase().padStart(32, '0');
}

function storyPartition(uri: string): string {
  return `story#${bounded(uri)}`;
}

function bounded(name: string): string {
  const bytes = Buffer.from(name, 'utf8');
  if (bytes.length <= longestName) return name;
  const digest = createHash('sha256').update(bytes).digest('hex');
  return `${bytes
    .subarray(0, 600)
    .toString('utf8')
    .replace(/\uFFFD+$/u, '')}…${digest}`;
}
