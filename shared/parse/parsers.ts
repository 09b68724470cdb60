// The list of input formats, strict first, plain text last: the first that recognises an upload reads it.

import { isRejection, reject } from '../outcome.ts';
import type { Rejection } from '../outcome.ts';
import type { Limits, Upload } from '../upload.ts';
import { anpa1312 } from './anpa-1312.ts';
import { apJson } from './ap-json.ts';
import { atom } from './atom.ts';
import { liftWireWords } from './block-words.ts';
import { findEntityBomb } from './document-type.ts';
import { email } from './email.ts';
import { html } from './html.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';
import { image } from './image.ts';
import { iptc7901 } from './iptc-7901.ts';
import { markdown } from './markdown.ts';
import { newsml1 } from './newsml-1.ts';
import { newsmlG2 } from './newsml-g2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import type { Member, Parser, Readings } from './parser.ts';
import { plainText } from './plain-text.ts';
import { zip } from './zip.ts';

export const parsers: readonly Parser[] = [
  zip,
  image,
  newsmlG2,
  newsml1,
  nitf,
  rss,
  atom,
  apJson,
  jsonFeed,
  ninjs,
  iptc7901,
  anpa1312,
  email,
  html,
  markdown,
  plainText,
];

/** Formats whose stories come as blocks, in which the wire's words are still to be found; the others read them line by line. */
const blockFormats: ReadonlySet<Parser> = new Set([
  newsmlG2,
  newsml1,
  nitf,
  rss,
  atom,
  apJson,
  jsonFeed,
  ninjs,
  html,
  markdown,
]);

export type Read = {
  /** The format that was recognised; absent when none was. */
  readonly format?: string;
  readonly readings: Readings;
};

/** Bytes to text, as the stage before this one does it. */
export type Decode = (bytes: Uint8Array, mediaType: string | undefined) => Pick<Upload, 'text' | 'notes'> | Rejection;

/** Files in files in files: nobody sends them so. */
const deepest = 5;

/** Reads an upload in whatever format it is in. Never throws for what the upload holds. */
export async function readUpload(upload: Upload, limits: Limits, decode: Decode, depth = 0): Promise<Read> {
  if (upload.text === '' && upload.bytes.length > 0 && !parsers.some((parser) => parser.recognises(upload))) {
    return {
      readings: [
        reject('unreadable', 'No text can be made of the file, and it is no picture or archive that can be read here.'),
      ],
    };
  }
  // Also in XML of a kind that is not read: who sends it is to hear of the attack, not of the kind.
  const bomb = upload.text.slice(0, 300).trimStart().startsWith('<') ? findEntityBomb(upload.text) : undefined;
  if (bomb) return { readings: [bomb] };
  const foreign = foreignKind(upload);
  const parser = parsers.find((candidate) => !(foreign && candidate === plainText) && candidate.recognises(upload));
  if (!parser) return { readings: [reject('unknown-format', foreign ?? 'No words were found in the file.')] };
  const read = (member: Member, narrower = limits): Promise<Readings> =>
    readMember(member, narrower, decode, depth + 1);
  const readings = await parser.parse(upload, { limits, read, mend: (text) => mend(text, decode), depth });
  return {
    format: parser.format,
    readings: blockFormats.has(parser)
      ? readings.map((reading) => (isRejection(reading) ? reading : liftWireWords(reading)))
      : readings,
  };
}

function mend(text: string, decode: Decode): string {
  if (text === '') return text;
  const decoded = decode(new TextEncoder().encode(text), 'text/plain; charset=utf-8');
  return isRejection(decoded) ? text : decoded.text;
}

/** Whatever becomes of a member carries its name where it was refused. */
async function readMember(member: Member, limits: Limits, decode: Decode, depth: number): Promise<Readings> {
  if (depth > deepest)
    return [reject('unsafe', `The file lies in more than ${deepest} others.`, { member: member.name })];
  const decoded = decode(member.bytes, member.mediaType);
  if (isRejection(decoded)) return [{ ...decoded, member: member.name }];
  const { readings } = await readUpload({ ...member, ...decoded }, limits, decode, depth);
  return readings.map((reading) =>
    isRejection(reading)
      ? { ...reading, member: reading.member === undefined ? member.name : `${member.name}/${reading.member}` }
      : reading,
  );
}

/** A text that is one element from its first character to its last is a piece of XML, whatever its names. */
function isOneElement(text: string): boolean {
  const name = /^\s*<([A-Za-z_][\w:.-]{0,80})[\s>]/.exec(text.slice(0, 300))?.[1];
  return name !== undefined && text.slice(-300).trimEnd().endsWith(`</${name}>`);
}

/** A kind of file that plain text would be wrong for, in words. */
function foreignKind({ text }: Upload): string | undefined {
  const start = text.slice(0, 300).trimStart();
  if (/^<\?xml|^<!DOCTYPE\s+(?!html)|^<[a-z][\w-]*:[a-z]/i.test(start) || isOneElement(text))
    return 'The file is XML of a kind that is not read here.';
  if (/^[{[]\s*(?:["{[\]}]|$)/.test(start)) return 'The file is JSON of a kind that is not read here.';
  if (/^\{\\rtf/.test(start)) return 'The file is a word processor’s (RTF); please send plain text.';
  return undefined;
}
