// Pictures as Media RSS, for RSS and Atom alike: every rendition with caption, credit and copyright inside it.

import type { Picture } from '../story.ts';
import type { Shot } from './pictures.ts';
import { copyrightOf, creditOf, rightsLine, usageOf } from './pictures.ts';
import type { Profile } from './profiles.rules.ts';
import { defaultProfile } from './profiles.rules.ts';
import type { Xml } from './xml.ts';
import { element, escapeText, plainElement } from './xml.ts';

export const mediaNamespace = { 'xmlns:media': 'http://search.yahoo.com/mrss/' };

/** `shots` are what shotsOf gives: one makes a media:content, several make a group, none makes nothing. */
export function writeMedia(
  picture: Picture,
  shots: readonly Shot[],
  profile: Profile = defaultProfile,
): Xml | undefined {
  const [best] = shots;
  if (!best) return undefined;
  const words = describe(picture, profile);
  if (shots.length === 1 || profile.pictures === 'best') return writeShot(best, words);
  return element(
    'media:group',
    {},
    shots.map((shot) => writeShot(shot, words, shot === best ? 'true' : undefined)),
  );
}

/** Every rendition carries caption and credit: readers ignore those of the group. */
function writeShot(
  { url, mediaType, width, height, bytes }: Shot,
  words: readonly (Xml | undefined)[],
  isDefault?: string,
): Xml {
  return element(
    'media:content',
    { url, type: mediaType, medium: 'image', width, height, fileSize: bytes, isDefault },
    words,
  );
}

function describe(picture: Picture, { captionText, rightsElement }: Profile): readonly (Xml | undefined)[] {
  const { headline, caption, credit } = picture;
  const role = credit?.people.length ? 'photographer' : undefined;
  return [
    plainElement('media:title', headline, { type: 'plain' }),
    plainElement('media:description', caption, { type: 'plain' }),
    plainElement('media:credit', creditOf(picture), { role, scheme: role && 'urn:ebu' }),
    plainElement('media:copyright', rightsLine(copyrightOf(picture), usageOf(picture))),
    captionText && plainElement('media:text', caption, { type: 'plain' }),
    rightsElement === undefined ? undefined : element(rightsElement, {}, escapeText('1')),
  ];
}
