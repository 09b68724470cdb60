// IPTC IIM datasets → text: UTF-8 where 1:90 says so or the bytes prove it, else Windows-1252, since most desks never set the character set.
// 2:80 "Jos\xE9 Poe" without 1:90 → "José Poe"

/** Bytes by dataset of record 2. */
export type Datasets = ReadonlyMap<number, readonly Uint8Array[]>;

/** ISO 2022: ESC % G, or ESC % / and a level, is UTF-8. */
export function declaresUtf8(codedCharacterSet: Uint8Array | undefined): boolean {
  const escape = String.fromCharCode(...(codedCharacterSet ?? []).slice(0, 8));
  return escape.startsWith('\u001B%G') || escape.startsWith('\u001B%/');
}

/** Text of a dataset by its number, blank ones left out. */
export function readIim(datasets: Datasets, saysUtf8: boolean): (dataset: number) => readonly string[] {
  const all = [...datasets.values()].flat();
  const isUtf8 =
    all.every((bytes) => decodeUtf8(bytes) !== undefined) ||
    (saysUtf8 && all.some((bytes) => bytes.some((byte) => byte > 127) && decodeUtf8(bytes) !== undefined));
  return (dataset) =>
    (datasets.get(dataset) ?? [])
      .map((bytes) => tidy((isUtf8 ? decodeUtf8(bytes) : undefined) ?? new TextDecoder('windows-1252').decode(bytes)))
      .filter((text) => text !== '');
}

/** `undefined` for what is no UTF-8; a character that the dataset's length cut in two at the end is left out. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  for (let cut = 0; cut < 4 && cut <= bytes.length; cut += 1) {
    const kept = bytes.subarray(0, bytes.length - cut);
    if (cut > 0 && !isInsideCharacter(bytes, bytes.length - cut)) continue;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(kept);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Whether a character of several bytes begins here and the bytes end before it does. */
function isInsideCharacter(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at]!;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  return length > bytes.length - at;
}

/** Line ends and runs of blanks are one blank; fields are filled up with NUL by some programs. */
function tidy(text: string): string {
  return text
    .replace(/\u0000/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
