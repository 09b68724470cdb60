// An upload as the way in carries it: its name, its bytes, and the text decoding made of them.

import type { Instant, Note } from './story.ts';

/** One object version in the inbox, as the event announced it. */
export type Arrival = {
  readonly desk: string;
  /** The name within the desk: `russia-japan-missile-tests.txt`, `2026/11/24/late.xml`. */
  readonly name: string;
  /** `newsflash/russia-japan-missile-tests.txt`. */
  readonly key: string;
  readonly objectVersion?: string;
  /** Orders the uploads of one key. */
  readonly sequencer?: string;
  readonly bytes: number;
  readonly receivedAt: Instant;
};

/** Whose upload a key is: `newsflash/2026/a.txt` → newsflash and `2026/a.txt`; what lies outside any desk's folder belongs to the desk `inbox`. */
export function addresseeOf(key: string): Pick<Arrival, 'desk' | 'name'> {
  const slash = key.indexOf('/');
  return slash > 0 ? { desk: key.slice(0, slash), name: key.slice(slash + 1) } : { desk: 'inbox', name: key };
}

/** What a parser reads. */
export type Upload = {
  readonly name: string;
  readonly mediaType?: string;
  readonly bytes: Uint8Array;
  /** The decoded text with `\n` line ends; empty when the bytes are no text. */
  readonly text: string;
  /** What decoding guessed or mended. */
  readonly notes: readonly Note[];
};

/** How much an upload may ask of us. Every limit is a whole number. */
export type Limits = {
  /** Largest upload in bytes. Default 50 MB. */
  readonly uploadBytes: number;
  /** Deepest nesting of XML or HTML elements. Default 200. */
  readonly xmlDepth: number;
  /** Most members of an archive. Default 200. */
  readonly zipMembers: number;
  /** Largest sum of unpacked members in bytes. Default 200 MB. */
  readonly zipBytes: number;
  /** Largest ratio of unpacked to packed size. Default 100. */
  readonly zipRatio: number;
  /** Largest picture in pixels. Default 100 million. */
  readonly imagePixels: number;
};

export const defaultLimits: Limits = {
  uploadBytes: 50_000_000,
  xmlDepth: 200,
  zipMembers: 200,
  zipBytes: 200_000_000,
  zipRatio: 100,
  imagePixels: 100_000_000,
};
