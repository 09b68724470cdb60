// Character references: "&#8220;" → "“", "&nbsp;" → a no-break space, "&#146;" → "’" (Windows-1252 under its Unicode number, as many wires write it).

import { decodeHTMLStrict } from 'entities';

/** Resolves numeric references and the named ones of XML and HTML; a stray ampersand and unknown names stay as they are. */
export function resolveReferences(text: string): string {
  if (!text.includes('&')) return text;
  // decodeHTMLStrict follows HTML: references to C1 controls get their Windows-1252 meaning.
  return removeControls(decodeHTMLStrict(dropImpossible(text)));
}

/** References to what is no character at all (NUL, half a surrogate pair, beyond Unicode): "&#0;" → nothing, where HTML would show a question mark. */
export function dropImpossible(text: string): string {
  if (!text.includes('&#')) return text;
  return text.replace(/&#(?:x([\da-f]{1,8})|(\d{1,10}));/gi, (reference, hex: string | undefined, decimal: string) =>
    isCharacter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ? reference : '',
  );
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

/** A reference may stand for a character that no text may hold. */
function removeControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

/** What a wire escaped twice, so that it is left in the words: "Q&amp;A" → "Q&A", "800<endash>-</endash>900" → "800-900". */
export function resolveLeftovers(text: string): string {
  const resolved = text.includes('&') && isEscapedTwice(text) ? resolveReferences(text) : text;
  return resolved.includes('</') ? resolved.replace(/<(\w{2,12})>([^<>]{0,3})<\/\1>/g, '$2') : resolved;
}

/** Who escapes twice leaves no ampersand and no bracket bare: where one stands, "&amp;" is meant as it is written. */
function isEscapedTwice(text: string): boolean {
  return !/<|&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,7});)/i.test(text);
}
