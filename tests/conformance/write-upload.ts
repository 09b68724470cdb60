// Writes a piece as a desk's system would send it. Written apart from the product's own writers, so that one cannot hide the faults of the other.

import type { Block, TableCell } from '../../shared/story.ts';
import type { Piece } from './corpus.ts';

export type WireFormat = 'ninjs' | 'newsml-g2' | 'nitf' | 'rss' | 'plain-text';

export type Copy = Piece & { readonly version: number };

/** When the embargoes of the corpus end. */
export const embargoedUntil = '2099-01-01T06:00:00Z';

export function writeUpload(copy: Copy, format: WireFormat): string {
  switch (format) {
    case 'ninjs':
      return writeNinjs(copy);
    case 'newsml-g2':
      return writeNewsml(copy);
    case 'nitf':
      return writeNitf(copy);
    case 'rss':
      return writeRss(copy);
    case 'plain-text':
      return writeText(copy);
  }
}

const note = 'Corrects the headline.';
const statusOf = ({ fate }: Copy): string =>
  fate === 'killed' ? 'canceled' : fate === 'withheld' ? 'withheld' : 'usable';
const agencyOf = (credit: string): string => credit.slice(credit.indexOf('/') + 1);
const creatorOf = (credit: string): string => credit.slice(0, credit.indexOf('/'));

function writeNinjs(copy: Copy): string {
  const { guid, version, language, section, headline, authors, publishedAt, body, pictures, fate } = copy;
  return JSON.stringify({
    uri: guid,
    type: 'text',
    version: String(version),
    pubstatus: statusOf(copy),
    language,
    headline,
    service: [{ name: section }],
    byline: authors.join(' and ') || undefined,
    versioncreated: publishedAt,
    firstcreated: publishedAt,
    ...(fate === 'corrected' && { signal: 'correction', ednote: note }),
    ...(fate === 'embargoed' && { embargoed: embargoedUntil }),
    source: 'Northlight',
    body_html: body.map(writeBlock).join(''),
    associations: Object.fromEntries(
      pictures.map(({ href, caption, credit }, index) => [
        `picture_${index}`,
        {
          type: 'picture',
          uri: `${guid}#${index}`,
          description_text: caption,
          byline: creatorOf(credit),
          source: agencyOf(credit),
          renditions: { original: { href, mimetype: 'image/jpeg', width: 3000, height: 2000, sizeinbytes: 900_000 } },
        },
      ]),
    ),
  });
}

function writeNewsml(copy: Copy): string {
  const { guid, version, language, headline, section, authors, publishedAt, body, pictures, fate } = copy;
  const by = authors.length > 0 ? `<by>By ${escape(authors.join(' and '))}</by>` : '';
  const meta = `${fate === 'embargoed' ? `<embargoed>${embargoedUntil}</embargoed>` : ''}<pubStatus qcode="stat:${statusOf(copy)}"/>${fate === 'corrected' ? `<edNote>${note}</edNote><signal qcode="sig:correction"/>` : ''}`;
  const item = (id: string, kind: string, more: string, content: string): string =>
    `<newsItem guid="${id}" version="${version}" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="${language}"><catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/><itemMeta><itemClass qcode="ninat:${kind}"/><provider literal="Northlight"/><versionCreated>${publishedAt}</versionCreated><firstCreated>${publishedAt}</firstCreated>${more}</itemMeta>${content}</newsItem>`;
  const text = item(
    guid,
    'text',
    `${meta}<service><name>${escape(section)}</name></service>`,
    `<contentMeta>${by}<language tag="${language}"/><headline>${escape(headline)}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${body.map(writeBlock).join('')}</body></html></inlineXML></contentSet>`,
  );
  const shots = pictures.map(({ href, caption, credit }, index) =>
    item(
      `${guid}-${index}`,
      'picture',
      '<pubStatus qcode="stat:usable"/>',
      `<contentMeta><creator><name>${escape(creatorOf(credit))}</name></creator><creditline>${escape(credit)}</creditline><description role="drol:caption">${escape(caption)}</description></contentMeta><contentSet><remoteContent rendition="rnd:highRes" href="${href}" contenttype="image/jpeg" width="3000" height="2000" size="900000"/></contentSet>`,
    ),
  );
  const references = [guid, ...pictures.map((_, index) => `${guid}-${index}`)]
    .map((id) => `<itemRef residref="${id}"/>`)
    .join('');
  const whole = `<packageItem guid="${guid}-package" version="${version}" standard="NewsML-G2" standardversion="2.35"><itemMeta><itemClass qcode="ninat:composite"/><provider literal="Northlight"/><versionCreated>${publishedAt}</versionCreated></itemMeta><groupSet root="g"><group id="g" role="group:main">${references}</group></groupSet></packageItem>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>${publishedAt}</sent></header><itemSet>${text}${shots.join('')}${whole}</itemSet></newsMessage>\n`;
}

function writeNitf({ guid, language, headline, authors, publishedAt, body, pictures }: Copy): string {
  const by = authors.length > 0 ? `<byline>By ${escape(authors.join(' and '))}</byline>` : '';
  const media = pictures.map(
    ({ href, caption, credit }) =>
      `<media media-type="image"><media-reference mime-type="image/jpeg" source="${href}" width="3000" height="2000"/><media-caption>${escape(caption)}</media-caption><media-producer>${escape(credit)}</media-producer></media>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<nitf xml:lang="${language}"><head><docdata management-status="usable"><doc-id id-string="${guid}"/><date.issue norm="${publishedAt}"/></docdata></head><body><body.head><hedline><hl1>${escape(headline)}</hl1></hedline>${by}<distributor>Northlight</distributor></body.head><body.content>${body.map(writeBlock).join('')}${media.join('')}</body.content></body></nitf>\n`;
}

function writeRss({ guid, language, section, headline, authors, publishedAt, body, pictures }: Copy): string {
  const namespaces =
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"';
  const creators = authors.map((name) => `<dc:creator>${escape(name)}</dc:creator>`).join('');
  const media = pictures.map(
    ({ href, caption, credit }) =>
      `<media:content url="${href}" medium="image" type="image/jpeg" width="3000" height="2000"><media:description>${escape(caption)}</media:description><media:credit>${escape(credit)}</media:credit></media:content>`,
  );
  const content = body.map(writeBlock).join('').replaceAll(']]>', ']]]]><![CDATA[>');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${namespaces}><channel><title>Northlight</title><link>https://northlight.example/</link><description>News</description><language>${language}</language><item><title>${escape(headline)}</title><guid isPermaLink="false">${guid}</guid>${creators}<category>${escape(section)}</category><pubDate>${new Date(publishedAt).toUTCString()}</pubDate><content:encoded><![CDATA[${content}]]></content:encoded>${media.join('')}</item></channel></rss>\n`;
}

function writeText(copy: Copy): string {
  const { guid, language, section, headline, authors, publishedAt, body, pictures, fate } = copy;
  const [picture] = pictures;
  const lines = [
    `GUID: ${guid}`,
    `Language: ${language}`,
    `Section: ${section}`,
    `Headline: ${headline}`,
    authors.length > 0 && `Byline: ${authors.join(' and ')}`,
    `Published: ${publishedAt}`,
    'Source: Northlight',
    statusOf(copy) !== 'usable' && `Status: ${statusOf(copy)}`,
    fate === 'corrected' && `Correction: ${note}`,
    fate === 'embargoed' && `Embargo: ${embargoedUntil}`,
    picture && `Image: ${picture.href}\nCaption: ${picture.caption}\nCredit: ${picture.credit}`,
  ].filter(Boolean);
  return `${lines.join('\n')}\n\n${body.map((block) => ('text' in block ? block.text : '')).join('\n\n')}\n`;
}

/** Elements that HTML, XHTML and NITF have in common, but for the names of a quote and a crosshead. */
function writeBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${escape(block.text)}</p>`;
    case 'heading':
      return `<h2>${escape(block.text)}</h2>`;
    case 'quote':
      return `<blockquote><p>${escape(block.text)}</p></blockquote>`;
    case 'list':
      return `<ul>${block.items.map(({ text }) => `<li>${escape(text)}</li>`).join('')}</ul>`;
    case 'table':
      return `<table>${block.rows.map((row) => `<tr>${row.map(writeCell).join('')}</tr>`).join('')}</table>`;
    case 'preformatted':
      return `<pre>${escape(block.text)}</pre>`;
    case 'figure':
      return '';
  }
}

function writeCell({ text, header }: TableCell): string {
  return header ? `<th>${escape(text)}</th>` : `<td>${escape(text)}</td>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
