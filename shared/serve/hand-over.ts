// Hands over what stands: feeds, documents and pictures, whole or as 304. The pointer item answers most requests by itself.

import type { Ground } from '../ground.ts';
import type { Item } from '../ports.ts';
import { originalFolder, originalKey, readMediaName } from '../pictures/media-keys.ts';
import { renderDay, renderSince } from '../archive.ts';
import type { ArchivePage } from '../archive.ts';
import type { Format } from '../publish/feed.ts';
import { formatByExtension } from '../publish/formats.ts';
import { channelKey, documentKey } from '../store/keys.ts';
import type { ChannelPointer, DocumentPointer, Rendering } from '../store/renderings.ts';
import { readRendering, tagOf } from '../store/renderings.ts';
import type { Instant } from '../story.ts';
import { isWithdrawn } from '../store/shown-pictures.ts';
import { countPull } from '../store/usage.ts';
import { mayRead, turnAway } from './admission.ts';
import type { Visitor } from './admission.ts';
import { entityTag, feedTag, isStillGood, lastModified, momentInTag } from './conditional.ts';
import { chooseEncoding, encodedAs } from './encodings.ts';
import type { Request, Response } from './request.ts';
import { problem } from './request.ts';

/** A minute of shared caching; a day of stale copies while the counter is down. */
const feedCaching = 'public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400';

/** The bytes under a name never change, but they may be withdrawn: caches ask again within the hour. */
const mediaCaching = 'public, max-age=3600, s-maxage=300, stale-if-error=86400';

export async function answerFeed(ground: Ground, request: Request, visitor: Visitor, channel: string, extension: string): Promise<Response> {
  // A closed channel and one that does not exist look the same from outside.
  const nothing = problem(404, 'Not found', 'There is no such channel.');
  if (!mayRead(ground, visitor, channel, extension)) return turnAway(ground, visitor, nothing);
  if (visitor.partner) await countPull(ground.table, visitor.partner.name, channel, ground.clock.now());
  const part = await answerPart(ground, request, channel, extension);
  if (part) return part;
  return standing(ground, request, nothing, () => ground.table.get(channelKey(channel)), (data) => {
    const { renderings, updatedAt } = data as ChannelPointer;
    const shown = show(renderings[extension], updatedAt);
    return shown ? { ...shown, rendering: { ...shown.rendering, tag: feedTag(shown.rendering, updatedAt) } } : nothing;
  });
}

const day = /^\d{4}-\d\d-\d\d$/;

/** `?day=2026-11-23`: a page of the archive; `?since=` and `?limit=`: what changed; `A-IM: feed` (RFC 3229): what is new to the client. */
async function answerPart(ground: Ground, request: Request, channel: string, extension: string): Promise<Response | undefined> {
  const { query, headers } = request;
  const format = formatByExtension(extension);
  const held = /\bfeed\b/i.test(headers['a-im'] ?? '') ? momentInTag(headers['if-none-match']) : undefined;
  if (!format || !(query.has('day') || query.has('since') || query.has('limit') || held !== undefined)) return undefined;
  const asked = query.get('day');
  if (asked !== null && (!day.test(asked) || Number.isNaN(Date.parse(asked)))) return problem(400, 'Which day?', 'A day is written as 2026-11-23.');
  const since = sinceOf(query.get('since'));
  const limit = Number(query.get('limit') ?? '100');
  if (since === undefined || !Number.isInteger(limit) || limit < 1 || limit > 500) return problem(400, 'Which part?', 'since is a moment such as 2026-11-23T10:00:00Z, limit a number from 1 to 500.');
  const nothing = problem(404, 'Not found', 'There is no such channel.');
  if (asked !== null) return handPage(ground, request, format, (await renderDay(ground, channel, format, asked)) ?? nothing);
  if (held !== undefined && !query.has('since') && !query.has('limit')) return delta(ground, request, channel, format, held, nothing);
  return handPage(ground, request, format, (await renderSince(ground, channel, format, since, limit)) ?? nothing);
}

function sinceOf(given: string | null): Instant | undefined {
  if (given === null) return new Date(0).toISOString();
  const at = Date.parse(given);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** Only what changed behind the state the client holds; 226 when that is less than the whole. */
async function delta(ground: Ground, request: Request, channel: string, format: Format, held: Instant, nothing: Response): Promise<Response | undefined> {
  const pointer = (await ground.table.get(channelKey(channel)))?.data as ChannelPointer | undefined;
  const rendering = pointer?.renderings[format.extension];
  if (!pointer || !rendering) return nothing;
  const validators = { tag: feedTag(rendering, pointer.updatedAt), modifiedAt: lastModified(pointer.updatedAt, ground.clock.now()) };
  if (isStillGood(request, validators) || held >= pointer.updatedAt) return undefined;
  const page = await renderSince(ground, channel, format, held, 500);
  if (!page) return nothing;
  return { status: 226, headers: { ...describe(validators.tag, validators.modifiedAt, undefined), IM: 'feed', 'Cache-Control': 'no-store', Vary: 'A-IM, If-None-Match', 'Content-Type': format.mediaType }, body: new TextEncoder().encode(page.text) };
}

/** A page that was rendered for this request; its tag is its content's. */
export function handPage(ground: Ground, request: Request, { mediaType }: Format, page: ArchivePage | Response): Response {
  if ('status' in page) return page;
  const validators = { tag: tagOf(page.text), modifiedAt: lastModified(page.changedAt, ground.clock.now()) };
  const headers = { ...describe(validators.tag, validators.modifiedAt, undefined), 'Cache-Control': 'public, max-age=60, s-maxage=300', Vary: 'Accept-Encoding' };
  if (isStillGood(request, validators)) return { status: 304, headers };
  return { status: 200, headers: { ...headers, 'Content-Type': mediaType }, body: new TextEncoder().encode(page.text) };
}

export async function answerDocument(ground: Ground, request: Request, visitor: Visitor, id: string, extension: string): Promise<Response> {
  const nothing = turnAway(ground, visitor, problem(404, 'Not found', 'There is no such story.'));
  return standing(ground, request, nothing, () => ground.table.get(documentKey(id)), (data) => {
    const { state, renderings, changedAt, channels } = data as DocumentPointer;
    if (!isEntitled(ground, visitor, channels, extension)) return nothing;
    if (state === 'gone') return problem(410, 'Gone', 'This story was withdrawn.', { 'Cache-Control': feedCaching });
    return show(renderings[extension], changedAt) ?? nothing;
  });
}

/** Whether the visitor may read one of the story's channels. */
export function isEntitled(ground: Ground, visitor: Visitor, channels: readonly string[], extension: string): boolean {
  return channels.some((channel) => mayRead(ground, visitor, channel, extension));
}

export async function answerMedia(ground: Ground, request: Request, name: string): Promise<Response> {
  const nothing = problem(404, 'Not found', 'There is no such picture.');
  const media = readMediaName(name);
  if (!media) return nothing;
  if (await isWithdrawn(ground.table, media.digest)) return problem(410, 'Gone', 'This picture was withdrawn.', { 'Cache-Control': feedCaching });
  const object = await ground.media.get(media.key);
  if (!object) return media.kind === 'rendition' ? toOriginal(ground, media.digest, nothing) : nothing;
  const validators = { tag: name, modifiedAt: new Date(object.modifiedAt) };
  const headers = { ...describe(validators.tag, validators.modifiedAt, undefined), 'Cache-Control': mediaCaching };
  if (isStillGood(request, validators)) return { status: 304, headers };
  return { status: 200, headers: { ...headers, 'Content-Type': object.mediaType }, body: object.bytes };
}

/** A rendition that is still being made, or never can be, is the original meanwhile. */
async function toOriginal(ground: Ground, digest: string, nothing: Response): Promise<Response> {
  const { keys } = await ground.media.list(originalKey(digest));
  const name = keys[0]?.key.slice(originalFolder.length);
  return name === undefined ? nothing : { status: 307, headers: { Location: `/media/${name}`, 'Cache-Control': 'public, max-age=5' } };
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
