// What every input format offers: one file per format in this folder, listed in parsers.ts.

import type { Draft } from '../draft.ts';
import type { Rejection } from '../outcome.ts';
import type { Limits, Upload } from '../upload.ts';

export type Parser = {
  /** The format's name, the same on both sides of the house: `newsml-g2`. */
  readonly format: string;
  /** Cheap: looks at the beginning, never parses. */
  recognises(upload: Upload): boolean;
  /** One Reading per story in the upload. A rejection is returned, never thrown. */
  parse(upload: Upload, desk: ParserDesk): Readings | Promise<Readings>;
};

export type Reading = Draft | Rejection;
export type Readings = readonly Reading[];

/** What a parser may ask for besides the upload. */
export type ParserDesk = {
  readonly limits: Limits;
  /** Reads a member of an archive or an attachment as an upload of its own; each reading of it is refused or taken by itself. `limits` where it gets less than this upload. */
  read(member: Member, limits?: Limits): Promise<Readings>;
  /** Text that was decoded inside the upload, mended as decoding mends: "TravTalkâ€™s" → "TravTalk’s". */
  mend(text: string): string;
  /** How many archives and messages this upload lies in; 0 for what a desk sent. */
  readonly depth: number;
};

/** A file inside another. */
export type Member = Pick<Upload, 'name' | 'mediaType' | 'bytes'>;
