// The picture a page offers for sharing, where its text shows none, and what JSON-LD says of the pictures it does show.
// `<meta property="og:image" content="https://…/ship.jpg">` over a text without pictures → a picture at its head.

import type { DraftPicture } from '../../draft.ts';
import type { Note } from '../../story.ts';
import type { Body } from '../body.ts';
import { defined, fileNameOf } from '../body.ts';
import { textIn } from '../json-fields.ts';
import type { JsonObject } from '../json-fields.ts';
import { webAddress } from './addresses.ts';
import type { Page } from './facts.ts';
import { joinNames, realNames } from './authors.ts';
import { namesIn, partiesIn } from './json-ld.ts';
import type { LinkedData } from './json-ld.ts';

type Image = Omit<DraftPicture, 'id'>;
export type Illustrated = Body & { readonly notes: readonly Note[] };

/** Names of files that stand for the site and not for a story. */
const ofTheSite = /logo|default|placeholder|fallback|favicon|social|share|sharing|og[-_]?image|icon|banner|brand/i;

/** Fills in what is said elsewhere of the pictures, and adds the shared one where there is none. */
export function withSharedPicture(body: Body, page: Page, base: string | undefined): Illustrated {
  const linked = partiesIn(page.data, page.data.article, 'image').flatMap(
    (object) => imageOf(page.data, object, base) ?? [],
  );
  const told = body.pictures.map((picture) => {
    const same = linked.find(
      (image) =>
        image.href !== undefined &&
        [picture.href, ...(picture.renditions ?? []).map(({ href }) => href)].some(
          (href) => href !== undefined && plain(href) === plain(image.href!),
        ),
    );
    return same ? defined<DraftPicture>({ ...same, ...picture }) : picture;
  });
  if (told.length > 0) return { ...body, pictures: told, notes: [] };
  const shared = linked[0] ?? sharedImage(page, base);
  if (!shared?.href || ofTheSite.test(fileNameOf(shared.href) ?? '')) return { ...body, notes: [] };
  const id = 'picture-1';
  return {
    blocks: [{ type: 'figure', picture: id }, ...body.blocks],
    pictures: [{ ...shared, id }],
    notes: [
      {
        step: 'parse',
        rule: 'shared-picture',
        after: shared.href,
        text: 'The text shows no picture; the one the page offers for sharing was taken.',
      },
    ],
  };
}

function plain(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

function imageOf(data: LinkedData, object: JsonObject, base: string | undefined): Image | undefined {
  const href = webAddress(textIn(object, 'contentUrl', 'url', 'name', '@id'), base);
  if (href === undefined) return undefined;
  const makers = realNames([...namesIn(data, object, 'creator'), ...namesIn(data, object, 'author')]);
  return defined<Image>({
    href,
    fileName: fileNameOf(href),
    caption: textIn(object, 'caption', 'description'),
    credit: textIn(object, 'creditText') ?? (makers.length > 0 ? joinNames(makers) : undefined),
    copyrightNotice: textIn(object, 'copyrightNotice'),
    width: textIn(object, 'width'),
    height: textIn(object, 'height'),
  });
}

/** Only where the page calls itself an article: other pages share their sign. */
function sharedImage({ metadata: { meta }, data }: Page, base: string | undefined): Image | undefined {
  const href = webAddress(
    meta(['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src']),
    base,
  );
  if (href === undefined || !(data.article !== undefined || /article/i.test(meta(['og:type']) ?? ''))) return undefined;
  return defined<Image>({
    href,
    fileName: fileNameOf(href),
    altText: meta(['og:image:alt', 'twitter:image:alt']),
    mediaType: meta(['og:image:type']),
    width: meta(['og:image:width']),
    height: meta(['og:image:height']),
  });
}
