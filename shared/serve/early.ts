// What partners that may read it are handed before its embargo passes; everybody else gets the answer as if there were nothing.

import { fitsAny } from '../channel-pattern.ts';
import { renderEmbargoed, renderEmbargoedDocument } from '../embargoed.ts';
import type { Ground } from '../ground.ts';
import { documentId } from '../publish/document-id.ts';
import { formatByExtension } from '../publish/formats.ts';
import { embargoedChannel } from '../store/entries.ts';
import { documentKey } from '../store/keys.ts';
import type { DocumentPointer } from '../store/renderings.ts';
import type { Visitor } from './admission.ts';
import { mayRead, turnAway } from './admission.ts';
import { handPage, isEntitled, notePull } from './hand-over.ts';
import type { Request, Response } from './request.ts';
import { problem } from './request.ts';

/** `/feeds/embargoed.rss`: of the stories under embargo those that the partner's channels will show. */
export async function answerEmbargoed(
  ground: Ground,
  request: Request,
  visitor: Visitor,
  extension: string,
): Promise<Response> {
  const format = formatByExtension(extension);
  const page =
    visitor.partner?.embargoed &&
    format &&
    (await renderEmbargoed(ground, format, (channel) => mayRead(ground, visitor, channel, extension)));
  if (!page) return turnAway(ground, visitor, problem(404, 'Not found', 'There is no such channel.'));
  const answer = await handPage(ground, request, format!, page);
  await notePull(ground, request, visitor, embargoedChannel, answer);
  return kept(answer);
}

/** `undefined` where the story is under no embargo, or the visitor may not read it before. */
export async function answerEarlyDocument(
  ground: Ground,
  request: Request,
  visitor: Visitor,
  id: string,
  extension: string,
): Promise<Response | undefined> {
  const format = formatByExtension(extension);
  if (!visitor.partner?.embargoed || !format) return undefined;
  const pointer = (await ground.table.get(documentKey(id)))?.data as DocumentPointer | undefined;
  if (pointer?.state !== 'held' || !isEntitled(ground, visitor, pointer.channels, extension)) return undefined;
  const page = await renderEmbargoedDocument(ground, format, pointer.uri);
  return page && kept(await handPage(ground, request, format, page));
}

/** Whether one of the stories is under embargo and the visitor entitled to read it before. */
export async function mayReadEarly(ground: Ground, { partner }: Visitor, uris: readonly string[]): Promise<boolean> {
  if (!partner?.embargoed) return false;
  for (const uri of uris) {
    const pointer = (await ground.table.get(documentKey(documentId(uri))))?.data as DocumentPointer | undefined;
    if (pointer?.state === 'held' && pointer.channels.some((channel) => fitsAny(partner.channels, channel)))
      return true;
  }
  return false;
}

/** No cache may hold it, not even the partner's. */
export function kept(response: Response): Response {
  return { ...response, headers: { ...response.headers, 'Cache-Control': 'private, no-store' } };
}
