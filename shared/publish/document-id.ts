// The short name of a story in addresses: "tag:reuters.com,2026:newsml_L1N14N0FF" → twenty letters and digits.

import { createHash } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** 20 characters of base32 (RFC 4648, lower case): the first 100 bits of the uri's SHA-256. */
export function documentId(uri: string): string {
  const digest = createHash('sha256').update(uri.toWellFormed()).digest();
  let id = '';
  let bits = 0;
  let held = 0;
  for (let at = 0; id.length < 20; ) {
    if (held < 5) {
      bits = ((bits << 8) | digest[at++]!) & 0xfff;
      held += 8;
    }
    held -= 5;
    id += alphabet[(bits >> held) & 31];
  }
  return id;
}
