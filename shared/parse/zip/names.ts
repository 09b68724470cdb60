// Names of archive members: which characters they are in, which lead out of the archive, and which no desk meant to send.
// "__MACOSX/._kuril-1.jpg" → ignored; "../../etc/passwd" → leads out; cp437 "Stra\xE1e.txt" → "Straße.txt"

/** The upper half of the IBM PC's characters, which names are in unless flagged UTF-8 (APPNOTE 6.3.10, appendix D). */
const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

/** Many programs write UTF-8 without the flag: what is UTF-8 is read so. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : codePage437[byte - 128]!)).join('');
  }
}

/** Absolute, with a drive letter, upwards, or cut short by a NUL: no archiver writes such names by itself. */
export function leadsOut(name: string): boolean {
  return /^[\\/]|^[A-Za-z]:|\u0000/.test(name) || name.split(/[\\/]/).includes('..');
}

/** Folders, and what computers add by themselves. */
export function isIgnored(name: string): boolean {
  if (/[\\/]$/.test(name)) return true;
  const parts = name.split(/[\\/]/);
  const base = parts.at(-1)!.toLowerCase();
  return parts[0] === '__MACOSX' || base.startsWith('._') || ['.ds_store', 'thumbs.db', 'desktop.ini'].includes(base);
}
