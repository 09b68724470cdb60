// The bytes of a message before anything is read: mbox's line goes, and what would make the text unreadable is put right in place.
// "Subject: Fähren" in bare Latin-1 → in UTF-8; "Content-Transfer-Encoding: base64" over plain text → 8bit.

/** Without blank lines and mbox's "From " line above the headers; raw headers in UTF-8; false claims of base64 withdrawn. */
export function tidyMessage(given: Uint8Array): Uint8Array {
  return withoutFalseBase64(withReadableNames(withoutFalseParts(withReadableHeaders(withoutPreamble(given)))));
}

function withoutPreamble(bytes: Uint8Array): Uint8Array {
  let at = 0;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
  while (at < bytes.length && [9, 10, 13, 32].includes(bytes[at]!)) at += 1;
  if (!/^>?From $/.test(String.fromCharCode(...bytes.subarray(at, at + 5)))) return bytes.subarray(at);
  const end = bytes.indexOf(10, at);
  return end < 0 ? bytes.subarray(at) : bytes.subarray(end + 1);
}

/** Headers are ASCII or UTF-8 by the rules; older programs write them in the character set of their house. */
function withReadableHeaders(bytes: Uint8Array): Uint8Array {
  const end = endOfHeaders(bytes);
  const headers = bytes.subarray(0, end);
  if (isUtf8(headers)) return bytes;
  return joined([new TextEncoder().encode(new TextDecoder('windows-1252').decode(headers)), bytes.subarray(end)]);
}

/** A message of many parts that does not say what parts them is one text. */
function withoutFalseParts(bytes: Uint8Array): Uint8Array {
  const headers = oneCharacterAByte(bytes.subarray(0, endOfHeaders(bytes)));
  const found = /^content-type:[ \t]*multipart\/[^\n]{0,500}(?:\n[ \t][^\n]{0,500}){0,10}/im.exec(headers);
  if (!found || /boundary[ \t]*\*?0?\*?[ \t]*=/i.test(found[0])) return bytes;
  return edited(bytes, [
    { from: found.index, to: found.index + found[0].trimEnd().length, text: 'Content-Type: text/plain' },
  ]);
}

/** The same of the parts' own headers, where the names of attachments stand. */
function withReadableNames(bytes: Uint8Array): Uint8Array {
  const text = oneCharacterAByte(bytes);
  const edits = [
    ...text.matchAll(/^content-(?:type|disposition|description):[^\n]{0,2000}(?:\n[ \t][^\n]{0,2000}){0,20}/gim),
  ]
    .map((found): Edit => ({ from: found.index, to: found.index + found[0].length, text: found[0] }))
    .filter((edit) => /[^\u0000-\u007F]/.test(edit.text) && !isUtf8(bytes.subarray(edit.from, edit.to)));
  return edited(bytes, edits);
}

function endOfHeaders(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10 || (bytes[at + 1] === 13 && bytes[at + 2] === 10)) return at + 1;
  }
  return bytes.length;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** More parts than any message has; the rest is left as it is. */
const mostParts = 1000;

/** Text that only says it is base64: words with spaces between them are none. */
function withoutFalseBase64(bytes: Uint8Array): Uint8Array {
  const text = oneCharacterAByte(bytes);
  const edits: Edit[] = [];
  let parts = 0;
  for (const found of text.matchAll(/^content-transfer-encoding:[ \t]*base64/gim)) {
    if ((parts += 1) > mostParts) break;
    const end = found.index + found[0].length;
    const headersEnd = /\r?\n\r?\n/.exec(text.slice(end, end + 1500));
    if (!headersEnd) continue;
    const start = end + headersEnd.index + headersEnd[0].length;
    const sample = text.slice(start, start + 400).split(/\n--/, 1)[0]!;
    if (/[A-Za-z]{2,}[,.]? [A-Za-z]{2,}[,.]? [A-Za-z]{2,}/.test(sample))
      edits.push({ from: end - 6, to: end, text: '8bit' });
  }
  return edited(bytes, edits);
}

/** Says Windows-1252 where the message says UTF-8 or nothing. For a message whose text turned out to be neither. */
export function asLatin(bytes: Uint8Array): Uint8Array {
  const text = oneCharacterAByte(bytes);
  const charset = [...text.matchAll(/charset[ \t]*=[ \t]*"?(?:utf-?8|us-ascii)"?/gi)].map(
    (found): Edit => ({ from: found.index, to: found.index + found[0].length, text: 'charset=windows-1252' }),
  );
  const silent = [...text.matchAll(/^content-type:[ \t]*text\/(?:plain|html)[ \t]*;?(?=\r?\n\S|\r?\n\r?\n)/gim)].map(
    (found): Edit => ({
      from: found.index,
      to: found.index + found[0].length,
      text: `${found[0].replace(/;\s*$/, '')}; charset=windows-1252`,
    }),
  );
  const bare = /^content-type:/im.test(text.slice(0, endOfHeaders(bytes)))
    ? []
    : [{ from: 0, to: 0, text: 'Content-Type: text/plain; charset=windows-1252\r\n' }];
  return edited(
    bytes,
    [...bare, ...charset, ...silent].toSorted((a, b) => a.from - b.from),
  );
}

function oneCharacterAByte(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

type Edit = { readonly from: number; readonly to: number; readonly text: string };

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  if (edits.length === 0) return bytes;
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(bytes.subarray(from, edit.from), new TextEncoder().encode(edit.text));
    from = edit.to;
  }
  return joined([...parts, bytes.subarray(from)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
