// The list of input formats, strict first, plain text last: the first that recognises an upload reads it.

import { reject } from '../outcome.ts';
import type { Limits, Upload } from '../upload.ts';
import { anpa1312 } from './anpa-1312.ts';
import { apJson } from './ap-json.ts';
import { iptc7901 } from './iptc-7901.ts';
import { newsml1 } from './newsml-1.ts';
import { newsmlG2 } from './newsml-g2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import type { Parser, Readings } from './parser.ts';
import { plainText } from './plain-text.ts';

export const parsers: readonly Parser[] = [newsmlG2, newsml1, nitf, apJson, ninjs, iptc7901, anpa1312, plainText];

export type Read = {
  /** The format that was recognised; absent when none was. */
  readonly format?: string;
  readonly readings: Readings;
};

/** Reads an upload in whatever format it is in. Never throws for what the upload holds. */
export async function readUpload(upload: Upload, limits: Limits): Promise<Read> {
  if (upload.text === '' && upload.bytes.length > 0 && !parsers.some((parser) => parser.recognises(upload))) {
    return { readings: [reject('unreadable', 'No text can be made of the file, and it is no picture or archive that can be read here.')] };
  }
  const foreign = foreignKind(upload);
  const parser = parsers.find((candidate) => !(foreign && candidate === plainText) && candidate.recognises(upload));
  if (!parser) return { readings: [reject('unknown-format', foreign ?? 'No words were found in the file.')] };
  const read = async (member: Upload): Promise<Readings> => (await readUpload(member, limits)).readings;
  return { format: parser.format, readings: await parser.parse(upload, { limits, read }) };
}

/** A kind of file that plain text would be wrong for, in words. */
function foreignKind({ text }: Upload): string | undefined {
  const start = text.slice(0, 300).trimStart();
  if (/^<\?xml|^<!DOCTYPE\s+(?!html)|^<[a-z][\w-]*:[a-z]/i.test(start)) return 'The file is XML of a kind that is not read here.';
  if (/^[{[]\s*(?:["{[\]}]|$)/.test(start)) return 'The file is JSON of a kind that is not read here.';
  if (/^\{\\rtf/.test(start)) return 'The file is a word processor’s (RTF); please send plain text.';
  return undefined;
}
