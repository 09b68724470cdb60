// Renderings: feeds and documents are immutable objects; one pointer item says which of them stand.
// The pointer moves by a conditional write, so an older rendering never replaces a newer one, and what it left behind is deleted.

import { createHash } from 'node:crypto';
import type { Ground } from '../ground.ts';
import { compress, unpack } from '../compress.ts';
import type { StoryEventType } from '../push/push-job.ts';
import type { Instant } from '../story.ts';

/** One rendered text as it lies in the feeds bucket, once for each encoding. */
export type Rendering = {
  /** What its objects are called, less `.gz` and `.br`: the text lies in the bucket compressed in both ways, and is unpacked for the few who take neither. */
  readonly key: string;
  readonly mediaType: string;
  /** Digest of the text: the same text has the same tag. */
  readonly tag: string;
  /** Size of the text in bytes. */
  readonly bytes: number;
};

export type Renderings = Readonly<Record<string, Rendering>>;

/** The encodings each rendering is stored in, best first. */
export const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/**
 * Writes a text under `folder`, unless what stands for it already says the same.
 * Every attempt gets a key of its own, so that a loser's clean-up never touches a winner's object.
 */
export async function writeRendering(
  ground: Ground,
  folder: string,
  extension: string,
  mediaType: string,
  text: string,
  standing: Rendering | undefined,
): Promise<Rendering> {
  const bytes = new TextEncoder().encode(text);
  const tag = tagOf(bytes);
  if (standing?.tag === tag) return standing;
  const key = `${folder}/${crypto.randomUUID()}.${extension}`;
  await Promise.all(
    encodings.map(async ({ name, suffix }) =>
      ground.feeds.put(key + suffix, await compress(bytes, name), { mediaType, encoding: name }),
    ),
  );
  return { key, mediaType, tag, bytes: bytes.length };
}

/** The text in an encoding, or plain; `undefined` when it was deleted meanwhile. */
export async function readRendering(
  ground: Ground,
  { key }: Rendering,
  encoding: 'br' | 'gzip' | undefined,
): Promise<Uint8Array | undefined> {
  const suffix = encodings.find(({ name }) => name === (encoding ?? 'gzip'))!.suffix;
  const object = await ground.feeds.get(key + suffix);
  return object && encoding === undefined ? unpack(object.bytes) : object?.bytes;
}

export async function deleteRenderings(ground: Ground, renderings: Renderings): Promise<void> {
  const keys = Object.values(renderings).flatMap(({ key }) => encodings.map(({ suffix }) => key + suffix));
  await Promise.all(keys.map((key) => ground.feeds.delete(key)));
}

export function tagOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** What stands for a channel. */
export type ChannelPointer = {
  readonly title: string;
  readonly description: string;
  readonly updatedAt: Instant;
  /** The address the feeds were rendered for. */
  readonly publicUrl: string;
  /** Stories in the head of the channel. */
  readonly stories: number;
  /** By extension: `rss`, `newsml`. */
  readonly renderings: Renderings;
  /** What lies in the bucket is not to be trusted: the next publisher writes it all anew. */
  readonly isToRender?: true;
  readonly offline?: Offline;
};

/** An operator took the channel from its readers; its feeds are kept up behind that. */
export type Offline = { readonly since: Instant; readonly reason?: string };

/** What stands for a story's documents. */
export type DocumentPointer = {
  readonly uri: string;
  readonly version: number;
  /** The revision of the head that was rendered. */
  readonly headRevision: number;
  readonly changedAt: Instant;
  readonly publicUrl: string;
  /** `shown`; `gone` after a kill (410); `held` while it is withheld or under embargo (404). */
  readonly state: 'shown' | 'gone' | 'held';
  /** Where the story is to be read: whoever may read one of these may read the documents. */
  readonly channels: readonly string[];
  /** What partners are told of this move; the same head published again tells the same again. */
  readonly event?: StoryEventType;
  /** Digests of all pictures the story ever showed. */
  readonly pictures?: readonly string[];
  readonly renderings: Renderings;
  /** As for channels. */
  readonly isToRender?: true;
};
