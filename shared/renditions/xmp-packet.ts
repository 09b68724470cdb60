// The little that a web rendition says of itself: caption, credit, photographer and copyright as an XMP packet.
// {caption: "Ferries in port.", credit: "Jane Roe/AFP"} → <dc:description>…, <photoshop:Credit>Jane Roe/AFP</photoshop:Credit>

export type PictureWords = {
  readonly caption?: string;
  readonly credit?: string;
  readonly creator?: string;
  readonly copyright?: string;
};

/** A JPEG segment holds 64 KB: what is longer than this is no caption. */
const longest = 8000;

/** `undefined` when there is nothing to say. */
export function xmpPacket({ caption, credit, creator, copyright }: PictureWords): Uint8Array | undefined {
  const fields = [
    alternatives('dc:description', caption),
    sequence('dc:creator', creator),
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

function sequence(name: string, text: string | undefined): string {
  const escaped = escape(text);
  return escaped === '' ? '' : `<${name}><rdf:Seq><rdf:li>${escaped}</rdf:li></rdf:Seq></${name}>`;
}

function plain(name: string, text: string | undefined): string {
  const escaped = escape(text);
  return escaped === '' ? '' : `<${name}>${escaped}</${name}>`;
}

/** Without characters that XML 1.0 has no place for. */
function escape(text: string | undefined): string {
  const clean = (text ?? '')
    .slice(0, longest)
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD-\uFFFF]/g, '')
    .trim();
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
