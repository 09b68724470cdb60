// Where picture files lie in the media store: originals and what is made of them apart, so that only originals wake the rendering function.

import type { Story } from '../story.ts';

/** `9f86….jpg` → `original/9f86….jpg`. */
export function originalKey(name: string): string {
  return `${originalFolder}${name}`;
}

export const originalFolder = 'original/';

/** `9f86…-640.jpg` → `web/9f86…-640.jpg`. */
export function renditionKey(file: string): string {
  return `web/${file}`;
}

export type MediaName = { readonly kind: 'original' | 'rendition'; readonly key: string; readonly digest: string };

/** What a name in `/media/<name>` stands for; `undefined` for what is none. */
export function readMediaName(name: string): MediaName | undefined {
  const [, digest, size] = /^([0-9a-f]{64})(-\d{1,5})?\.[a-z]{3,4}$/.exec(name) ?? [];
  if (digest === undefined) return undefined;
  return size === undefined
    ? { kind: 'original', key: originalKey(name), digest }
    : { kind: 'rendition', key: renditionKey(name), digest };
}

/** Digests of the files that the story's pictures are here, each once. */
export function mediaDigests({ pictures }: Pick<Story, 'pictures'>): readonly string[] {
  const names = pictures
    .flatMap(({ href, renditions }) => [href, ...renditions.map((rendition) => rendition.href)])
    .filter((href) => href?.startsWith('/media/'));
  return [
    ...new Set(
      names
        .map((href) => readMediaName(href!.slice('/media/'.length))?.digest)
        .filter((digest) => digest !== undefined),
    ),
  ];
}
