// Lifts captions out of the body and credits out of captions:
// "Warships in the ice. (Ministry of Defense of Russia/Newsflash)" → a picture with caption and credit, and a figure where the paragraph stood.
// The same picture shown again is one picture. Nothing is lifted on a doubt: "poll (Reuters/Ipsos)." and "(AFP)" stay where they are.

import type { Draft, DraftPicture } from '../draft.ts';
import type { Block, Note } from '../story.ts';
import type { Authority } from './authority.ts';
import { findCaption, splitCaption } from './caption/split-caption.ts';
import type { Found } from './caption/split-caption.ts';
import { parseCredit } from './parse-credit.ts';
import type { Rules } from './rules.ts';
import type { Copy } from './step.ts';

export function liftCaptions(copy: Copy, { authority }: Rules): Copy {
  const notes: Note[] = [];
  const draft = {
    ...copy.draft,
    pictures: copy.draft.pictures.map((picture) => splitOwnCaption(picture, authority, notes)),
  };
  const desk = layOut(draft);
  const last = draft.body.findLastIndex(({ type }) => type === 'paragraph');
  for (const [index, block] of draft.body.entries()) place(desk, block, index === last, authority, notes);
  uniteLone(desk, notes);
  const pictures = desk.pictures.map((picture) =>
    picture.file ? splitOwnCaption(withFile(picture), authority, notes) : picture,
  );
  return { ...copy, draft: { ...draft, body: desk.body, pictures }, notes: [...copy.notes, ...notes] };
}

/** Where the story is silent its picture's file speaks; credits are not mixed: a story with one of its own keeps to it. */
function withFile({ file = {}, ...own }: DraftPicture): DraftPicture {
  const { credit: _credit, creator: _creator, creatorTitle: _title, source: _source, ...words } = file;
  const saysWho = own.credit !== undefined || own.creator !== undefined;
  return {
    ...(saysWho ? words : file),
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
    id: own.id,
  };
}

/** The body as it is laid out again, and the pictures known so far. */
type Desk = { readonly body: Block[]; readonly pictures: DraftPicture[] };

function layOut({ pictures }: Draft): Desk {
  return { body: [], pictures: [...pictures] };
}

/** The caption of a picture that the parser found already may still carry its credit. */
function splitOwnCaption(picture: DraftPicture, authority: Authority, notes: Note[]): DraftPicture {
  if (picture.caption === undefined) return picture;
  const found = splitCaption(picture.caption, authority) ?? repeatedTail(picture, authority);
  if (!found?.credit || found.kind === 'doubt') return picture;
  if (picture.credit !== undefined) {
    const [own, repeated] = [
      parseCredit(`${picture.creator ?? ''}/${picture.credit}`, authority),
      parseCredit(found.credit, authority),
    ];
    if (saysMore(repeated, own)) {
      notes.push(
        note(
          'caption-credit',
          picture.caption,
          found.caption,
          'The credit in the caption says more than the picture’s own; it took its place.',
        ),
      );
      return { ...picture, caption: found.caption === '' ? undefined : found.caption, credit: found.credit };
    }
    if (!namesAll(own, repeated)) return picture;
    notes.push(
      note('caption-credit', picture.caption, found.caption, 'The caption repeated the credit; it stands once.'),
    );
    return { ...picture, caption: found.caption === '' ? undefined : found.caption };
  }
  notes.push(note('caption-credit', picture.caption, found.caption, 'The credit was taken out of the caption.'));
  return { ...picture, caption: found.caption === '' ? undefined : found.caption, credit: found.credit };
}

/** "… in Montreal on Wednesday. THE CANADIAN PRESS/Paul Roe" beside a credit to just those two: without brackets only a repetition is sure. */
function repeatedTail(
  { caption = '', credit, creator = '' }: DraftPicture,
  authority: Authority,
): Pick<Found, 'caption' | 'credit' | 'kind'> | undefined {
  const tail = /(?<=[.!?]["”’)]?\s+)[^.!?\s/][^.!?/]{0,60}\/[^.!?/]{2,60}$/u.exec(caption.slice(-200))?.[0];
  if (credit === undefined || tail === undefined) return undefined;
  const [own, said] = [parseCredit(`${creator}/${credit}`, authority), parseCredit(tail, authority)];
  return namesAll(own, said) && namesAll(said, own)
    ? { caption: caption.slice(0, -tail.length).trimEnd(), credit: tail, kind: 'picture' }
    : undefined;
}

type Said = ReturnType<typeof parseCredit>;

/** "(Jane Roe/Pool via AP)" where the picture's own field has but the agency. */
function saysMore(said: Said, own: Said): boolean {
  const count = ({ people, organisations, designations }: Said): number =>
    new Set([...people, ...organisations].map(words)).size + designations.length;
  return (
    namesAll(said, own) &&
    own.designations.every((each) => said.designations.includes(each)) &&
    count(said) > count(own)
  );
}

/** Whether everyone whom the one statement credits stands in the other too: only then may its words go. */
function namesAll(whole: Said, part: Said): boolean {
  const known = new Set([...whole.people, ...whole.organisations].map(words));
  return (
    part.people.length + part.organisations.length > 0 &&
    [...part.people, ...part.organisations].every((name) => known.has(words(name)))
  );
}

function place(desk: Desk, block: Block, isLast: boolean, authority: Authority, notes: Note[]): void {
  const found = foundIn(block, authority);
  if (!found || (block.type !== 'paragraph' && block.type !== 'heading')) {
    desk.body.push(block);
    return;
  }
  const isSigned =
    found.kind === 'single' &&
    isLast &&
    !desk.pictures.some((picture) => isSamePicture(picture, found.caption, found.credit, undefined));
  if (found.kind === 'doubt' || isSigned) {
    notes.push(
      note(
        'doubtful-credit',
        block.text,
        undefined,
        `“${found.credit}” at the end of a paragraph may be a picture credit; it was left where it is.`,
      ),
    );
    desk.body.push(block);
  } else if (found.kind === 'credit' && giveToNeighbour(desk, found)) {
    notes.push(
      note(
        'credit-line',
        block.text,
        undefined,
        'A line that credits the picture beside it was taken out of the body.',
      ),
    );
  } else if (found.kind === 'credit' && giveToCaption(desk, found)) {
    notes.push(
      note(
        'caption',
        block.text,
        desk.pictures.at(-1)!.caption,
        'A caption without a stop and the credit below it were lifted out of the body.',
      ),
    );
  } else lift(desk, block.text, found, notes);
}

/** A short line without a stop may have been taken for a heading: "Photo courtesy of Oregon State Police". */
function foundIn(block: Block, authority: Authority): Found | undefined {
  if (block.type === 'paragraph') return findCaption(block.text, authority);
  const found = block.type === 'heading' ? findCaption(block.text, authority) : undefined;
  return found?.kind === 'credit' ? found : undefined;
}

/** "The Old Bridge seen from the north bank" / "Photo by Ann Poe": words without a stop directly above a credit are the caption. */
function giveToCaption({ body, pictures }: Desk, { credit }: Found): boolean {
  const last = body.at(-1);
  if (
    body.length < 2 ||
    last?.type !== 'paragraph' ||
    last.text.length > 300 ||
    last.text.split(/\s+/).length < 4 ||
    /[.!?…:;。]["”’»)]*$/u.test(last.text)
  )
    return false;
  const id = freshId(pictures);
  pictures.push({ id, caption: last.text, credit });
  body[body.length - 1] = { type: 'figure', picture: id };
  return true;
}

/** One caption without a picture and one picture without a caption, sent along with the story: they belong together, where the caption stood. */
function uniteLone(desk: Desk, notes: Note[]): void {
  const captions = desk.pictures.filter(
    ({ caption, content, href, fileName, uri }) =>
      caption !== undefined && !content && href === undefined && fileName === undefined && uri === undefined,
  );
  const files = desk.pictures.filter(({ content, href }) => content !== undefined || href?.startsWith('/media/'));
  const [words, picture] = [captions[0], files[0]];
  if (
    captions.length !== 1 ||
    files.length !== 1 ||
    !words ||
    !picture ||
    picture.caption !== undefined ||
    picture.credit !== undefined ||
    picture.file?.caption !== undefined
  )
    return;
  const whole = { ...picture, ...words, id: words.id };
  const body = desk.body.filter((block) => block.type !== 'figure' || block.picture !== picture.id);
  desk.body.splice(0, desk.body.length, ...body);
  desk.pictures.splice(
    0,
    desk.pictures.length,
    ...desk.pictures.filter((each) => each !== picture).map((each) => (each === words ? whole : each)),
  );
  notes.push(
    note(
      'lone-caption',
      words.caption!,
      undefined,
      'The only caption of the text was given to the only picture that came with it.',
    ),
  );
}

/** A credit by itself belongs to the picture directly above, when that has none. */
function giveToNeighbour({ body, pictures }: Desk, { credit }: Found): boolean {
  const last = body.at(-1);
  const index = last?.type === 'figure' ? pictures.findIndex(({ id }) => id === last.picture) : -1;
  const picture = pictures[index];
  if (!picture || picture.credit !== undefined) return false;
  pictures[index] = { ...picture, credit };
  return true;
}

function lift(desk: Desk, given: string, { caption, credit, fileName }: Found, notes: Note[]): void {
  const last = desk.body.at(-1);
  const above = last?.type === 'figure' ? desk.pictures.findIndex(({ id }) => id === last.picture) : -1;
  const open = desk.pictures[above];
  // The file was named on the line before, or the credit stood there: this is its caption.
  if (open && open.caption === undefined && caption !== '' && (open.credit === undefined || credit === undefined)) {
    desk.pictures[above] = { ...open, caption, credit: open.credit ?? credit };
    notes.push(note('caption', given, caption, 'A caption was lifted out of the body.'));
    return;
  }
  const same = desk.pictures.find((picture) => isSamePicture(picture, caption, credit, fileName));
  if (same) {
    notes.push(
      note(
        'repeated-picture',
        given,
        undefined,
        'The same picture was shown again; it stands once, where it first stood.',
      ),
    );
    if (!desk.body.some((block) => block.type === 'figure' && block.picture === same.id))
      desk.body.push({ type: 'figure', picture: same.id });
    return;
  }
  const id = freshId(desk.pictures);
  desk.pictures.push({
    id,
    ...(caption !== '' && { caption }),
    ...(credit !== undefined && { credit }),
    ...(fileName !== undefined && { fileName }),
  });
  desk.body.push({ type: 'figure', picture: id });
  notes.push(note('caption', given, caption, 'A picture caption was lifted out of the body.'));
}

/** The same words in caption and credit, however they are spaced and cased; or the same file. */
function isSamePicture(
  picture: DraftPicture,
  caption: string,
  credit: string | undefined,
  fileName: string | undefined,
): boolean {
  if (fileName !== undefined) return picture.fileName === fileName;
  return caption !== '' && words(picture.caption) === words(caption) && words(picture.credit) === words(credit);
}

function words(text: string | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function freshId(pictures: readonly DraftPicture[]): string {
  let number = pictures.length + 1;
  while (pictures.some(({ id }) => id === `picture-${number}`)) number += 1;
  return `picture-${number}`;
}

function note(rule: string, before: string, after: string | undefined, text: string): Note {
  return { step: 'captions', rule, before, ...(after !== undefined && { after }), text };
}
