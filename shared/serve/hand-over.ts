// Hands over what stands: feeds, documents and pictures, whole or as 304. The pointer item answers most requests by itself.

import type { Ground } from '../ground.ts';
import { BadCursor } from '../paging.ts';
import type { Item } from '../ports.ts';
import { renderDay, renderSince } from '../archive.ts';
import type { ArchivePage } from '../archive.ts';
import type { Format } from '../publish/feed.ts';
import type { FeedLink } from '../publish/feed-links.ts';
import { linkHeader, linksOf } from '../publish/feed-links.ts';
import { compress } from '../compress.ts';
import { formatByExtension } from '../publish/formats.ts';
import { hubsOf } from '../push/hubs.ts';
import { channelKey, documentKey } from '../store/keys.ts';
import type { ChannelPointer, DocumentPointer, Offline, Rendering } from '../store/renderings.ts';
import { readRendering, tagOf } from '../store/renderings.ts';
import type { Instant } from '../story.ts';
import { countPull } from '../store/usage.ts';
import { isOpen, mayRead, turnAway } from './admission.ts';
import type { Visitor } from './admission.ts';
import { entityTag, feedTag, isStillGood, lastModified, momentInTag } from './conditional.ts';
import { chooseEncoding, encodedAs } from './encodings.ts';
import { privately } from './headers.ts';
import { html, page } from './page.ts';
import type { Request, Response } from './request.ts';
import { problem } from './request.ts';

/** A minute of shared caching; a day of stale copies while the counter is down. */
export const feedCaching = 'public, max-age=30, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400';

/** A closed channel and one that does not exist look the same from outside. */
const noChannel = problem(404, 'Not found', 'There is no such channel.');

export async function answerFeed(
  ground: Ground,
  request: Request,
  visitor: Visitor,
  channel: string,
  extension: string,
): Promise<Response> {
  if (!mayRead(ground, visitor, channel, extension)) return turnAway(ground, visitor, noChannel);
  const answer = await readFeed(ground, request, channel, extension);
  await notePull(ground, request, visitor, channel, answer);
  return answer;
}

/** A partner has pulled a channel when it was handed the feed, or told that it holds it. */
export async function notePull(
  { table, clock }: Ground,
  { method }: Request,
  { partner }: Visitor,
  channel: string,
  { status }: Response,
): Promise<void> {
  if (partner && method === 'GET' && status < 400) await countPull(table, partner.name, channel, clock.now());
}

async function readFeed(ground: Ground, request: Request, channel: string, extension: string): Promise<Response> {
  const readPointer = (): Promise<Item | undefined> => ground.table.get(channelKey(channel));
  const part = await answerPart(ground, request, channel, extension, readPointer);
  if (part) return forReaders(ground, [channel], part);
  const answer = await standing(ground, request, noChannel, readPointer, (data) => {
    const { renderings, updatedAt, offline } = data as ChannelPointer;
    if (offline) return offlineAnswer(offline);
    const shown = show(renderings[extension], updatedAt);
    return shown
      ? {
          ...shown,
          rendering: { ...shown.rendering, tag: feedTag(shown.rendering, updatedAt) },
          links: linksOfHead(ground, channel, extension, updatedAt),
        }
      : noChannel;
  });
  return forReaders(ground, [channel], answer);
}

/** What a key was needed for is no cache's to hand to others; what is in an open channel anybody may keep. */
function forReaders({ settings }: Ground, channels: readonly string[], answer: Response): Response {
  return channels.some((channel) => isOpen(settings, channel)) ? answer : privately(answer);
}

/** What the feed says of itself and of the pages behind it, for formats that cannot, and for subscribers (WebSub §4). */
function linksOfHead(
  { settings }: Ground,
  channel: string,
  extension: string,
  updatedAt: Instant,
): readonly FeedLink[] {
  const day = updatedAt.slice(0, 10);
  return linksOf(
    {
      site: settings.site,
      channel: { name: channel },
      hubs: hubsOf(settings, channel),
      previousPage: day > '1970' ? { day } : undefined,
    },
    formatByExtension(extension)!,
  );
}

/** Seconds after which it is worth while to ask again. */
const offlineSeconds = 300;

function offlineAnswer({ since, reason }: Offline): Response {
  const detail = `This channel has been offline since ${since}${reason === undefined ? '.' : `: ${reason}`}`;
  return problem(503, 'Channel offline', detail, { 'Retry-After': String(offlineSeconds) });
}

/** `?day=2026-11-23`: a page of the archive; `?since=` and `?limit=`: what changed; `A-IM: feed` (RFC 3229): what is new to the client. */
async function answerPart(
  ground: Ground,
  request: Request,
  channel: string,
  extension: string,
  readPointer: () => Promise<Item | undefined>,
): Promise<Response | undefined> {
  const { query, headers } = request;
  const format = formatByExtension(extension);
  const held = /\bfeed\b/i.test(headers['a-im'] ?? '') ? momentInTag(headers['if-none-match']) : undefined;
  if (!format || !(query.has('day') || query.has('since') || query.has('limit') || held !== undefined))
    return undefined;
  const offline = ((await readPointer())?.data as ChannelPointer | undefined)?.offline;
  if (offline) return offlineAnswer(offline);
  const cursor = query.get('cursor') ?? undefined;
  const day = query.get('day');
  if (day !== null && !isDay(day)) return problem(400, 'Which day?', 'A day is written as 2026-11-23.');
  if (day !== null) return handPart(ground, request, format, renderDay(ground, channel, format, day, cursor));
  if (held !== undefined && !query.has('since') && !query.has('limit'))
    return delta(ground, request, channel, format, held);
  const since = sinceOf(query.get('since'));
  const limit = query.get('limit') ?? '100';
  if (since === undefined || !/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > 500)
    return problem(400, 'Which part?', 'since is a moment such as 2026-11-23T10:00:00Z, limit a number from 1 to 500.');
  return handPart(ground, request, format, renderSince(ground, channel, format, since, Number(limit), cursor));
}

function isDay(given: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(given) && new Date(`${given}T12:00:00Z`).toJSON()?.slice(0, 10) === given;
}

/** In UTC where it names no zone. The plus of a zone that was not escaped arrives as a space. */
function sinceOf(given: string | null): Instant | undefined {
  if (given === null) return new Date(0).toISOString();
  const [, moment, zone] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[ +-]\d\d:\d\d)?$/i.exec(
      /T/i.test(given) ? given : `${given}T00:00`,
    ) ?? [];
  return moment === undefined ? undefined : (new Date(moment + (zone ?? 'Z').replace(' ', '+')).toJSON() ?? undefined);
}

async function handPart(
  ground: Ground,
  request: Request,
  format: Format,
  page: Promise<ArchivePage | undefined>,
): Promise<Response> {
  try {
    return await handPage(ground, request, format, (await page) ?? noChannel);
  } catch (error) {
    if (error instanceof BadCursor) return problem(400, 'Which part?', 'That cursor is not from here.');
    throw error;
  }
}

/** Only what changed behind the state the client holds; 226 when that is less than the whole. */
async function delta(
  ground: Ground,
  request: Request,
  channel: string,
  format: Format,
  held: Instant,
): Promise<Response | undefined> {
  const pointer = (await ground.table.get(channelKey(channel)))?.data as ChannelPointer | undefined;
  const rendering = pointer?.renderings[format.extension];
  if (!pointer || !rendering) return noChannel;
  const validators = {
    tag: feedTag(rendering, pointer.updatedAt),
    modifiedAt: lastModified(pointer.updatedAt, ground.clock.now()),
  };
  if (isStillGood(request, validators) || held >= pointer.updatedAt) return undefined;
  const page = await renderSince(ground, channel, format, held, 500);
  if (!page) return noChannel;
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const about = {
    ...describe(validators.tag, validators.modifiedAt, encoding),
    IM: 'feed',
    'Cache-Control': 'no-store',
    Vary: 'A-IM, If-None-Match, Accept-Encoding',
  };
  return {
    status: 226,
    headers: { ...about, ...encodedAs(encoding), 'Content-Type': format.mediaType },
    body: await encode(page.text, encoding),
  };
}

async function encode(text: string, encoding: 'br' | 'gzip' | undefined): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return encoding ? compress(bytes, encoding) : bytes;
}

/** A page that was rendered for this request; its tag is its content's. */
export async function handPage(
  ground: Ground,
  request: Request,
  { mediaType }: Format,
  page: ArchivePage | Response,
): Promise<Response> {
  if ('status' in page) return page;
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const validators = { tag: tagOf(page.text), modifiedAt: lastModified(page.changedAt, ground.clock.now()) };
  const headers = {
    ...describe(validators.tag, validators.modifiedAt, encoding, page.links),
    'Cache-Control': 'public, max-age=60, s-maxage=300',
    Vary: 'Accept-Encoding',
  };
  if (isStillGood(request, validators)) return { status: 304, headers };
  return {
    status: 200,
    headers: { ...headers, ...encodedAs(encoding), 'Content-Type': mediaType },
    body: await encode(page.text, encoding),
  };
}

export async function answerDocument(
  ground: Ground,
  request: Request,
  visitor: Visitor,
  id: string,
  extension: string,
): Promise<Response> {
  const nothing = turnAway(ground, visitor, problem(404, 'Not found', 'There is no such story.'));
  let within: readonly string[] = [];
  const answer = await standing(
    ground,
    request,
    nothing,
    () => ground.table.get(documentKey(id)),
    (data) => {
      const { state, renderings, changedAt, channels } = data as DocumentPointer;
      within = channels;
      if (!isEntitled(ground, visitor, channels, extension)) return nothing;
      if (state === 'gone') return problem(410, 'Gone', 'This story was withdrawn.', { 'Cache-Control': feedCaching });
      return show(renderings[extension], changedAt) ?? nothing;
    },
  );
  return forReaders(
    ground,
    within,
    answer.status === 410 && extension === 'html' ? await withdrawn(request, answer) : answer,
  );
}

/** For people who followed a link to a story that was killed. */
async function withdrawn(request: Request, { status, headers }: Response): Promise<Response> {
  const shown = await page(
    { ...request, headers: { 'accept-encoding': request.headers['accept-encoding'] } },
    'Withdrawn',
    'This story was withdrawn and must not be used.',
    html`<nav><a href="/">All channels</a></nav>`,
  );
  return { ...shown, status, headers: { ...shown.headers, 'Cache-Control': headers['Cache-Control']! } };
}

/** Whether the visitor may read one of the story's channels. */
export function isEntitled(ground: Ground, visitor: Visitor, channels: readonly string[], extension: string): boolean {
  return channels.some((channel) => mayRead(ground, visitor, channel, extension));
}

type Shown = { readonly rendering: Rendering; readonly changedAt: Instant; readonly links?: readonly FeedLink[] };

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

async function hand(
  ground: Ground,
  request: Request,
  { rendering, changedAt, links }: Shown,
): Promise<Response | undefined> {
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const validators = { tag: rendering.tag, modifiedAt: lastModified(changedAt, ground.clock.now()) };
  const headers = {
    ...describe(validators.tag, validators.modifiedAt, encoding, links),
    'Cache-Control': feedCaching,
    Vary: 'Accept-Encoding',
  };
  if (isStillGood(request, validators)) return { status: 304, headers };
  const body = await readRendering(ground, rendering, encoding);
  if (!body) return undefined;
  return { status: 200, headers: { ...headers, ...encodedAs(encoding), 'Content-Type': rendering.mediaType }, body };
}

function describe(
  tag: string,
  modifiedAt: Date,
  encoding: string | undefined,
  links: readonly FeedLink[] = [],
): Record<string, string> {
  return {
    ETag: entityTag(tag, encoding),
    'Last-Modified': modifiedAt.toUTCString(),
    ...(links.length > 0 && { Link: linkHeader(links) }),
  };
}
