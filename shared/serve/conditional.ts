// Conditional requests (RFC 9110 §13): whether what the client holds is still good.

import type { Instant } from '../story.ts';
import type { Request } from './request.ts';

export type Validators = {
  /** The tag of the text, without quotes and encoding. */
  readonly tag: string;
  /** To the second, or a second earlier: see lastModified. Absent where only the tag tells. */
  readonly modifiedAt?: Date;
};

/**
 * True when the client's copy is still good: by its tag, or where it sends none by its date (RFC 9110 §13.2.2).
 * A tag counts whatever encoding it was given with; the text is the same.
 */
export function isStillGood({ method, headers }: Request, { tag, modifiedAt }: Validators): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || listTags(tags).includes(tag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return modifiedAt !== undefined && modifiedAt.getTime() <= since;
}

/**
 * The date to show for a text that changed at `changedAt`. HTTP dates have whole seconds: while that second still runs the text may
 * change once more under the same date, so the second before is shown and a client that asks by date alone never keeps the older one.
 */
export function lastModified(changedAt: Instant, now: Instant): Date {
  const second = Math.floor(Date.parse(changedAt) / 1000);
  const running = Math.floor(Date.parse(now) / 1000) <= second;
  return new Date((running ? second - 1 : second) * 1000);
}

/** The tag as a header: each encoding of a text is a representation of its own (RFC 9110 §8.8.3.3). */
export function entityTag(tag: string, encoding: string | undefined): string {
  return encoding ? `"${tag}-${encoding}"` : `"${tag}"`;
}

/** A feed's tag also says when the feed last changed, so that a client that names it can be sent what is new to it (RFC 3229). */
export function feedTag({ tag }: { readonly tag: string }, updatedAt: Instant): string {
  return `${tag}.${Date.parse(updatedAt).toString(36)}`;
}

/** The latest moment in the tags that a client holds; `undefined` where none is a feed's. */
export function momentInTag(header: string | undefined): Instant | undefined {
  const moments = listTags(header ?? '')
    .map((tag) => /^[\w-]{10,40}\.([\da-z]{1,10})$/.exec(tag)?.[1])
    .filter((part) => part !== undefined)
    .map((part) => Number.parseInt(part, 36));
  const latest = Math.max(...moments);
  return moments.length > 0 && latest <= 8.64e15 ? new Date(latest).toISOString() : undefined;
}

function listTags(header: string): readonly string[] {
  return header
    .slice(0, 4000)
    .split(',')
    .map((given) =>
      given
        .trim()
        .replace(/^W\//, '')
        .replace(/^"|"$/g, '')
        .replace(/-(?:br|gzip)$/, ''),
    );
}
