// Datelines without brackets around the agency: "MELBOURNE, March 3 AAP - Preview of …" → dateline "MELBOURNE, March 3 AAP", paragraph "Preview of …".

import type { Block } from '../../story.ts';

const unbracketed =
  /^(\p{Lu}[\p{Lu} .'’-]{1,40}(?:,\s\p{Lu}[\p{L}. ]{1,30}?)?,\s\p{Lu}\p{L}{2,8}\.?\s\d{1,2},?\s(AAP|NZN|PAA|Kyodo|KYODO|AP|AFP|Reuters))\s[-–—]{1,2}\s+(?=\S)/u;

export type Filed = { readonly dateline?: string; readonly agency?: string; readonly body: readonly Block[] };

/** Datelines with brackets are left where they are: a later step lifts those of every format. */
export function liftUnbracketed(body: readonly Block[]): Filed {
  const index = body.findIndex(({ type }) => type === 'paragraph');
  const block = body[index];
  const match = block?.type === 'paragraph' ? unbracketed.exec(block.text.slice(0, 160)) : null;
  if (!match || block?.type !== 'paragraph') return { body };
  return {
    dateline: match[1]!,
    agency: match[2]!,
    body: body.with(index, { type: 'paragraph', text: block.text.slice(match[0].length) }),
  };
}

/** An alert is one paragraph without a headline; its words, without the dateline, head it. */
export function headlineOfAlert(body: readonly Block[]): string | undefined {
  const block = body.find(({ type }) => type === 'paragraph');
  if (block?.type !== 'paragraph') return undefined;
  const text = block.text.replace(/^[^()]{2,60}\([\p{L}/ ]{2,20}\)\s+[-–—]+\s+/u, '');
  const sentence = text.length <= 200 ? text : /^.{40,200}?[.!?](?=["”’]?\s\p{Lu})/su.exec(text)?.[0];
  return sentence?.replace(/\.$/, '');
}

/** A table without a headline is headed by its slug: "BC-WEA--Global Weather-Fahrenheit" → "Global Weather-Fahrenheit". */
export function headlineOfTable(slugline: string | undefined): string | undefined {
  return slugline?.replace(/^(?:AM|PM|BC|AP)-(?:[A-Z]{2,3}--)?/, '') || undefined;
}
