// Hands over what stands: feeds, documents and pictures, whole or as 304. The pointer item answers most requests by itself.

import type { Ground } from '../ground.ts';
import type { Item } from '../ports.ts';
import { renderDay, renderSince } from '../archive.ts';
import type { ArchivePage } from '../archive.ts';
import type { Format } from '../publish/feed.ts';
import { feedUrl } from '../publish/addresses.ts';
import { compress } from '../compress.ts';
import { formatByExtension } from '../publish/formats.ts';
import { hubsOf } from '../push/hubs.ts';
import type { Settings } from '../settings.ts';
import { channelKey, documentKey } from '../store/keys.ts';
import type { ChannelPointer, DocumentPointer, Offline, Rendering } from '../store/renderings.ts';
import { readRendering, tagOf } from '../store/renderings.ts';
import type { Instant } from '../story.ts';
import { countPull } from '../store/usage.ts';
import { isOpen, mayRead, turnAway } from './admission.ts';
import type { Visitor } from './admission.ts';
import { entityTag, feedTag, isStillGood, lastModified, momentInTag } from './conditional.ts';
import { chooseEncoding, encodedAs } from './encodings.ts';
import type { Request, Response } from './request.ts';
import { problem } from './request.ts';

/** A minute of shared caching; a day of stale copies while the counter is down. */
export const feedCaching = 'public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400';

/** A closed channel and one that does not exist look the same from outside. */
const noChannel = problem(404, 'Not found', 'There is no such channel.');

export async function answerFeed(ground: Ground, request: Request, visitor: Visitor, channel: string, extension: string): Promise<Response> {
  if (!mayRead(ground, visitor, channel, extension)) return turnAway(ground, visitor, noChannel);
  if (visitor.partner) await countPull(ground.table, visitor.partner.name, channel, ground.clock.now());
  const readPointer = (): Promise<Item | undefined> => ground.table.get(channelKey(channel));
  const part = await answerPart(ground, request, channel, extension, readPointer);
  if (part) return forReaders(ground, [channel], part);
  const answer = await standing(ground, request, noChannel, readPointer, (data) => {
    const { renderings, updatedAt, offline } = data as ChannelPointer;
    if (offline) return offlineAnswer(offline);
    const shown = show(renderings[extension], updatedAt);
    return shown ? { ...shown, rendering: { ...shown.rendering, tag: feedTag(shown.rendering, updatedAt) } } : noChannel;
  });
  return answer.status < 400 ? withHubs(ground.settings, forReaders(ground, [channel], answer), channel, extension) : answer;
}

/** What a key was needed for is no cache's to hand to others; what is in an open channel anybody may keep. */
function forReaders({ settings }: Ground, channels: readonly string[], answer: Response): Response {
  const caching = answer.headers['Cache-Control'];
  if (!caching?.startsWith('public') || channels.some((channel) => isOpen(settings, channel))) return answer;
  return { ...answer, headers: { ...answer.headers, 'Cache-Control': caching.replace('public', 'private').replace(/, s-maxage=\d+/, '') } };
}

/** Subscribers find the hubs here too, whatever the format (WebSub §4). */
function withHubs(settings: Settings, answer: Response, channel: string, extension: string): Response {
  const hubs = hubsOf(settings, channel);
  if (hubs.length === 0) return answer;
  const links = [...hubs.map((hub) => `<${hub}>; rel="hub"`), `<${feedUrl(settings.site, channel, extension)}>; rel="self"`];
  return { ...answer, headers: { ...answer.headers, Link: links.join(', ') } };
}

/** Seconds after which it is worth while to ask again. */
const offlineSeconds = 300;

function offlineAnswer({ since, reason }: Offline): Response {
  const detail = `This channel has been offline since ${since}${reason === undefined ? '.' : `: ${reason}`}`;
  return problem(503, 'Channel offline', detail, { 'Retry-After': String(offlineSeconds) });
}

const day = /^\d{4}-\d\d-\d\d$/;

/** `?day=2026-11-23`: a page of the archive; `?since=` and `?limit=`: what changed; `A-IM: feed` (RFC 3229): what is new to the client. */
async function answerPart(ground: Ground, request: Request, channel: string, extension: string, readPointer: () => Promise<Item | undefined>): Promise<Response | undefined> {
  const { query, headers } = request;
  const format = formatByExtension(extension);
  const held = /\bfeed\b/i.test(headers['a-im'] ?? '') ? momentInTag(headers['if-none-match']) : undefined;
  if (!format || !(query.has('day') || query.has('since') || query.has('limit') || held !== undefined)) return undefined;
  const offline = ((await readPointer())?.data as ChannelPointer | undefined)?.offline;
  if (offline) return offlineAnswer(offline);
  const asked = query.get('day');
  if (asked !== null && (!day.test(asked) || Number.isNaN(Date.parse(asked)))) return problem(400, 'Which day?', 'A day is written as 2026-11-23.');
  const since = sinceOf(query.get('since'));
  const limit = Number(query.get('limit') ?? '100');
  if (since === undefined || !Number.isInteger(limit) || limit < 1 || limit > 500) return problem(400, 'Which part?', 'since is a moment such as 2026-11-23T10:00:00Z, limit a number from 1 to 500.');
  if (asked !== null) return handPage(ground, request, format, (await renderDay(ground, channel, format, asked)) ?? noChannel);
  if (held !== undefined && !query.has('since') && !query.has('limit')) return delta(ground, request, channel, format, held);
  return handPage(ground, request, format, (await renderSince(ground, channel, format, since, limit)) ?? noChannel);
}

function sinceOf(given: string | null): Instant | undefined {
  if (given === null) return new Date(0).toISOString();
  const at = Date.parse(given);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** Only what changed behind the state the client holds; 226 when that is less than the whole. */
async function delta(ground: Ground, request: Request, channel: string, format: Format, held: Instant): Promise<Response | undefined> {
  const pointer = (await ground.table.get(channelKey(channel)))?.data as ChannelPointer | undefined;
  const rendering = pointer?.renderings[format.extension];
  if (!pointer || !rendering) return noChannel;
  const validators = { tag: feedTag(rendering, pointer.updatedAt), modifiedAt: lastModified(pointer.updatedAt, ground.clock.now()) };
  if (isStillGood(request, validators) || held >= pointer.updatedAt) return undefined;
  const page = await renderSince(ground, channel, format, held, 500);
  if (!page) return noChannel;
  return { status: 226, headers: { ...describe(validators.tag, validators.modifiedAt, undefined), IM: 'feed', 'Cache-Control': 'no-store', Vary: 'A-IM, If-None-Match', 'Content-Type': format.mediaType }, body: new TextEncoder().encode(page.text) };
}

/** A page that was rendered for this request; its tag is its content's. */
export async function handPage(ground: Ground, request: Request, { mediaType }: Format, page: ArchivePage | Response): Promise<Response> {
  if ('status' in page) return page;
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const validators = { tag: tagOf(page.text), modifiedAt: lastModified(page.changedAt, ground.clock.now()) };
  const headers = { ...describe(validators.tag, validators.modifiedAt, encoding), 'Cache-Control': 'public, max-age=60, s-maxage=300', Vary: 'Accept-Encoding' };
  if (isStillGood(request, validators)) return { status: 304, headers };
  // A busy day has more than the 6 MB that a function may answer with.
  const bytes = new TextEncoder().encode(page.text);
  return { status: 200, headers: { ...headers, ...encodedAs(encoding), 'Content-Type': mediaType }, body: encoding ? await compress(bytes, encoding) : bytes };
}

export async function answerDocument(ground: Ground, request: Request, visitor: Visitor, id: string, extension: string): Promise<Response> {
  const nothing = turnAway(ground, visitor, problem(404, 'Not found', 'There is no such story.'));
  let within: readonly string[] = [];
  const answer = await standing(ground, request, nothing, () => ground.table.get(documentKey(id)), (data) => {
    const { state, renderings, changedAt, channels } = data as DocumentPointer;
    within = channels;
    if (!isEntitled(ground, visitor, channels, extension)) return nothing;
    if (state === 'gone') return problem(410, 'Gone', 'This story was withdrawn.', { 'Cache-Control': feedCaching });
    return show(renderings[extension], changedAt) ?? nothing;
  });
  return forReaders(ground, within, answer);
}

/** Whether the visitor may read one of the story's channels. */
export function isEntitled(ground: Ground, visitor: Visitor, channels: readonly string[], extension: string): boolean {
  return channels.some((channel) => mayRead(ground, visitor, channel, extension));
}

type Shown = { readonly rendering: Rendering; readonly changedAt: Instant };

function show(rendering: Rendering | undefined, changedAt: Instant): Shown | undefined {
  return rendering && { rendering, changedAt };
}

/** Reads the pointer, then the object. A publisher may replace both in between: then the pointer is read again. */
async function standing(
  ground: Ground,
  request: Request,
  nothing: Response,
  readPointer: () => Promise<Item | undefined>,
  choose: (data: unknown) => Shown | Response,
): Promise<Response> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const pointer = await readPointer();
    if (!pointer) return nothing;
    const chosen = choose(pointer.data);
    if ('status' in chosen) return chosen;
    const response = await hand(ground, request, chosen);
    if (response) return response;
  }
  return problem(503, 'Try again', 'The feed is changing faster than it can be read.', { 'Retry-After': '1' });
}

async function hand(ground: Ground, request: Request, { rendering, changedAt }: Shown): Promise<Response | undefined> {
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const validators = { tag: rendering.tag, modifiedAt: lastModified(changedAt, ground.clock.now()) };
  const headers = { ...describe(validators.tag, validators.modifiedAt, encoding), 'Cache-Control': feedCaching, Vary: 'Accept-Encoding' };
  if (isStillGood(request, validators)) return { status: 304, headers };
  const body = await readRendering(ground, rendering, encoding);
  if (!body) return undefined;
  return { status: 200, headers: { ...headers, ...encodedAs(encoding), 'Content-Type': rendering.mediaType }, body };
}

function describe(tag: string, modifiedAt: Date, encoding: string | undefined): Record<string, string> {
  return { ETag: entityTag(tag, encoding), 'Last-Modified': modifiedAt.toUTCString() };
}
