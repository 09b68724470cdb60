// The little that a web rendition says of itself: caption, credit and copyright as an XMP packet, put into a JPEG or WebP file.
// {caption: "Ferries in port.", credit: "Jane Roe/AFP"} → <dc:description>…, <photoshop:Credit>Jane Roe/AFP</photoshop:Credit>

export type PictureWords = {
  readonly caption?: string;
  readonly credit?: string;
  readonly copyright?: string;
};

/** A JPEG segment holds 64 KB: what is longer than this is no caption. */
const longest = 8000;

/** `undefined` when there is nothing to say. */
export function xmpPacket({ caption, credit, copyright }: PictureWords): Uint8Array | undefined {
  const fields = [
    alternatives('dc:description', caption),
    plain('photoshop:Credit', credit),
    alternatives('dc:rights', copyright),
  ].filter((field) => field !== '');
  if (fields.length === 0) return undefined;
  const names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"';
  const description = `<rdf:Description rdf:about="" ${names}>${fields.join('')}</rdf:Description>`;
  const rdf = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta>`;
  return new TextEncoder().encode(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>${rdf}<?xpacket end="r"?>`);
}

function alternatives(name: string, text: string | undefined): string {
  const escaped = escape(text);
  return escaped === '' ? '' : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></${name}>`;
}

function plain(name: string, text: string | undefined): string {
  const escaped = escape(text);
  return escaped === '' ? '' : `<${name}>${escaped}</${name}>`;
}

/** Without characters that XML 1.0 has no place for. */
function escape(text: string | undefined): string {
  const clean = (text ?? '').slice(0, longest).toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD-\uFFFF]/g, '').trim();
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const jpegHeader = new TextEncoder().encode('http://ns.adobe.com/xap/1.0/\u0000');

/** Behind the JFIF segment, which must stand first, as an APP1 segment (XMP specification part 3, 1.1.3). */
export function putIntoJpeg(jpeg: Uint8Array, packet: Uint8Array): Uint8Array {
  const length = 2 + jpegHeader.length + packet.length;
  const hasJfif = jpeg[2] === 0xff && jpeg[3] === 0xe0;
  const at = hasJfif ? 4 + ((jpeg[4]! << 8) | jpeg[5]!) : 2;
  return joined(jpeg.subarray(0, at), Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), jpegHeader, packet, jpeg.subarray(at));
}

/** As the last chunk of an extended file (WebP container specification, "Extended File Format"). */
export function putIntoWebp(webp: Uint8Array, packet: Uint8Array, { width, height }: { readonly width: number; readonly height: number }): Uint8Array {
  const isExtended = fourCharacters(webp, 12) === 'VP8X';
  const head = isExtended ? webp.slice(12, 30) : extendedHead(webp, width, height);
  head[8] = head[8]! | 0x04;
  const chunks = joined(head, webp.subarray(isExtended ? 30 : 12), chunk('XMP ', packet));
  return joined(ascii('RIFF'), little32(chunks.length + 4), ascii('WEBP'), chunks);
}

/** A lossless file says in its own head whether it has transparency; a lossy one without extension has none. */
function extendedHead(webp: Uint8Array, width: number, height: number): Uint8Array {
  const hasAlpha = fourCharacters(webp, 12) === 'VP8L' && (webp[24]! & 0x10) !== 0;
  const size = [width - 1, height - 1].flatMap((side) => [side & 0xff, (side >> 8) & 0xff, (side >> 16) & 0xff]);
  return chunk('VP8X', Uint8Array.of(hasAlpha ? 0x10 : 0, 0, 0, 0, ...size));
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  return joined(ascii(name), little32(content.length), content, new Uint8Array(content.length % 2));
}

function fourCharacters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function little32(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
